import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '@app/platform/database';
import { Organizations } from '@app/organizations';
import { type Actor, openHouse, type TestHouse } from '../../test/setup/house.js';

let house: TestHouse;
let ana: Actor;
beforeAll(async () => {
  house = await openHouse();
  ana = await house.as('ana@maple.example', 'Ana Brandt');
  const id = newId();
  await house.db.query(`insert into organization (id, kind, slug, name, state) values ($1, 'district', 'maple-test', 'Maple Test', 'OH')`, [id]);
  await house.get(Organizations).seat(id, 'labor_leader', ana.accountId ?? '', 'Union President');
});
afterAll(() => house.close());

const TEAMS = '{ myTeams { name path isDistrict seats { role title holder isMine } } }';

test('my team shows my seat, the district’s own word for it, and the vacant seats beside it', async () => {
  expect((await ana.query(TEAMS)).myTeams).toEqual([
    {
      name: 'Maple Test',
      path: '/districts/maple-test',
      isDistrict: true,
      seats: [
        { role: 'superintendent', title: null, holder: null, isMine: false },
        { role: 'board_president', title: null, holder: null, isMine: false },
        { role: 'labor_leader', title: 'Union President', holder: 'Ana Brandt', isMine: true },
      ],
    },
  ]);
});

test('somebody who waits for a seat has no team and no news yet', async () => {
  const waiting = await house.as('wes@maple.example', 'Wes Waiting');
  expect(await waiting.query('{ myTeams { name } news { title } }')).toEqual({ myTeams: [], news: [] });
});

test('a visitor is asked to sign in first', async () => {
  expect((await house.visitor.raw(TEAMS)).errors?.[0]?.extensions?.['code']).toBe('SignInNeeded');
});
