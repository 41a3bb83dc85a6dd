import { Breadcrumbs, Button, Columns, Day, dayWords, Instant, LinkButton, Markdown, Notice, ownZone, PageHeader, Section, StateOutline, TextLink } from '@app/ui';
import { PrincipleTags, TopicTags } from '@app/framework/web';
import { ReadBy } from '@app/organizations/web';
import type { ReactNode } from 'react';
import { ResourceFile } from './ResourceFile.js';
import { LICENCE_WORDS } from '../contract/licences.js';
import { CoAuthorList, CoAuthorQuestion } from './CoAuthors.js';
import { EndorsedBy } from './EndorsedBy.js';
import { FormerVersions } from './FormerVersions.js';
import { recordWords } from './record-words.js';
import type { ResourcePageQuery } from './resources.generated.js';
import { UsedBy } from './UsedBy.js';
import { words } from './words.js';

export type ResourceShown = NonNullable<ResourcePageQuery['resource']>;

export type RecordShown = NonNullable<ResourcePageQuery['resourceRecord']>;

export interface ResourceViewProps {
  resource: ResourceShown;
  record: RecordShown;
  /** Edit and delete, for those who may. */
  tools?: ReactNode;
  /** "Useful to us", for those who may say so. */
  praise?: ReactNode;
  /** What is said about it, and where else it stands. */
  talk?: ReactNode;
  /** What those who look after it do beside editing it. */
  keep?: ReactNode;
}

/** A resource's page, fed by data: what it is, how to get it, who uses it. */
export function ResourceView({ resource, record, tools, praise, talk, keep }: ResourceViewProps) {
  return (
    <>
      <PageHeader voice="serif" above={<Breadcrumbs steps={[{ label: words.title, to: '/library' }]} />} title={resource.title} lead={resource.summary || undefined} />
      {resource.hidden && (
        <Notice kind="attention" title={words.hiddenTitle}>
          {words.hiddenText(resource.hiddenReason ?? '')}
        </Notice>
      )}
      <div className="mb-3 flex flex-col gap-2 empty:hidden">
        <CoAuthorQuestion resource={resource} record={record} />
        {record.supersededBy && (
          <Notice kind="attention" title={recordWords.supersededTitle}>
            <TextLink to={`/library/${record.supersededBy.id}`}>{record.supersededBy.title}</TextLink>
          </Notice>
        )}
      </div>
      <Columns marginLabel={words.about} margin={<Margin resource={resource} record={record} tools={tools} />}>
        <Thing resource={resource} link={record.link} />
        <EndorsedBy resource={resource} record={record} />
        <UsedBy resource={resource} record={record} />
        <Users resource={resource} praise={praise} />
        <FormerVersions resource={resource} record={record} />
        {talk}
        {keep}
      </Columns>
    </>
  );
}

function Thing({ resource, link }: { resource: ResourceShown; link: RecordShown['link'] }) {
  if (resource.body !== null)
    return (
      <Section title={words.read}>
        <Markdown text={resource.body ?? ''} />
      </Section>
    );
  if (resource.file) return <ResourceFile resource={resource} file={resource.file} />;
  return (
    <Section title={words.how}>
      {link?.silentSince && (
        <div className="mb-2">
          <Notice kind="attention" title={`${recordWords.silentSince} ${dayWords(new Date(link.silentSince), ownZone(), new Date(), false)}`}>
            <p>{recordWords.silentText}</p>
          </Notice>
        </div>
      )}
      <p>
        <a className="ui-button" data-look="primary" href={resource.url ?? undefined} rel="noopener noreferrer external nofollow">
          {words.openLink(resource.host ?? '')}
        </a>
      </p>
      <p className="mt-1 text-note text-quiet">
        <span className="break-all">{resource.url}</span>. {words.leaves}
      </p>
      {link && (link.title || link.description) && (
        <blockquote className="mx-0 my-2 border-0 border-l-2 border-solid border-line pl-2">
          <p className="text-note text-quiet">{recordWords.mirrored}</p>
          {link.title && <p className="font-semibold">{link.title}</p>}
          {link.description && <p>{link.description}</p>}
          {link.askedAt && (
            <p className="text-note text-quiet">
              {recordWords.lastAsked} <Instant at={link.askedAt} form="ago" />
            </p>
          )}
        </blockquote>
      )}
    </Section>
  );
}

