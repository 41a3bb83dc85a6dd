import { ModuleRef } from '@nestjs/core';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Database, newId } from '@app/platform/database';
import { Contributions } from '@app/platform/feature';
import { feed, leavesOut, type SearchDraft, type SearchSource, searchSources, shut } from '@app/platform/search';
import { openHouse, type TestHouse } from '../../test/setup/house.js';
import { SearchIndex } from './search-index.service.js';
import { Shelf, ShelfChanged } from './testing/index.js';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const found = async (text: string): Promise<number> => (await house.visitor.query(`query($filter: SearchFilter) { search(filter: $filter) { totalCount } }`, { filter: { text } })).search.totalCount;
const suggested = async (text: string): Promise<unknown[]> => (await house.visitor.query(`query($text: String!) { suggest(text: $text) { title } }`, { text })).suggest;
const changedAt = (id: string): Promise<unknown> => house.db.one(`select changed_at from search_entry where id = $1`, [id]);
const shutNow = (id: string): Promise<void> => house.db.transaction(() => shut(house.db, 'lesson', [id]));

test('what was shut is found by nobody until it has been read again, and is then no newer than it was', async () => {
  const shelf = new Shelf(house.get);
  const id = await shelf.put('Bandicoot');
  const before = await changedAt(id);
  for (const _twice of [1, 2]) {
    await shutNow(id);
    expect([await found('bandicoot'), await suggested('bandi')]).toEqual([0, []]);
  }
  await shelf.hear(id);
  expect([await found('bandicoot'), (await suggested('bandi')).length]).toEqual([1, 1]);
  expect(await changedAt(id)).toEqual(before);
});

test('what was shut and never read again is mended', async () => {
  const shelf = new Shelf(house.get);
  const id = await shelf.put('Wallaby');
  await shutNow(id);
  expect(await shelf.index.mend()).toBeGreaterThan(0);
  expect(await found('wallaby')).toBe(1);
  expect(await shelf.index.mend()).toBe(0);
});

test('a change that is rolled back shuts nothing, and nothing is shut outside the transaction that changes it', async () => {
  const id = await new Shelf(house.get).put('Numbat');
  await expect(house.db.transaction(async () => { await shut(house.db, 'lesson', [id]); throw new Error('No.'); })).rejects.toThrow('No.');
  expect(await found('numbat')).toBe(1);
  await expect(shut(house.db, 'lesson', [id])).rejects.toThrow('outside the transaction');
});

/** An index of one thing whose readers can be changed, and whose reading can be held up after it has looked. */
function heldUp(id: string) {
  let audience = 'public';
  let [looked, goOn] = [Promise.resolve(), Promise.resolve()];
  let onLook = (): void => undefined;
  const source: SearchSource = {
    kind: 'lesson',
    feeds: [feed(ShelfChanged, (one) => [one.id])],
    read: async () => {
      const draft: SearchDraft = { id, title: 'Potoroo', body: '', audience, path: '/', at: new Date(0) };
      onLook();
      await goOn;
      return [draft];
    },
    all: async () => [id],
  };
  const index = new SearchIndex(house.get(Database), new Contributions([{ name: 'held-up', contributes: [searchSources.with(source)] }]), house.get(ModuleRef));
  return {
    narrow: () => { audience = 'team:x'; },
    hear: () => index.hear([{ id: newId(), name: ShelfChanged.name, payload: { id }, at: new Date() }]),
    hold: () => {
      let release = (): void => undefined;
      looked = new Promise((resolve) => { onLook = resolve; });
      goOn = new Promise((resolve) => { release = resolve; });
      return { looked, release };
    },
  };
}

const waits = async (): Promise<boolean> => (await house.db.query(`select from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())`)).length > 0;

test('a reading that is under way when a thing is shut puts nothing back', async () => {
  const id = newId();
  const thing = heldUp(id);
  const { looked, release } = thing.hold();
  const reading = thing.hear();
  await looked;
  // It has seen a public thing, and the index has none yet.
  thing.narrow();
  let over = false;
  const shutting = shutNow(id).finally(() => { over = true; });
  while (!over && !(await waits())) continue;
  release();
  await Promise.all([reading, shutting]);
  expect(await found('potoroo')).toBe(0);
  await thing.hear();
  expect(await found('potoroo')).toBe(0);
});

test('only what opens to everybody leaves out nobody: a guest of a team reads nothing that is for members', () => {
  for (const [before, after] of [['public', 'members'], ['public', 'team:a'], ['members', 'team:a'], ['team:a', 'members'], ['team:a', 'team:b']] as const) expect(leavesOut(before, after)).toBe(true);
  for (const [before, after] of [['members', 'public'], ['team:a', 'public'], ['members', 'members'], ['public', 'public']] as const) expect(leavesOut(before, after)).toBe(false);
});
