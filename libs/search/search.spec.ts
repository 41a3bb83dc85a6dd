import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { newId } from '@app/platform/database';
import { Events } from '@app/platform/events';
import type { SearchDraft } from '@app/platform/search';
import { Organizations, OrganizationsImported } from '@app/organizations';
import { type Actor, type Loose, openHouse, type TestHouse } from '../../test/setup/house.js';
import { partsOf } from './search.service.js';
import { Shelf } from './testing/index.js';

let house: TestHouse;
let shelf: Shelf;
let ana: Actor;
let bea: Actor;
let [maple, cedar] = ['', ''];

beforeAll(async () => {
  house = await openHouse();
  [maple, cedar] = [await district('Maple Hollow', 'OH'), await district('Cedar Ridge', 'MN')];
  [ana, bea] = [await house.as('ana@maple.example'), await house.as('bea@cedar.example')];
  await house.get(Organizations).seat(maple, 'superintendent', ana.accountId ?? '');
  await house.get(Organizations).seat(cedar, 'superintendent', bea.accountId ?? '');
  await house.settle();
});
afterAll(() => house.close());
beforeEach(async () => {
  await house.db.query(`delete from search_entry`);
  shelf = new Shelf(house.get);
});

async function district(name: string, state: string): Promise<string> {
  const id = newId();
  await house.db.query(`insert into organization (id, kind, slug, name, state) values ($1, 'district', $2, $3, $4)`, [id, `d-${id}`, name, state]);
  return id;
}

const PAGE = `nodes { id kind title { text hit } excerpt { text hit } path organizationName state alike supersededBy { title } } totalCount didYouMean loosened pageInfo { hasNextPage endCursor }
  facets { kinds { value count } principles { value count } topics { value count } states { value count } forms { value count } licences { value count } endorsed { value count } }`;

async function look(actor: Actor, filter: Record<string, unknown>, page: { first?: number; after?: string | null } = {}) {
  const data = await actor.query(`query($filter: SearchFilter, $first: Int, $after: String) { search(filter: $filter, first: $first, after: $after) { ${PAGE} } }`, { filter, first: 20, ...page });
  return data.search;
}
const titles = (found: { nodes: { title: { text: string }[] }[] }): string[] => found.nodes.map((node) => node.title.map((part) => part.text).join(''));

test('a misspelt word finds its title, and says what was looked for instead', async () => {
  await shelf.put('Teacher evaluation rubric, joint edition');
  await shelf.put('Salary schedule');
  for (const asked of ['evalution', 'teacher evalution', 'rubrik', 'techer evaluatoin rubric']) {
    const found = await look(ana, { text: asked });
    expect(titles(found)).toEqual(['Teacher evaluation rubric, joint edition']);
    expect(found.didYouMean).toMatch(/evaluation|rubric/);
  }
  expect((await look(ana, { text: 'teacher evalution' })).didYouMean).toBe('teacher evaluation');
});

test('what has only some of the words says so, also where they were mended first', async () => {
  await shelf.put('Peer observers');
  await shelf.put('Assistance for principals');
  expect(await look(ana, { text: 'peer observers' })).toMatchObject({ totalCount: 1, didYouMean: null, loosened: false });
  expect(await look(ana, { text: 'peer wombat' })).toMatchObject({ totalCount: 1, didYouMean: null, loosened: true });
  expect(await look(ana, { text: 'peer asistance' })).toMatchObject({ totalCount: 2, didYouMean: 'peer assistance', loosened: true });
  expect(await look(ana, { text: 'obsevers' })).toMatchObject({ totalCount: 1, didYouMean: 'observers', loosened: false });
  expect(await look(ana, {})).toMatchObject({ loosened: false });
});

test('a word spelt right is not mended, and nonsense finds nothing', async () => {
  await shelf.put('Evaluation');
  await shelf.put('Evolution of a contract');
  expect((await look(ana, { text: 'evolution' })).didYouMean).toBeNull();
  const nothing = await look(ana, { text: 'xyzzyplugh' });
  expect(nothing).toMatchObject({ nodes: [], totalCount: 0, didYouMean: null });
});

