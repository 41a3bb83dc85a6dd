import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { newId } from '@app/platform/database';
import { Organizations } from '@app/organizations';
import { type Actor, type Loose, openHouse, type TestHouse } from '../../test/setup/house.js';
import { Shelf } from './testing/index.js';

let house: TestHouse;
let shelf: Shelf;
let ana: Actor;
const maple = newId();

beforeAll(async () => {
  house = await openHouse();
  await house.db.query(`insert into organization (id, kind, slug, name, state) values ($1, 'district', 'maple', 'Maple Hollow', 'OH')`, [maple]);
  ana = await house.as('ana@maple.example', 'Ana');
  await house.get(Organizations).seat(maple, 'superintendent', ana.accountId ?? '');
  await house.settle();
});
afterAll(() => house.close());
beforeEach(async () => {
  await house.db.query(`delete from search_entry`);
  shelf = new Shelf(house.get);
});

const ASK = `query($filter: SearchFilter) { search(filter: $filter, first: 20) { nodes { title { text } } totalCount didYouMean alsoTry } }`;
const look = async (who: Actor, filter: Record<string, unknown>): Promise<Loose> => (await who.query(ASK, { filter })).search;
const many = async (title: string, count: number, about: Parameters<Shelf['put']>[1] = {}): Promise<void> => {
  for (let n = 0; n < count; n++) await shelf.put(`${title} ${n}`, about);
};

test('a slip that stands in one text finds that text, and the word that was meant is offered beside it', async () => {
  await many('Teacher evaluation', 6);
  await shelf.put('Minutes of March', { body: 'The teacher evalution was put off' });
  const found = await look(ana, { text: 'teacher evalution' });
  expect(found).toMatchObject({ totalCount: 1, didYouMean: null, alsoTry: 'teacher evaluation' });
  expect(found.nodes[0].title.map((one: Loose) => one.text).join('')).toBe('Minutes of March');
  // What is offered leads to more, and there nothing is offered any more.
  expect(await look(ana, { text: 'teacher evaluation' })).toMatchObject({ totalCount: 6, didYouMean: null, alsoTry: null });
});

test('a word that titles use and the field does not know is offered as well', async () => {
  await many('Zanzibarian merger', 5);
  await shelf.put('Minutes', { body: 'zanzibaran' });
  expect((await look(ana, { text: 'zanzibaran' })).alsoTry).toBe('zanzibarian');
});

test('nothing is offered that finds hardly more, that is the same word in another form, or that is like nothing that was typed', async () => {
  await many('Zanzibarian merger', 4);
  await shelf.put('Minutes', { body: 'zanzibaran mergers of quokkas' });
  for (const text of ['zanzibaran', 'quokkas', 'zanzibarians']) expect(await look(ana, { text })).toMatchObject({ alsoTry: null });
  await many('Quokkas', 9);
  expect((await look(ana, { text: 'quokka minutes' })).alsoTry).toBeNull();
});

test('where enough is found, where something is quoted or left out, and where words were mended already, nothing is offered', async () => {
  await many('Teacher evaluation', 20);
  await many('Minutes', 2, { body: 'evalution' });
  expect((await look(ana, { text: 'evalution' })).alsoTry).toBe('evaluation');
  for (const text of ['"evalution"', 'evalution -salary']) expect(await look(ana, { text })).toMatchObject({ totalCount: 2, alsoTry: null });
  await shelf.put('Minutes of May', { body: 'evalution' });
  expect(await look(ana, { text: 'evalution' })).toMatchObject({ totalCount: 3, alsoTry: null });
  expect(await look(ana, { text: 'evaluaton' })).toMatchObject({ didYouMean: 'evaluation', alsoTry: null });
});

test('what is offered finds more within the same filters', async () => {
  await many('Teacher evaluation', 6, { topics: ['evaluation'] });
  await shelf.put('Minutes', { body: 'evalution', topics: ['hiring', 'evaluation'] });
  expect((await look(ana, { text: 'evalution', topic: 'evaluation' })).alsoTry).toBe('evaluation');
  expect(await look(ana, { text: 'evalution', topic: 'hiring' })).toMatchObject({ totalCount: 1, alsoTry: null });
  expect(await look(ana, { text: 'evalution', kinds: ['lesson'] })).toMatchObject({ alsoTry: 'evaluation' });
  expect(await look(ana, { text: 'evalution', kinds: ['thread'] })).toMatchObject({ alsoTry: null });
});

test('private titles suggest a spelling to their team, and nothing to a stranger', async () => {
  await many('Zanzibarian merger', 8, { audience: `team:${maple}` });
  await shelf.put('Minutes', { body: 'zanzibaran evalution' });
  await many('Evaluation', 8, { audience: `team:${maple}` });
  for (const [text, meant] of [['zanzibaran', 'zanzibarian'], ['evalution', 'evaluation']]) {
    expect((await look(ana, { text })).alsoTry).toBe(meant);
    expect(await look(house.visitor, { text })).toMatchObject({ totalCount: 1, alsoTry: null });
  }
});

test('an ordinary search, and one that does not ask, costs no statement more', async () => {
  await many('Evaluation', 8);
  await shelf.put('Minutes', { body: 'evalution' });
  expect(await house.statementsOf(() => look(ana, { text: 'evaluation' }))).toHaveLength(2);
  expect(await house.statementsOf(() => ana.query(`{ search(filter: { text: "evalution" }) { totalCount } }`))).toHaveLength(2);
  expect(await house.statementsOf(() => look(ana, { text: 'evalution' }))).toHaveLength(3);
});
