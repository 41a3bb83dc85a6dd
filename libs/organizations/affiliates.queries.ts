import type { Database } from '@app/platform/database';

/** For SQL that spans features: the view of every sponsor's affiliates, `sponsor_id`, `organization_id`, `source` (named, rule), `since`. */
export const AFFILIATES = 'affiliate';

/** The organizations that belong to a sponsor: those it names and those its rule finds; at most 20,000. */
export async function affiliatesOf(db: Database, sponsorId: string): Promise<string[]> {
  const rows = await db.query<{ id: string }>(`select organization_id as id from ${AFFILIATES} where sponsor_id = $1 order by organization_id limit 20000`, [sponsorId]);
  return rows.map(({ id }) => id);
}