test('a title counts more than the text, and an exact title most', async () => {
  await shelf.put('Notes of a meeting', { body: 'We spoke of peer review at length. Peer review is hard.' });
  await shelf.put('Peer review in the second year');
  await shelf.put('Peer review');
  expect(titles(await look(ana, { text: 'peer review' }))).toEqual(['Peer review', 'Peer review in the second year', 'Notes of a meeting']);
});

test('what has been superseded stands behind its successor, says what that is, and still leads where the reader may not read the other', async () => {
  const [next, secret] = [await shelf.put('Notes', { body: 'A guide to peer review' }), await shelf.put('Peer review, the new guide', { audience: `team:${maple}` })];
  await shelf.put('Peer review', { supersededBy: next });
  await shelf.put('Peer review, the guide', { supersededBy: secret });
  await shelf.put('Peer review, our own way');
  const [ours, theirs] = [await look(ana, { text: 'peer review' }), await look(bea, { text: 'peer review' })];
  expect(titles(ours)).toEqual(['Peer review, our own way', 'Peer review, the new guide', 'Peer review, the guide', 'Notes', 'Peer review']);
  expect(titles(theirs)).toEqual(['Peer review, the guide', 'Peer review, our own way', 'Notes', 'Peer review']);
  const marks = (found: Loose): unknown[] => found.nodes.map((node: Loose) => node.supersededBy?.title ?? null);
  expect(marks(ours)).toEqual([null, null, 'Peer review, the new guide', null, 'Notes']);
  expect(marks(theirs)).toEqual([null, null, null, 'Notes']);
  // Without words, too, and page by page.
  const newest = await look(bea, {}, { first: 2 });
  expect([...titles(newest), ...titles(await look(bea, {}, { after: newest.pageInfo.endCursor }))]).toEqual(['Peer review, our own way', 'Peer review, the guide', 'Notes', 'Peer review']);
  // What follows it is gone: it stands for itself again.
  await shelf.take(next);
  expect(titles(await look(bea, { text: 'peer review' }))[0]).toBe('Peer review');
});

test('what is suggested and has been superseded stands last and says so, but only for whoever may read the other', async () => {
  const suggest = async (who: Actor, text: string): Promise<unknown[]> => (await who.query(`query($text: String!) { suggest(text: $text) { title superseded } }`, { text })).suggest.map((one: Loose) => [one.title, one.superseded]);
  const [next, secret] = [await shelf.put('Onboarding for new members of the board'), await shelf.put('Onboarding, our own secret way to do it', { audience: `team:${maple}` })];
  await shelf.put('Onboarding', { supersededBy: next });
  await shelf.put('Onboarding for boards', { supersededBy: secret });
  const [former, later] = [['Onboarding', true], ['Onboarding for new members of the board', false]];
  const ours = [later, ['Onboarding, our own secret way to do it', false], former, ['Onboarding for boards', true]];
  expect(await suggest(ana, 'onboard')).toEqual(ours);
  expect(await suggest(bea, 'onboard')).toEqual([['Onboarding for boards', false], later, former]);
  // By the beginning of the title, and by a misspelt word.
  expect(await suggest(ana, 'onboarding for')).toEqual([later, ['Onboarding for boards', true]]);
  expect(await suggest(bea, 'onboarding for')).toEqual([['Onboarding for boards', false], later]);
  expect((await suggest(ana, 'onbaording')).slice(-2)).toEqual([former, ['Onboarding for boards', true]]);
  await shelf.take(next);
  expect(await suggest(ana, 'onboard')).toContainEqual(['Onboarding', false]);
});

test('a side that is none is refused by name', async () => {
  await expect(look(ana, { endorsed: 'nobody' })).rejects.toThrow('labor, management or both sides');
});

test('what there are thousands of stands behind a lesson with the same words', async () => {
  const districts = new Shelf(house.get, 'district', 0.4);
  await districts.put('Harmony district');
  await shelf.put('Harmony in a district');
  expect(titles(await look(ana, { text: 'harmony district' }))[0]).toBe('Harmony district');
  expect(titles(await look(ana, { text: 'district harmony' }))[0]).toBe('Harmony in a district');
});

