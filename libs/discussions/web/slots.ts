import { Slot } from '@app/platform/web';

/** What an act on a letter is told: which letter, and where it stands. */
export interface LetterPartProps {
  /** As it stands in a report: `post`. */
  kind: string;
  id: string;
  path: string;
}

/** The foot of a letter that can be read: quiet acts of other features, such as marking or reporting it. */
export const letterSlot = new Slot<LetterPartProps>('letter');
