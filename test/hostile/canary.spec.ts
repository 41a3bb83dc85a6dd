import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '@app/platform/database';
import { Organizations } from '@app/organizations';
import { aResource } from '@app/resources/testing';
import { SearchAlerts, Shelf } from '@app/search/testing';
import { type Actor, type Loose, openHouse, type TestHouse } from '../setup/house.js';

/** Two districts, each with things of its own that hold a word found nowhere else. */
interface District {
  id: string;
  reader: Actor;
  /** In titles, in text and inside a file. */
  title: string;
  text: string;
  file: string;
  misspelt: string;
  form: string;
  topic: string;
}

let house: TestHouse;
let districts: [District, District];

beforeAll(async () => {
  house = await openHouse();
  const settle = async (name: string, word: string): Promise<District> => {
    const id = newId();
    await house.db.query(`insert into organization (id, kind, slug, name, state, enrollment, locale, affiliation) values ($1, 'district', $2, $3, 'OH', 900, 'rural', 'nea')`, [id, name.toLowerCase(), name]);
    const reader = await house.as(`lead@${name.toLowerCase()}.example`);
    await house.get(Organizations).seat(id, 'superintendent', reader.accountId ?? '');
    return { id, reader, title: `${word}topia`, text: `${word}grad`, file: `${word}burgh`, misspelt: `${word}topai`, form: `${word.toLowerCase()}-form`, topic: `${word.toLowerCase()}-topic` };
  };
  districts = [await settle('Canary', 'Quetzal'), await settle('Finch', 'Xylophon')];
  for (const { reader } of districts) {
    for (const other of districts) for (const word of [other.title, other.text, other.file]) await reader.act('saveSearch', { name: word, often: 'at_once', filter: { text: word } });
  }
  const shelf = new Shelf(house.get, 'lesson');
  const secrets: string[] = [];
  for (const { id, reader, title, text, file, form, topic } of districts) {
    const audience = `team:${id}`;
    await aResource(house, { organizationId: id, authorId: reader.accountId ?? '' }, { title: `${title} plan`, body: `About ${text}.`, audience });
    await reader.act('openThread', { title: `${title} question`, body: `Who knows ${text}?`, audience });
    secrets.push(await shelf.put(`${title} lesson`, { audience, organizationId: id, body: text, parts: [{ label: 'page 7', text: `Deep inside: ${file}` }], form, topics: [topic], principles: [3], licence: licenceOf(form), endorsed: ['labor'] }));
  }
  // Something that both may read, so that an empty answer is not the only answer.
  await shelf.put('Shared by all');
  // That it was followed must tell nothing of by what.
  for (const supersededBy of secrets) await shelf.put('Former', { supersededBy });
  await house.settle();
});
afterAll(() => house.close());

const ASK = `query($filter: SearchFilter) { search(filter: $filter, first: 50) { totalCount didYouMean nodes { title { text } excerpt { text } part organizationName supersededBy { title } }
  facets { kinds { value count } principles { value count } topics { value count } states { value count } forms { value count } licences { value count } endorsed { value count } } } }`;
const licenceOf = (form: string): string => form.replace('-', '_');
const look = async (who: Actor, filter: Record<string, unknown>): Promise<Loose> => (await who.query(ASK, { filter })).search;
const suggest = async (who: Actor, text: string): Promise<Loose[]> => (await who.query(`query($text: String!) { suggest(text: $text) { title } }`, { text })).suggest;
const stemOf = ({ title }: District): string => title.slice(0, 6);

test('a district finds its own by title, text, the page of a file and a misspelt word', async () => {
  for (const own of districts) {
    expect((await look(own.reader, { text: own.title })).totalCount).toBe(3);
    expect((await look(own.reader, { text: own.text })).totalCount).toBe(3);
    expect((await look(own.reader, { text: own.file })).nodes).toMatchObject([{ part: 'page 7' }]);
    expect((await look(own.reader, { text: own.misspelt })).didYouMean).toBe(own.title.toLowerCase());
    expect((await suggest(own.reader, stemOf(own))).length).toBe(3);
    expect((await look(own.reader, { form: own.form })).totalCount).toBe(1);
    expect((await look(own.reader, { licence: licenceOf(own.form), endorsed: 'labor' })).totalCount).toBe(1);
  }
});

test('another district’s things are in none of its results, counts, facets, mended words or suggestions', async () => {
  for (const [own, other] of [districts, [...districts].reverse() as [District, District]]) {
    const nothing = { totalCount: 0, nodes: [], didYouMean: null, facets: { kinds: [], principles: [], topics: [], states: [], forms: [], licences: [], endorsed: [] } };
    for (const text of [other.title, other.text, other.file, other.misspelt, `"${other.title} plan"`]) expect(await look(own.reader, { text })).toMatchObject(nothing);
    for (const filter of [{ form: other.form }, { topic: other.topic }, { licence: licenceOf(other.form) }]) expect((await look(own.reader, filter)).totalCount).toBe(0);
    for (const text of [stemOf(other), other.title, other.misspelt, `${other.title} pl`]) expect(await suggest(own.reader, text)).toEqual([]);
    const everything = JSON.stringify([await look(own.reader, {}), await look(own.reader, { text: `shared ${other.title}` }), await look(own.reader, { text: 'plan question lesson' })]).toLowerCase();
    expect(everything).toContain('shared by all');
    for (const word of [other.title, other.text, other.file, other.form, other.topic, licenceOf(other.form)]) expect(everything).not.toContain(word.toLowerCase());
    expect((await look(house.visitor, { text: other.title })).totalCount).toBe(0);
  }
});

test('no mail tells a district of another’s things, though both look for the same words', async () => {
  await house.get(SearchAlerts).tell('at_once');
  await house.settle();
  for (const [own, other] of [districts, [...districts].reverse() as [District, District]]) {
    const mails = house.mails.filter(({ to }) => to.startsWith('lead@') && to.includes(own === districts[0] ? 'canary' : 'finch'));
    expect(mails).toHaveLength(3);
    for (const word of [other.title, other.text, other.file]) expect(JSON.stringify(mails)).not.toContain(word);
  }
});