test('every result shows the words that match, as plain text', async () => {
  await shelf.put('Rubric', { body: `Before <script>alert("evaluation")</script> ${'words '.repeat(60)} the evaluations were done jointly ${'more '.repeat(60)}` });
  const [hit] = (await look(ana, { text: 'evaluation' })).nodes;
  const marked = hit.excerpt.filter((part: { hit: boolean }) => part.hit).map((part: { text: string }) => part.text.toLowerCase());
  expect(marked).toContain('evaluations');
  expect(JSON.stringify(hit.excerpt)).not.toMatch(/[\uE000\uE001]|<b>/);
});

test('marks that somebody typed themselves mark nothing', async () => {
  await shelf.put('A \uE000forged\uE001 evaluation', { body: 'a \uE000forged\uE001 mark' });
  const [hit] = (await look(ana, { text: 'evaluation' })).nodes;
  expect(hit.title.filter((part: { hit: boolean }) => part.hit)).toEqual([{ text: 'evaluation', hit: true }]);
  expect(partsOf('a \uE000b\uE001 c')).toEqual([{ text: 'a ', hit: false }, { text: 'b', hit: true }, { text: ' c', hit: false }]);
});

test('quotes ask for a phrase and a minus leaves out', async () => {
  await shelf.put('Peer review of teachers');
  await shelf.put('Review by a peer');
  expect(titles(await look(ana, { text: '"peer review"' }))).toEqual(['Peer review of teachers']);
  expect(titles(await look(ana, { text: 'peer -teachers' }))).toEqual(['Review by a peer']);
});

test('more words than one thing has still find what has most of them', async () => {
  await shelf.put('Pay for mentors');
  expect(titles(await look(ana, { text: 'pay mentors substitute calendar' }))).toEqual(['Pay for mentors']);
});

test('without words the newest come first, page by page and each once', async () => {
  for (let n = 0; n < 7; n++) await shelf.put(`Lesson ${n}`, { at: new Date(Date.UTC(2026, 0, 1 + n)) });
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof look>> = await look(ana, {}, { first: 3, after });
    seen.push(...titles(page));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after);
  expect(seen).toEqual([6, 5, 4, 3, 2, 1, 0].map((n) => `Lesson ${n}`));
});

test('an excerpt that begins or ends in the midst of a text says so', async () => {
  const before = 'Every school begins its year in another way, and nobody at the district office has counted them, or written down how long each takes and what it costs. ';
  await shelf.put('From the midst', { body: `${before}In our wombat meetings each side brings one question.` });
  await shelf.put('From the beginning', { body: 'Our wombat meetings are short.' });
  await shelf.put('On from there', { body: `Our wombat meetings are short. ${before}${before}` });
  const excerpts = (await look(ana, { text: 'wombat' })).nodes.map((node: Loose) => [node.title.map((part: Loose) => part.text).join(''), node.excerpt.map((part: Loose) => part.text).join('')]);
  expect(excerpts).toEqual(expect.arrayContaining([
    ['From the midst', expect.stringMatching(/^… .*wombat .*question\.?$/)],
    ['From the beginning', expect.stringMatching(/^Our wombat meetings are short\.?$/)],
    ['On from there', expect.stringMatching(/^Our wombat .* …$/)],
  ]));
});

test('pages of results with words do not overlap either', async () => {
  for (let n = 0; n < 5; n++) await shelf.put(`Evaluation ${n}`, { at: new Date(2026, 0, 1) });
  const one = await look(ana, { text: 'evaluation' }, { first: 3 });
  const two = await look(ana, { text: 'evaluation' }, { first: 3, after: one.pageInfo.endCursor });
  expect(new Set([...titles(one), ...titles(two)]).size).toBe(5);
  expect(two.pageInfo.hasNextPage).toBe(false);
});

