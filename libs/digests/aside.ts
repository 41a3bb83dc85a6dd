import { type Get, Point } from '@app/platform/feature';
import type { DigestItem } from './section.js';

/** A section of one person's own. */
export interface AsideSection {
  title: string;
  items: DigestItem[];
}

/** What a digest says to one person alone, below what it says to their district; only their mail has it, never the page that their team shares. */
export interface DigestAside {
  name: string;
  /** Notes for some of these people what is new for them, and answers whether there is more to note. It is called until there is not, each time in a transaction of its own. */
  note: (get: Get, edition: { id: string; at: Date }, people: readonly string[]) => Promise<boolean>;
  /** For whom something was noted. */
  people: (get: Get, editionId: string) => Promise<string[]>;
  /** What was noted, as far as its reader may read it when the mail is written. */
  read: (get: Get, editionId: string, personId: string) => Promise<AsideSection[]>;
}

export const digestAsides = new Point<DigestAside>('digests.asides');
