import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { io, type Socket } from 'socket.io-client';
import { threadRoom } from '@app/discussions/contract';
import { aTeam, aThread } from '@app/discussions/testing/index.js';
import { type Actor, openHouse, type TestHouse } from '../setup/house.js';

let house: TestHouse;
let [ana, dana]: Actor[] = [];
let maple: string;
const sockets: Socket[] = [];

// No relay runs here: whoever loses a session is cut off although no worker is there to say so.
beforeAll(async () => {
  house = await openHouse({}, { realtime: true });
  maple = await aTeam(house, { superintendent: 'dana@maple.example', labor_leader: 'ana@maple.example' });
  [ana, dana] = await Promise.all(['ana@maple.example', 'dana@maple.example'].map((email) => house.as(email)));
});
afterAll(async () => {
  for (const socket of sockets) socket.disconnect();
  await house.close();
});

/** A page of somebody's that follows a thread; tells when it is cut off. */
async function reading(who: Actor | undefined, room: string): Promise<{ socket: Socket; cutOff: () => number }> {
  const socket = io(house.address, { path: '/socket.io', transports: ['websocket'], forceNew: true, reconnection: false, extraHeaders: { cookie: who?.cookie ?? '' } });
  sockets.push(socket);
  let at = 0;
  socket.on('disconnect', () => (at = performance.now()));
  await new Promise((resolve) => socket.once('connect', () => resolve(null)));
  expect(await new Promise((resolve) => socket.emit('follow', { room }, (answer: { ok: boolean }) => resolve(answer.ok)))).toBe(true);
  return { socket, cutOff: () => at };
}

test('within a second of the hand-over the old holder is in no room any more, and their colleagues still are', async () => {
  const threadId = await aThread(house, { organizationId: maple, authorId: ana?.accountId ?? '' });
  const [old, colleague] = [await reading(dana, threadRoom(threadId)), await reading(ana, threadRoom(threadId))];
  const seat = await house.db.one<{ id: string }>(`select id from seat where account_id = $1`, [dana?.accountId]);
  await dana?.act('handOverSeat', { seatId: seat?.id, email: 'nia@home.example' });
  await house.settle();
  const token = /\/handover\/([\w.-]+)/.exec(house.mails.findLast((mail) => mail.to === 'nia@home.example')?.text ?? '')?.[1];
  expect(old.cutOff()).toBe(0);
  expect((await house.visitor.act('acceptHandover', { token, name: 'Nia Okoro' })).__typename).toBe('HandoverAccepted');
  const accepted = performance.now();
  for (const until = accepted + 5000; old.cutOff() === 0 && performance.now() < until; ) await wait(5);
  expect(old.cutOff()).toBeGreaterThan(0);
  expect(old.cutOff() - accepted).toBeLessThan(1000);
  expect(colleague.socket.connected).toBe(true);
  // And there is no way back in with the old cookie.
  const again = io(house.address, { path: '/socket.io', transports: ['websocket'], forceNew: true, reconnection: false, extraHeaders: { cookie: dana?.cookie ?? '' } });
  sockets.push(again);
  expect(await new Promise((resolve) => again.once('connect_error', (error: Error & { data?: { code: string } }) => resolve(error.data?.code)))).toBe('SignInNeeded');
});