test('a cursor that is not ours is refused by name', async () => {
  for (const after of ['nonsense', Buffer.from('["1","x","y"]').toString('base64url'), Buffer.from('["1"]').toString('base64url')]) {
    const answer = await ana.raw(`query($after: String) { search(after: $after) { totalCount } }`, { after });
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'Invalid', fields: [{ field: 'after' }] });
  }
});

test('facets count what each would leave, and narrowing by one agrees with its count', async () => {
  const tagged: Partial<SearchDraft>[] = [
    { principles: [5], topics: ['evaluation'], organizationId: maple, form: 'link', licence: 'theirs', endorsed: ['labor'] },
    { principles: [5, 9], topics: ['evaluation', 'compensation'], organizationId: maple, form: 'file', licence: 'cc_by', endorsed: ['labor', 'management', 'both_sides'] },
    { principles: [9], topics: ['compensation'], organizationId: cedar, form: 'file', licence: 'cc_by' },
  ];
  for (const about of tagged) await shelf.put('Rubric', about);
  await new Shelf(house.get, 'thread').put('Rubric question');
  const { facets } = await look(ana, { text: 'rubric' });
  expect(facets).toEqual({
    kinds: [{ value: 'lesson', count: 3 }, { value: 'thread', count: 1 }],
    principles: [{ value: '5', count: 2 }, { value: '9', count: 2 }],
    topics: [{ value: 'compensation', count: 2 }, { value: 'evaluation', count: 2 }],
    states: [{ value: 'OH', count: 2 }, { value: 'MN', count: 1 }],
    forms: [{ value: 'file', count: 2 }, { value: 'link', count: 1 }],
    licences: [{ value: 'cc_by', count: 2 }, { value: 'theirs', count: 1 }],
    endorsed: [{ value: 'labor', count: 2 }, { value: 'both_sides', count: 1 }, { value: 'management', count: 1 }],
  });
  for (const [filter, field] of [['principle', 'principles'], ['topic', 'topics'], ['state', 'states'], ['form', 'forms'], ['licence', 'licences'], ['endorsed', 'endorsed']] as const) {
    for (const { value, count } of facets[field]) {
      const narrowed = await look(ana, { text: 'rubric', [filter]: filter === 'principle' ? Number(value) : value });
      expect(narrowed.totalCount).toBe(count);
      expect(narrowed.facets[field]).toEqual(facets[field]);
    }
  }
  // With two filters each facet still keeps to the other one, and so do the kinds.
  const both = await look(ana, { text: 'rubric', state: 'OH', topic: 'compensation' });
  expect([both.totalCount, both.facets.states, both.facets.topics]).toEqual([1, [{ value: 'MN', count: 1 }, { value: 'OH', count: 1 }], [{ value: 'evaluation', count: 2 }, { value: 'compensation', count: 1 }]]);
  expect([both.facets.forms, both.facets.kinds]).toEqual([[{ value: 'file', count: 1 }], [{ value: 'lesson', count: 1 }]]);
  expect((await look(ana, { text: 'rubric', kinds: ['thread'], state: 'OH' })).facets.kinds).toEqual([{ value: 'lesson', count: 2 }]);
  expect((await look(ana, { text: 'rubric', kinds: ['thread'] })).totalCount).toBe(1);
  expect((await look(ana, { text: 'rubric', kinds: ['thread'] })).facets.kinds).toEqual(facets.kinds);
});

test('a district is found in what it shared, also by its new name', async () => {
  await shelf.put('Rubric', { organizationId: cedar });
  expect(titles(await look(ana, { text: 'cedar ridge' }))).toEqual(['Rubric']);
  await house.db.query(`update organization set name = 'Alder Ridge' where id = $1`, [cedar]);
  await shelf.index.organizationsChanged([cedar]);
  expect(titles(await look(ana, { text: 'alder' }))).toEqual(['Rubric']);
  // The lists of NCES rename districts and move them, and say so in an event of their own.
  await house.db.query(`update organization set name = 'Hawthorn Ridge', state = 'WI' where id = $1`, [cedar]);
  await house.db.transaction(() => house.get(Events).publish(OrganizationsImported, { ids: [maple, cedar] }));
  await house.settle();
  expect(titles(await look(ana, { text: 'hawthorn', kinds: ['lesson'], state: 'WI' }))).toEqual(['Rubric']);
  expect(titles(await look(ana, { text: 'alder', kinds: ['lesson'] }))).toEqual([]);
  await house.db.query(`update organization set name = 'Cedar Ridge', state = 'MN' where id = $1`, [cedar]);
});

