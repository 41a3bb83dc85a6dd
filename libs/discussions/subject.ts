import { type Get, Point } from '@app/platform/feature';
import type { Viewer } from '@app/people';

/** What a thread is about. */
export interface ThreadSubject {
  title: string;
  path: string;
  /** Who may read threads on it, at most. */
  audience: string;
}

/** A kind of thing that threads can be opened on: a practice, a resource, a conference, a mentoring link. */
export interface SubjectKind {
  kind: string;
  /** Null when it is not there or this person may not read it. */
  find: (get: Get, viewer: Viewer | null, id: string) => Promise<ThreadSubject | null>;
}

export const threadSubjects = new Point<SubjectKind>('discussions.subjects');

/** Whose business every letter of a kind of audience is, also when they have not written yet: both teams of a mentoring link. */
export interface AudienceKeepers {
  /** The kind of audience: `link` for `link:ID`. */
  prefix: string;
  /** A select that answers the account ids of the keepers of one audience as `id`; the audience key stands in `t.audience`. */
  sql: string;
}

export const audienceKeepers = new Point<AudienceKeepers>('discussions.audience-keepers');
