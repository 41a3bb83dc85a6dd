import type { Database } from '@app/platform/database';
import { cursorOf, type Page } from '@app/platform/graphql';
import { type DirectoryFilter, directoryScope, type Organization, organizationFrom, placeIn } from '@app/organizations';
import { needsPrinciples, scoreSql } from './likeness.score.js';
import type { Plan } from './plan.js';
import { practisedFrom } from './traits.js';

/** A district with what it practises, in the order of likeness. */
export interface RankedDistrict {
  district: Organization;
  principles: number[];
}

interface Row extends Record<string, unknown> {
  id: string;
  name: string;
  score: number;
  principles: number[];
  total: number;
}

/** The statement of {@link rankedPage} with its parameters. */
export function rankedSql(plan: Plan, ownId: string, filter: DirectoryFilter, practised: readonly string[], first: number, keys: readonly (string | number | null)[] | null): { sql: string; parameters: unknown[] } {
  const parameters: unknown[] = [];
  const give = (value: unknown): string => `$${parameters.push(value)}`;
  const { from, where } = directoryScope(filter, give);
  const rows = practisedFrom(practised);
  // Few districts have a practice on record; gathered once, they cost less than a look-up for each district.
  const practising = needsPrinciples(plan) ? `left join (select p.organization_id, array_agg(distinct p.principle) as principles from (${rows}) p group by 1) practising on practising.organization_id = o.id` : '';
  const score = scoreSql(plan, { organization: 'o', principles: 'practising.principles' }, give);
  // Nobody is led by a service agency; whoever looks for one says so.
  const kind = filter.kind ? '' : `and o.agency_kind <> 'other'`;
  const next = keys ? `where (-f.score, f.name, f.id) > (${give(keys[0])}::float8, ${give(keys[1])}::text, ${give(keys[2])}::uuid)` : '';
  const sql = `
    with found as materialized (select o.id, o.name, ${score} as score from ${from} ${practising} where ${where} ${kind} and o.id <> ${give(ownId)}::uuid),
      page as (select f.* from found f ${next} order by -f.score, f.name, f.id limit ${give(first + 1)})
    select o.*, p.score, (select count(*)::int from found) as total, array(select distinct r.principle from (${rows}) r where r.organization_id = o.id order by 1) as principles
    from page p join organization o on o.id = p.id order by -p.score, p.name, p.id`;
  return { sql, parameters };
}

/** The districts most like one, in one statement over all that the filter leaves. */
export async function rankedPage(db: Database, plan: Plan, ownId: string, filter: DirectoryFilter, practised: readonly string[], first: number, after?: string | null): Promise<Page<RankedDistrict>> {
  const { sql, parameters } = rankedSql(plan, ownId, filter, practised, first, placeIn(after, ['number', 'string']));
  const rows = await db.query<Row>(sql, parameters);
  const shown = rows.slice(0, first);
  const last = shown.at(-1);
  return {
    nodes: shown.map((row) => ({ district: organizationFrom(db, row), principles: row.principles })),
    pageInfo: { endCursor: last ? cursorOf([-last.score, last.name, last.id]) : null, hasNextPage: rows.length > first },
    totalCount: rows[0]?.total ?? (after ? null : 0),
  };
}
