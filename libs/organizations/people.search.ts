import { Database } from '@app/platform/database';
import type { Get } from '@app/platform/feature';
import { feed, type SearchDraft, type SearchSource } from '@app/platform/search';
import { type FindableBy, PersonChanged } from '@app/people';
import { LEADING_ROLES } from './contract/templates.js';
import { type OrganizationKind, pathOf } from './organization.entity.js';
import { OrganizationChanged, OrganizationsImported, SeatDescribed, SeatLeft, SeatTaken } from './organizations.events.js';
import { READERS_ONLY } from './seat.templates.js';
import { seatWords } from './seat.words.js';
import type { SeatRole } from './seat.entity.js';

interface SeatRow {
  id: string;
  name: string;
  role: SeatRole;
  title: string | null;
  since: Date;
  organization_id: string;
  organization: string;
  kind: OrganizationKind;
  slug: string;
  state: string | null;
  labor_word: 'union' | 'association' | null;
  findable_by: FindableBy;
}

const SEATED = `s.account_id is not null and s.role not in (${READERS_ONLY}) and (s.valid_until is null or s.valid_until > now())`;

const seatedIn = async (get: Get, organizationIds: readonly string[]): Promise<string[]> =>
  (await get(Database).query<{ id: string }>(`select distinct s.account_id as id from seat s where s.organization_id = any($1::uuid[]) and ${SEATED}`, [organizationIds])).map(({ id }) => id);

/**
 * People are found by name and seat, as their organization's page shows them: who leads is for everybody, deputies
 * and staff are for members, and who only reads is nobody to be looked for. Each may let fewer find them. Of somebody who leads nothing is said here but that.
 */
export const personSearch: SearchSource = {
  kind: 'person',
  weight: 0.8,
  feeds: [
    ...[SeatTaken, SeatLeft, SeatDescribed, PersonChanged].map((type) => feed<{ accountId: string }>(type, ({ accountId }) => [accountId])),
    feed(OrganizationChanged, ({ organizationId }, get) => seatedIn(get, [organizationId])),
    feed(OrganizationsImported, ({ ids }, get) => seatedIn(get, ids)),
  ],
  read: async (get, ids): Promise<SearchDraft[]> => {
    const rows = await get(Database).query<SeatRow>(
      `select a.id, a.name, a.findable_by, s.role, s.title, s.since, o.id as organization_id, o.name as organization, o.kind, o.slug, o.state, o.labor_word
       from account a join seat s on s.account_id = a.id join organization o on o.id = s.organization_id
       where a.id = any($1::uuid[]) and ${SEATED} order by a.id, s.since, s.id`,
      [ids],
    );
    return [...new Set(rows.map(({ id }) => id))].map((id) => draftOf(rows.filter((row) => row.id === id)));
  },
  all: async (get) => (await get(Database).query<{ id: string }>(`select distinct s.account_id as id from seat s where ${SEATED} order by 1`)).map(({ id }) => id),
};

function draftOf(seats: readonly SeatRow[]): SearchDraft {
  const leading = seats.filter(({ role }) => LEADING_ROLES.includes(role));
  const shown = leading.length > 0 ? leading : seats;
  const first = shown[0];
  if (!first) throw new Error('A person without a seat was read for the search.');
  return {
    id: first.id,
    title: first.name,
    body: shown.map((seat) => `${seatWords(seat.role, seat.title, seat.labor_word)}, ${seat.organization}`).join('; '),
    audience: audienceOf(first, leading.length > 0),
    path: pathOf(first),
    organizationId: first.organization_id,
    state: first.state,
    at: first.since,
  };
}

function audienceOf({ findable_by: chosen, organization_id: team }: SeatRow, leads: boolean): string {
  if (chosen === 'team') return `team:${team}`;
  return leads && chosen === 'as_seated' ? 'public' : 'members';
}
