import type { Database } from '@app/platform/database';
import type { DirectoryMap } from './directory.types.js';
import { type DirectoryFilter, directoryScope } from './organizations.queries.js';

// A map with more marks shows none of them.
const MARKS = 1000;

/** The directory as a map, in one statement over all that the filter leaves. */
export async function directoryMap(db: Database, filter: DirectoryFilter): Promise<DirectoryMap> {
  const parameters: unknown[] = [];
  const { from, where } = directoryScope(filter, (value) => `$${parameters.push(value)}`);
  // Whoever belongs to a circle can be met there.
  const met = (f: string): string => (filter.within ? 'true' : `(${f}.here or ${f}.presenting)`);
  const map = await db.one<DirectoryMap>(
    `with found as materialized (
       select o.id, o.state, o.member_since is not null as here, o.presenting from ${from} where ${where}
     ), met as (
       select o.id, o.slug, o.name, o.state, o.city, case when o.longitude is not null then o.latitude end as latitude, case when o.latitude is not null then o.longitude end as longitude, f.here, f.presenting
       from found f join organization o on o.id = f.id where ${met('f')} order by o.name, o.id limit ${MARKS}
     )
     select (select coalesce(jsonb_agg(to_jsonb(m) order by m.name, m.id), '[]') from met m) as places,
       (select count(*)::int from found f where ${met('f')}) as "placesCount",
       (select coalesce(jsonb_agg(s order by s.state), '[]') from (select state, count(*)::int as districts, count(*) filter (where here)::int as here from found group by state) s) as states,
       (select count(*)::int from found) as "totalCount"`,
    parameters,
  );
  if (!map) throw new Error('The map answered no row, which it always does.');
  return map;
}
