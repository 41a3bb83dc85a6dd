import type { Viewer } from '@app/people';
import type { ActRow, ActSeatRow } from './signatures.queries.js';

type Ruled = Pick<ActRow, 'state' | 'proposedBy' | 'proposerSpeaks'> & { seats: Pick<ActSeatRow, 'holders' | 'signature'>[] };
type RuledSeat = Ruled['seats'][number];

/** Whether somebody sits there at this moment: who sat there before signs and withdraws nothing any more. */
export function sitsIn(viewer: Viewer | null, seat: RuledSeat): boolean {
  return viewer !== null && seat.holders.some((holder) => holder.id === viewer.accountId);
}

export function canSign(viewer: Viewer | null, act: Ruled, seat: RuledSeat): boolean {
  return act.state === 'open' && seat.signature === null && sitsIn(viewer, seat);
}

/** A signature is the seat's: whoever sits there now may take it back, while the act is open and, with a word and a code, afterwards. */
export function canWithdraw(viewer: Viewer | null, act: Ruled, seat: RuledSeat): boolean {
  return (act.state === 'open' || act.state === 'complete') && seat.signature !== null && sitsIn(viewer, seat);
}

/** Whoever proposed an open act may take it back; once they no longer speak for their team, any seat that has to sign may. */
export function canRetract(viewer: Viewer | null, act: Ruled): boolean {
  if (viewer === null || act.state !== 'open') return false;
  return act.proposerSpeaks ? act.proposedBy?.id === viewer.accountId : act.seats.some((seat) => sitsIn(viewer, seat));
}

/** Those who are waiting for a signature may ask again: whoever proposed it, and every seat that has to sign. */
export function canRemind(viewer: Viewer | null, act: Ruled): boolean {
  if (viewer === null || act.state !== 'open') return false;
  const waited = act.seats.some((seat) => seat.signature === null && seat.holders.some((holder) => holder.id !== viewer.accountId));
  return waited && ((act.proposerSpeaks && act.proposedBy?.id === viewer.accountId) || act.seats.some((seat) => sitsIn(viewer, seat)));
}
