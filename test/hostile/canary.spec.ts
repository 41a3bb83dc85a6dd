import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '@app/platform/database';
import { aCollection } from '@app/collections/testing';
import { Organizations } from '@app/organizations';
import { aPractice } from '@app/practices/testing';
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
/** The ids of what each has in the library for itself. */
const closed: string[] = [];

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
    const by = { organizationId: id, authorId: reader.accountId ?? '' };
    closed.push(await aResource(house, by, { title: `${title} plan`, summary: text, body: `About ${text}.`, audience, principles: [3], topics: ['time-and-schedules'] }));
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

const ASK = `query($filter: SearchFilter) { search(filter: $filter, first: 50) { totalCount didYouMean alsoTry nodes { title { text } excerpt { text } part organizationName supersededBy { title } }
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
    const nothing = { totalCount: 0, nodes: [], didYouMean: null, alsoTry: null, facets: { kinds: [], principles: [], topics: [], states: [], forms: [], licences: [], endorsed: [] } };
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

test('nothing that is open to everybody tells of a district’s own things, whoever asks and however', async () => {
  const own: string[] = [];
  for (const [at, { id, reader, title, text }] of districts.entries()) {
    const by = { organizationId: id, authorId: reader.accountId ?? '' };
    const [theirs = '', open] = [closed[at], await aResource(house, by, { title: 'Open to the world', summary: 'For everybody', body: 'Words', audience: 'public', principles: [3] })];
    await aCollection(house, by, { title: 'A shelf for everybody', audience: 'public', things: [theirs, open] });
    await aCollection(house, by, { title: `${title} shelf`, summary: text, audience: `team:${id}`, things: [theirs] });
    await reader.act('sharePractice', aPractice({ title: `${title} among members`, summary: `${text} is what members read.`, principle: 3, audience: 'members' }));
    own.push(`/library/${theirs}`, `/practices/${id.slice(0, 8)}`);
  }
  await house.settle();
  const slugs = (await house.db.query<{ path: string }>(`select '/practices/' || slug as path from practice where audience = 'members' union all select '/collections/' || slug from collection where audience <> 'public'`)).map(({ path }) => path);
  expect(slugs).toHaveLength(4);
  const open = (await house.db.query<{ path: string }>(`select '/collections/' || slug as path from collection where audience = 'public' union all select '/library/' || id::text from resource where audience = 'public' union all select '/districts/' || slug from organization where id = any($1::uuid[])`, [districts.map(({ id }) => id)])).map(({ path }) => path);
  const sitemap = [...(await house.visitor.http('GET', '/sitemap.xml')).body.matchAll(/<loc>[^<]*?(\/sitemaps[^<]*)<\/loc>/g)].map(([, path]) => path ?? '');
  const lists = ['/practices', '/library', '/districts', '/case-studies'];
  const pages = ['/', ...lists, '/collections', '/organizations', '/principles/3', ...open];
  const programs = [
    '/sitemap.xml', ...sitemap, ...lists.flatMap((path) => [`${path}.csv`, `${path}.json`]), ...open.map((path) => `${path}.json`),
    ...['practices', 'library', 'case-studies', 'collections', 'districts/canary', 'districts/finch', 'principles/3', 'topics/time-and-schedules', ...open.filter((path) => path.startsWith('/collections')).map((path) => path.slice(1))].map((name) => `/feeds/${name}.xml`),
  ];
  const nothing = [...own, ...slugs].flatMap((path) => [path, `${path}.json`, `${path}.bib`, `${path}?version=1`, ...(path.startsWith('/collections') ? [`/feeds${path}.xml`] : [])]);
  const words = districts.flatMap(({ title, text, file, form, topic }) => [title, text, file, form, topic]).map((word) => word.toLowerCase());
  let told = 0;
  for (const who of [house.visitor, ...districts.map(({ reader }) => reader)]) {
    for (const path of [...pages, ...programs, ...nothing]) {
      for (const method of ['GET', 'HEAD'] as const) {
        const { status, body, headers } = await who.http(method, path);
        const said = `${body} ${JSON.stringify([...headers])}`.toLowerCase();
        expect([method, path, words.filter((word) => said.includes(word))]).toEqual([method, path, []]);
        if (!nothing.includes(path)) expect([path, status]).toEqual([path, 200]);
        else if (who === house.visitor) expect([path, status]).toEqual([path, 404]);
        if (said.includes('open to the world')) told += 1;
      }
    }
  }
  expect(told).toBeGreaterThan(30);
});
