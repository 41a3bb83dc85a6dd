import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Database, openDatabase } from '@app/platform/database';
import { Contributions } from '@app/platform/feature';
import { JobQueue, type QueuedJob } from '@app/platform/jobs';
import { freshDatabase } from '../../../test/setup/database.js';
import { event, Events, type HappenedEvent, listener, listeners, live, liveRules, LiveVoice, type LiveMessage, Relay } from './index.js';
import { tellListener } from './telling.js';

const SomethingSaid = event<{ words: string }>('test.something-said');

/** A queue that can be away, and forgets what it holds when told to. */
class PoorQueue extends JobQueue {
  away = false;
  readonly waiting: QueuedJob[] = [];
  override async add(jobs: QueuedJob[]): Promise<void> {
    if (this.away) throw new Error('the queue is away');
    this.waiting.push(...jobs);
  }
}

class ListVoice extends LiveVoice {
  readonly said: LiveMessage[] = [];
  override say(message: LiveMessage): void {
    this.said.push(message);
  }
}

let db: Database;
let drop: () => Promise<void>;
let heard: string[] = [];
let fails = false;
let [queue, voice] = [new PoorQueue(), new ListVoice()];
let knows = true;

const hear = listener('test.hear', SomethingSaid, async (_get, events: HappenedEvent<{ words: string }>[]) => {
  heard.push(...events.map(({ payload }) => payload.words));
  if (fails) throw new Error('not today');
});
const everything = new Contributions([{ name: 'test', contributes: [listeners.with(hear), liveRules.with(live(SomethingSaid, ({ payload }) => [{ room: 'test:1', kind: payload.words }]))] }]);

beforeAll(async () => {
  const fresh = await freshDatabase();
  drop = fresh.drop;
  db = await openDatabase({ url: fresh.url, entities: [], migrations: [], pool: 3 });
});
beforeEach(async () => {
  [queue, voice, heard, fails, knows] = [new PoorQueue(), new ListVoice(), [], false, true];
  await db.query('truncate outbox, outbox_batch');
});
afterAll(async () => {
  await db.source.destroy();
  await drop();
});

const relay = (): Relay => new Relay(db, queue, voice, everything);
const say = (words: string): Promise<void> => db.transaction(() => new Events(db).publish(SomethingSaid, { words }));
const time = (passes: string): Promise<unknown> => db.query(`update outbox_batch set due_at = due_at - $1::interval`, [passes]);
const open = async (): Promise<number> => (await db.one<{ n: number }>(`select count(*)::int as n from outbox_batch`))?.n ?? -1;

async function work(): Promise<void> {
  const get = (service: unknown): unknown => (service === Contributions ? (knows ? everything : new Contributions([])) : db);
  for (const job of queue.waiting.splice(0)) await tellListener.run(get as never, job.data as never);
}

test('what happened is heard once and said once', async () => {
  await say('one');
  expect(await relay().relayOnce()).toBe(1);
  await work();
  await time('1 hour');
  expect([await relay().relayOnce(), await relay().remind()]).toEqual([0, 0]);
  expect([heard, voice.said.map(({ kind }) => kind), await open()]).toEqual([['one'], ['one'], 0]);
});

test('a queue that loses everything costs nobody an event', async () => {
  await say('one');
  await relay().relayOnce();
  queue.waiting.splice(0);
  expect(await relay().remind()).toBe(0);
  await time('21 seconds');
  expect(await relay().remind()).toBe(1);
  await work();
  expect([heard, await open()]).toEqual([['one'], 0]);
});

test('a queue that is away delays an event and nothing else: it is said live at once and heard when the queue is back', async () => {
  queue.away = true;
  await say('one');
  await expect(relay().relayOnce()).rejects.toThrow('away');
  expect(voice.said).toHaveLength(1);
  await time('21 seconds');
  for (let time = 0; time < 5; time += 1) await expect(relay().remind()).rejects.toThrow('away');
  queue.away = false;
  expect(await relay().remind()).toBe(1);
  await work();
  expect([heard, voice.said.length, await open()]).toEqual([['one'], 1, 0]);
});

test('told twice, or by two at once, a listener hears it once', async () => {
  await say('one');
  await relay().relayOnce();
  await time('21 seconds');
  await relay().remind();
  expect(queue.waiting.map(({ id }) => id)).toEqual([...new Set(queue.waiting.map(({ id }) => id))]);
  const [first, second] = queue.waiting.splice(0);
  const get = (service: unknown): unknown => (service === Contributions ? everything : db);
  await Promise.all([first, second].map((job) => tellListener.run(get as never, job!.data as never)));
  expect(heard).toEqual(['one']);
});

test('a listener that fails is told again, and less and less often', async () => {
  fails = true;
  await say('one');
  await relay().relayOnce();
  await expect(work()).rejects.toThrow('not today');
  for (let time_ = 0; time_ < 6; time_ += 1) {
    await time('1 hour');
    await relay().remind();
    await expect(work()).rejects.toThrow('not today');
  }
  await time('21 seconds');
  expect(await relay().remind()).toBe(0);
  fails = false;
  await time('1 hour');
  await relay().remind();
  await work();
  expect([heard.length, await open()]).toEqual([8, 0]);
});

test('a worker of the release before, which does not know a listener yet, leaves its events to those who do', async () => {
  await say('one');
  await relay().relayOnce();
  knows = false;
  await work();
  expect([heard, await open()]).toEqual([[], 1]);
  knows = true;
  await time('21 seconds');
  await relay().remind();
  await work();
  expect([heard, await open()]).toEqual([['one'], 0]);
});
