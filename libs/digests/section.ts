import { type Get, Point } from '@app/platform/feature';

/** For whom a digest is put together: a district, with what its team may read. */
export interface DigestReader {
  organizationId: string;
  /** The audience keys its seats share: `public`, `members`, `team:ID`, `conference:ID`. */
  keys: readonly string[];
  /** What is newer than this is new to them. */
  since: Date;
  conferenceId: string | null;
}

export interface DigestItem {
  title: string;
  /** The page, as a path of this web app. */
  path: string;
  /** Who and when, or why it is for them, in a few words. */
  note?: string;
}

/**
 * A part of a digest that a feature contributes. `read` answers for many districts at once, in a fixed number of
 * statements; a district that is missing has nothing new. At most five items each.
 */
export interface DigestSection {
  name: string;
  title: string;
  /** The lower, the earlier it stands; 50 unless said. */
  rank?: number;
  read: (get: Get, readers: readonly DigestReader[]) => Promise<Map<string, DigestItem[]>>;
}

export const digestSections = new Point<DigestSection>('digests.sections');
