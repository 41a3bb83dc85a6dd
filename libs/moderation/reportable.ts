import { type Get, Point } from '@app/platform/feature';
import type { Viewer } from '@app/people';

/** A copy of what was reported, as it stood then; the steward sees this and no more of the private room around it. */
export interface Reported {
  title: string;
  text: string;
  path: string;
  authorId: string | null;
  organizationId: string | null;
}

/** A kind of thing that a reader can report and a steward can take down. */
export interface Reportable {
  /** As it stands in a report: `post`, `resource`. */
  kind: string;
  /** Null when it is not there or this person may not read it; without a person, when not everybody may. */
  find: (get: Get, viewer: Viewer | null, id: string) => Promise<Reported | null>;
  /** Hides it from everybody but its author, with the reason; telling twice is once. Runs in the steward's transaction. */
  takeDown: (get: Get, id: string, reason: string) => Promise<void>;
  restore: (get: Get, id: string) => Promise<void>;
}

export const reportables = new Point<Reportable>('moderation.reportables');
