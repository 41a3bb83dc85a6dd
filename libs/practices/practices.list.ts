import { type Database, isId } from '@app/platform/database';
import { Invalid, keysOf, type Page, pageOf } from '@app/platform/graphql';
import { isPrinciple } from '@app/framework';
import { unitInUse } from './contract/figures.js';
import type { Instrument, Pathway, Practice } from './practice.entity.js';
import { practiceFrom, PRACTICE_COLUMNS, READABLE } from './practices.queries.js';
import { BY_STATE, type StateOfPractice } from './stage.js';

/** What is asked of a figure: whoever keeps to the practice is within the bound. */
export type Bound = 'at_least' | 'more_than' | 'exactly' | 'at_most' | 'less_than';

export interface FigureAsked {
  label: string;
  bound: Bound;
  value: number;
  unit?: string | null;
}

export interface PracticeFilter {
  principle?: number | null;
  /** A district's slug. */
  district?: string | null;
  instrument?: Instrument | null;
  pathway?: Pathway | null;
  /** Two letters of a state. */
  inState?: string | null;
  state?: StateOfPractice | null;
  /** The year, in UTC, in which all required seats last confirmed it. */
  confirmedIn?: number | null;
  threshold?: FigureAsked | null;
  search?: string | null;
}

type Row = Record<string, unknown> & { id: string; principle: number; district_name: string; total: number };

/** The bound in terms of the figure's own lower and upper end: "more than 79" promises at least 79, and "at most 90" promises nothing of 80. */
const WITHIN: Record<Bound, (value: string) => string> = {
  at_least: (value) => `t.low >= ${value}`,
  more_than: (value) => `t.low >= ${value} and (t.low > ${value} or t.comparison = '>')`,
  exactly: (value) => `(t.low = ${value} or t.high = ${value})`,
  at_most: (value) => `t.high <= ${value}`,
  less_than: (value) => `t.high <= ${value} and (t.high < ${value} or t.comparison = '<')`,
};

/** The principle, district and id after which a page begins; nulls for the first one. */
function placeOf(after: string | null | undefined): (string | number)[] | null {
  const keys = keysOf(after, 3);
  if (!keys) return null;
  const [principle, district, id] = keys;
  if (isPrinciple(principle) && typeof district === 'string' && isId(id)) return [principle, district, id];
  throw new Invalid({ after: 'This place in the list is not known. Start again from the first page.' });
}

/**
 * The one statement behind a page of practices. It holds what was asked and nothing else, so that each question is planned by
 * its own indexes: a figure by `practice_threshold_low` and `_high`, what is vouched for by `practice_stage_affirmed`.
 */
export function listStatement(keys: readonly string[], filter: PracticeFilter, first: number, after?: string | null): { sql: string; parameters: unknown[] } {
  const parameters: unknown[] = [keys];
  const given = (value: unknown, type: string): string => `$${parameters.push(value)}::${type}`;
  const where = [READABLE];
  if (filter.principle != null) where.push(`p.principle = ${given(filter.principle, 'smallint')}`);
  if (filter.district) where.push(`o.slug = ${given(filter.district, 'text')}`);
  if (filter.instrument) where.push(`p.instrument = ${given(filter.instrument, 'text')}`);
  if (filter.pathway) where.push(`p.pathway = ${given(filter.pathway, 'text')}`);
  if (filter.inState) where.push(`o.state = ${given(filter.inState, 'text')}`);
  if (filter.state) where.push(BY_STATE[filter.state]);
  if (filter.confirmedIn != null) {
    const year = given(filter.confirmedIn, 'int');
    where.push(`p.status = 'shared' and p.stage in ('affirmed', 'in_force') and p.affirmed_at >= make_timestamptz(${year}, 1, 1, 0, 0, 0, 'UTC') and p.affirmed_at < make_timestamptz(${year} + 1, 1, 1, 0, 0, 0, 'UTC')`);
  }
  if (filter.threshold) {
    const { label, bound, value, unit } = filter.threshold;
    const within = [`lower(t.label) = lower(${given(label.trim(), 'text')})`, WITHIN[bound](given(value, 'numeric')), ...(unit ? [`lower(t.unit) = lower(${given(unitInUse(unit), 'text')})`] : [])];
    where.push(`p.id in (select t.practice_id from practice_threshold t where ${within.join(' and ')})`);
  }
  if (filter.search) {
    const [words, part] = [given(filter.search, 'text'), given(`%${filter.search.replace(/[\\%_]/g, '\\$&')}%`, 'text')];
    where.push(`(p.words @@ websearch_to_tsquery('english', ${words}) or o.name ilike ${part} or p.consultant ilike ${part} or p.funder ilike ${part} or exists (select from unnest(p.names) as n where n ilike ${part}))`);
  }
  const from = placeOf(after);
  const following = from ? `where (principle, district_name, id) > (${given(from[0], 'smallint')}, ${given(from[1], 'text')}, ${given(from[2], 'uuid')})` : '';
  const sql = `with found as (
       select ${PRACTICE_COLUMNS}, lower(o.name) as district_name
       from practice p join organization o on o.id = p.organization_id
       where ${where.join(' and ')}
     )
     select *, (select count(*)::int from found) as total
     from found ${following}
     order by principle, district_name, id
     limit ${given(first + 1, 'int')}`;
  return { sql, parameters };
}

/** A page of practices by principle, then by district; one statement, the count of the whole list with it. */
export async function listPractices(db: Database, keys: readonly string[], filter: PracticeFilter, first: number, after?: string | null): Promise<Page<Practice>> {
  const { sql, parameters } = listStatement(keys, filter, first, after);
  const rows = await db.read<Row>(sql, parameters);
  const page = pageOf(rows, first, (row) => [row.principle, row.district_name, row.id], rows[0]?.total ?? 0);
  return { ...page, nodes: page.nodes.map(practiceFrom) };
}

export interface LabelInUse {
  label: string;
  unit: string;
  count: number;
}

const LABELS_SHOWN = 100;

/** The kinds of figures that practices have, the most frequent first. */
export async function labelsInUse(db: Database, keys: readonly string[]): Promise<LabelInUse[]> {
  return db.read<LabelInUse>(
    `select min(t.label) as label, min(t.unit) as unit, count(distinct p.id)::int as count
     from practice_threshold t join practice p on p.id = t.practice_id where ${READABLE}
     group by lower(t.label), lower(t.unit) order by count desc, lower(t.label), lower(t.unit) limit ${LABELS_SHOWN}`,
    [keys],
  );
}
