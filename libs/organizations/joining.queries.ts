import type { Database } from '@app/platform/database';
import type { Viewer } from '@app/people';
import { type JoinAnswer, JoinRequest, type JoinState } from './join-request.entity.js';
import { seatsOf } from './membership.js';
import type { SeatRole } from './seat.entity.js';

export interface JoinLeaderRow {
  role: SeatRole;
  name: string | null;
  title: string | null;
  email: string | null;
  answer: JoinAnswer | null;
  answeredAt: string | null;
  isAsker: boolean;
}

/** A request as its asker and those who decide read it. */
export interface JoinRequestRow {
  id: string;
  organizationId: string;
  organizationName: string;
  accountId: string;
  askerName: string;
  role: SeatRole;
  statement: string;
  state: JoinState;
  question: string | null;
  reply: string | null;
  answer: string | null;
  createdAt: Date;
  decidedAt: Date | null;
  leaders: JoinLeaderRow[];
  /** All three want it. */
  complete: boolean;
  waitsDays: number;
  /** Its place among all that are open, from 1; null when it is not. */
  place: number | null;
  /** The first day of the week in which it comes up at the present pace; null while no pace is set. */
  expectedWeek: string | null;
  isAffiliate: boolean;
}

/** How many districts are opened a week now. */
export interface Pace {
  perWeek: number | null;
  fromDay: string | null;
  openedThisWeek: number;
  nextWeek: string;
  waiting: number;
  complete: number;
}

export const OPEN = `('waiting', 'asked_back')`;
const WANTED = `(select count(*) from join_leader w where w.request_id = r.id and w.answer = 'wanted') = 3`;

/** The pace in force: the setting with the latest day that has come. Weeks begin on Monday, UTC. */
const PACE = `
  select (select p.per_week from joining_pace p where p.from_day <= (now() at time zone 'utc')::date order by p.from_day desc, p.set_at desc limit 1) as per_week,
    (select p.from_day from joining_pace p where p.from_day <= (now() at time zone 'utc')::date order by p.from_day desc, p.set_at desc limit 1) as from_day,
    (select count(*)::int from join_request o where o.state = 'opened' and o.decided_at >= date_trunc('week', now() at time zone 'utc') at time zone 'utc') as opened,
    date_trunc('week', now() at time zone 'utc')::date as monday`;

// $1 are the sponsors that the viewer speaks for.
const REQUEST = `
  select r.id, r.organization_id as "organizationId", o.name as "organizationName", r.account_id as "accountId", a.name as "askerName", r.role, r.statement, r.state, r.question, r.reply, r.answer,
    r.created_at as "createdAt", r.decided_at as "decidedAt",
    (select jsonb_agg(jsonb_build_object('role', l.role, 'name', l.name, 'title', l.title, 'email', l.email, 'answer', l.answer, 'answeredAt', l.answered_at, 'isAsker', l.role = r.role)
       order by array_position(array['superintendent', 'board_president', 'labor_leader'], l.role)) from join_leader l where l.request_id = r.id) as leaders,
    ${WANTED} as complete,
    floor(extract(epoch from coalesce(r.decided_at, now()) - r.created_at) / 86400)::int as "waitsDays",
    case when r.state in ${OPEN} then before.n + 1 end as place,
    case when r.state in ${OPEN} and pace.per_week > 0
      then to_char(pace.monday + 7 * greatest(0, ceil((before.n + 1 - greatest(0, pace.per_week - pace.opened))::numeric / pace.per_week))::int, 'YYYY-MM-DD') end as "expectedWeek",
    exists (select 1 from affiliate f where f.organization_id = r.organization_id and f.sponsor_id = any($1::uuid[])) as "isAffiliate"
  from join_request r join organization o on o.id = r.organization_id join account a on a.id = r.account_id
    cross join (${PACE}) pace
    cross join lateral (select count(*)::int as n from join_request e where e.state in ${OPEN} and (e.created_at, e.id) < (r.created_at, r.id)) before`;

export function requestById(db: Database, viewer: Viewer | null, id: string): Promise<JoinRequestRow | null> {
  return db.one<JoinRequestRow>(`${REQUEST} where r.id = $2`, [sponsorsOf(viewer), id]);
}

/** As a page reads them: rows that travel with others carry instants as text. */
async function listed(db: Database, sql: string, parameters: readonly unknown[]): Promise<JoinRequestRow[]> {
  const rows = await db.read<JoinRequestRow>(sql, parameters);
  return rows.map((row) => ({ ...row, createdAt: new Date(row.createdAt), decidedAt: row.decidedAt && new Date(row.decidedAt) }));
}

/** Somebody's own requests, the newest first. */
export function requestsOf(db: Database, viewer: Viewer): Promise<JoinRequestRow[]> {
  return listed(db, `${REQUEST} where r.account_id = $2 order by r.created_at desc, r.id limit 20`, [sponsorsOf(viewer), viewer.accountId]);
}

/** The open ones, the longest waiting first; one more than asked for tells that more follow. */
export function requestQueue(db: Database, viewer: Viewer, limit: number, after: { at: string; id: string } | null): Promise<JoinRequestRow[]> {
  return listed(
    db,
    `${REQUEST} where r.state in ${OPEN} and ($2::timestamptz is null or (r.created_at, r.id) > ($2, $3::uuid)) order by r.created_at, r.id limit $4`,
    [sponsorsOf(viewer), after?.at ?? null, after?.id ?? null, limit],
  );
}

/** The oldest that all three want and that wait for nobody's reply; their ids. */
export async function oldestComplete(db: Database, limit: number): Promise<string[]> {
  const rows = await db.query<{ id: string }>(`select r.id from join_request r where r.state = 'waiting' and ${WANTED} order by r.created_at, r.id limit $1`, [limit]);
  return rows.map(({ id }) => id);
}

/** Takes turns with everybody else who changes a request, until the transaction ends. */
export async function lockRequest(db: Database, id: string): Promise<JoinRequest | null> {
  await db.query(`select 1 from join_request where id = $1 for update`, [id]);
  return db.of(JoinRequest).findOneBy({ id });
}

export async function paceNow(db: Database): Promise<Pace> {
  const row = await db.readOne<Pace>(
    `select p.per_week as "perWeek", to_char(p.from_day, 'YYYY-MM-DD') as "fromDay", p.opened as "openedThisWeek", to_char(p.monday + 7, 'YYYY-MM-DD') as "nextWeek",
       (select count(*)::int from join_request r where r.state in ${OPEN}) as waiting, (select count(*)::int from join_request r where r.state = 'waiting' and ${WANTED}) as complete
     from (${PACE}) p`,
  );
  if (!row) throw new Error('The pace of joining is always one row.');
  return row;
}

/** The co-sponsors for which somebody speaks. */
function sponsorsOf(viewer: Viewer | null): string[] {
  return seatsOf(viewer).filter((seat) => seat.kind === 'co_sponsor' && seat.role === 'representative').map((seat) => seat.organizationId);
}
