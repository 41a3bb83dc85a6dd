import type { Database } from '@app/platform/database';
import type { Viewer } from '@app/people';
import { seatsOf } from './membership.js';
import { isCoSponsor } from './organizations.policy.js';
import { LEADERS, leadingRoles } from './seat.templates.js';

/** A claim with who made it and what its claimant should know. */
export interface ClaimRow {
  id: string;
  organizationId: string;
  role: string;
  accountId: string;
  title: string | null;
  words: string;
  state: string;
  answer: string | null;
  createdAt: Date;
  /** When it was made, to the microsecond: the list is read on from it. */
  exact: string;
  decidedAt: Date | null;
  claimantName: string;
  claimantEmail: string;
  organizationName: string;
  /** How many sit in the organization's leading seats and could confirm. */
  sitting: number;
}

const CLAIM = `
  select c.id, c.organization_id as "organizationId", c.role, c.account_id as "accountId", c.title, c.words, c.state, c.answer, c.created_at as "createdAt", c.created_at::text as exact, c.decided_at as "decidedAt",
    a.name as "claimantName", a.email as "claimantEmail", o.name as "organizationName",
    (select count(*)::int from seat s where s.organization_id = o.id and s.account_id is not null and s.account_id <> c.account_id
      and s.role in (${LEADERS})) as sitting
  from seat_claim c join account a on a.id = c.account_id join organization o on o.id = c.organization_id`;

/** As a page reads them: rows that travel with others carry instants as text. */
async function listed(db: Database, rest: string, parameters: readonly unknown[]): Promise<ClaimRow[]> {
  const rows = await db.read<ClaimRow>(`${CLAIM} ${rest}`, parameters);
  return rows.map((row) => ({ ...row, createdAt: new Date(row.createdAt), decidedAt: row.decidedAt && new Date(row.decidedAt) }));
}

export function claimsOf(db: Database, accountId: string): Promise<ClaimRow[]> {
  return listed(db, `where c.account_id = $1 order by c.created_at desc, c.id limit 50`, [accountId]);
}

export function claimById(db: Database, id: string): Promise<ClaimRow | null> {
  return db.one<ClaimRow>(`${CLAIM} where c.id = $1`, [id]);
}

/** The same rule as `canDecide`, as a filter: what the viewer leads, districts for co-sponsors, everything for stewards; never their own. */
export function claimsToDecideBy(db: Database, viewer: Viewer, limit: number, after: { at: string; id: string } | null): Promise<ClaimRow[]> {
  const led = seatsOf(viewer).filter((seat) => leadingRoles(seat.kind).includes(seat.role)).map((seat) => seat.organizationId);
  return listed(
    db,
    `where c.state = 'waiting' and c.account_id <> $1 and ($2 or c.organization_id = any($3::uuid[]) or ($4 and o.kind = 'district'))
       and ($5::timestamptz is null or (c.created_at, c.id) > ($5, $6::uuid))
     order by c.created_at, c.id limit $7`,
    [viewer.accountId, viewer.isSteward, led, isCoSponsor(viewer), after?.at ?? null, after?.id ?? null, limit],
  );
}
