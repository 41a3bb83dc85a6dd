import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { layFoundations } from '@app/platform/story';
import { openHouse, type TestHouse } from '../../test/setup/house.js';
import { SearchIndex } from './search-index.service.js';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
  await layFoundations(house.get);
});
afterAll(() => house.close());

test('tenets are found by anybody by their names and words, and a reworded one by its new words once it was laid', async () => {
  const found = async (text: string): Promise<unknown[]> => (await house.visitor.query(`query($filter: SearchFilter) { search(filter: $filter) { nodes { kind path title { text } } } }`, { filter: { text, kinds: ['tenet'] } })).search.nodes;
  await house.get(SearchIndex).mend();
  const [first] = await found('"joint ownership of student success"');
  expect(first).toMatchObject({ kind: 'tenet', path: '/purpose#conditions' });
  expect(await found('tapir')).toEqual([]);
  await house.db.query(`update tenet set name = 'A tapir for every school' where number = 1`);
  await house.get(SearchIndex).mend();
  expect(await found('tapir')).toHaveLength(1);
  expect(await found('"joint ownership of student success"')).toEqual([]);
});
