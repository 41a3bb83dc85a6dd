import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { aTeam } from '@app/discussions/testing';
import { type Actor, type HttpAnswer, type Loose, openHouse, type TestHouse } from '../../../test/setup/house.js';
import { COLUMNS, readInventory, TEMPLATE } from './inventory.js';

let house: TestHouse;
let council: string;
let cedar: string;
let [nora, bea, looks]: Actor[] = [];

beforeAll(async () => {
  house = await openHouse();
  council = await aTeam(house, { representative: 'nora@council.example', observer: 'looks@council.example' }, { name: 'The Council', kind: 'co_sponsor' });
  cedar = await aTeam(house, { superintendent: 'bea@cedar.example' });
  [nora, bea, looks] = await Promise.all(['nora@council', 'bea@cedar', 'looks@council'].map((name) => house.as(`${name}.example`)));
});
afterAll(() => house.close());
beforeEach(() => house.db.query('delete from resource'));

const TODAY = '2026-01-01';
const HEAD = COLUMNS.join(',');
const line = (about: Partial<Record<(typeof COLUMNS)[number], string>> = {}): string => {
  const cells = { id: 'A-1', title: 'A guide', text: 'Words', ...about } as Record<string, string>;
  return COLUMNS.map((column) => `"${(cells[column] ?? '').replaceAll('"', '""')}"`).join(',');
};
const csv = (...lines: string[]): Buffer => Buffer.from([HEAD, ...lines].join('\r\n'));
const problems = (...lines: string[]): string[] => readInventory(csv(...lines), TODAY).problems.map(({ row, column }) => `${row} ${column}`);
const send = (actor: Actor | undefined, what: 'preview' | 'import', body: Buffer, headers: Record<string, string> = { 'apollo-require-preflight': '1' }): Promise<HttpAnswer> =>
  (actor ?? house.visitor).http('PUT', `/files/inventory/${council}/${what}`, { body, headers: { 'content-type': 'text/csv', ...headers } });
const preview = async (body: Buffer): Promise<Loose> => JSON.parse((await send(nora, 'preview', body)).body);
const bring = async (body: Buffer): Promise<Loose[]> => (await send(nora, 'import', body)).body.trim().split('\n').map((text) => JSON.parse(text));
const shelf = (): Promise<Loose[]> => house.db.query(`select external_id, title, form, version, licence, audience, principles, topics from resource order by external_id`);

test('what an inventory lets fewer read is found by nobody else from that moment', async () => {
  const found = async (actor: Actor | undefined): Promise<number> => (await (actor ?? house.visitor).query(`{ search(filter: { text: "axolotl" }) { totalCount } }`)).search.totalCount;
  await bring(csv(line({ title: 'Axolotl guide', readers: 'public' }), line({ id: 'A-2', title: 'Axolotl list', readers: 'public' })));
  await house.settle();
  expect(await found(house.visitor)).toBe(2);
  await bring(csv(line({ title: 'Axolotl guide', readers: 'members' }), line({ id: 'A-2', title: 'Axolotl lists', readers: 'public' })));
  expect(await found(house.visitor)).toBe(1);
  await house.settle();
  expect([await found(house.visitor), await found(bea)]).toEqual([1, 2]);
});

test('who talked openly about a thing is heard by members alone once an inventory keeps it to them', async () => {
  await bring(csv(line({ readers: 'public' })));
  const { id } = (await house.db.one<{ id: string }>(`select id from resource where external_id = 'A-1'`)) ?? { id: '' };
  const thread = await (bea ?? house.visitor).act('openThread', { title: 'On row 3', body: 'How do you rate it?', audience: 'public', subject: `resource:${id}` }, '... on Thread { id }');
  const heard = async (actor: Actor | undefined): Promise<boolean> => (await (actor ?? house.visitor).query('query($id: ID!) { thread(id: $id) { id } }', { id: thread.id })).thread !== null;
  expect([await heard(house.visitor), await heard(bea)]).toEqual([true, true]);
  await bring(csv(line({ readers: 'members' })));
  expect([await heard(house.visitor), await heard(bea)]).toEqual([false, true]);
});

test('two organizations may give the same id to things of their own', async () => {
  await bring(csv(line({ title: 'Of the council', readers: 'members' })));
  const own = await (bea ?? house.visitor).http('PUT', `/files/inventory/${cedar}/import`, { body: csv(line({ title: 'Of Cedar Ridge', readers: 'public' })), headers: { 'content-type': 'text/csv', 'apollo-require-preflight': '1' } });
  expect(JSON.parse(own.body.trim().split('\n').at(-1) ?? '')).toMatchObject({ report: { fresh: 1, changed: 0, problemCount: 0 } });
  expect((await shelf()).map(({ title, audience }) => `${title}: ${audience}`).sort()).toEqual(['Of Cedar Ridge: public', 'Of the council: members']);
});

