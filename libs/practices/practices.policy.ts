import { mayRead, type Viewer } from '@app/people';
import { type SeatHeld, seatsOf, speakingSeat, speaks } from '@app/organizations';
import type { Practice } from './practice.entity.js';

/** The seats by which somebody may share what their district does: those that speak for a district. */
export function sharingSeats(viewer: Viewer | null): SeatHeld[] {
  return seatsOf(viewer).filter((seat) => seat.kind === 'district' && speaks(seat.role));
}

/** Whether somebody may read it: by its audience, and nobody but its author once a steward has hidden it. */
export function canRead(viewer: Viewer | null, practice: Practice): boolean {
  if (practice.withdrawnAt) return false;
  if (practice.hiddenAt) return viewer !== null && practice.authorId === viewer.accountId && mayRead(viewer, practice.audience);
  return mayRead(viewer, practice.audience);
}

/** Whether somebody may edit or withdraw it: whoever speaks for its district. The record of 2011 stays as it was. */
export function canChange(viewer: Viewer | null, practice: Practice): boolean {
  return practice.status === 'shared' && !practice.withdrawnAt && speakingSeat(viewer, practice.organizationId) !== null;
}