function Users({ resource, praise }: { resource: ResourceShown; praise?: ReactNode }) {
  const others = resource.usefulCount - resource.usefulTo.length;
  return (
    <Section screenOnly={resource.usefulTo.length === 0} title={words.who}>
      {resource.usefulTo.length === 0 ? (
        <p className="text-quiet">{words.nobodyYet}</p>
      ) : (
        <ul className="list-none p-0">
          {resource.usefulTo.map((team) => (
            <li key={team.id}>
              {team.state && <StateOutline code={team.state} />} <TextLink to={team.path}>{team.name}</TextLink>
              {team.state ? `, ${team.state}` : ''}
            </li>
          ))}
          {others > 0 && <li className="text-quiet">{words.more(others)}</li>}
        </ul>
      )}
      {praise && <div className="mt-2 print:hidden">{praise}</div>}
    </Section>
  );
}

function Margin({ resource, record, tools }: { resource: ResourceShown; record: RecordShown; tools?: ReactNode }) {
  const { owner, author } = resource;
  const licence = LICENCE_WORDS[resource.licence];
  return (
    <div className="flex flex-col gap-3">
      <div>
        <h2 className="text-note font-semibold">{words.sharedBy}</h2>
        <p>
          {owner.state && <StateOutline code={owner.state} />} <TextLink to={owner.path}>{owner.name}</TextLink>
          {owner.state ? `, ${owner.state}` : ''}
        </p>
        {author && <p className="text-note text-quiet">{author.name}</p>}
      </div>
      <CoAuthorList resource={resource} record={record} />
      <p className="text-note text-quiet">
        {words.posted} <Instant at={resource.createdAt} form="day" />
        {resource.updatedAt !== resource.createdAt && (
          <>
            <br />
            {words.changed} <Instant at={resource.updatedAt} form="ago" />
          </>
        )}
      </p>
      {(resource.principles.length > 0 || resource.topics.length > 0) && (
        <div className="flex flex-col gap-1">
          <PrincipleTags numbers={resource.principles} />
          <TopicTags slugs={resource.topics} />
        </div>
      )}
      <div>
        <h2 className="text-note font-semibold">{words.readers}</h2>
        <p className="text-note">{words.audience[resource.audience.split(':')[0] ?? ''] ?? ''}</p>
        <ReadBy audience={resource.audience} />
      </div>
      <div>
        <h2 className="text-note font-semibold">{recordWords.licence}</h2>
        <p className="text-note">{licence.label}</p>
        <p className="text-note text-quiet">{licence.note}</p>
        {licence.url && (
          <p className="text-note">
            <TextLink to={licence.url}>{recordWords.licenceText}</TextLink>
          </p>
        )}
      </div>
      {resource.reviewOn && (
        <div>
          <h2 className="text-note font-semibold">{recordWords.reviewOn}</h2>
          <p className="text-note">
            <Day on={resource.reviewOn} />
          </p>
        </div>
      )}
      {record.supersedes.length > 0 && (
        <div>
          <h2 className="text-note font-semibold">{recordWords.supersedes}</h2>
          {record.supersedes.map((one) => (
            <p key={one.id} className="text-note">
              <TextLink to={`/library/${one.id}`}>{one.title}</TextLink>
            </p>
          ))}
        </div>
      )}
      <p className="hidden text-note print:block">{recordWords.printed(location.host, `/library/${resource.id}`)}</p>
      <div className="print:hidden">
        <Button look="quiet" onPress={() => window.print()}>
          {recordWords.print}
        </Button>
      </div>
      {tools}
    </div>
  );
}

/** Stands where a resource is not there, or not for this reader. */
export function NoResource() {
  return (
    <PageHeader
      title={words.notFound}
      lead={words.notFoundLead}
      action={
        <LinkButton to="/library" look="primary">
          {words.toLibrary}
        </LinkButton>
      }
    />
  );
}