test('the template is itself an inventory without a mistake', async () => {
  const answer = await house.visitor.http('GET', '/files/inventory/template.csv');
  expect([answer.status, answer.headers.get('content-disposition')]).toEqual([200, expect.stringContaining('accord-library.csv')]);
  expect(answer.body.replace(/^\uFEFF/, '')).toBe(TEMPLATE.replace(/^\uFEFF/, ''));
  expect(readInventory(Buffer.from(TEMPLATE), TODAY)).toMatchObject({ problems: [], ignored: [], rows: [{ externalId: 'A-101', form: 'link', licence: 'cc_by', audience: 'public', principles: [2, 10], reviewOn: '2027-06-30' }, { externalId: 'A-102', form: 'text' }] });
});

test.each<[string, string[], string[]]>([
  ['no id', [line({ id: '' })], ['2 id']],
  ['no title', [line({ title: ' ' })], ['2 title']],
  ['an id that comes twice', [line(), line({ title: 'Another' })], ['3 id']],
  ['an address and a text', [line({ address: 'https://council.example' })], ['2 text']],
  ['neither address nor text', [line({ text: '' })], ['2 address']],
  ['an address that is none', [line({ text: '', address: 'javascript:alert(1)' })], ['2 address']],
  ['a principle that is none', [line({ principles: '3; 11' })], ['2 principles']],
  ['a topic that is none', [line({ topics: 'gossip' })], ['2 topics']],
  ['six tags', [line({ principles: '1 2 3 4 5 6' })], ['2 principles']],
  ['a licence that is not in the list', [line({ licence: 'GPL' })], ['2 licence']],
  ['readers who are not offered', [line({ readers: 'friends' })], ['2 readers']],
  ['a day that is none', [line({ 'review on': '2027-02-30' })], ['2 review on']],
  ['a day that is over', [line({ 'review on': '2025-12-31' })], ['2 review on']],
  ['a title that is too long', [line({ title: 'x'.repeat(161) })], ['2 title']],
  ['mistakes in two rows', [line({ title: '' }), line({ id: 'A-2' }), line({ id: 'A-3', licence: '?' })], ['2 title', '4 licence']],
  ['a comma that splits a text', [`${line()},more`], ['2 ']],
])('%s is named by row and column', (_, lines, expected) => {
  expect(problems(...lines)).toEqual(expected);
});

test.each<[string, Buffer, RegExp]>([
  ['no column for the id', Buffer.from('title,text\nA,B'), /no column “id”/],
  ['nothing below the first row', Buffer.from(`${HEAD}\n`), /nothing below/],
  ['another encoding', Buffer.concat([Buffer.from(`${HEAD}\nA-1,caf`), Buffer.from([0xe9])]), /UTF-8/],
  ['an open quotation mark', Buffer.from(`${HEAD}\nA-1,"open`), /quotation mark/],
  ['more rows than a file may have', Buffer.from(`${HEAD}\n${Array.from({ length: 2001 }, (_, at) => `A-${at},x,,,x`).join('\n')}`), /at most 2,000/],
])('a file with %s is refused as a whole', (_, bytes, why) => {
  expect(readInventory(bytes, TODAY)).toMatchObject({ rows: [], problems: [{ message: expect.stringMatching(why) }] });
});

test('a file from a spreadsheet of another country, with empty rows and a column of its own, is read', () => {
  const bytes = Buffer.from('\uFEFFID;Title;Address;Shelf\r\n\r\n7;Guide;council.example/guide;B\r\n;;;\r\n');
  expect(readInventory(bytes, TODAY)).toMatchObject({ problems: [], ignored: ['shelf'], rows: [{ row: 3, externalId: '7', url: 'https://council.example/guide' }] });
});

test('the preview says what would happen and changes nothing', async () => {
  const report = await preview(csv(line(), line({ id: 'A-2', text: '', address: 'https://council.example/two' })));
  expect(report).toMatchObject({ rows: 2, fresh: 2, changed: 0, same: 0, problems: [], things: [{ row: 2, title: 'A guide', what: 'new' }, { row: 3, what: 'new' }] });
  expect(await shelf()).toEqual([]);
});

