import type { Database } from '@app/platform/database';
import type { Viewer } from '@app/people';
import type { OrganizationKind } from './organization.entity.js';
import { leadingRoles } from './seat.templates.js';
import type { SeatRole } from './seat.entity.js';
import type { HoldingEnd } from './seat-holding.entity.js';

/** Days after which an unanswered question is shown to the other seats, and they are asked. */
export const UNANSWERED_DAYS = 30;

interface Named {
  id: string;
  name: string;
}

/** A leading seat as its own team sees it: how it is held, who held it before, and what is open about it. */
export interface SeatRecordRow {
  id: string;
  organizationId: string;
  role: SeatRole;
  title: string | null;
  equivalent: boolean;
  holder: Named | null;
  isMine: boolean;
  since: string | null;
  termEnds: string | null;
  confirmedAt: string | null;
  isAsked: boolean;
  notConfirmedSince: string | null;
  handover: { id: string; day: string | null; email: string | null; successor: string | null } | null;
  checkId: string | null;
  former: { id: string; person: Named | null; title: string | null; since: string; until: string; ended: HoldingEnd }[];
}

const KINDS: OrganizationKind[] = ['district', 'state_team', 'co_sponsor', 'foundation', 'other'];

/** The roles that lead an organization of any kind, as SQL knows them: only these are handed over, confirmed and asked about. */
export const LEADING = `(${quoted()})`;

function quoted(): string {
  return [...new Set(KINDS.flatMap(leadingRoles))].map((role) => `'${role}'`).join(', ');
}

/** A question is open while nobody has answered since it was asked. */
export const IS_ASKED = `(h.asked_at is not null and (h.confirmed_at is null or h.confirmed_at < h.asked_at))`;

const named = (a: string): string => `case when ${a}.id is not null then jsonb_build_object('id', ${a}.id, 'name', ${a}.name) end`;

/** The leading seats of a team with their history, in one statement. */
export async function teamRecords(db: Database, organizationId: string, viewer: Viewer): Promise<SeatRecordRow[]> {
  const rows = await db.query<{ record: SeatRecordRow }>(
    `select jsonb_build_object('id', s.id, 'organizationId', s.organization_id, 'role', s.role, 'title', s.title, 'equivalent', s.equivalent, 'holder', ${named('a')},
       'isMine', s.account_id is not null and s.account_id = $2, 'since', h.since, 'termEnds', h.term_ends, 'confirmedAt', h.confirmed_at, 'isAsked', coalesce(${IS_ASKED}, false),
       'notConfirmedSince', case when ${IS_ASKED} and h.asked_at < now() - interval '${UNANSWERED_DAYS} days' then coalesce(h.confirmed_at, h.since) end,
       'handover', (select jsonb_build_object('id', ho.id, 'day', ho.day, 'email', case when ho.from_account_id = $2 then ho.email end, 'successor', b.name)
          from seat_handover ho left join account b on b.id = ho.accepted_by where ho.seat_id = s.id and ho.done_at is null and ho.withdrawn_at is null and ho.expires_at > now()),
       'checkId', (select c.id from seat_check c where c.holding_id = h.id and c.closed_at is null),
       'former', coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'person', ${named('b')}, 'title', f.title, 'since', f.since, 'until', f.until, 'ended', f.ended) order by f.until desc)
          from seat_holding f left join account b on b.id = f.account_id
          where f.until is not null and (f.seat_id = s.id or (f.seat_id is null and f.organization_id = s.organization_id and f.role = s.role))), '[]')) as record
     from seat s left join account a on a.id = s.account_id left join seat_holding h on h.seat_id = s.id and h.until is null
     where s.organization_id = $1 and s.role in ${LEADING} order by array_position(array[${quoted()}], s.role), s.since, s.id`,
    [organizationId, viewer.accountId],
  );
  return rows.map((row) => row.record);
}

/** A leading seat that somebody held once. */
export interface FormerSeatRow {
  id: string;
  organizationId: string;
  organizationName: string;
  role: SeatRole;
  title: string | null;
  since: Date;
  until: Date;
  ended: HoldingEnd;
}

/** The leading seats somebody held and does not hold now, the latest first. */
export function formerSeatsOf(db: Database, accountId: string): Promise<FormerSeatRow[]> {
  return db.query<FormerSeatRow>(
    `select h.id, h.organization_id as "organizationId", o.name as "organizationName", h.role, h.title, h.since, h.until, h.ended
     from seat_holding h join organization o on o.id = h.organization_id
     where h.account_id = $1 and h.until is not null and h.role in ${LEADING}
       and not exists (select 1 from seat s where s.account_id = $1 and s.organization_id = h.organization_id and s.role = h.role)
     order by h.until desc limit 50`,
    [accountId],
  );
}

/** What a mail or a brief says of somebody's time in a seat. */
export interface HoldingRow {
  id: string;
  seatId: string | null;
  organizationId: string;
  organizationName: string;
  laborWord: 'union' | 'association' | null;
  role: SeatRole;
  title: string | null;
  accountId: string | null;
  name: string | null;
  email: string | null;
  since: Date;
  until: Date | null;
  ended: HoldingEnd | null;
  termEnds: string | null;
  confirmedAt: Date | null;
  askedAt: Date | null;
}

export const HOLDING = `
  select h.id, h.seat_id as "seatId", h.organization_id as "organizationId", o.name as "organizationName", o.labor_word as "laborWord", h.role, h.title, h.account_id as "accountId",
    a.name, a.email, h.since, h.until, h.ended, h.term_ends::text as "termEnds", h.confirmed_at as "confirmedAt", h.asked_at as "askedAt"
  from seat_holding h join organization o on o.id = h.organization_id left join account a on a.id = h.account_id`;

export function holdingById(db: Database, id: string): Promise<HoldingRow | null> {
  return db.one<HoldingRow>(`${HOLDING} where h.id = $1`, [id]);
}

/** Who sat in a seat right before its present holder; null for the first. */
export function predecessorIn(db: Database, seatId: string): Promise<HoldingRow | null> {
  return db.one<HoldingRow>(`${HOLDING} where h.seat_id = $1 and h.until is not null order by h.until desc, h.id desc limit 1`, [seatId]);
}
