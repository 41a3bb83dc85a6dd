import { Instant, StateOutline, TextLink } from '@app/ui';
import { PrincipleTags } from '@app/framework/web';
import { Alike, type Part, Parts, Superseded } from '@app/search/web';
import { recordWords } from './record-words.js';
import type { ResourceLineFragment } from './resources.generated.js';
import { words } from './words.js';

export interface LineOfResource {
  resource: ResourceLineFragment;
  /** With what matches marked; the resource's own words without. */
  title?: readonly Part[];
  excerpt?: readonly Part[];
  /** In what its district is like the reader's, where it stands higher for it. */
  alike?: readonly string[];
}

/** Resources as a list to run one's eye over: what it is, whose, and why it is here. */
export function ResourceLines({ lines, level = 2, brief = false }: { lines: readonly LineOfResource[]; level?: 2 | 3; brief?: boolean }) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <ol className="list-none p-0">
      {lines.map(({ resource, title, excerpt, alike }) => (
        <li key={resource.id} className="flex flex-col gap-[4px] border-0 border-t border-solid border-line py-3">
          <p className="text-note text-quiet">{whatItIs(resource)}</p>
          <Heading className="text-lead font-semibold">
            <TextLink to={`/library/${resource.id}`}>{title ? <Parts parts={title} /> : resource.title}</TextLink>
          </Heading>
          {!brief && <p>{excerpt && excerpt.some((part) => part.hit) ? <Parts parts={excerpt} /> : resource.summary}</p>}
          <Superseded by={resource.supersededBy && { title: resource.supersededBy.title, path: `/library/${resource.supersededBy.id}` }} />
          <Alike alike={alike} />
          <p className="flex flex-wrap items-center gap-x-2 text-note text-quiet">
            {!brief && (
              <span>
                {resource.owner.state && <StateOutline code={resource.owner.state} />} {resource.owner.name}
                {resource.owner.state ? `, ${resource.owner.state}` : ''}
              </span>
            )}
            <Instant at={resource.createdAt} form="day" />
            {resource.bothSidesCount > 0 && <strong className="font-semibold text-ink">{recordWords.bothSidesShort(resource.bothSidesCount)}</strong>}
            {resource.useCount > 0 && <span>{recordWords.useCount(resource.useCount)}</span>}
            {resource.silentSince && <span className="text-attention">{recordWords.silentShort}</span>}
            {resource.usefulCount > 0 && <strong className="font-semibold text-ink">{words.useful(resource.usefulCount)}</strong>}
          </p>
          {!brief && <PrincipleTags numbers={resource.principles} />}
        </li>
      ))}
    </ol>
  );
}

function whatItIs({ form, host, file }: Pick<ResourceLineFragment, 'form' | 'host' | 'file'>): string {
  if (file) return `${words.forms[form]}: ${words.kindOf(file.ending)}, ${words.size(file.size)}`;
  return host ? `${words.forms[form]} to ${host}` : (words.forms[form] ?? form);
}
