import { Database } from '@app/platform/database';
import type { WaitingItem, WaitingSource } from '@app/people';
import { IS_ASKED, LEADING } from './holdings.queries.js';
import { seatsOf } from './membership.js';
import { leadingRoles } from './seat.templates.js';
import type { SeatRole } from './seat.entity.js';
import { roleWords, seatWords } from './seat.words.js';
import { SeatChecks } from './seat-checks.service.js';

/** Questions about the seats of others that wait for those beside them; a steward is needed where fewer than two sit there. */
export const seatChecksWaiting: WaitingSource = {
  name: 'organizations.seat-checks',
  read: async (get, viewer) => {
    const own = seatsOf(viewer).filter((seat) => leadingRoles(seat.kind).includes(seat.role)).map((seat) => seat.organizationId);
    if (!viewer.isSteward && own.length === 0) return [];
    return (await get(SeatChecks).openFor(viewer)).map((check): WaitingItem => ({
      key: `organizations.seat-check:${check.id}`,
      title: `Does ${check.holderName ?? 'somebody'} still sit as ${roleWords(check.role, check.laborWord)} of ${check.organizationName}?`,
      path: `/seat-checks/${check.id}`,
      since: check.openedAt,
      urgency: own.includes(check.organizationId) ? (check.reason === 'bounced' ? 1 : 2) : check.others < 2 ? 2 : 3,
    }));
  },
};

interface OwnRow {
  id: string;
  kind: 'asked' | 'doubted' | 'term' | 'vacant' | 'brief';
  /** The seat, where the page is about it. */
  seatId: string | null;
  organization: string;
  laborWord: 'union' | 'association' | null;
  role: SeatRole;
  title: string | null;
  since: string;
}

/** For so many days a new holder is shown their brief among what waits. */
const BRIEF_DAYS = 14;

/** What one's own seat asks for: the yearly confirmation, a term that ends; and seats beside it that stand vacant. */
export const ownSeatsWaiting: WaitingSource = {
  name: 'organizations.own-seats',
  read: async (get, viewer) => {
    const led = seatsOf(viewer).filter((seat) => leadingRoles(seat.kind).includes(seat.role)).map((seat) => seat.organizationId);
    if (led.length === 0) return [];
    const rows = await get(Database).read<OwnRow>(
      `select h.id, h.seat_id as "seatId", case when c.vacates_at is not null then 'doubted' else 'asked' end as kind, o.name as organization, o.labor_word as "laborWord", h.role, h.title, coalesce(c.opened_at, h.asked_at) as since
       from seat_holding h join organization o on o.id = h.organization_id left join seat_check c on c.holding_id = h.id and c.closed_at is null
       where h.account_id = $1 and h.until is null and ${IS_ASKED}
       union all
       select h.id, h.seat_id, 'term', o.name, o.labor_word, h.role, h.title, (h.term_ends - 30)::timestamptz from seat_holding h join organization o on o.id = h.organization_id
       where h.account_id = $1 and h.until is null and h.term_warned = h.term_ends
         and not exists (select 1 from seat_handover ho where ho.seat_id = h.seat_id and ho.done_at is null and ho.withdrawn_at is null)
       union all
       select s.id, s.id, 'vacant', o.name, o.labor_word, s.role, s.title, f.until from seat s join organization o on o.id = s.organization_id
         join lateral (select max(until) as until from seat_holding x where x.seat_id = s.id) f on f.until is not null
       where s.organization_id = any($2::uuid[]) and s.account_id is null and s.role in ${LEADING}
       union all
       select h.id, h.seat_id, 'brief', o.name, o.labor_word, h.role, h.title, h.since from seat_holding h join organization o on o.id = h.organization_id
       where h.account_id = $1 and h.until is null and h.role in ${LEADING} and h.since > now() - interval '${BRIEF_DAYS} days'
         and exists (select 1 from seat_holding f where f.seat_id = h.seat_id and f.until is not null and f.account_id is distinct from h.account_id)
       order by since limit 20`,
      [viewer.accountId, led],
    );
    return rows.map((row): WaitingItem => ({ key: `organizations.seat-${row.kind}:${row.id}`, title: TITLES[row.kind](`${seatWords(row.role, row.title, row.laborWord)} of ${row.organization}`), path: row.kind === 'brief' ? `/team/seats/${row.seatId}/brief` : '/team/seats', since: new Date(row.since), urgency: URGENCY[row.kind] }));
  },
};

const TITLES: Record<OwnRow['kind'], (seat: string) => string> = {
  asked: (seat) => `Do you still sit as ${seat}? One press confirms it`,
  doubted: (seat) => `Your colleagues believe that you have left the seat of ${seat}`,
  term: (seat) => `Your term as ${seat} ends: who follows you?`,
  brief: (seat) => `Your brief as ${seat}: what is going on, and where`,
  vacant: (seat) => `Nobody sits as ${seat}: invite somebody`,
};
const URGENCY: Record<OwnRow['kind'], 1 | 2 | 3> = { asked: 2, doubted: 1, term: 2, brief: 2, vacant: 3 };
