import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { io, type Socket } from 'socket.io-client';
import { Relay } from '@app/platform/events';
import { keepUp, threadRoom } from '@app/discussions/contract';
import { aTeam, aThread } from '@app/discussions/testing/index.js';
import { type Actor, openHouse, type TestHouse } from '../setup/house.js';

let house: TestHouse;
let [ana, dana, pete]: Actor[] = [];
let maple: string;

beforeAll(async () => {
  house = await openHouse({}, { realtime: true });
  maple = await aTeam(house, { superintendent: 'dana@maple.example', labor_leader: 'ana@maple.example' });
  await aTeam(house, { labor_leader: 'pete@cedar.example' });
  [ana, dana, pete] = await Promise.all(['ana@maple.example', 'dana@maple.example', 'pete@cedar.example'].map((email) => house.as(email)));
  house.get(Relay).start(() => undefined, 20);
});
afterAll(async () => {
  for (const socket of sockets) socket.disconnect();
  await house.get(Relay).stop();
  await house.close();
});

const by = (who: Actor) => ({ authorId: who.accountId!, organizationId: maple });

async function until(condition: () => boolean, patience = 10_000): Promise<void> {
  for (const end = Date.now() + patience; !condition(); await wait(10)) if (Date.now() > end) return;
}

const sockets = new Set<Socket>();

function connect(who: Actor | null, headers: Record<string, string> = {}): Socket {
  const socket = io(house.address, {
    path: '/socket.io',
    transports: ['websocket'],
    forceNew: true,
    reconnectionDelay: 20,
    reconnectionDelayMax: 60,
    extraHeaders: { ...(who?.cookie ? { cookie: who.cookie } : {}), ...headers },
  });
  sockets.add(socket);
  return socket;
}

const enter = (socket: Socket, room: string): Promise<boolean> => new Promise((resolve) => socket.emit('follow', { room }, (answer: { ok: boolean }) => resolve(answer.ok)));

const outcome = (socket: Socket): Promise<string> =>
  new Promise((resolve) => {
    socket.on('connect', () => resolve('connected'));
    socket.on('connect_error', (error) => resolve(error.message));
  });

/** A reader as the thread page is one: follows the room, and catches up by number whenever it was entered. */
function aReader(who: Actor, threadId: string, after: number) {
  const seen: { number: number; body: string }[] = [];
  const heard: number[] = [];
  const socket = connect(who);
  const letters = keepUp<{ number: number; body: string }>({
    after,
    pause: 50,
    fetchAfter: async (number) => (await who.query('query($threadId: ID!, $after: Int!) { postsSince(threadId: $threadId, after: $after, first: 20) { number body } }', { threadId, after: number })).postsSince,
    onLetters: (fresh) => seen.push(...fresh),
  });
  socket.on('connect', () => void enter(socket, threadRoom(threadId)).then((ok) => ok && letters.resume()));
  socket.on('live', (message: { kind: string; number: number }) => {
    heard.push(message.number);
    letters.heard(message.number);
  });
  return {
    seen,
    heard,
    /** The connection breaks, without a goodbye, and stays broken for a while. */
    cut: async (forMs: number) => {
      socket.io.engine.close();
      socket.disconnect();
      await wait(forMs);
      socket.connect();
    },
    leave: () => {
      letters.stop();
      socket.disconnect();
    },
  };
}

test('two hundred letters, ten cuts, three readers: each sees all, in order, none twice', async () => {
  const threadId = await aThread(house, by(ana!), { letters: 3 });
  const readers = [ana!, dana!, pete!].map((who) => aReader(who, threadId, 3));
  const cuts: Promise<void>[] = [];
  for (let n = 1; n <= 200; n++) {
    const writer = n % 2 ? ana! : pete!;
    await writer.act('reply', { threadId, body: `Letter ${n}` });
    if (n % 20 === 10) cuts.push(readers[cuts.length % 3]!.cut(40 + 10 * cuts.length));
  }
  await Promise.all(cuts);
  expect(cuts).toHaveLength(10);
  const all = Array.from({ length: 200 }, (_, n) => ({ number: n + 4, body: `Letter ${n + 1}` }));
  await until(() => readers.every(({ seen }) => seen.length >= 200));
  await wait(100);
  for (const { seen } of readers) expect(seen).toEqual(all);
  // The cuts did cut: by what was heard alone, every reader would have missed letters.
  for (const { heard } of readers) expect(new Set(heard).size).toBeLessThan(200);
  for (const reader of readers) reader.leave();
});

test('when a session ends its sockets close within a second and hear nothing more', async () => {
  const threadId = await aThread(house, by(ana!), { letters: 1 });
  const [leaving, staying] = [await house.as('dana@maple.example'), ana!];
  const [gone, stays] = [connect(leaving), connect(staying)];
  const heard: number[][] = [[], []];
  [gone, stays].forEach((socket, at) => socket.on('live', (message: { number: number }) => heard[at]!.push(message.number)));
  await Promise.all([gone, stays].map((socket) => until(() => socket.connected)));
  expect(await Promise.all([gone, stays].map((socket) => enter(socket, threadRoom(threadId))))).toEqual([true, true]);

  let closedAfter = Number.POSITIVE_INFINITY;
  const ended = Date.now();
  gone.on('disconnect', () => (closedAfter = Date.now() - ended));
  await leaving.act('signOut', {});
  await until(() => closedAfter < Number.POSITIVE_INFINITY, 3000);
  expect(closedAfter).toBeLessThan(1000);
  await pete!.act('reply', { threadId, body: 'After the end' });
  await until(() => heard[1]!.includes(2));
  await wait(50);
  expect(heard.map((numbers) => numbers.includes(2))).toEqual([false, true]);
  expect(await outcome(connect(leaving))).toBe('Sign in to follow along.');
});

test('a visitor and a page of another site are not let in, and one’s own page is', async () => {
  expect(await outcome(connect(null))).toBe('Sign in to follow along.');
  for (const origin of ['https://evil.example', 'null', 'nonsense']) expect(await outcome(connect(ana!, { origin }))).not.toBe('connected');
  expect(await outcome(connect(ana!, { origin: house.address }))).toBe('connected');
});

test('a room is entered by those who may read its thread and refused to others, also once they may no longer', async () => {
  const ours = await aThread(house, by(ana!), { audience: `team:${maple}` });
  const open = await aThread(house, by(ana!));
  const [member, stranger] = [connect(ana!), connect(pete!)];
  await Promise.all([member, stranger].map((socket) => until(() => socket.connected)));
  expect([await enter(member, threadRoom(ours)), await enter(stranger, threadRoom(ours))]).toEqual([true, false]);
  expect([await enter(stranger, threadRoom(open)), await enter(stranger, 'thread:nonsense'), await enter(stranger, 'nothing:here'), await enter(stranger, `session:${ours}`)]).toEqual([true, false, false, false]);
  await house.db.query(`update seat set account_id = null where account_id = $1`, [pete!.accountId]);
  expect(await enter(stranger, threadRoom(open))).toBe(false);
});
