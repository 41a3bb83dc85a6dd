import { type Database, isId } from '@app/platform/database';
import { audiencesOf, type DigestReaders, LOOKED_AT } from '@app/digests';
import { Invalid, keysOf, type Page, pageOf } from '@app/platform/graphql';
import { isPrinciple } from '@app/framework';
import type { Instrument, Practice, PracticeStatus } from './practice.entity.js';

const COLUMNS = `p.id, p.slug, p.organization_id, p.principle, p.title, p.summary, p.story, p.instrument, p.thresholds, p.names, p.start_year, p.funder, p.consultant, p.pilot,
  p.status, p.as_of, p.source_file, p.source_lines, p.audience, p.author_id, p.shared_at, p.changed_at, p.withdrawn_at, p.hidden_at, p.hidden_reason`;

/** What every list shares: neither taken down nor withdrawn, and readable by one of the keys in `$1`. */
const READABLE = `p.audience = any($1) and p.hidden_at is null and p.withdrawn_at is null`;

export interface PracticeFilter {
  principle?: number | null;
  /** A district's slug. */
  district?: string | null;
  instrument?: Instrument | null;
  search?: string | null;
}

type Row = Record<string, unknown> & { id: string; principle: number; district_name: string; total: number };

/** Rows that travel with others carry instants as text. */
function practiceFrom(row: Record<string, unknown>): Practice {
  const told = (name: string, value: unknown): unknown => (name.endsWith('_at') && typeof value === 'string' ? new Date(value) : value);
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()), told(name, value)])) as unknown as Practice;
}

/** The principle, district and id after which a page begins; nulls for the first one. */
function placeOf(after: string | null | undefined): (string | number | null)[] {
  const keys = keysOf(after, 3);
  if (!keys) return [null, null, null];
  const [principle, district, id] = keys;
  if (isPrinciple(principle) && typeof district === 'string' && isId(id)) return keys;
  throw new Invalid({ after: 'This place in the list is not known. Start again from the first page.' });
}

/** Who practises what, for comparing districts: only what every member may read. */
export const PRACTISED = `select shown.organization_id, shown.principle::int as principle from practice shown where shown.audience in ('public', 'members') and shown.withdrawn_at is null and shown.hidden_at is null`;

/** An SQL expression for other features' pages: the numbers of the principles under which a district has practices that every member may read. */
export const practisedBy = (organizationId: string): string =>
  `array(select distinct done.principle from (${PRACTISED}) done where done.organization_id = ${organizationId} order by 1)`;

/** A page of practices by principle, then by district; one statement, the count of the whole list with it. */
export async function listPractices(db: Database, keys: readonly string[], filter: PracticeFilter, first: number, after?: string | null): Promise<Page<Practice>> {
  const from = placeOf(after);
  const rows = await db.read<Row>(
    `with found as (
       select ${COLUMNS}, lower(o.name) as district_name
       from practice p join organization o on o.id = p.organization_id
       where ${READABLE}
         and ($2::smallint is null or p.principle = $2)
         and ($3::text is null or o.slug = $3)
         and ($4::text is null or p.instrument = $4)
         and ($5::text is null or p.words @@ websearch_to_tsquery('english', $5) or o.name ilike $6 or exists (select from unnest(p.names) as n where n ilike $6))
     )
     select *, (select count(*)::int from found) as total
     from found
     where $7::smallint is null or (principle, district_name, id) > ($7, $8::text, $9::uuid)
     order by principle, district_name, id
     limit $10`,
    [keys, filter.principle ?? null, filter.district ?? null, filter.instrument ?? null, filter.search || null, `%${(filter.search ?? '').replace(/[\\%_]/g, '\\$&')}%`, ...from, first + 1],
  );
  const page = pageOf(rows, first, (row) => [row.principle, row.district_name, row.id], rows[0]?.total ?? 0);
  return { ...page, nodes: page.nodes.map(practiceFrom) };
}

export interface GridCell {
  principle: number;
  count: number;
  practices: { slug: string; title: string; instrument: Instrument | null; status: PracticeStatus }[];
}

export interface GridColumn {
  districtId: string;
  slug: string;
  name: string;
  state: string | null;
  isMine: boolean;
  cells: GridCell[];
}

export interface Grid {
  total: number;
  districts: number;
  byPrinciple: { principle: number; count: number }[];
  columns: GridColumn[];
}

