import type { ActOnPageFragment, ActSeatFragment } from './signatures.generated.js';

/** "Superintendent" where all seats are of one organization, else with the organization that the document names. */
export function shortSeat(seat: Pick<ActSeatFragment, 'words'>, act: Pick<ActOnPageFragment, 'seats'>): string {
  const one = new Set(act.seats.map(({ organization }) => organization.id)).size === 1;
  return one ? (seat.words.split(', ')[0] ?? seat.words) : seat.words;
}

export const inSentence = (words: string): string => `${words.charAt(0).toLowerCase()}${words.slice(1)}`;
