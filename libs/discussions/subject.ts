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
