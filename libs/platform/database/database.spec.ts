import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../test/setup/database.js';
import { isAway } from './away.js';
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

describe('inside a transaction', () => {
  beforeAll(() => db.query('create table noted (word text unique)'));
  const noted = async (): Promise<string[]> => (await db.query<{ word: string }>('select word from noted order by 1')).map(({ word }) => word);

  test('what is asked side by side is answered, each by its own, on the one connection', async () => {
    const answers = await db.transaction(() => Promise.all([1, 2, 3].map((n) => db.prepared<{ n: number; at: string }>('select $1::int as n, txid_current()::text as at', [n]))));
    expect(answers.map(([row]) => row?.n)).toEqual([1, 2, 3]);
    expect(new Set(answers.map(([row]) => row?.at)).size).toBe(1);
  });

  test('what is written last counts with the rest, and when it cannot be written nothing does', async () => {
    const write = (first: string, last: string) =>
      db.transaction(async () => {
        await db.query('insert into noted values ($1)', [first]);
        db.atLast('insert into noted values ($1)', [last]);
      });
    await write('one', 'two');
    expect(await noted()).toEqual(['one', 'two']);
    await expect(write('three', 'two')).rejects.toThrow(/duplicate/);
    expect(await noted()).toEqual(['one', 'two']);
    expect(await db.transaction(() => Promise.resolve('the connection serves the next'))).toBe('the connection serves the next');
  });

  test('a failure that somebody overlooked is told at the end, for nothing was written', async () => {
    const overlooked = db.transaction(async () => {
      await db.query(`insert into noted values ('before')`);
      await db.query('select 1 / 0').catch(() => undefined);
    });
    await expect(overlooked).rejects.toThrow('nothing was written');
    expect(await noted()).not.toContain('before');
  });

  test('whoever was not waited for does not write into the transaction of somebody else', async () => {
    let late: Promise<unknown> | undefined;
    await db.transaction(async () => {
      late = new Promise((go) => setTimeout(go, 50)).then(() => db.prepared('insert into noted values ($1)', ['late']));
      late.catch(() => undefined);
    });
    await expect(late).rejects.toThrow('The transaction is over.');
    expect(await noted()).not.toContain('late');
  });

  test('whoever is cut off in the middle has written nothing, is told that the database was away, and the next goes on', async () => {
    const cut = db.transaction(async () => {
      const [row] = await db.query<{ pid: number }>('select pg_backend_pid() as pid');
      await db.query(`insert into noted values ('cut')`);
      await db.source.query('select pg_terminate_backend($1)', [row?.pid]);
      db.atLast(`insert into noted values ('cut too')`, []);
    });
    expect(isAway(await cut.catch((error: unknown) => error))).toBe(true);
    expect(await db.transaction(noted)).toEqual(['one', 'two']);
  });
});