test('a private thing shows itself to its team and to nobody else: not in lists, counts, facets, corrections or suggestions', async () => {
  await shelf.put('Zanzibarian merger', { audience: `team:${maple}`, body: 'zanzibarian', principles: [7], topics: ['hiring'], form: 'secret', organizationId: maple });
  const theirs = await look(ana, { text: 'zanzibarian' });
  expect(theirs.totalCount).toBe(1);
  expect((await look(ana, { text: 'zanzibaran' })).didYouMean).toBe('zanzibarian');
  expect((await ana.query(`{ suggest(text: "zanz") { title } }`)).suggest).toHaveLength(1);
  expect((await ana.query(`{ suggest(text: "zanzibaran") { title } }`)).suggest).toHaveLength(1);
  for (const outsider of [bea, house.visitor]) {
    for (const text of ['zanzibarian', 'zanzibaran', 'zanz', '', 'merger', 'Maple Hollow']) {
      const found = await look(outsider, { text });
      expect(found).toMatchObject({ nodes: [], totalCount: 0, didYouMean: null, facets: { kinds: [], principles: [], topics: [], states: [], forms: [] } });
      expect((await outsider.query(`query($text: String!) { suggest(text: $text) { title } }`, { text })).suggest).toEqual([]);
    }
  }
});

test('the feed may hear twice and in any order, and what is gone is taken out', async () => {
  const id = await shelf.put('Rubric');
  const row = () => house.db.one<{ xmin: string }>(`select xmin::text, title from search_entry where id = $1`, [id]);
  const before = await row();
  await shelf.hear(id);
  await shelf.hear(id);
  expect(await row()).toEqual(before);
  await shelf.put('Second edition', { id });
  expect(titles(await look(ana, { text: 'rubric' }))).toEqual([]);
  expect(titles(await look(ana, { text: 'edition' }))).toEqual(['Second edition']);
  await shelf.take(id);
  await shelf.hear(id);
  expect((await look(ana, {})).totalCount).toBe(0);
  expect(await house.db.query(`select from search_word`)).toEqual([]);
});

test('what no event told of is mended, and a rebuild changes nothing that is right', async () => {
  const gone = await shelf.put('Gone');
  shelf.hide('Laid with the foundations');
  shelf.forget(gone);
  expect(await shelf.index.mend()).toBe(2);
  expect(await shelf.index.mend()).toBe(0);
  expect(titles(await look(ana, {}))).toEqual(['Laid with the foundations']);
  expect(await shelf.index.rebuild()).toEqual(new Map([['lesson', 1]]));
});

test('titles are suggested by the beginnings of their words, then by likeness', async () => {
  await shelf.put('Teacher evaluation rubric', { body: 'calendar' });
  await shelf.put('Evaluation of administrators');
  const suggest = async (text: string) => (await ana.query(`query($text: String!) { suggest(text: $text) { title } }`, { text })).suggest.map((one: { title: string }) => one.title);
  expect(await suggest('eval')).toEqual(['Teacher evaluation rubric', 'Evaluation of administrators']);
  expect(await suggest('eval ru')).toEqual(['Teacher evaluation rubric']);
  expect(await suggest('evalution')).toHaveLength(2);
  expect(await suggest('calen')).toEqual([]);
  expect(await suggest('e')).toEqual([]);
  expect(await suggest(`'); drop table search_entry; --`)).toEqual([]);
});

