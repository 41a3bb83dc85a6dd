import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '@app/platform/database';
import { openHouse, type TestHouse } from '../../test/setup/house.js';
import { Organizations } from './index.js';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

test('people speak as the public seat they hold; staff, observers and those who wait as nobody', async () => {
  const organizations = house.get(Organizations);
  const id = newId();
  await house.db.query(`insert into organization (id, kind, slug, name, labor_word) values ($1, 'district', 'speak-test', 'Speak Test', 'association')`, [id]);
  const [lea, sid, oz, wes] = await Promise.all(['lea', 'sid', 'oz', 'wes'].map(async (name) => (await house.as(`${name}@speak.example`)).accountId ?? ''));
  await organizations.seat(id, 'labor_leader', lea ?? '');
  await organizations.seat(id, 'staff', sid ?? '');
  await organizations.seat(id, 'observer', oz ?? '');
  expect(await organizations.speakingAs([lea ?? '', sid ?? '', oz ?? '', wes ?? ''])).toEqual(['Association leader, Speak Test', null, null, null]);
});
