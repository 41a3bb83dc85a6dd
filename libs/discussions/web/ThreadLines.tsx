import { Instant, Tag, TextLink } from '@app/ui';
import type { ThreadLineFragment } from './Threads.generated.js';
import { words } from './words.js';
import './discussions.css';

/** Threads as lines: what it is about, who opened it and where they sit, and when the latest letter came. */
export function ThreadLines({ threads, label = words.listLabel }: { threads: readonly ThreadLineFragment[]; label?: string }) {
  return (
    <ul className="threads" aria-label={label}>
      {threads.map((thread) => (
        <li key={thread.id} className="threads-line">
          <div>
            <p className="threads-title">
              <TextLink to={`/threads/${thread.id}`}>{thread.title}</TextLink>
            </p>
            <p className="threads-who">
              {thread.opener.person?.name ?? words.somebody}, {thread.opener.organization.name}
              {thread.subject?.title && thread.subject.path && (
                <>
                  {' · '}
                  {words.about} <TextLink to={thread.subject.path}>{thread.subject.title}</TextLink>
                </>
              )}
            </p>
            <Marks thread={thread} />
          </div>
          <p className="threads-latest">
            <span className="threads-count">{words.letters(thread.replyCount + 1)}</span>
            <span>
              {words.latestLetter} <Instant at={thread.lastPostAt} form="ago" />
              {thread.lastWriter && `, ${thread.lastWriter.name}`}
            </span>
          </p>
        </li>
      ))}
    </ul>
  );
}

/** What sets a thread apart: news since one's last visit, readers other than all members, an end. */
function Marks({ thread }: { thread: ThreadLineFragment }) {
  const unread = thread.readTo === null ? 0 : thread.lastPostNumber - thread.readTo;
  const narrow = thread.audience !== 'members';
  if (unread <= 0 && !narrow && !thread.closedAt) return null;
  return (
    <p className="threads-marks">
      {unread > 0 && <Tag look="accent">{words.unread(unread)}</Tag>}
      {narrow && <Tag>{words.audience(thread.audience).label}</Tag>}
      {thread.closedAt && <Tag>{words.closed}</Tag>}
    </p>
  );
}
