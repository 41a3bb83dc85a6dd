import { type Database, isId } from '@app/platform/database';
import { cursorOf, Invalid, keysOf, type Page } from '@app/platform/graphql';
import { likeOf, namesLike } from './names-like.js';
import { Organization } from './organization.entity.js';
import type { SeatRole } from './seat.entity.js';
import { STILL_VALID } from './seat.templates.js';

/** Somebody in a seat, or the seat vacant. */
export interface TeamSeat {
  id: string;
  organizationId: string;
  role: SeatRole;
  title: string | null;
  since: string | null;
  deputyFor: SeatRole | null;
  until: string | null;
  holder: { id: string; name: string } | null;
}

export interface Grant {
  program: string;
  otherName: string | null;
  year: number | null;
  source: string | null;
}

/** What a profile shows beside the organization's own row. */
export interface Details {
  seats: TeamSeat[];
  grants: Grant[];
  ncesIds: string[];
}

const GRANT = `json_build_object('program', g.program, 'otherName', g.other_name, 'year', g.year, 'source', g.source) order by g.program, g.other_name`;

const DETAILS = `
       coalesce((select json_agg(json_build_object('id', s.id, 'organizationId', o.id, 'role', s.role, 'title', s.title, 'since', s.since, 'deputyFor', s.deputy_for, 'until', s.valid_until,
           'holder', case when a.id is not null then json_build_object('id', a.id, 'name', a.name) end) order by s.since, s.id)
         from seat s left join account a on a.id = s.account_id where s.organization_id = o.id and ${STILL_VALID('s')}), '[]') as seats,
       coalesce((select json_agg(${GRANT})
         from organization_grant g where g.organization_id = o.id), '[]') as grants,
       coalesce((select json_agg(n.nces_id order by n.nces_id) from organization_nces_id n where n.organization_id = o.id), '[]') as "ncesIds"`;

