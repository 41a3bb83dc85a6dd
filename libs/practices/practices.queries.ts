import type { Database } from '@app/platform/database';
import { audiencesOf, type DigestReaders, LOOKED_AT } from '@app/digests';
import type { Instrument, Practice, PracticeStatus } from './practice.entity.js';
import { STATE, type StateOfPractice } from './stage.js';

export const PRACTICE_COLUMNS = `p.id, p.slug, p.organization_id, p.principle, p.title, p.summary, p.story, p.instrument, p.thresholds, p.names, p.start_year, p.funder, p.consultant, p.pilot,
  p.expanded_year, p.end_year, p.cost, p.time_needed, p.what_failed, p.pathway, p.outcomes, p.stage, p.affirmed_at, p.affirmed_act_id, p.lapsed_at, p.lapse_reason, p.status, p.as_of, p.source_file, p.source_lines, p.fact_lines, p.continues_id, p.audience, p.author_id, p.shared_at, p.changed_at, p.withdrawn_at, p.hidden_at, p.hidden_reason`;

/** What every list shares: neither taken down nor withdrawn, and readable by one of the keys in `$1`. */
export const READABLE = `p.audience = any($1) and p.hidden_at is null and p.withdrawn_at is null`;

/** Rows that travel with others carry instants as text. */
export function practiceFrom(row: Record<string, unknown>): Practice {
  const told = (name: string, value: unknown): unknown => (name.endsWith('_at') && typeof value === 'string' ? new Date(value) : value);
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()), told(name, value)])) as unknown as Practice;
}

/** Who practises what, for comparing districts: only what every member may read. */
export const PRACTISED = `select shown.organization_id, shown.principle::int as principle from practice shown where shown.audience in ('public', 'members') and shown.withdrawn_at is null and shown.hidden_at is null and shown.stage <> 'lapsed'`;

/** An SQL expression for other features' pages: the numbers of the principles under which a district has practices that every member may read. */
export const practisedBy = (organizationId: string): string =>
  `array(select distinct done.principle from (${PRACTISED}) done where done.organization_id = ${organizationId} order by 1)`;

export interface GridCell {
  principle: number;
  count: number;
  practices: { slug: string; title: string; instrument: Instrument | null; status: PracticeStatus; state: StateOfPractice }[];
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
  byPrinciple: { principle: number; count: number; inForce: number; told: number; recorded: number; lapsed: number }[];
  columns: GridColumn[];
}

/** How many districts the grid shows at most; more cannot be read at a glance. */
const COLUMNS_SHOWN = 60;
const TITLES_SHOWN = 5;

