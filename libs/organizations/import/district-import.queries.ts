import { type FactGroup, GROUPS, type Sources } from './district-layouts.js';

const groupsIn = (sources: Sources): [FactGroup, (typeof GROUPS)[FactGroup]][] => (Object.keys(sources) as FactGroup[]).map((group) => [group, GROUPS[group]]);

function given(sources: Sources): string {
  const columns = groupsIn(sources).flatMap(([, { columns: types }]) => Object.entries(types).map(([column, type]) => `${column} ${type}`));
  const from = groupsIn(sources).map(([, { source }]) => `${source} text`);
  return `jsonb_to_recordset($1::jsonb) as g(id uuid, nces_id text, slug text, name text, state text, ${[...columns, ...from].join(', ')})`;
}

/** Adds agencies that no organization stands for yet. `$1` is a JSON array of rows with id and slug. */
export function insertSql(sources: Sources): string {
  const columns = groupsIn(sources).flatMap(([, { columns: types, source }]) => [...Object.keys(types), source]);
  const values = groupsIn(sources).flatMap(([, { columns: types, source }]) => [...Object.keys(types).map((column) => `g.${column}`), `case when ${anySaid(types)} then g.${source} end`]);
  return `
    with added as (
      insert into organization (id, kind, origin, slug, name, state, ${columns.join(', ')})
      select g.id, 'district', 'nces', g.slug, g.name, g.state, ${values.join(', ')} from ${given(sources)}
      returning id)
    insert into organization_nces_id (nces_id, organization_id)
    select g.nces_id, g.id from ${given(sources)} join (select count(*) from added) done on true`;
}

const anySaid = (types: Record<string, string>): string => `(${Object.keys(types).map((column) => `g.${column} is not null`).join(' or ')})`;

// "2022" stands before "2022-23" and after "2021-22".
const yearOf = (source: string): string => `coalesce(substring(${source} from '\\d{4}(?:-\\d\\d)?$'), '')`;

/**
 * Brings organizations up to the file, and answers the ids of those that were not yet so. A fact is taken when the
 * file says something and is not older than what is here (sources end with their year); what a district has declared
 * of itself stays. Names of districts that were not read from the list stay too.
 */
export function updateSql(sources: Sources): string {
  const sets: string[] = [];
  const differs: string[] = [];
  for (const [group, { columns, source }] of groupsIn(sources)) {
    const newer = `(${anySaid(columns)} and (o.${source} is null or (o.${source} not like 'Declared%' and ${yearOf(`o.${source}`)} <= ${yearOf(`g.${source}`)})))`;
    for (const column of Object.keys(columns)) {
      sets.push(`${column} = case when ${newer} then coalesce(g.${column}, o.${column}) else o.${column} end`);
      differs.push(`(${newer} and o.${column} is distinct from coalesce(g.${column}, o.${column}))`);
    }
    sets.push(`${source} = case when ${newer} then g.${source} else o.${source} end`);
    differs.push(`(${newer} and o.${source} is distinct from g.${source})`);
    if (group !== 'agency') continue;
    sets.push(`name = case when ${newer} and o.origin = 'nces' then g.name else o.name end`);
    sets.push(`official_name = case when ${newer} and o.origin <> 'nces' then nullif(g.name, o.name) else o.official_name end`);
    differs.push(`(${newer} and case when o.origin = 'nces' then o.name is distinct from g.name else o.official_name is distinct from nullif(g.name, o.name) end)`);
  }
  return `update organization o set ${sets.join(', ')} from ${given(sources)} where o.id = g.id and (${differs.join(' or ')}) returning o.id`;
}