/** How many districts the grid shows at most; more cannot be read at a glance. */
const COLUMNS_SHOWN = 60;
const TITLES_SHOWN = 5;

/** The whole grid in one statement: `mine` have a column even while it is empty. */
export async function readGrid(db: Database, keys: readonly string[], mine: readonly string[]): Promise<Grid> {
  const row = await db.readOne<{ grid: Grid }>(
    `with readable as (
       select p.organization_id, p.principle, p.slug, p.title, p.instrument, p.status,
              row_number() over (partition by p.organization_id, p.principle order by p.status, p.shared_at desc, p.id) as place
       from practice p where ${READABLE}
     ), cell as (
       select organization_id, principle, count(*) as count,
              jsonb_agg(jsonb_build_object('slug', slug, 'title', title, 'instrument', instrument, 'status', status) order by place) filter (where place <= ${TITLES_SHOWN}) as practices
       from readable group by organization_id, principle
     ), district as (
       select organization_id as id, sum(count) as size, jsonb_agg(jsonb_build_object('principle', principle, 'count', count, 'practices', practices) order by principle) as cells
       from cell group by organization_id
     ), shown as (
       select o.id, o.slug, o.name, o.state, o.id = any($2::uuid[]) as mine, coalesce(d.cells, '[]') as cells
       from (select id from district union select unnest($2::uuid[])) as wanted join organization o on o.id = wanted.id left join district d on d.id = o.id
       order by mine desc, d.size desc nulls last, o.name limit ${COLUMNS_SHOWN}
     )
     select jsonb_build_object(
       'total', (select count(*) from readable),
       'districts', (select count(*) from district),
       'byPrinciple', (select jsonb_agg(jsonb_build_object('principle', number, 'count', (select count(*) from readable where principle = number)) order by number) from generate_series(1, 10) as number),
       'columns', (select coalesce(jsonb_agg(jsonb_build_object('districtId', id, 'slug', slug, 'name', name, 'state', state, 'isMine', mine, 'cells', cells) order by mine desc, lower(name)), '[]') from shown)
     ) as grid`,
    [keys, mine],
  );
  return row?.grid ?? { total: 0, districts: 0, byPrinciple: [], columns: [] };
}

export interface FreshPractice {
  audience: string;
  organizationId: string;
  slug: string;
  title: string;
  principle: number;
  district: string;
}

/** What was shared since readers last heard, the newest of each audience that they may read, in one statement. */
export async function freshPractices(db: Database, readers: DigestReaders): Promise<FreshPractice[]> {
  return db.read<FreshPractice>(
    `select fresh.audience, fresh.organization_id as "organizationId", fresh.slug, fresh.title, fresh.principle, o.name as district
     from (select distinct asked.audience from unnest($1::text[]) as asked (audience) where asked.audience in ('public', 'members')) as asked
     cross join lateral (
       select p.* from practice p
       where p.audience = asked.audience and p.status = 'shared' and p.shared_at > $2::timestamptz and p.hidden_at is null and p.withdrawn_at is null
       order by p.shared_at desc, p.id limit ${LOOKED_AT}
     ) as fresh join organization o on o.id = fresh.organization_id
     order by fresh.shared_at desc, fresh.id`,
    [audiencesOf(readers), readers.since],
  );
}

export interface FoundPractice {
  id: string;
  slug: string;
  title: string;
  body: string;
  audience: string;
  organizationId: string;
  state: string | null;
  principle: number;
  instrument: Instrument | null;
  at: Date;
}

/** What search knows of practices; those withdrawn or taken down are missing from the answer. */
export async function practicesForSearch(db: Database, ids: readonly string[]): Promise<FoundPractice[]> {
  return db.query<FoundPractice>(
    `select p.id, p.slug, p.title, concat_ws(E'\\n', p.summary, p.story, array_to_string(p.names, ', '), o.name) as body, p.audience, p.organization_id as "organizationId", o.state, p.principle, p.instrument,
            coalesce(p.changed_at, p.shared_at, to_date(p.as_of, 'YYYY-MM')::timestamptz) as at
     from practice p join organization o on o.id = p.organization_id
     where p.id = any($1::uuid[]) and p.hidden_at is null and p.withdrawn_at is null`,
    [ids],
  );
}
