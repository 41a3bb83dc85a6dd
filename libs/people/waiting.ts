import { type Get, Point } from '@app/platform/feature';
import type { Viewer } from './viewer.js';

/** Something that waits for a person or their team: a claim to vouch for, a letter to answer. */
export interface WaitingItem {
  /** Stays the same while it waits: `mentoring.asked:ID`. */
  key: string;
  /** What waits, in a sentence that begins with who: "Prairie View asks you for mentoring". */
  title: string;
  /** The page on which it can be dealt with. */
  path: string;
  since: Date;
  /** 1 is most urgent (somebody is stuck without us), 2 should be soon, 3 can wait. */
  urgency: 1 | 2 | 3;
  /** Stands before whatever is as urgent: a signature, for which the whole team waits. */
  first?: boolean;
}

/** A feature's answer to "what waits for us?". At most 20 items, read with `Database.read`, so that all sources travel in one statement. */
export interface WaitingSource {
  name: string;
  read: (get: Get, viewer: Viewer) => Promise<WaitingItem[]>;
}

export const waitingSources = new Point<WaitingSource>('people.waiting');