/** The whole grid in one statement: `mine` have a column even while it is empty. */
export async function readGrid(db: Database, keys: readonly string[], mine: readonly string[]): Promise<Grid> {
  const row = await db.readOne<{ grid: Grid }>(
    `with readable as (
       select p.organization_id, p.principle, p.slug, p.title, p.instrument, p.status, ${STATE} as state,
              row_number() over (partition by p.organization_id, p.principle order by p.stage = 'lapsed', p.status, p.shared_at desc, p.id) as place
       from practice p where ${READABLE}
     ), cell as (
       select organization_id, principle, count(*) as count,
              jsonb_agg(jsonb_build_object('slug', slug, 'title', title, 'instrument', instrument, 'status', status, 'state', state) order by place) filter (where place <= ${TITLES_SHOWN}) as practices
       from readable group by organization_id, principle
     ), counted as (
       select principle, count(*) as count, count(*) filter (where state = 'in_force') as in_force, count(*) filter (where state in ('told', 'affirmed', 'due')) as told,
              count(*) filter (where state = 'recorded') as recorded, count(*) filter (where state = 'lapsed') as lapsed
       from readable group by principle
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
       'byPrinciple', (select jsonb_agg(jsonb_build_object('principle', number, 'count', coalesce(c.count, 0), 'inForce', coalesce(c.in_force, 0), 'told', coalesce(c.told, 0),
          'recorded', coalesce(c.recorded, 0), 'lapsed', coalesce(c.lapsed, 0)) order by number) from generate_series(1, 10) as number left join counted c on c.principle = number),
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
       where p.audience = asked.audience and p.status = 'shared' and p.stage <> 'lapsed' and p.shared_at > $2::timestamptz and p.hidden_at is null and p.withdrawn_at is null
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
  /** Of what was recorded: all that is known of when. */
  month: string | null;
}

/** How a district came to it, as people look for it. */
const PATHWAY_WORDS = `case p.pathway when 'long_standing' then 'long-standing partnership' when 'crisis' then 'born of a crisis' when 'new_leadership' then 'new leadership' end`;

/** What search knows of practices; those withdrawn or taken down are missing from the answer. */
export async function practicesForSearch(db: Database, ids: readonly string[]): Promise<FoundPractice[]> {
  return db.query<FoundPractice>(
    `select p.id, p.slug, p.title,
            concat_ws(E'\\n', p.summary, p.story, p.what_failed, p.cost, p.time_needed, array_to_string(p.names, ', '), p.funder, p.consultant, ${PATHWAY_WORDS},
              (select string_agg(concat_ws(' ', t ->> 'label', t ->> 'comparison', t ->> 'value', t ->> 'unit', t ->> 'note'), ', ') from jsonb_array_elements(p.thresholds) as t),
              (select string_agg(concat_ws(', ', t ->> 'text', t ->> 'source', t ->> 'year'), E'\\n') from jsonb_array_elements(p.outcomes) as t), p.lapse_reason, o.name) as body,
            p.audience, p.organization_id as "organizationId", o.state, p.principle, p.instrument,
            coalesce(greatest(p.affirmed_at, p.changed_at, p.shared_at), to_date(p.as_of, 'YYYY-MM')::timestamptz) as at,
            case when greatest(p.affirmed_at, p.changed_at, p.shared_at) is null then p.as_of end as month
     from practice p join organization o on o.id = p.organization_id
     where p.id = any($1::uuid[]) and p.hidden_at is null and p.withdrawn_at is null`,
    [ids],
  );
}

/** One thing that became of a practice, as a reader may see it. */
export interface MomentRow {
  id: string;
  what: 'affirmed' | 'reaffirmed' | 'approved' | 'approval_withdrawn' | 'changed' | 'lapsed';
  at: Date;
  organizationName: string | null;
  actId: string | null;
  reason: string | null;
}

const MOMENTS_SHOWN = 100;

/** What became of a practice, the latest first. Whoever reads the practice may read this. */
export async function momentsOf(db: Database, practiceId: string): Promise<MomentRow[]> {
  return db.read<MomentRow>(
    `select m.id, m.what, m.at, o.name as "organizationName", m.act_id as "actId", m.reason from practice_moment m left join organization o on o.id = m.organization_id
     where m.practice_id = $1 order by m.at desc, m.id desc limit ${MOMENTS_SHOWN}`,
    [practiceId],
  );
}

/** A co-sponsor that stands behind a practice. */
export interface ApprovalRow {
  organizationId: string;
  organizationName: string;
  organizationSlug: string;
  at: Date;
}

/** Who has approved a practice as it is, the first to do so first. Nobody stands behind what has lapsed, until the same words are signed again. */
export async function approvalsOf(db: Database, practiceId: string): Promise<ApprovalRow[]> {
  return db.read<ApprovalRow>(
    `select a.organization_id as "organizationId", o.name as "organizationName", o.slug as "organizationSlug", a.at from practice_approval a join organization o on o.id = a.organization_id join practice p on p.id = a.practice_id
     where a.practice_id = $1 and p.stage <> 'lapsed' order by a.at, o.name limit ${MOMENTS_SHOWN}`,
    [practiceId],
  );
}
