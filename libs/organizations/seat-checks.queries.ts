import { type Database, newId } from '@app/platform/database';
import type { Viewer } from '@app/people';
import { IS_ASKED, LEADING } from './holdings.queries.js';
import { seatsOf } from './membership.js';
import { leadingRoles } from './seat.templates.js';
import type { SeatRole } from './seat.entity.js';
import type { CheckAnswer, CheckReason } from './seat-check.entity.js';

/** A question about a seat, with whom it is about. */
export interface CheckRow {
  id: string;
  holdingId: string;
  seatId: string | null;
  organizationId: string;
  organizationName: string;
  laborWord: 'union' | 'association' | null;
  role: SeatRole;
  reason: CheckReason;
  closed: boolean;
  vacatesAt: Date | null;
  /** The moment at which the holder was asked, exactly. */
  asked: string;
  holderId: string | null;
  holderName: string | null;
  holderEmail: string | null;
}

const CHECK = `
  select c.id, c.holding_id as "holdingId", h.seat_id as "seatId", c.organization_id as "organizationId", o.name as "organizationName", o.labor_word as "laborWord", h.role, c.reason,
    c.closed_at is not null as closed, c.vacates_at as "vacatesAt", h.asked_at::text as asked, a.id as "holderId", a.name as "holderName", a.email as "holderEmail"
  from seat_check c join seat_holding h on h.id = c.holding_id join organization o on o.id = c.organization_id left join account a on a.id = h.account_id`;

export function checkById(db: Database, id: string): Promise<CheckRow | null> {
  return db.one<CheckRow>(`${CHECK} where c.id = $1`, [id]);
}

/** Opens the question about a holding, its holder asked too; null when it is open already. */
export async function openSeatCheck(db: Database, holdingId: string, reason: CheckReason): Promise<CheckRow | null> {
  const made = await db.one<{ id: string }>(
    `insert into seat_check (id, holding_id, organization_id, reason) select $1, id, organization_id, $3 from seat_holding where id = $2 and until is null
     on conflict (holding_id) where closed_at is null do nothing returning id`,
    [newId(), holdingId, reason],
  );
  if (!made) return null;
  await db.query(`update seat_holding h set asked_at = now() where id = $1 and not ${IS_ASKED}`, [holdingId]);
  return checkById(db, made.id);
}

/** Who sits in the other leading seats of the organization. */
export function othersBeside(db: Database, check: CheckRow): Promise<{ id: string; email: string }[]> {
  return db.query(
    `select distinct a.id, a.email from seat s join account a on a.id = s.account_id
     where s.organization_id = $1 and a.id is distinct from $2 and s.role in ${LEADING} order by a.id`,
    [check.organizationId, check.holderId],
  );
}

/** Whether everybody beside the seat says that its holder has left. Where fewer than two sit there, a steward must say so too. */
export async function allSayGone(db: Database, check: CheckRow): Promise<boolean> {
  const others = (await othersBeside(db, check)).map(({ id }) => id);
  const gone = await db.query<{ id: string; is_steward: boolean }>(`select a.id, a.is_steward from seat_check_answer x join account a on a.id = x.account_id where x.check_id = $1 and x.answer = 'left'`, [check.id]);
  const all = others.every((id) => gone.some((one) => one.id === id));
  return all && (others.length >= 2 || gone.some((one) => one.is_steward && !others.includes(one.id)));
}

export interface OpenCheck extends CheckRow {
  openedAt: Date;
  /** How many sit beside the seat and can answer. */
  others: number;
}

/** Open questions about others that the viewer has not answered: in what they lead, everywhere for stewards. At most 20. */
export async function openChecksFor(db: Database, viewer: Viewer): Promise<OpenCheck[]> {
  const led = seatsOf(viewer).filter((seat) => leadingRoles(seat.kind).includes(seat.role)).map((seat) => seat.organizationId);
  const rows = await db.read<OpenCheck>(
    `select q.*, c.opened_at as "openedAt", (select count(distinct s.account_id)::int from seat s
         where s.organization_id = q."organizationId" and s.account_id is distinct from q."holderId" and s.account_id is not null and s.role in ${LEADING}) as others
     from (${CHECK} where c.closed_at is null and a.id is distinct from $1 and ($2 or c.organization_id = any($3::uuid[]))
         and not exists (select 1 from seat_check_answer x where x.check_id = c.id and x.account_id = $1)
         order by c.opened_at limit 20) q join seat_check c on c.id = q.id order by c.opened_at`,
    [viewer.accountId, viewer.isSteward, led],
  );
  // Rows that travel with others carry instants as text.
  return rows.map((row) => ({ ...row, openedAt: new Date(row.openedAt), vacatesAt: row.vacatesAt && new Date(row.vacatesAt) }));
}

/** A question with what was said, as those who may answer it see it. */
export interface SeatCheckView extends CheckRow {
  holder: { id: string; name: string } | null;
  answers: { person: { id: string; name: string }; answer: CheckAnswer; address: string | null; isMine: boolean }[];
}

/** Adds what was said so far; a new address is for whoever named it and for stewards. */
export async function viewOf(db: Database, check: CheckRow, viewer: Viewer): Promise<SeatCheckView> {
  const said = await db.query<{ id: string; name: string; answer: CheckAnswer; address: string | null }>(
    `select a.id, a.name, x.answer, x.address from seat_check_answer x join account a on a.id = x.account_id where x.check_id = $1 order by x.at, a.id`,
    [check.id],
  );
  const answers = said.map(({ id, name, answer, address }) => ({ person: { id, name }, answer, isMine: id === viewer.accountId, address: viewer.isSteward || id === viewer.accountId ? address : null }));
  return { ...check, holder: check.holderId && check.holderName ? { id: check.holderId, name: check.holderName } : null, answers };
}
