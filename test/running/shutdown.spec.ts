import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { io } from 'socket.io-client';
import type { Config } from '@app/platform/config';
import { aTeam, aThread } from '@app/discussions/testing/index.js';
import { type Actor, openHouse, type TestHouse } from '../setup/house.js';
import { compileProcesses, type End, type RealProcess, startProcess } from '../setup/processes.js';
import { Balancer } from './balancer.js';

jest.setTimeout(400_000);

const SIGNALS = 10;
let house: TestHouse;
let ana: Actor;
let settings: Record<string, string>;
let threads: string[];
const started: RealProcess[] = [];
const balancer = new Balancer();
let writing = false;

beforeAll(async () => {
  await compileProcesses();
  house = await openHouse();
  await aTeam(house, { superintendent: 'ana@maple.example' });
  const other = await aTeam(house, { labor_leader: 'pete@cedar.example' });
  const pete = await house.as('pete@cedar.example');
  ana = await house.as('ana@maple.example');
  const by = { organizationId: other, authorId: pete.accountId ?? '' };
  threads = await Promise.all(Array.from({ length: 40 }, () => aThread(house, by)));
  const config = house.get('CONFIG' as never) as Config;
  settings = { DATABASE_URL: config.DATABASE_URL ?? '', DATABASE_POOL: '4', ACCORD_DATA: config.ACCORD_DATA, SECRET_KEY: config.SECRET_KEY ?? '', DRAIN_SECONDS: '0.5', ACCORD_DEMO: 'off' };
});

afterAll(async () => {
  writing = false;
  balancer.close();
  for (const each of started) each.signal('SIGKILL');
  await Promise.all(started.map((each) => each.ended));
  await house.close();
});

async function start(name: 'api' | 'worker'): Promise<RealProcess> {
  const process = await startProcess(name, settings);
  started.push(process);
  return process;
}

const REPLY = 'mutation($input: ReplyInput!) { reply(input: $input) { __typename } }';

test(`${SIGNALS} apis and 3 workers are told to end while people write: every letter that was acknowledged is there once, and nobody waits longer than ten seconds`, async () => {
  const acknowledged: string[] = [];
  const lost: string[] = [];
  writing = true;
  const write = async (who: number): Promise<void> => {
    for (let n = 0; writing && lost.length === 0; n++) {
      const body = `Letter ${n} of writer ${who}`;
      const input = { threadId: threads[(n * 7 + who) % threads.length], body, idempotencyKey: `letter-${who}-${n}-0123456789` };
      const headers = { 'content-type': 'application/json', cookie: ana.cookie ?? '' };
      await balancer.send('/graphql', headers, JSON.stringify({ query: REPLY, variables: { input } })).then(
        (reply) => (reply.status === 200 && reply.body.includes('"Post"') ? acknowledged : lost).push(reply.status === 200 ? body : `${body}: ${reply.status} ${reply.body}`),
        (error: Error) => lost.push(`${body}: ${error.message}`),
      );
      await wait(25);
    }
  };
  let current = await Promise.all([start('api'), start('api')]);
  let worker = await start('worker');
  for (const { address } of current) balancer.add(address);
  const writers = Array.from({ length: 3 }, (_, who) => write(who));
  const ends: End[] = [];
  for (let round = 0; round < SIGNALS / 2; round++) {
    const next = await Promise.all([start('api'), start('api')]);
    for (const { address } of next) balancer.add(address);
    const before = acknowledged.length;
    for (const each of current) each.signal('SIGTERM');
    if (round % 2 === 0) {
      worker.signal('SIGTERM');
      ends.push(await worker.ended);
      worker = await start('worker');
    }
    for (const each of current) {
      ends.push(await each.ended);
      balancer.remove(each.address);
    }
    current = next;
    await wait(100);
    expect(acknowledged.length).toBeGreaterThan(before);
  }
  writing = false;
  await Promise.all(writers);
  expect(lost).toEqual([]);
  expect(ends).toHaveLength(SIGNALS + 3);
  for (const end of ends) expect(end).toEqual({ code: 0, signal: null, ms: expect.any(Number) });
  expect(Math.max(...ends.map((end) => end.ms))).toBeLessThan(10_000);

  const kept = await house.db.query<{ body: string }>(`select body from post where body like 'Letter % of writer %'`);
  expect(kept.map((row) => row.body).sort()).toEqual([...acknowledged].sort());
  // The work behind the letters was not lost either: every event was carried on, and no job is stuck or given up.
  const waiting = () => house.db.one<{ n: number }>(`select (select count(*) from outbox where relayed_at is null)::int + (select count(*) from bullmq.job where name = 'events.tell' and state <> 'completed')::int as n`);
  for (const until = Date.now() + 30_000; Date.now() < until && (await waiting())?.n; ) await wait(100);
  expect(await waiting()).toEqual({ n: 0 });
  for (const each of [worker, ...current]) each.signal('SIGTERM');
  await Promise.all([worker, ...current].map((each) => each.ended));
  const told = new Set(await house.db.query<{ edition: string }>(`select edition from mail_ledger where kind = 'discussions.reply'`).then((rows) => rows.map((row) => row.edition.slice(0, 36))));
  const written = await house.db.query<{ thread_id: string }>(`select distinct thread_id from post where body like 'Letter % of writer %'`);
  expect(written.filter((row) => !told.has(row.thread_id))).toEqual([]);
});

test('an api that was told to end says so, answers what is asked meanwhile, parts from its readers, and a second word ends it at once', async () => {
  settings = { ...settings, DRAIN_SECONDS: '5' };
  const api = await start('api');
  expect(await balancer.once(api.address, '/readyz', 'GET')).toMatchObject({ status: 200, closes: false });
  const reader = io(api.address, { path: '/socket.io', transports: ['websocket'], reconnection: false, extraHeaders: { cookie: ana.cookie ?? '' } });
  await new Promise<void>((resolve) => void reader.once('connect', () => resolve()));
  const parted = new Promise<string>((resolve) => void reader.once('disconnect', resolve));

  api.signal('SIGTERM');
  let red = await balancer.once(api.address, '/readyz', 'GET');
  for (let n = 0; n < 40 && red.status === 200; n++) {
    await wait(25);
    red = await balancer.once(api.address, '/readyz', 'GET', {}, '', false);
  }
  expect(red).toMatchObject({ status: 503, body: '{"ok":false,"ending":true}' });
  expect(await balancer.once(api.address, '/healthz', 'GET')).toMatchObject({ status: 200, closes: true });
  const late = io(api.address, { path: '/socket.io', transports: ['websocket'], reconnection: false, forceNew: true, extraHeaders: { cookie: ana.cookie ?? '' } });
  expect(await new Promise((resolve) => late.once('connect_error', () => resolve('refused')).once('connect', () => resolve('let in')))).toBe('refused');

  await wait(500);
  api.signal('SIGTERM');
  expect(await api.ended).toMatchObject({ code: 1, ms: expect.any(Number) });
  expect(await parted).toBe('transport close');
});