test('the same file twice brings everything once; changed rows change what they brought, and a changed text keeps the former one', async () => {
  const file = csv(line({ licence: 'CC0', readers: 'public', principles: '3, 1', topics: 'hiring' }), line({ id: 'A-2', text: '', address: 'https://council.example/two' }));
  expect((await bring(file)).at(-1)).toMatchObject({ report: { fresh: 2 } });
  expect(await shelf()).toEqual([
    { external_id: 'A-1', title: 'A guide', form: 'text', version: 1, licence: 'cc0', audience: 'public', principles: [1, 3], topics: ['hiring'] },
    { external_id: 'A-2', title: 'A guide', form: 'link', version: 1, licence: 'theirs', audience: 'members', principles: [], topics: [] },
  ]);
  expect((await bring(file)).at(-1)).toMatchObject({ report: { fresh: 0, changed: 0, same: 2 } });
  const changed = csv(line({ text: 'Other words', licence: 'CC0', readers: 'public' }), line({ id: 'A-2', title: 'Renamed', text: '', address: 'https://council.example/two' }));
  expect(await preview(changed)).toMatchObject({ fresh: 0, changed: 2, same: 0 });
  await bring(changed);
  expect((await shelf()).map(({ title, version }) => [title, version])).toEqual([['A guide', 2], ['Renamed', 1]]);
  expect(await house.db.query(`select number, body from resource_version`)).toEqual([{ number: 1, body: 'Words' }]);
});

const change = (given: Record<string, unknown>): Promise<unknown> =>
  house.db.query(`update resource r set audience = coalesce(g.audience, r.audience), title = coalesce(g.title, r.title), body = coalesce(g.body, r.body), topics = coalesce(g.topics, r.topics), licence = coalesce(g.licence, r.licence), updated_at = clock_timestamp()
    from jsonb_to_record($1::jsonb) as g (audience text, title text, body text, topics text[], licence text)`, [JSON.stringify(given)]);
const stands = async (): Promise<Loose> => (await house.db.query(`select title, summary, body, version, licence, audience, principles, topics, review_on::text from resource`))[0];

test.each(['', 'members'])('what was narrowed in the library stays narrow when the same file comes again with readers “%s”; only another word opens it, and the preview says so', async (readers) => {
  const file = csv(line({ readers }));
  await bring(file);
  await change({ audience: `team:${council}` });
  for (let time = 0; time < 2; time++) {
    expect(await preview(file)).toMatchObject({ changed: 0, same: 1, opened: 0, things: readers ? [{ what: 'same', changes: [], keeps: ['readers'] }] : [] });
    await bring(file);
    expect(await stands()).toMatchObject({ audience: `team:${council}`, version: 1 });
  }
  const opening = csv(line({ readers: 'public' }));
  expect(await preview(opening)).toMatchObject({ changed: 1, opened: 1, things: [{ row: 2, changes: ['readers'], replaces: ['readers'], opens: true }] });
  await bring(opening);
  expect((await stands()).audience).toBe('public');
});

test('an empty or absent cell leaves what stands', async () => {
  await bring(csv(line({ summary: 'Short', licence: 'CC BY', readers: 'public', principles: '2', topics: 'hiring', 'review on': '2099-06-30' })));
  const before = await stands();
  const bare = Buffer.from('id,title,text\nA-1,A guide,Words');
  for (const file of [csv(line()), bare]) {
    expect(await preview(file)).toMatchObject({ same: 1, things: [] });
    await bring(file);
    expect(await stands()).toEqual(before);
  }
});

test('what was changed in the library since is kept where the file says what it said before, and replaced where it says something new', async () => {
  const first = { summary: 'Short', licence: 'CC BY', topics: 'hiring' };
  await bring(csv(line(first)));
  await change({ title: 'Mended', body: 'Mended words', topics: ['evaluation'], licence: 'cc0' });
  const again = csv(line({ ...first, topics: 'retention', summary: 'Longer' }));
  expect((await preview(again)).things).toEqual([{ row: 2, title: 'Mended', what: 'changed', changes: ['summary', 'topics'], replaces: ['topics'], keeps: ['title', 'text', 'licence'], opens: false }]);
  await bring(again);
  expect(await stands()).toMatchObject({ title: 'Mended', body: 'Mended words', topics: ['retention'], summary: 'Longer', licence: 'cc0', version: 1 });
});

