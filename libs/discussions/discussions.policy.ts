import { keysOfViewer, mayRead, type Viewer } from '@app/people';
import { type SeatHeld, seatsOf, speakingSeat, speaks } from '@app/organizations';

/** What the rules need to know of a thread. */
export interface ThreadFacts {
  audience: string;
  organizationId: string;
  closed: boolean;
  hidden: boolean;
}

/** What the rules need to know of a letter. */
export interface PostFacts {
  authorId: string | null;
  organizationId: string;
  removed: boolean;
  hidden: boolean;
}

/** Whether everybody of one audience belongs to another too, as far as the keys themselves tell. */
export function within(audience: string, limit: string): boolean {
  if (audience === limit || limit === 'public') return true;
  return limit === 'members' && audience !== 'public';
}

/** Who may be chosen to read a thread: the audiences the viewer belongs to, no wider than the subject's. The first is the usual one. */
export function audiencesFor(viewer: Viewer, subjectAudience: string | null): string[] {
  const teams = seatsOf(viewer).filter((seat) => speaks(seat.role)).map((seat) => `team:${seat.organizationId}`);
  const narrow = subjectAudience && subjectAudience !== 'public' ? [subjectAudience] : [];
  const all = [...narrow, 'members', 'public', ...teams].filter((audience) => subjectAudience === null || within(audience, subjectAudience));
  return [...new Set(all)].filter((audience) => keysOfViewer(viewer).includes(audience));
}

/** The seat in which somebody would write in a thread: in a team's own thread their seat there, else in the opener's organization, else their first. */
export function voiceIn(viewer: Viewer | null, thread: Pick<ThreadFacts, 'audience' | 'organizationId'>, organizationId?: string | null): SeatHeld | null {
  if (!mayRead(viewer, thread.audience)) return null;
  if (thread.audience.startsWith('team:')) return speakingSeat(viewer, thread.audience.slice('team:'.length));
  if (organizationId) return speakingSeat(viewer, organizationId);
  return speakingSeat(viewer, thread.organizationId) ?? seatsOf(viewer).find((seat) => speaks(seat.role)) ?? null;
}

export function canReply(viewer: Viewer | null, thread: ThreadFacts): boolean {
  return !thread.closed && !thread.hidden && voiceIn(viewer, thread) !== null;
}

/** Those who speak for the opener's organization close a thread and open it again. */
export function canClose(viewer: Viewer | null, thread: ThreadFacts): boolean {
  return !thread.hidden && mayRead(viewer, thread.audience) && speakingSeat(viewer, thread.organizationId) !== null;
}

/** An author edits for as long as they still speak for the organization in whose name they wrote. */
export function canEdit(viewer: Viewer | null, thread: ThreadFacts, post: PostFacts): boolean {
  return isOwn(viewer, thread, post) && !thread.closed && speakingSeat(viewer, post.organizationId) !== null;
}

/** An author takes their own words back while they speak for the organization, also in a closed thread; afterwards the letters are the organization's to keep. */
export function canDelete(viewer: Viewer | null, thread: ThreadFacts, post: PostFacts): boolean {
  return isOwn(viewer, thread, post) && speakingSeat(viewer, post.organizationId) !== null;
}

function isOwn(viewer: Viewer | null, thread: ThreadFacts, post: PostFacts): boolean {
  return viewer !== null && post.authorId === viewer.accountId && mayRead(viewer, thread.audience) && !post.removed && !post.hidden && !thread.hidden;
}
