import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createServer, type Socket } from 'node:net';
import pg from 'pg';
import { freshDatabase, type FreshDatabase } from '../../../test/setup/database.js';
import { type Database, isAway, openDatabase } from './index.js';

let fresh: FreshDatabase;
let db: Database;

beforeAll(async () => {
  fresh = await freshDatabase();
  db = await openDatabase({ url: fresh.url, entities: [], migrations: [], pool: 2 });
});
afterAll(async () => {
  await db.source.destroy();
  await fresh.drop();
});

const failureOf = (work: Promise<unknown>): Promise<unknown> => work.then(() => null, (error: unknown) => error);

async function endBackends(): Promise<void> {
  const other = new pg.Client({ connectionString: fresh.url });
  await other.connect();
  await other.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`);
  await other.end();
}

test('a connection that PostgreSQL ends in the middle of a statement or of a change says that it is away, and the next one works', async () => {
  const asleep = failureOf(db.query('select pg_sleep(20)'));
  const between = failureOf(
    db.transaction(async () => {
      await db.query('select 1');
      await new Promise((resolve) => setTimeout(resolve, 600));
      await db.query('select 2');
    }),
  );
  await new Promise((resolve) => setTimeout(resolve, 200));
  await endBackends();
  expect([await asleep, await between].map(isAway)).toEqual([true, true]);
  expect(await db.one('select 1 as one')).toEqual({ one: 1 });
});

test('so do a server that is not there and one that does not answer; a mistake of ours does not', async () => {
  const taken: Socket[] = [];
  const silent = createServer((socket) => void taken.push(socket));
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const port = (silent.address() as { port: number }).port;
  const mute = new pg.Pool({ host: '127.0.0.1', port, connectionTimeoutMillis: 200 });
  expect(isAway(await failureOf(mute.query('select 1')))).toBe(true);
  for (const socket of taken) socket.destroy();
  await new Promise((resolve) => silent.close(resolve));
  const absent = new pg.Client({ host: '127.0.0.1', port });
  expect(isAway(await failureOf(absent.connect()))).toBe(true);
  expect(isAway(await failureOf(db.query('select nonsense')))).toBe(false);
  expect(isAway(await failureOf(db.query('select 1/0')))).toBe(false);
});
