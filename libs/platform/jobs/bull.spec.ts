import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { loadConfig } from '@app/platform/config';
import { silentLog } from '@app/platform/log';
import { freshDatabase, type FreshDatabase } from '../../../test/setup/database.js';
import { BullQueue, job, schedule } from './index.js';

let fresh: FreshDatabase;
let looking: pg.Client;

beforeAll(async () => {
  fresh = await freshDatabase();
  looking = new pg.Client({ connectionString: fresh.url });
  await looking.connect();
});
afterAll(async () => {
  await looking.end();
  await fresh.drop();
});

test('a schedule that the queue has forgotten is entered again, without anything being started anew', async () => {
  const queue = new BullQueue(loadConfig({ NODE_ENV: 'test', DATABASE_URL: fresh.url }), silentLog);
  await queue.repeat([schedule(job('test.hourly', async () => undefined), { every: 3_600_000 })], 100);
  const tables = (await looking.query<{ name: string }>(`select table_name as name from information_schema.tables where table_schema = 'bullmq' and table_name ~ 'scheduler'`)).rows;
  expect(tables).toHaveLength(1);
  const kept = async (): Promise<number> => Number((await looking.query<{ n: string }>(`select count(*) as n from bullmq.${tables[0]!.name}`)).rows[0]!.n);
  expect(await kept()).toBe(1);
  await looking.query(`delete from bullmq.${tables[0]!.name}`);
  for (const until = Date.now() + 8000; (await kept()) === 0 && Date.now() < until; ) await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await kept()).toBe(1);
  await queue.close();
});

test('a queue that was never reached says so in time instead of waiting for ever', async () => {
  const queue = new BullQueue(loadConfig({ NODE_ENV: 'test', DATABASE_URL: fresh.url, REDIS_URL: 'redis://127.0.0.1:1' }), silentLog);
  await queue.repeat([schedule(job('test.hourly', async () => undefined), { every: 3_600_000 })]);
  await expect(queue.add([{ name: 'test.hourly', data: {} }])).rejects.toThrow();
  await queue.close();
}, 25_000);
