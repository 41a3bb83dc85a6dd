import { Instant, StateOutline, TextLink } from '@app/ui';
import type { CollectionLineFragment } from './collections.generated.js';
import { words } from './words.js';

/** Collections as a list to run one's eye over: what holds each together, who keeps it, how much stands in it. */
export function CollectionLines({ lines, level = 2, brief = false }: { lines: readonly CollectionLineFragment[]; level?: 2 | 3; brief?: boolean }) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <ul className="list-none p-0">
      {lines.map((line) => (
        <li key={line.id} className="flex flex-col gap-[4px] border-0 border-t border-solid border-line py-3">
          <Heading className="text-lead font-semibold">
            <TextLink to={`/collections/${line.slug}`}>{line.title}</TextLink>
          </Heading>
          {line.summary && <p>{line.summary}</p>}
          <p className="flex flex-wrap items-center gap-x-2 text-note text-quiet">
            {!brief && (
              <span>
                {line.owner.state && <StateOutline code={line.owner.state} />} {line.owner.name}
              </span>
            )}
            {line.conference && <span>{words.ofConference(line.conference.title)}</span>}
            <span>{words.things(line.itemCount)}</span>
            <Instant at={line.updatedAt} form="ago" />
          </p>
        </li>
      ))}
    </ul>
  );
}
