import { Confirm, Disclosure, Instant, Markdown, say, Section, TextLink } from '@app/ui';
import { useAct } from '@app/platform/web';
import { useSearchParams } from 'react-router';
import { recordWords as words } from './record-words.js';
import { RemoveResourceVersionDocument } from './resources.generated.js';
import type { RecordShown, ResourceShown } from './ResourceView.js';
import { words as library } from './words.js';

type Version = RecordShown['versions'][number];

/** What a resource was before: each former version with its date and note, readable as it was. */
export function FormerVersions({ resource, record }: { resource: ResourceShown; record: RecordShown }) {
  // A version has an address of its own.
  const asked = useSearchParams()[0].get('version');
  if (record.versions.length === 0) return null;
  return (
    <Section title={words.versions}>
      <p className="mb-1">
        {words.thisVersion} {resource.version}, {words.since} <Instant at={resource.versionedAt} form="day" />
        {resource.versionNote ? `: ${resource.versionNote}.` : '.'}
      </p>
      {record.versions.map((version) => (
        <Disclosure
          key={version.number}
          defaultOpen={String(version.number) === asked}
          title={
            <>
              {words.version(version.number)}, {words.stood} <Instant at={version.replacedAt} form="day" />
              {version.note || version.number === 1 ? `: ${version.note ?? words.firstVersion}` : ''}
            </>
          }
        >
          <Former version={version} />
          <p className="text-note">
            <TextLink to={`/library/${resource.id}?version=${version.number}`}>{words.versionAddress}</TextLink>
          </p>
          {resource.viewerCan.own && <Removal resourceId={resource.id} number={version.number} />}
        </Disclosure>
      ))}
    </Section>
  );
}

function Former({ version }: { version: Version }) {
  if (version.body !== null) return <Markdown text={version.body ?? ''} />;
  if (version.file)
    return (
      <p>
        <a href={version.file.path} download={version.file.name}>
          {version.file.name}
        </a>
        , {library.size(version.file.size)}
      </p>
    );
  if (version.fileWas)
    return (
      <p className="text-quiet">
        {version.fileWas.name}, {library.size(version.fileWas.size)}. {words.fileGone}
      </p>
    );
  return (
    <p>
      <a href={version.url ?? undefined} rel="noopener noreferrer external nofollow" className="break-all">
        {version.url}
      </a>
    </p>
  );
}

function Removal({ resourceId, number }: { resourceId: string; number: number }) {
  const remove = useAct(RemoveResourceVersionDocument, {
    onDone: () => say(words.versionRemoved),
  });
  return (
    <div className="mt-2 print:hidden">
      <Confirm
        title={words.removeVersionTitle(number)}
        button={words.removeVersion}
        yes={words.removeVersionYes}
        no={words.removeVersionNo}
        pending={remove.pending}
        problem={remove.message}
        onYes={() => remove.run({ resourceId, number })}
      >
        {words.removeVersionText}
      </Confirm>
    </div>
  );
}
