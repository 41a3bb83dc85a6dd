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

type Ruled = Pick<Practice, 'status' | 'stage' | 'organizationId' | 'withdrawnAt' | 'hiddenAt'>;

/** Whether somebody may edit it: whoever speaks for its district. The record of 2011 stays as it was. */
export function canChange(viewer: Viewer | null, practice: Ruled): boolean {
  return practice.status === 'shared' && !practice.withdrawnAt && speakingSeat(viewer, practice.organizationId) !== null;
}

/** Whether somebody may say that their district still does what was recorded of it in 2011: whoever speaks for that district. */
export function canContinue(viewer: Viewer | null, practice: Ruled): boolean {
  return practice.status === 'recorded' && sharingSeats(viewer).some((seat) => seat.organizationId === practice.organizationId);
}

/** Whether somebody may take it back so that it is gone: only while its district's seats have never signed it. */
export function canWithdraw(viewer: Viewer | null, practice: Ruled, signedEver: boolean): boolean {
  return canChange(viewer, practice) && practice.stage === 'told' && !signedEver;
}

/** Whether somebody may ask the seats of the district to sign it, for the first time or again; what has lapsed may come back like this. */
export function canAskToAffirm(viewer: Viewer | null, practice: Ruled): boolean {
  return canChange(viewer, practice) && !practice.hiddenAt;
}

/** Whether somebody may say that it is done no more. */
export function canLapse(viewer: Viewer | null, practice: Ruled): boolean {
  return canChange(viewer, practice) && practice.stage !== 'lapsed';
}

/** The seats by which somebody may approve practices: those that speak for a co-sponsor. */
export function approvingSeats(viewer: Viewer | null): SeatHeld[] {
  return seatsOf(viewer).filter((seat) => seat.kind === 'co_sponsor' && speaks(seat.role));
}

/** Whether it can be approved at all: once its district's seats have signed it as it is. */
export function canBeApproved(practice: Ruled): boolean {
  return practice.status === 'shared' && !practice.withdrawnAt && !practice.hiddenAt && (practice.stage === 'affirmed' || practice.stage === 'in_force');
}