test('of a thing whose last import nobody remembers the readers are not widened', async () => {
  await bring(csv(line({ readers: 'members' })));
  await house.db.query(`update resource set audience = $1, imported = null`, [`team:${council}`]);
  const file = csv(line({ title: 'Renamed', readers: 'members' }));
  expect(await preview(file)).toMatchObject({ opened: 0, things: [{ changes: ['title'], keeps: ['readers'] }] });
  await bring(file);
  expect(await stands()).toMatchObject({ title: 'Renamed', audience: `team:${council}` });
  await house.db.query(`update resource set audience = 'public', imported = null`);
  await bring(file);
  expect((await stands()).audience).toBe('members');
});

test('the preview names every row that would change, not the first ones alone', async () => {
  const rows = (title: string): Buffer => csv(...Array.from({ length: 30 }, (_, at) => line({ id: `A-${at}`, title })));
  await bring(rows('A guide'));
  const { things } = await preview(rows('Renamed'));
  expect(things).toHaveLength(30);
  expect(things[29]).toEqual({ row: 31, title: 'Renamed', what: 'changed', changes: ['title'], replaces: [], keeps: [], opens: false });
});

test('with tags of the library and those of the file together no thing has more than five', async () => {
  await bring(csv(line({ principles: '1 2 3' })));
  expect(await preview(csv(line({ topics: 'hiring retention evaluation' })))).toMatchObject({ problems: [{ row: 2, column: 'principles' }] });
  expect(await preview(csv(line({ topics: 'hiring retention' })))).toMatchObject({ problems: [], changed: 1 });
});

test('with one mistake in two hundred rows nothing is brought', async () => {
  const lines = Array.from({ length: 200 }, (_, at) => line({ id: `A-${at}`, ...(at === 150 ? { title: '' } : {}) }));
  expect((await bring(csv(...lines))).at(-1)).toMatchObject({ report: { problemCount: 1, problems: [{ row: 152, column: 'title' }] } });
  expect(await shelf()).toEqual([]);
});

test('when the database refuses in the last batch, the batches before it are gone too', async () => {
  await house.db.query(`alter table resource add constraint no_guide_249 check (external_id <> 'A-249')`);
  const lines = Array.from({ length: 250 }, (_, at) => line({ id: `A-${at}` }));
  const told = await bring(csv(...lines));
  await house.db.query(`alter table resource drop constraint no_guide_249`);
  expect(told.at(-1)).toEqual({ failed: 'Something failed on our side, and nothing was changed. Try again in a while.' });
  expect(told.slice(0, -1).map((step) => step.done)).toEqual([0, 100, 200]);
  expect(await shelf()).toEqual([]);
});

test('two who bring the same file at once bring it once', async () => {
  const file = csv(...Array.from({ length: 120 }, (_, at) => line({ id: `A-${at}` })));
  const reports = (await Promise.all([bring(file), bring(file), bring(file)])).map((told) => told.at(-1).report);
  expect(reports.map((report) => report.fresh).sort((a, b) => a - b)).toEqual([0, 0, 120]);
  expect(await shelf()).toHaveLength(120);
});

test('what was brought is found by the search, and each step of a long file is told', async () => {
  const told = await bring(csv(...Array.from({ length: 250 }, (_, at) => line({ id: `A-${at}`, title: at === 7 ? 'Xylographic almanac' : `Guide ${at}` }))));
  expect(told.slice(0, -1)).toEqual([{ done: 0, of: 250 }, { done: 100, of: 250 }, { done: 200, of: 250 }, { done: 250, of: 250 }]);
  await house.settle();
  expect((await (bea ?? house.visitor).query('{ search(filter: { text: "xylographic" }) { totalCount } }')).search.totalCount).toBe(1);
});

test('only somebody who speaks for the organization brings its inventory, and only from Accord’s own page', async () => {
  for (const what of ['preview', 'import'] as const) {
    expect((await send(house.visitor, what, csv(line()))).status).toBe(401);
    for (const actor of [bea, looks]) expect((await send(actor, what, csv(line()))).status).toBe(403);
    expect((await send(nora, what, csv(line()), {})).status).toBe(400);
    expect((await send(nora, what, Buffer.alloc(4 * 1024 * 1024 + 1, 'x'))).status).toBe(413);
    expect((await send(nora, what, csv(line()))).status).toBe(200);
  }
  expect(await shelf()).toHaveLength(1);
});

test('a text that pretends to be a formula or hides its order stays plain words', () => {
  expect(readInventory(csv(line({ title: "'=cmd()|x", summary: 'evil\u202Etxt' })), TODAY).rows).toMatchObject([{ title: '=cmd()|x', summary: 'eviltxt' }]);
});
