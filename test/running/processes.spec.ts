import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { io, type Socket } from 'socket.io-client';
import type { Config } from '@app/platform/config';
import { silentLog } from '@app/platform/log';
import { RemoteVoice } from '@app/platform/realtime';
import { threadRoom } from '@app/discussions/contract';
import { aTeam, aThread } from '@app/discussions/testing/index.js';
import { type Actor, openHouse, type TestHouse } from '../setup/house.js';
import { compileProcesses, type RealProcess, startProcess } from '../setup/processes.js';
import { type S3Store, startS3 } from '../setup/s3.js';

jest.setTimeout(240_000);

let house: TestHouse;
let [ana, pete]: Actor[] = [];
let team: string;
let base: Record<string, string>;
let elsewhere: string;
const started: RealProcess[] = [];
const closing: (() => unknown)[] = [];

beforeAll(async () => {
  await compileProcesses();
  house = await openHouse();
  team = await aTeam(house, { superintendent: 'ana@maple.example', labor_leader: 'pete@maple.example' });
  [ana, pete] = [await house.as('ana@maple.example'), await house.as('pete@maple.example')];
  const config = house.get('CONFIG' as never) as Config;
  elsewhere = await mkdtemp(join(tmpdir(), 'accord-elsewhere-'));
  base = { DATABASE_URL: config.DATABASE_URL ?? '', DATABASE_POOL: '4', ACCORD_DATA: config.ACCORD_DATA, SECRET_KEY: config.SECRET_KEY ?? '', DRAIN_SECONDS: '0', ACCORD_DEMO: 'off' };
});

afterAll(async () => {
  for (const each of started) each.signal('SIGKILL');
  await Promise.all(started.map((each) => each.ended));
  for (const close of closing) await close();
  await house.close();
  await rm(elsewhere, { recursive: true, force: true });
});

async function start(name: 'api' | 'worker', settings: Record<string, string> = {}): Promise<RealProcess> {
  const process = await startProcess(name, { ...base, ...settings });
  started.push(process);
  return process;
}

async function end(...processes: RealProcess[]): Promise<void> {
  for (const each of processes) each.signal('SIGTERM');
  for (const each of processes) expect({ ...(await each.ended), said: each.said() }).toMatchObject({ code: 0 });
}

async function reader(api: RealProcess, who: Actor, room: string): Promise<{ heard: Record<string, unknown>[]; socket: Socket }> {
  const heard: Record<string, unknown>[] = [];
  const socket = io(api.address, { path: '/socket.io', transports: ['websocket'], extraHeaders: { cookie: who.cookie ?? '' }, forceNew: true });
  closing.push(() => socket.disconnect());
  socket.on('live', (message: Record<string, unknown>) => heard.push(message));
  await new Promise<void>((resolve) => void socket.once('connect', () => resolve()));
  expect(await new Promise((resolve) => socket.emit('follow', { room }, resolve))).toEqual({ ok: true });
  return { heard, socket };
}

async function until(condition: () => boolean, patience = 15_000): Promise<boolean> {
  for (const last = Date.now() + patience; Date.now() < last; await wait(20)) if (condition()) return true;
  return condition();
}

const REDIS = process.env.ACCORD_TEST_REDIS;

test.each(REDIS ? ['PostgreSQL', 'Redis'] : ['PostgreSQL'])('by %s, a letter written at one api reaches a reader at the other, and so does a message of 20 kB', async (by) => {
  const settings: Record<string, string> = by === 'Redis' ? { REDIS_URL: REDIS ?? '' } : {};
  const threadId = await aThread(house, { organizationId: team, authorId: pete?.accountId ?? '' });
  const [one, other, worker] = await Promise.all([start('api', settings), start('api', settings), start('worker', settings)]);
  const readers = await Promise.all([reader(one, ana as Actor, threadRoom(threadId)), reader(other, pete as Actor, threadRoom(threadId))]);

  const query = 'mutation($input: ReplyInput!) { reply(input: $input) { __typename } }';
  const answer = await fetch(`${one.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: ana?.cookie ?? '' },
    body: JSON.stringify({ query, variables: { input: { threadId, body: `Heard by ${by}`, idempotencyKey: `across-processes-${by}` } } }),
  });
  expect(await answer.json()).toEqual({ data: { reply: { __typename: 'Post' } } });
  for (const { heard } of readers) expect(await until(() => heard.some((message) => message.number === 2))).toBe(true);

  const voice = new RemoteVoice({ ...(house.get('CONFIG' as never) as Config), REDIS_URL: settings.REDIS_URL }, silentLog);
  closing.push(() => voice.close());
  // A message may be said before the connection stands; then it is lost, as live messages may be.
  expect(
    await until(() => {
      voice.say({ room: threadRoom(threadId), kind: 'long', words: 'long '.repeat(4000) });
      return readers.every(({ heard }) => heard.some((message) => message.kind === 'long'));
    }),
  ).toBe(true);
  for (const { heard } of readers) expect(heard.find((message) => message.kind === 'long')?.words).toHaveLength(20_000);
  for (const { socket } of readers) socket.disconnect();
  await end(one, other, worker);
});

test('a second process whose files lie elsewhere does not start and says what to set; one that shares them does', async () => {
  const first = await start('api');
  const why = 'This worker keeps its files elsewhere than the api on';
  await expect(start('worker', { ACCORD_DATA: elsewhere })).rejects.toThrow(why);
  await expect(start('worker', { ACCORD_DATA: elsewhere })).rejects.toThrow('Give all processes one S3_URL, or one ACCORD_DATA on a disk that they share.');
  await expect(start('api', { SECRET_KEY: 'another secret that is only good for tests as well' })).rejects.toThrow('Give all processes the same SECRET_KEY.');
  const second = await start('worker');
  await end(first, second);
});

test('processes with folders of their own run together where the files are in one S3 bucket', async () => {
  const store: S3Store = await startS3();
  closing.push(() => store.close());
  const [one, other] = await Promise.all([start('api', { S3_URL: store.url }), start('api', { S3_URL: store.url, ACCORD_DATA: elsewhere })]);
  expect((await fetch(`${other.address}/readyz`)).status).toBe(200);
  await store.stop();
  await wait(1100);
  const away = await fetch(`${other.address}/readyz`);
  expect([away.status, await away.text()]).toEqual([503, '{"ok":false,"missing":["storage"]}']);
  expect((await fetch(`${other.address}/healthz`)).status).toBe(200);
  await store.start();
  await wait(1100);
  expect((await fetch(`${other.address}/readyz`)).status).toBe(200);
  expect(other.said()).not.toContain('S3RVER:S3RVER');
  await end(one, other);
});

test('a process that died without a word counts for nothing after half a minute', async () => {
  const first = await start('api');
  first.signal('SIGKILL');
  await first.ended;
  await expect(start('api', { ACCORD_DATA: elsewhere })).rejects.toThrow('wait 30 seconds');
  await house.db.query(`update process_instance set seen_at = now() - interval '31 seconds'`);
  await end(await start('api', { ACCORD_DATA: elsewhere }));
});

test('a worker answers on its health port whether it is ready', async () => {
  const worker = await start('worker', { HEALTH_PORT: '0' });
  const port = /"healthPort":(\d+)/.exec(worker.said())?.[1];
  expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
  expect(await (await fetch(`http://127.0.0.1:${port}/readyz`)).json()).toEqual({ ok: true });
  await end(worker);
});
