import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Accounts } from '@app/people';
import { Organizations } from '@app/organizations';
import { anOrganization } from '@app/organizations/testing';
import { type Actor, type Loose, openHouse, type TestHouse } from '../../test/setup/house.js';
import { SearchIndex } from './search-index.service.js';

let house: TestHouse;
let member: Actor;
let maple: string;

beforeAll(async () => {
  house = await openHouse();
  maple = (await anOrganization(house.get, { name: 'Maple Hollow' })).id;
  for (const [name, role] of [['Quentin Leader', 'superintendent'], ['Oscar Staff', 'staff'], ['Zelda Watcher', 'observer']] as const) {
    await house.get(Organizations).seat(maple, role, (await house.get(Accounts).ensure({ email: `${role}@maple.example`, name })).id);
  }
  await house.get(Accounts).ensure({ email: 'nobody@else.example', name: 'Bruno Nobody' });
  member = await house.as('superintendent@maple.example');
  await house.settle();
});
afterAll(() => house.close());

const people = async (who: Actor, text: string): Promise<Loose[]> =>
  (await who.query(`query($filter: SearchFilter) { search(filter: $filter, first: 20) { nodes { path title { text } excerpt { text } } } }`, { filter: { text, kinds: ['person'] } })).search.nodes;
const names = async (who: Actor, text: string): Promise<string[]> => (await people(who, text)).map(({ title }) => title.map((part: { text: string }) => part.text).join('')).sort();

test('who leads is found by everybody; staff by members alone, and whoever only reads or sits nowhere by nobody', async () => {
  for (const name of ['Quentin', 'Oscar', 'Zelda', 'Bruno']) {
    expect(await names(house.visitor, name)).toEqual(name === 'Quentin' ? ['Quentin Leader'] : []);
    expect(await names(member, name)).toHaveLength(['Bruno', 'Zelda'].includes(name) ? 0 : 1);
  }
  expect(await names(house.visitor, 'superintendent maple hollow')).toEqual(['Quentin Leader']);
});

test('whoever leaves their seat is found no longer', async () => {
  await house.db.query(`update seat set account_id = null where organization_id = $1 and role = 'superintendent'`, [maple]);
  await house.get(SearchIndex).rebuild(['person']);
  expect(await names(house.visitor, 'Quentin')).toEqual([]);
});
