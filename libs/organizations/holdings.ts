import { type Database, newId } from '@app/platform/database';
import type { Seat } from './seat.entity.js';
import type { HoldingEnd } from './seat-holding.entity.js';

/** Writes down that somebody sits in a seat from now on. What was still open of the time before is over. */
export async function beginHolding(db: Database, seat: Seat): Promise<void> {
  await endHolding(db, seat.id, 'unknown');
  await db.query(`update seat_handover set withdrawn_at = now() where seat_id = $1 and done_at is null and withdrawn_at is null`, [seat.id]);
  await db.query(`insert into seat_holding (id, seat_id, organization_id, role, title, account_id, since) values ($1, $2, $3, $4, $5, $6, $7)`, [
    newId(), seat.id, seat.organizationId, seat.role, seat.title, seat.accountId, seat.since,
  ]);
}

/** Writes down that the time of whoever sits in a seat is over, and why. Answers the holding, or null when nobody sat there. */
export async function endHolding(db: Database, seatId: string, why: HoldingEnd): Promise<string | null> {
  const ended = await db.one<{ id: string }>(`update seat_holding set until = now(), ended = $2 where seat_id = $1 and until is null returning id`, [seatId, why]);
  if (!ended) return null;
  await db.query(`update seat_check set closed_at = now(), outcome = $2 where holding_id = $1 and closed_at is null`, [ended.id, why === 'found_gone' ? 'left' : 'over']);
  return ended.id;
}
