import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { io } from 'socket.io-client';
import { Relay } from '@app/platform/events';
import { keepUp, threadRoom } from '@app/discussions/contract';
import { aTeam, aThread } from '@app/discussions/testing/index.js';
import { takeAway } from '../setup/away.js';
import { type Actor, openHouse, type TestHouse } from '../setup/house.js';

let house: TestHouse;
let dana: Actor;
let maple: string;

beforeAll(async () => {
  house = await openHouse({}, { realtime: true });
  maple = await aTeam(house, { superintendent: 'dana@line.example' });
  dana = await house.as('dana@line.example');
  house.get(Relay).start(() => undefined, 20);
});
afterAll(async () => {
  await house.get(Relay).stop();
  await house.close();
});

async function until(condition: () => boolean | Promise<boolean>, patience = 12_000): Promise<boolean> {
  for (const end = Date.now() + patience; Date.now() < end; await wait(20)) if (await condition()) return true;
  return false;
}

const listening = async (): Promise<boolean> => (await house.db.one(`select 1 from pg_stat_activity where application_name = 'accord-live' and datname = current_database() and query like 'LISTEN%'`)) !== null;

test('the line that carries live messages breaks three times; a page that stays open sees every letter, in order', async () => {
  const threadId = await aThread(house, { authorId: dana.accountId!, organizationId: maple }, { letters: 1 });
  const seen: number[] = [];
  const letters = keepUp<{ number: number }>({
    after: 1,
    pause: 50,
    fetchAfter: async (number) => (await dana.query('query($threadId: ID!, $after: Int!) { postsSince(threadId: $threadId, after: $after, first: 20) { number } }', { threadId, after: number })).postsSince,
    onLetters: (fresh) => void seen.push(...fresh.map(({ number }) => number)),
  });
  const socket = io(house.address, { path: '/socket.io', transports: ['websocket'], forceNew: true, reconnectionDelay: 20, reconnectionDelayMax: 60, extraHeaders: { cookie: dana.cookie! } });
  socket.on('connect', () => socket.emit('follow', { room: threadRoom(threadId) }, () => letters.resume()));
  socket.on('live', ({ number }: { number: number }) => letters.heard(number));
  try {
    expect(await until(async () => socket.connected && (await listening()))).toBe(true);
    for (let cut = 1; cut <= 3; cut += 1) {
      await house.db.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'accord-live' and datname = current_database()`);
      // Nobody hears this one when it is said.
      await dana.act('reply', { threadId, body: `While the line was broken, ${cut}` });
      expect(await until(() => seen.at(-1) === cut * 2)).toBe(true);
      expect(await until(async () => socket.connected && (await listening()))).toBe(true);
      await dana.act('reply', { threadId, body: `When it was whole again, ${cut}` });
      expect(await until(() => seen.at(-1) === cut * 2 + 1)).toBe(true);
    }
    expect(seen).toEqual([2, 3, 4, 5, 6, 7]);
  } finally {
    letters.stop();
    socket.disconnect();
  }
}, 60_000);

test('a page that connects, or follows a room, while the database is away is let in when it is back, without being opened anew', async () => {
  const threadId = await aThread(house, { authorId: dana.accountId!, organizationId: maple }, { letters: 1 });
  let back = (): void => undefined;
  const away = (): void => void (back = takeAway(house.db, '57P03'));
  const answers: boolean[] = [];
  let refusals = 0;
  away();
  const socket = io(house.address, { path: '/socket.io', transports: ['websocket'], forceNew: true, reconnectionDelay: 50, reconnectionDelayMax: 200, extraHeaders: { cookie: dana.cookie! } });
  const follow = (): void => void socket.emit('follow', { room: threadRoom(threadId) }, ({ ok }: { ok: boolean }) => answers.push(ok));
  socket.on('connect', follow);
  socket.on('connect_error', () => void (refusals += socket.active ? 0 : 1));
  try {
    await wait(1000);
    expect(socket.connected).toBe(false);
    back();
    expect(await until(() => answers.length === 1)).toBe(true);
    away();
    follow();
    await wait(1000);
    back();
    expect(await until(() => answers.length === 2)).toBe(true);
    expect([answers, refusals]).toEqual([[true, true], 0]);
  } finally {
    back();
    socket.disconnect();
  }
}, 60_000);
