import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { loadConfig } from '@app/platform/config';
import { silentLog } from '@app/platform/log';
import { freshDatabase, type FreshDatabase } from '../../../test/setup/database.js';
import { BullQueue, job, type JobRunner, schedule, startBullWorker } from './index.js';

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

test('slow jobs leave room for the others: two at once, and each of the rest in its turn, once', async () => {
  const config = loadConfig({ NODE_ENV: 'test', DATABASE_URL: fresh.url });
  const queue = new BullQueue(config, silentLog);
  let [atOnce, most, prompt] = [0, 0, 0];
  const ended: string[] = [];
  let release = (): void => undefined;
  const gate = new Promise<void>((resolve) => (release = resolve));
  const runner: Pick<JobRunner, 'isSlow' | 'run'> = {
    isSlow: (name) => name === 'test.slow',
    run: async ({ name, id }) => {
      if (name === 'test.prompt') prompt += 1;
      if (name !== 'test.slow') return;
      most = Math.max(most, (atOnce += 1));
      await gate;
      atOnce -= 1;
      ended.push(id ?? '');
    },
  };
  const slow = ['a', 'b', 'c', 'd', 'e', 'f'];
  await queue.add(slow.map((id) => ({ name: 'test.slow', data: {}, id })));
  const stop = startBullWorker(config, runner as JobRunner, silentLog);
  const until = async (done: () => boolean): Promise<void> => {
    for (const last = Date.now() + 15_000; !done() && Date.now() < last; ) await new Promise((resolve) => setTimeout(resolve, 50));
  };
  await until(() => atOnce === 2);
  await queue.add([{ name: 'test.prompt', data: {} }]);
  await until(() => prompt === 1);
  expect({ prompt, atOnce, ended }).toEqual({ prompt: 1, atOnce: 2, ended: [] });
  release();
  await until(() => ended.length === slow.length);
  expect({ most, ended: ended.sort() }).toEqual({ most: 2, ended: slow });
  await stop(1000);
  await queue.close();
}, 40_000);
