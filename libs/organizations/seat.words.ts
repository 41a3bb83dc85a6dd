import { placeLabel } from './contract/templates.js';
import type { SeatRole } from './seat.entity.js';

/** A place in a team in words, with the district's own word for its labor organization where it has said it. */
export function roleWords(role: SeatRole, laborWord: 'union' | 'association' | null = null): string {
  if (role === 'labor_leader' && laborWord) return `${laborWord} leader`;
  if (role === 'staff') return 'member of the staff';
  // Within a sentence it is small, save where it begins with an abbreviation.
  return placeLabel(role).replace(/^[A-Z](?=[a-z])/, (first) => first.toLowerCase());
}

/** As {@link roleWords}, where it begins a line. */
export function roleTitle(role: SeatRole, laborWord: 'union' | 'association' | null = null): string {
  return roleWords(role, laborWord).replace(/^[a-z]/, (first) => first.toUpperCase());
}

/** A seat as its district calls it: its own title where it has one. */
export function seatWords(role: SeatRole, title: string | null, laborWord: 'union' | 'association' | null = null): string {
  return title ?? roleWords(role, laborWord);
}
