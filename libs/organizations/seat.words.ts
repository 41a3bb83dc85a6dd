import type { SeatRole } from './seat.entity.js';

const ROLES: Record<SeatRole, string> = {
  superintendent: 'superintendent',
  board_president: 'board president',
  labor_leader: 'union or association leader',
  representative: 'representative',
  staff: 'member of the staff',
  observer: 'observer',
};

/** A place in a team in words, with the district's own word for its labor organization where it has said it. */
export function roleWords(role: SeatRole, laborWord: 'union' | 'association' | null = null): string {
  return role === 'labor_leader' && laborWord ? `${laborWord} leader` : ROLES[role];
}

/** A seat as its district calls it: its own title where it has one. */
export function seatWords(role: SeatRole, title: string | null, laborWord: 'union' | 'association' | null = null): string {
  return title ?? roleWords(role, laborWord);
}
