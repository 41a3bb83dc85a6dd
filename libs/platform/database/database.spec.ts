import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../test/setup/database.js';
import type { Database } from './database.js';
import { openDatabase } from './open.js';

let fresh: FreshDatabase;
let db: Database;

beforeAll(async () => {
  fresh = await freshDatabase();
  db = await openDatabase({ url: fresh.url, pool: 3, entities: [], migrations: [] });
});
afterAll(async () => {
  await db.source.destroy();
  await fresh.drop();
});

test('many transactions at once, each with a statement beside it, wait for each other and not for ever', async () => {
  const done = await Promise.all(
    Array.from({ length: 20 }, (_, at) =>
      db.transaction(async () => {
        await db.query('select pg_sleep(0.01)');
        await db.source.query('select 1');
        return at;
      }),
    ),
  );
  expect(done).toEqual(Array.from({ length: 20 }, (_, at) => at));
}, 10_000);

test('a transaction that fails gives its turn to the next', async () => {
  const tries = await Promise.allSettled(
    Array.from({ length: 10 }, (_, at) =>
      db.transaction(async () => {
        if (at % 2 === 0) throw new Error('no');
        return db.inTransaction;
      }),
    ),
  );
  expect(tries.filter((one) => one.status === 'fulfilled').map((one) => one.value)).toEqual(Array(5).fill(true));
  expect(db.inTransaction).toBe(false);
});
