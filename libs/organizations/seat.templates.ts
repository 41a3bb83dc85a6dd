import { LEADING_ROLES, READING_ROLES, SEAT_TEMPLATES, type SeatTemplate } from './contract/templates.js';
import type { OrganizationKind } from './organization.entity.js';
import type { SeatRole } from './seat.entity.js';

export { LEADING_ROLES };

/** The leading seats of a kind of organization, in the order in which they are shown. */
export function seatTemplates(kind: OrganizationKind): readonly SeatTemplate[] {
  return SEAT_TEMPLATES[kind];
}

/** The seats that lead an organization. They are claimed or kept; every other place is given by them. */
export function leadingRoles(kind: OrganizationKind): readonly SeatRole[] {
  return SEAT_TEMPLATES[kind].map(({ role }) => role);
}

/** The seats that sign for a kind of organization. Of a state's two union seats one may be missing: see {@link rolesThatMustSign}. */
export function signingRoles(kind: OrganizationKind): readonly SeatRole[] {
  return SEAT_TEMPLATES[kind].filter(({ signs }) => signs).map(({ role }) => role);
}

/** Whether a seat signs for its organization; for a district unless another kind is said. */
export function isSigningSeat(role: SeatRole, kind: OrganizationKind = 'district'): boolean {
  return signingRoles(kind).includes(role);
}

/** The seats whose signatures one organization needs, given which leading seats are held: of seats required together only those that are held, and all of them while none is. */
export function rolesThatMustSign(kind: OrganizationKind, held: readonly SeatRole[]): readonly SeatRole[] {
  return SEAT_TEMPLATES[kind].filter((seat) => seat.signs && needOf(seat, SEAT_TEMPLATES[kind], held) === 'required').map(({ role }) => role);
}

/** Whether a seat is missed while it is vacant, or may be filled. A seat of several required together may be once one of them is held. */
export function needOf(seat: SeatTemplate, seats: readonly SeatTemplate[], held: readonly SeatRole[]): 'required' | 'encouraged' {
  if (seat.need === 'encouraged' || !seat.oneOf || held.includes(seat.role)) return seat.need;
  return seats.some((other) => other.oneOf === seat.oneOf && held.includes(other.role)) ? 'encouraged' : 'required';
}

/** The seats that are missed: required and held by nobody. */
export function missingRoles(kind: OrganizationKind, held: readonly SeatRole[]): readonly SeatRole[] {
  const seats = SEAT_TEMPLATES[kind];
  return seats.filter((seat) => !held.includes(seat.role) && needOf(seat, seats, held) === 'required').map(({ role }) => role);
}

/** Whether a role has one holder at a time, so that it can be vacant or taken. */
export function isSingleSeat(role: SeatRole): boolean {
  return Object.values(SEAT_TEMPLATES).some((seats) => seats.some((seat) => seat.role === role && seat.holders === 'one'));
}

/** Whether a role speaks for its organization at all; observers and guests only read. */
export function speaks(role: SeatRole): boolean {
  return !READING_ROLES.includes(role);
}

/** Whether a place ends by itself at its date, and opens one team's space alone. */
export function isGuestPlace(role: SeatRole): boolean {
  return role === 'guest';
}

/** For SQL: that a place has not come to its date, for the seat's alias. */
export const STILL_VALID = (alias: string): string => `(${alias}.valid_until is null or ${alias}.valid_until > now())`;

/** For SQL: the roles that only read, as a list of literals: `st.role not in (${READERS_ONLY})`. */
export const READERS_ONLY = READING_ROLES.map((role) => `'${role}'`).join(', ');

/** For SQL: every leading role, as a list of literals: `st.role in (${LEADERS})`. */
export const LEADERS = LEADING_ROLES.map((role) => `'${role}'`).join(', ');