/** Seats, grants and federal ids of organizations, all in one statement. */
export async function detailsOf(db: Database, ids: readonly string[]): Promise<(Details | null)[]> {
  const rows = await db.read<{ id: string } & Details>(`select o.id, ${DETAILS} from organization o where o.id = any($1::uuid[])`, [ids]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
}

/** The grants that organizations say they hold, by their ids. */
export async function grantsBy(db: Database, ids: readonly string[]): Promise<Map<string, Grant[]>> {
  const rows = await db.read<{ id: string; grants: Grant[] }>(
    `select g.organization_id as id, json_agg(${GRANT}) as grants
     from organization_grant g where g.organization_id = any($1::uuid[]) group by g.organization_id`,
    [ids],
  );
  return new Map(rows.map(({ id, grants }) => [id, grants]));
}

/** An organization with its details, as its page shows it, in one statement; null when no address ends so. */
export async function profileBySlug(db: Database, slug: string): Promise<{ organization: Organization; details: Details } | null> {
  const row = await db.readOne<Record<string, unknown> & Details>(columnsOf(db).profile, [slug]);
  if (!row) return null;
  const { seats, grants, ncesIds } = row;
  return { organization: organizationFrom(db, row), details: { seats, grants, ncesIds } };
}

export interface DirectoryFilter {
  search?: string | null;
  state?: string | null;
  locale?: string | null;
  size?: string | null;
  affiliation?: string | null;
  status?: string | null;
  kind?: string | null;
  /** Only organizations of this select. */
  within?: (give: (value: unknown) => string) => string;
}

// Beyond this the number tells nobody anything.
const COUNTED = 2000;
const SIZES: Record<string, string> = {
  under_1000: 'o.enrollment < 1000',
  from_1000: 'o.enrollment between 1000 and 4999',
  from_5000: 'o.enrollment between 5000 and 19999',
  from_20000: 'o.enrollment >= 20000',
  unknown: 'o.enrollment is null',
};

interface Found extends Record<string, unknown> {
  id: string;
  place: number;
  directory_rank: number;
  name: string;
  total: number;
}

/** The districts that a filter leaves, as parts of a statement; `o` is the organization. */
export interface DirectoryScope {
  from: string;
  where: string;
  /** Words were measured: `l.likeness` tells how well a name fits. */
  measured: boolean;
}

/** What every view of the directory asks: the list, the map and those most like ours. `give` takes a value into the parameters. */
export function directoryScope(filter: DirectoryFilter, give: (value: unknown) => string): DirectoryScope {
  const words = filter.search?.trim().toLowerCase() ?? '';
  const wheres = [`o.kind = 'district'`];
  if (filter.state) wheres.push(`o.state = ${give(filter.state.toUpperCase())}`);
  if (filter.locale) wheres.push(filter.locale === 'unknown' ? 'o.locale is null' : `o.locale = ${give(filter.locale)}`);
  if (filter.size) wheres.push(SIZES[filter.size] ?? 'false');
  if (filter.affiliation) wheres.push(filter.affiliation === 'unknown' ? 'o.affiliation is null' : `o.affiliation = ${give(filter.affiliation)}`);
  if (filter.status) wheres.push(filter.status === 'on_accord' ? 'o.member_since is not null' : 'o.member_since is null');
  if (filter.kind) wheres.push(`o.agency_kind = ${give(filter.kind)}`);
  if (filter.within) wheres.push(`o.id in (${filter.within(give)})`);
  const measured = words.length > 2;
  if (words.length > 0 && !measured) wheres.push(`(lower(o.name) like ${give(`${likeOf(words)}%`)} or o.state = ${give(words.toUpperCase())})`);
  const where = wheres.join(' and ');
  return { from: measured ? `${namesLike(words, where, give)} l join organization o on o.id = l.id` : 'organization o', where, measured };
}

/**
 * A page of the directory in one statement. With words, the likest names come first; without, those who are here or
 * present at conferences, then regular districts and charters, then other agencies, each by name.
 */
export async function directoryPage(db: Database, filter: DirectoryFilter, first: number, after: string | null | undefined): Promise<Page<Organization>> {
  const parameters: unknown[] = [];
  const give = (value: unknown): string => `$${parameters.push(value)}`;
  const { from, where, measured } = directoryScope(filter, give);
  // Those one can meet here come first among the equally like, and service agencies last.
  const place = measured ? `-round((l.likeness + case o.directory_rank when 0 then 0.1 when 2 then -0.15 else 0 end)::numeric, 3)::float8` : '0::float8';
  const found = `select o.id, ${place} as place, o.directory_rank, o.name from ${from} where ${where}`;
  const keys = placeIn(after, ['number', 'number', 'string']);
  const next = keys ? `where (f.place, f.directory_rank, f.name, f.id) > (${give(keys[0])}::float8, ${give(keys[1])}::smallint, ${give(keys[2])}::text, ${give(keys[3])}::uuid)` : '';
  const rows = await db.read<Found>(
    // What was measured once serves the page and the count; without words an index leads straight to the page.
    `with found as ${measured ? 'materialized' : 'not materialized'} (${found}),
       page as (select f.* from found f ${next} order by f.place, f.directory_rank, f.name, f.id limit ${give(first + 1)})
     select o.*, p.place, (select count(*)::int from (select 1 from found limit ${COUNTED + 1}) c) as total
     from page p join organization o on o.id = p.id order by p.place, p.directory_rank, p.name, p.id`,
    parameters,
  );
  const shown = rows.slice(0, first);
  const last = shown.at(-1);
  const total = rows[0]?.total ?? 0;
  return {
    nodes: shown.map((row) => organizationFrom(db, row)),
    pageInfo: { endCursor: last ? cursorOf([last.place, last.directory_rank, last.name, last.id]) : null, hasNextPage: rows.length > first },
    totalCount: total > COUNTED || (keys && rows.length === 0) ? null : total,
  };
}

/** The keys of a cursor, each of its type and an id last: PostgreSQL would refuse others with an error of its own. */
export function placeIn(after: string | null | undefined, types: string[]): (string | number | null)[] | null {
  const keys = keysOf(after, types.length + 1);
  if (keys && !(types.every((type, at) => typeof keys[at] === type) && isId(keys.at(-1)))) throw new Invalid({ after: 'This place in the list is not known. Start again from the first page.' });
  return keys;
}

interface Columns {
  each: { property: string; column: string; isInstant: boolean }[];
  /** The statement of a profile. */
  profile: string;
}

const columns = new WeakMap<Database, Columns>();

function columnsOf(db: Database): Columns {
  let known = columns.get(db);
  if (!known) {
    const each = db.of(Organization).metadata.columns.map(({ propertyName, databaseName, type }) => ({ property: propertyName, column: databaseName, isInstant: type === 'timestamptz' }));
    // Named one by one: a column that a later release adds must not change what a statement answers that is planned already.
    known = { each, profile: `select ${each.map(({ column }) => `o.${column}`).join(', ')}, ${DETAILS} from organization o where o.slug = $1` };
    columns.set(db, known);
  }
  return known;
}

/** An organization out of a row of `select o.*`. */
export function organizationFrom(db: Database, row: Record<string, unknown>): Organization {
  const organization = new Organization() as unknown as Record<string, unknown>;
  for (const { property, column, isInstant } of columnsOf(db).each) {
    // Rows that travel with others carry instants as text.
    const value = row[column];
    organization[property] = isInstant && typeof value === 'string' ? new Date(value) : value;
  }
  return organization as unknown as Organization;
}

/** A page of the organizations that are not districts, by name. */
export async function sponsorsPage(db: Database, kind: string | null | undefined, first: number, after: string | null | undefined): Promise<Page<Organization>> {
  const keys = placeIn(after, ['string']);
  const rows = await db.read<Record<string, unknown>>(
    `select o.* from organization o
     where o.kind <> 'district' and ($1::text is null or o.kind = $1) and ($2::text is null or (o.name, o.id) > ($2, $3::uuid)) order by o.name, o.id limit $4`,
    [kind ?? null, keys?.[0] ?? null, keys?.[1] ?? null, first + 1],
  );
  const shown = rows.slice(0, first);
  const last = shown.at(-1);
  return {
    nodes: shown.map((row) => organizationFrom(db, row)),
    pageInfo: { endCursor: last ? cursorOf([String(last['name']), String(last['id'])]) : null, hasNextPage: rows.length > first },
    totalCount: null,
  };
}
