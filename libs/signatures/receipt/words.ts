import type { ActRow, ActSeatRow } from '../signatures.queries.js';

/** A moment as a record needs it: the same for whoever reads it, to the second. */
export function momentUtc(at: Date | string): string {
  const date = new Date(at);
  const day = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' }).format(date);
  return `${day}, ${date.toISOString().slice(11, 19)} UTC`;
}

/** In one sentence, where the act stands. */
export function standingOf(act: ActRow): string {
  const signed = act.seats.filter((seat) => seat.signature).length;
  switch (act.state) {
    case 'open':
      return `Not complete: ${signed} of ${act.seats.length} seats have signed.`;
    case 'complete':
      return `Signed by all ${act.seats.length} seats; complete on ${momentUtc(act.completedAt ?? act.createdAt)}.`;
    case 'retracted':
      return `Taken back by ${act.closerName ?? 'its proposer'} on ${momentUtc(act.closedAt ?? act.createdAt)}, before all had signed.${because(act)}`;
    case 'superseded':
      return act.completedAt
        ? `Signed by all seats on ${momentUtc(act.completedAt)}; a newer version has held since ${momentUtc(act.closedAt ?? act.completedAt)}.`
        : `A newer text took its place on ${momentUtc(act.closedAt ?? act.createdAt)}, before all had signed.`;
    case 'ended':
      return `Signed by all seats on ${momentUtc(act.completedAt ?? act.createdAt)}; ended by ${act.closerName ?? 'one of them'} on ${momentUtc(act.closedAt ?? act.createdAt)}.${because(act)}`;
  }
}

const because = (act: ActRow): string => (act.closeReason ? ` The reason given: ${act.closeReason}` : '');

/** Under a seat's name: who signed and when, what was taken back, and who sits there if it is somebody else. */
export function linesOf(seat: ActSeatRow): string[] {
  const given = seat.signature ? [seat.signature] : [];
  const lines = [...seat.withdrawn, ...given].flatMap((one) => [
    `${one.name}, ${one.title}, ${one.organizationName}. Signed ${momentUtc(one.signedAt)}, by a code mailed to their own address.`,
    ...(one.withdrawnAt ? [`Taken back ${momentUtc(one.withdrawnAt)} by ${one.withdrawerName ?? 'the seat'}.${one.withdrawalReason ? ` ${one.withdrawalReason}` : ''}`] : []),
  ]);
  if (given.length === 0 && seat.withdrawn.length === 0) lines.push('Not signed.');
  if (seat.signature?.holderChanged) lines.push(seat.holders.length > 0 ? `Since then this seat has passed to ${seat.holders.map((holder) => holder.name).join(', ')}.` : 'Since then this seat has become vacant.');
  return lines;
}
