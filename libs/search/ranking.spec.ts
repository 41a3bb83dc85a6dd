import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Loose, openHouse, type TestHouse } from '../../test/setup/house.js';
import { expansionOf, meantBy } from './expansion.js';
import { FIELD_WORDS } from './field-words.js';
import { Shelf } from './testing/index.js';

describe('the field’s other names', () => {
  test('every line names at least two, says why, and no name twice', () => {
    for (const { names, why } of FIELD_WORDS) {
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
      expect(names.length).toBeGreaterThan(1);
      expect(why).toMatch(/^[A-Z].*\.$/);
    }
  });

  test('the longest name counts, in any number, and what stands around it stays', () => {
    expect(expansionOf('sick leave banks').names).toContain('parental <-> leave');
    expect(expansionOf('PAR panel')).toMatchObject({ onlyAcronym: false, wide: expect.stringMatching(/peer <-> assistance.* & \(\(panel\)\)$/) });
    expect(expansionOf('par')).toMatchObject({ onlyAcronym: true, capitals: '\\m(PAR)s?\\M' });
    expect(expansionOf('cabinet').names).toBeNull();
  });

  test('quotations, exclusions and alternatives are taken at their word', () => {
    for (const text of ['merit pay -bonus', 'merit pay or tenure', 'the "merit pay" plan']) expect(expansionOf(text)).toMatchObject({ names: null, wide: null });
    expect(expansionOf('"merit pay"')).toMatchObject({ phrase: 'merit <-> pay', names: null });
  });

  test('a mistyped word is like one of the field’s, and a right one is left alone', () => {
    expect(meantBy(['insurence', 'insurance', 'grievances', 'comittee', 'zebra'])).toEqual(['insurance', null, null, 'committee', null]);
  });
});

describe('what stands first', () => {
  let house: TestHouse;
  let shelf: Shelf;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());
  beforeEach(async () => {
    await house.db.query(`delete from search_entry`);
    shelf = new Shelf(house.get);
  });
  const look = async (text: string): Promise<Loose> =>
    (await house.visitor.query(`query($filter: SearchFilter) { search(filter: $filter, first: 20) { totalCount didYouMean nodes { part title { text } excerpt { text hit } } } }`, { filter: { text } })).search;
  const titles = async (text: string): Promise<string[]> => (await look(text)).nodes.map(({ title }: Loose) => title.map((part: { text: string }) => part.text).join(''));

  test('what was typed stands before the same thing by another name, and that before words apart', async () => {
    await shelf.put('A pay day and merit badges');
    await shelf.put('Performance pay');
    await shelf.put('Merit pay for all');
    await shelf.put('Our third year', { body: 'We tried pay for performance.' });
    expect(await titles('merit pay')).toEqual(['Merit pay for all', 'Performance pay', 'A pay day and merit badges', 'Our third year']);
  });

  test('an acronym finds what it stands for, and not the word that it looks like', async () => {
    await shelf.put('On par with our neighbors');
    await shelf.put('Peer assistance and review');
    await shelf.put('PAR in its second year');
    expect(await titles('PAR')).toEqual(['PAR in its second year', 'Peer assistance and review', 'On par with our neighbors']);
    expect((await titles('peer assistance and review')).slice(0, 2)).toEqual(['Peer assistance and review', 'PAR in its second year']);
  });

  test('a mistyped name of the field is mended even where no title has it', async () => {
    await shelf.put('What we did', { body: 'New medical benefits.' });
    expect(await look('helth insurence')).toMatchObject({ totalCount: 1, didYouMean: 'health insurance' });
  });

  test('words inside a file are found, and the hit says on which page', async () => {
    const parts = [{ label: 'page 1', text: 'Welcome to the handbook.' }, { label: 'page 7', text: 'The quokka clause binds both parties.' }, { label: 'page 8', text: 'Signatures.' }];
    const id = await shelf.put('Handbook', { body: 'All rules.', parts });
    const [hit] = (await look('quokka clause')).nodes;
    expect(hit.part).toBe('page 7');
    expect(hit.excerpt.filter((part: Loose) => part.hit).map((part: Loose) => part.text)).toEqual(['quokka', 'clause']);
    // Words on two pages: the page that has more of them. A thing's own words need no page.
    expect((await look('quokka signatures parties')).nodes).toMatchObject([{ part: 'page 7' }]);
    expect((await look('rules')).nodes).toMatchObject([{ part: null }]);
    await shelf.put('Handbook', { id, body: 'All rules.', parts: parts.slice(0, 1) });
    expect((await look('quokka')).totalCount).toBe(0);
    expect(await house.db.query(`select number from search_part where id = $1`, [id])).toEqual([{ number: 1 }]);
  });

  test('a word on a late page of a long text is found, with its page', async () => {
    const page = (at: number): string => `This is page ${at}. ${'The district and the association have agreed on planning time for every school. '.repeat(30)}`;
    const parts = Array.from({ length: 400 }, (_, at) => ({ label: `page ${at + 1}`, text: at === 389 ? `${page(at)} The quokka clause binds both parties.` : page(at) }));
    await shelf.put('Handbook', { body: 'All rules.', parts });
    const [hit] = (await look('quokka')).nodes;
    expect([hit.part, hit.excerpt.filter((part: Loose) => part.hit).map((part: Loose) => part.text)]).toEqual(['page 390', ['quokka']]);
    expect((await look('planning quokka')).nodes).toMatchObject([{ part: 'page 390' }]);
    expect((await look('wombat')).totalCount).toBe(0);
  });

  test('a text of nothing but different words is kept as far as there is room for them, and the rest of the index is well', async () => {
    const parts = Array.from({ length: 100 }, (_, at) => ({ label: `page ${at + 1}`, text: Array.from({ length: 2000 }, (_one, n) => `w${at}x${n}`).join(' ') }));
    await shelf.put('Numbers', { parts });
    await shelf.put('Letters', { parts: [{ label: 'page 1', text: 'A quokka.' }] });
    expect([(await look('w0x0')).totalCount, (await look('w30x0')).totalCount, (await look('w99x1999')).totalCount, (await look('quokka')).totalCount]).toEqual([1, 1, 0, 1]);
  });

  test('what is suggested begins with what was typed, as a word or as the title', async () => {
    for (const title of ['Peer review in Toledo', 'A peer of the realm', 'Review of peers', 'Pay']) await shelf.put(title);
    const suggest = async (text: string): Promise<string[]> => (await house.visitor.query(`query($text: String!) { suggest(text: $text) { title } }`, { text })).suggest.map((one: Loose) => one.title);
    expect((await suggest('pee')).sort()).toEqual(['A peer of the realm', 'Peer review in Toledo', 'Review of peers']);
    expect(await suggest('peer rev')).toEqual(['Peer review in Toledo']);
    expect(await suggest('rev pe')).toEqual(['Review of peers', 'Peer review in Toledo']);
  });
});
