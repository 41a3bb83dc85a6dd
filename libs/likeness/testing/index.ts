import type { Database } from '@app/platform/database';

/** Thousands of made-up districts of every size, place and state, half of them without an affiliation. The same in every run. */
export async function manyDistricts(db: Database, count: number): Promise<void> {
  await db.query(
    `insert into organization (id, kind, slug, name, state, locale, enrollment, affiliation, agency_type, grade_low, grade_high)
     select gen_random_uuid(), 'district', 'made-up-' || n, 'Made-up ' || n,
       (array['OH', 'TX', 'CA', 'NE', 'NY', 'PR', 'MN', 'GA', 'WA', 'ME'])[1 + (n * 7) % 10], (array['city', 'suburb', 'town', 'rural', null])[1 + n % 5],
       case when n % 13 = 0 then null else (exp((n % 997) / 997.0 * 12))::int end, (array['nea', 'aft', null, null])[1 + n % 4],
       case when n % 17 = 0 then 'Regional education service agency' else 'Regular local school district' end, case when n % 3 = 0 then 'PK' end, case when n % 3 = 0 then '12' end
     from generate_series(1, $1::int) n`,
    [count],
  );
  await db.query(`analyze organization`);
}
