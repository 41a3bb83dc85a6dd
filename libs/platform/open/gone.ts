import type { Database } from '@app/platform/database';

/** Keeps the address of something that everybody could read, in the transaction that takes it away. Twice is once. */
export async function noteGone(db: Database, path: string): Promise<void> {
  await db.query(`insert into open_gone (path) values ($1) on conflict (path) do nothing`, [path]);
}

/** Whether something stood at an address that everybody could read. */
export async function isGone(db: Database, path: string): Promise<boolean> {
  return (await db.one(`select 1 from open_gone where path = $1`, [path])) !== null;
}
