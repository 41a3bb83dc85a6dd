import { Instant, Tag, TextLink } from '@app/ui';
import { useVocabulary } from '@app/framework/web';
import type { LinkLineFragment } from './mentoring.generated.js';
import { words } from './words.js';

/** Asks and links of ours, each with the other district and where it stands. */
export function LinkList({ links }: { links: readonly LinkLineFragment[] }) {
  const { principle } = useVocabulary();
  return (
    <ul>
      {links.map((link) => {
        const other = link.viewerIsMentor ? link.mentee : link.mentor;
        const about = link.principle ? principle(link.principle)?.name : undefined;
        return (
          <li key={link.id} className="border-t border-line py-2">
            <p className="flex flex-wrap items-baseline gap-x-1">
              <TextLink to={`/mentoring/${link.id}`}>{other.name}</TextLink>
              <span>{words.lines[link.viewerIsMentor ? 'asMentor' : 'asMentee'][link.state]}</span>
              {link.answerIsNew && <Tag>{words.newAnswer}</Tag>}
            </p>
            <p className="text-note text-quiet">
              {about && `${about} · `}
              <Instant at={link.endedAt ?? link.answeredAt ?? link.createdAt} form="ago" />
            </p>
          </li>
        );
      })}
    </ul>
  );
}
