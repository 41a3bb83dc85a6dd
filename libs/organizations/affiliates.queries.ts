import { type Database, isId } from '@app/platform/database';
import { Invalid, keysOf, type Page, pageOf } from '@app/platform/graphql';

/** For SQL that spans features: the view of every sponsor's affiliates, `sponsor_id`, `organization_id`, `source` (named, rule), `since`. */
export const AFFILIATES = 'affiliate';

export interface AffiliateRow {
  organizationId: string;
  name: string;
  source: 'named' | 'rule';
  since: Date;
}

export interface RuleRow {
  affiliation: 'nea' | 'aft' | null;
  state: string | null;
  since: Date;
}

/** The organizations that belong to a sponsor: those it names and those its rule finds; at most 20,000. */
export async function affiliatesOf(db: Database, sponsorId: string): Promise<string[]> {
  const rows = await db.query<{ id: string }>(`select organization_id as id from ${AFFILIATES} where sponsor_id = $1 order by organization_id limit 20000`, [sponsorId]);
  return rows.map(({ id }) => id);
}

/** A page of a sponsor's affiliates by name, with how many there are. */
export async function affiliatesPage(db: Database, sponsorId: string, first: number, after: string | null | undefined): Promise<Page<AffiliateRow>> {
  const keys = keysOf(after, 2);
  if (keys && !(typeof keys[0] === 'string' && isId(keys[1]))) throw new Invalid({ after: 'This place in the list is not known. Start again from the first page.' });
  const [rows, counted] = await Promise.all([
    db.read<AffiliateRow>(
      `select o.id as "organizationId", o.name, f.source, f.since from ${AFFILIATES} f join organization o on o.id = f.organization_id
       where f.sponsor_id = $1 and ($2::text is null or (o.name, o.id) > ($2, $3::uuid)) order by o.name, o.id limit $4`,
      [sponsorId, keys?.[0] ?? null, keys?.[1] ?? null, first + 1],
    ),
    db.readOne<{ count: number }>(`select count(*)::int as count from ${AFFILIATES} where sponsor_id = $1`, [sponsorId]),
  ]);
  // Rows that travel with others carry instants as text.
  const named = rows.map((row) => ({ ...row, since: new Date(row.since) }));
  return pageOf(named, first, (row) => [row.name, row.organizationId], counted?.count ?? 0);
}

export async function ruleOf(db: Database, sponsorId: string): Promise<RuleRow | null> {
  const rule = await db.readOne<RuleRow>(`select affiliation, state, since from sponsor_rule where sponsor_id = $1`, [sponsorId]);
  return rule && { ...rule, since: new Date(rule.since) };
}
