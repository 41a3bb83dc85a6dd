import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { takeAway } from '../setup/away.js';
import { openHouse, type TestHouse } from '../setup/house.js';

let house: TestHouse;

beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** The database lets go of every statement, as it does when it is shut down. */
async function whileAway<Result>(work: () => Promise<Result>): Promise<Result> {
  const back = takeAway(house.db, '57P01');
  try {
    return await work();
  } finally {
    back();
  }
}

test('while the database is away the api says to try again, in words and in the status, and answers when it is back', async () => {
  const ana = await house.as('ana@away.example');
  const ask = () => ana.raw('{ session { person { email } } }');
  const away = await whileAway(ask);
  expect([away.status, away.errors?.map((error) => error.extensions?.['code'])]).toEqual([503, ['TRY_AGAIN']]);
  expect(away.errors?.[0]?.message).toMatch(/try again in a few seconds/);
  const back = await ask();
  expect([back.status, back.errors]).toEqual([200, undefined]);
});

test('open pages come as the web app, which says it in words, and their facts as words for programs', async () => {
  const page = (path: string) => house.visitor.http('GET', path);
  const [away, facts, table] = [await whileAway(() => page('/districts/helena')), await whileAway(() => page('/districts/helena.json')), await whileAway(() => page('/districts.csv'))];
  expect([away.status, away.headers.get('retry-after'), away.headers.get('cache-control'), away.body]).toEqual([503, '2', 'no-store', expect.stringContaining('<div id="root"></div>')]);
  for (const answer of [facts, table]) expect([answer.status, (JSON.parse(answer.body) as { message: string }).message]).toEqual([503, expect.stringMatching(/try again/)]);
  expect((await page('/districts/helena')).status).toBe(200);
});

test('so do the plain routes', async () => {
  const stop = () => house.visitor.http('POST', '/unsubscribe/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA');
  const ana = await house.as('ana@away.example');
  const send = () => ana.http('PUT', '/files', { headers: { 'apollo-require-preflight': '1', 'x-file-name': 'a.txt', 'content-type': 'text/plain' }, body: 'words' });
  const away = await whileAway(send);
  expect([away.status, away.headers.get('retry-after'), (JSON.parse(away.body) as { message: string }).message]).toEqual([503, '2', expect.stringMatching(/try again/)]);
  expect((await send()).status).not.toBe(503);
  expect((await stop()).status).toBe(404);
});