test('no text breaks the search', async () => {
  await shelf.put('Rubric');
  for (const text of [`"`, `'`, `\\`, `a & | ! b`, `-`, `--`, `<->`, `:*`, `((`, `%_`, `\u0000`, `\u202E`, `🙂`, `ÿ`, `or`, `"or" or -or`, 'x'.repeat(200), 'the of and', `a:*b & !c`]) {
    await expect(look(ana, { text })).resolves.toHaveProperty('totalCount');
    await expect(ana.query(`query($text: String!) { suggest(text: $text) { title } }`, { text })).resolves.toBeDefined();
  }
  expect((await ana.raw(`query($f: SearchFilter) { search(filter: $f) { totalCount } }`, { f: { text: 'x'.repeat(201) } })).errors?.[0]?.extensions).toMatchObject({ code: 'Invalid' });
});

test('what a district like ours has shared stands first among equals, and says why; for others nothing is lifted', async () => {
  await house.db.query(`update organization set enrollment = 900, locale = 'rural', affiliation = 'nea' where id = any($1)`, [[maple, cedar]]);
  const far = await district('Far City', 'CA');
  await house.db.query(`update organization set enrollment = 90000, locale = 'city', affiliation = 'aft' where id = $1`, [far]);
  const day = (n: number): Date => new Date(Date.UTC(2026, 0, n));
  // The newest comes first among equals, unless likeness says otherwise.
  await shelf.put('Substitute pool alpha', { organizationId: far, at: day(3) });
  await shelf.put('Substitute pool beta', { organizationId: maple, at: day(2) });
  await shelf.put('Substitute pool gamma', { organizationId: cedar, at: day(1) });
  const ours = await look(ana, { text: 'substitute pool' });
  expect(titles(ours)).toEqual(['Substitute pool gamma', 'Substitute pool alpha', 'Substitute pool beta']);
  expect(ours.nodes.map((node: { alike: string[] }) => node.alike)).toEqual([['about your size', 'rural as well', 'both affiliated with NEA'], [], []]);
  const visitor = await look(house.visitor, { text: 'substitute pool' });
  expect(titles(visitor)).toEqual(['Substitute pool alpha', 'Substitute pool beta', 'Substitute pool gamma']);
  expect(visitor.nodes.flatMap((node: { alike: string[] }) => node.alike)).toEqual([]);
  // A title that fits better is not outdone by likeness, and without words the newest stay first.
  await shelf.put('Substitute pool', { organizationId: far });
  expect(titles(await look(ana, { text: 'substitute pool' }))[0]).toBe('Substitute pool');
  expect(titles(await look(ana, {}))[1]).toBe('Substitute pool alpha');
});

test('likeness lifts nothing that the reader may not read, and changes no count', async () => {
  await house.db.query(`update organization set enrollment = 900, locale = 'rural', affiliation = 'nea' where id = any($1)`, [[maple, cedar]]);
  await shelf.put('Quokka plan', { organizationId: cedar, audience: `team:${cedar}` });
  await shelf.put('Quokka day', { organizationId: cedar });
  expect(titles(await look(ana, { text: 'quokka' }))).toEqual(['Quokka day']);
  expect((await look(ana, { text: 'quokka' })).totalCount).toBe(1);
  expect((await look(bea, { text: 'quokka' })).totalCount).toBe(2);
});

test('pages of lifted results do not overlap', async () => {
  await house.db.query(`update organization set enrollment = 900, locale = 'rural', affiliation = 'nea' where id = any($1)`, [[maple, cedar]]);
  for (let n = 0; n < 6; n++) await shelf.put(`Calendar ${n}`, { organizationId: n % 2 ? cedar : null, at: new Date(2026, 0, 1) });
  const one = await look(ana, { text: 'calendar' }, { first: 4 });
  const two = await look(ana, { text: 'calendar' }, { first: 4, after: one.pageInfo.endCursor });
  expect(new Set([...titles(one), ...titles(two)]).size).toBe(6);
  expect(titles(one).slice(0, 3).every((title) => Number(title.at(-1)) % 2 === 1)).toBe(true);
});

test('a page of results costs two statements: who is asking, and the search', async () => {
  await shelf.put('Evaluation', { organizationId: maple });
  expect(await house.statementsOf(() => look(ana, { text: 'evalution', principle: null }))).toHaveLength(2);
});
