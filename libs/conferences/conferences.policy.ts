import { type Viewer } from '@app/people';
import { type SeatHeld, seatsOf, speaks } from '@app/organizations';

/** What decides who may run a conference: the organizations behind it. */
export interface Sponsored {
  history: boolean;
  sponsors: readonly { organizationId: string; part: string }[];
}

/** The seat in which somebody may call a conference at all: one of a co-sponsor. */
export function callingSeat(viewer: Viewer | null): SeatHeld | null {
  return seatsOf(viewer).find((seat) => seat.kind === 'co_sponsor' && speaks(seat.role)) ?? null;
}

/** The seat in which somebody acts for a conference: one of its lead or co-sponsors, never of a mere supporter. */
export function sponsoringSeat(viewer: Viewer | null, conference: Sponsored): SeatHeld | null {
  const behind = conference.sponsors.filter(({ part }) => part !== 'supporter').map(({ organizationId }) => organizationId);
  return seatsOf(viewer).find((seat) => speaks(seat.role) && behind.includes(seat.organizationId)) ?? null;
}

/**
 * The seat in which somebody notes what a presenting team showed: one of a team that comes, or of those who stand behind the
 * conference. Who only reads notes nothing.
 */
export function notingSeat(viewer: Viewer | null, conference: Sponsored & { teams: readonly { organizationId: string; status: string; presenting: boolean }[] }, shownBy: string): SeatHeld | null {
  if (!viewer || conference.history || !conference.teams.some((team) => team.organizationId === shownBy && team.presenting)) return null;
  const there = conference.teams.filter(({ status }) => status === 'attending').map(({ organizationId }) => organizationId);
  return seatsOf(viewer).find((seat) => speaks(seat.role) && there.includes(seat.organizationId)) ?? sponsoringSeat(viewer, conference);
}

/** Whether somebody may change a conference. What is history stays as the sources tell it. */
export function canRun(viewer: Viewer | null, conference: Sponsored): boolean {
  if (!viewer || conference.history) return false;
  return viewer.isSteward || sponsoringSeat(viewer, conference) !== null;
}
