import type { Database } from '@app/platform/database';

/** Stands before the audience of what is found by nobody until it has been read again; no reader holds such a key. */
export const SHUT = 'shut:';

/** Keeps who reads a kind into the index and who shuts things of it apart, until the end of the transaction. */
export const turnOf = (kind: string): string => `hashtextextended('search.' || ${kind}, 0)`;

/**
 * Takes things out of everybody's search, in the transaction in which they are hidden, removed or let fewer read them.
 * Their event comes later and lets in again whoever may still read them: publish it in the same transaction.
 * Things of several kinds are shut in the order of the features, in which the index reads them too: else the two would wait for each other.
 */
export async function shut(db: Database, kind: string, ids: readonly string[]): Promise<void> {
  if (!db.inTransaction) throw new Error(`A ${kind} was shut outside the transaction that changes it.`);
  if (ids.length === 0) return;
  // Whoever is reading it into the index writes first, so that what they saw before the change is not put back after it.
  await db.query(`select pg_advisory_xact_lock_shared(${turnOf('$1')})`, [kind]);
  await db.query(
    `with entry as (
       update search_entry set audience = $3 || audience where kind = $1 and id = any($2::uuid[]) and not starts_with(audience, $3)
     )
     update search_word set audience = $3 || audience where kind = $1 and id = any($2::uuid[]) and not starts_with(audience, $3)`,
    [kind, ids, SHUT],
  );
}

/** Whether a change of readers may leave somebody out: only what is opened to everybody leaves out nobody, for a guest of a team reads nothing that is for members. */
export function leavesOut(before: string, after: string): boolean {
  return after !== before && after !== 'public';
}
