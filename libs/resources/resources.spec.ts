import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Contributions } from '@app/platform/feature';
import { digestSections } from '@app/digests';
import { aTeam } from '@app/discussions/testing';
import { reportables } from '@app/moderation';
import { type Actor, type Loose, openHouse, type TestHouse } from '../../test/setup/house.js';
import { aResource } from './testing/index.js';

let house: TestHouse;
let maple: string;
let cedar: string;
let ana: Actor;
let luis: Actor;
let bea: Actor;
let looks: Actor;

beforeAll(async () => {
  house = await openHouse();
  maple = await aTeam(house, { superintendent: 'ana@maple.example', board_president: 'luis@maple.example', observer: 'looks@maple.example' }, { name: 'Maple Hollow' });
  cedar = await aTeam(house, { superintendent: 'bea@cedar.example' }, { name: 'Cedar Ridge' });
  [ana, luis, bea, looks] = [await house.as('ana@maple.example'), await house.as('luis@maple.example'), await house.as('bea@cedar.example'), await house.as('looks@maple.example')];
});
afterAll(() => house.close());

const RESOURCE = '... on Resource { id form title summary body url host audience principles topics usefulCount usefulToUs usefulTo { name } owner { name path state } author { name } viewerCan { edit praise } }';
const link = (about: Record<string, unknown> = {}) => ({ form: 'link', title: 'Rubric', summary: 'What it is', url: 'https://maple.example/rubric', audience: 'members', ...about });
const read = async (actor: Actor, id: string) => (await actor.query(`query($id: String!) { resource(id: $id) { id title hidden hiddenReason viewerCan { edit praise } } }`, { id })).resource;
const find = async (actor: Actor, filter: Record<string, unknown> = {}) =>
  (await actor.query(`query($filter: LibraryFilter) { resources(filter: $filter) { totalCount didYouMean nodes { title { text hit } resource { id title owner { name } } } facets { principles { value count } states { value count } forms { value count } topics { value count } } } }`, { filter })).resources;

test('a link is posted for the team, with its host beside it', async () => {
  const posted = await ana.act('postResource', link({ url: 'www.Maple.example/a b', principles: [5], topics: ['evaluation'] }), RESOURCE);
  expect(posted).toMatchObject({
    __typename: 'Resource', form: 'link', url: 'https://www.maple.example/a%20b', host: 'maple.example', body: null, audience: 'members', principles: [5], topics: ['evaluation'],
    owner: { name: 'Maple Hollow', state: 'OH' }, author: { name: 'ana' }, viewerCan: { edit: true, praise: false },
  });
});

test.each(['javascript:alert(1)', 'data:text/html,x', 'ftp://maple.example', 'https://name:secret@maple.example', 'https://', 'http://localhost/x', 'mailto:a@b.example', 'file:///etc/passwd', 'not an address', `https://maple.example/${'x'.repeat(2000)}`])(
  'the address %s is refused by name',
  async (url) => {
    expect(await ana.act('postResource', link({ url }))).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'url' }] });
  },
);

test('a text is posted with its words, and each form needs its own thing', async () => {
  expect(await ana.act('postResource', link({ form: 'text', url: null, body: 'One\n\n*two*' }), RESOURCE)).toMatchObject({ form: 'text', body: 'One\n\n*two*', url: null });
  expect(await ana.act('postResource', link({ form: 'text', url: null }))).toMatchObject({ fields: [{ field: 'body' }] });
  expect(await ana.act('postResource', link({ form: 'file', url: null }))).toMatchObject({ fields: [{ field: 'fileId' }] });
  expect(await ana.act('postResource', link({ url: null }))).toMatchObject({ fields: [{ field: 'url' }] });
});

test('at most five tags, from the vocabulary', async () => {
  expect((await ana.act('postResource', link({ principles: [1, 2, 3], topics: ['hiring', 'retention'] }))).__typename).toBe('Resource');
  expect(await ana.act('postResource', link({ principles: [1, 2, 3, 4], topics: ['hiring', 'retention'] }))).toMatchObject({ fields: [{ field: 'principles' }] });
  expect(await ana.act('postResource', link({ principles: [11] }))).toMatchObject({ __typename: 'Invalid' });
  expect(await ana.act('postResource', link({ topics: ['gossip'] }))).toMatchObject({ __typename: 'Invalid' });
});

test('only who speaks for a team posts, and only for readers they belong to', async () => {
  expect((await bea.act('postResource', link({ audience: `team:${cedar}` }))).__typename).toBe('Resource');
  expect((await looks.act('postResource', link())).__typename).toBe('NotAllowed');
  expect((await (await house.as('waits@else.example')).act('postResource', link())).__typename).toBe('NotAllowed');
  expect((await house.visitor.raw(`mutation($input: PostResourceInput!) { postResource(input: $input) { __typename } }`, { input: link() })).errors?.[0]?.extensions?.['code']).toBe('SignInNeeded');
  expect((await bea.act('postResource', link({ audience: `team:${maple}` }))).__typename).toBe('NotAllowed');
  for (const audience of [`conference:${maple}`, 'link:x', 'everyone', 'stewards']) expect(await bea.act('postResource', link({ audience }))).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'audience' }] });
  expect((await bea.act('postResource', link({ organizationId: maple }))).__typename).toBe('NotAllowed');
});

test('the choice of readers is the one that posting accepts', async () => {
  const { resourceAudiences } = await ana.query('{ resourceAudiences { key name } }');
  expect(resourceAudiences).toEqual([{ key: 'members', name: null }, { key: 'public', name: null }, { key: `team:${maple}`, name: 'Maple Hollow' }]);
  for (const { key } of resourceAudiences) expect((await ana.act('postResource', link({ audience: key }))).__typename).toBe('Resource');
  expect((await looks.query('{ resourceAudiences { key } }')).resourceAudiences).toEqual([]);
});

test('the same key sent twice posts once', async () => {
  const input = link({ title: 'Once', idempotencyKey: 'once-and-no-more' });
  const [one, two] = [await ana.act('postResource', input, RESOURCE), await ana.act('postResource', input, RESOURCE)];
  expect(two.id).toBe(one.id);
});

test('the whole team may change what its colleague posted; another team may not', async () => {
  const id = await aResource(house, { organizationId: maple, authorId: ana.accountId ?? '' });
  const change = { resourceId: id, title: 'Changed', summary: 'New', body: 'New words', audience: 'public', principles: [9], topics: [] };
  expect(await luis.act('editResource', change, RESOURCE)).toMatchObject({ title: 'Changed', audience: 'public', principles: [9], body: 'New words', author: { name: 'ana' } });
  for (const outsider of [bea, looks]) {
    expect((await outsider.act('editResource', change)).__typename).toBe('NotAllowed');
    expect((await outsider.act('deleteResource', { resourceId: id })).__typename).toBe('NotAllowed');
  }
  expect((await luis.act('deleteResource', { resourceId: id })).__typename).toBe('Done');
  expect(await read(ana, id)).toBeNull();
  expect((await luis.act('deleteResource', { resourceId: id })).__typename).toBe('NotAllowed');
});

test('a team says once that something is useful to it, never of its own, and takes it back', async () => {
  const id = await aResource(house, { organizationId: maple, authorId: ana.accountId ?? '' });
  await bea.act('markUseful', { resourceId: id });
  expect(await bea.act('markUseful', { resourceId: id }, RESOURCE)).toMatchObject({ usefulCount: 1, usefulToUs: true, usefulTo: [{ name: 'Cedar Ridge' }] });
  expect((await ana.act('markUseful', { resourceId: id })).__typename).toBe('NotAllowed');
  expect((await looks.act('markUseful', { resourceId: id })).__typename).toBe('NotAllowed');
  expect((await bea.act('markUseful', { resourceId: id, organizationId: maple })).__typename).toBe('NotAllowed');
  expect(await bea.act('unmarkUseful', { resourceId: id }, RESOURCE)).toMatchObject({ usefulCount: 0, usefulToUs: false });
});

test('what is private to a team shows nowhere to another: not by id, list, count, facet, search, digest, mark, report or thread', async () => {
  const id = await aResource(house, { organizationId: maple, authorId: ana.accountId ?? '' }, { title: 'Canary quetzalcoatlus', audience: `team:${maple}`, principles: [7] });
  await house.settle();
  expect(await read(luis, id)).toMatchObject({ id });
  expect(await read(looks, id)).toMatchObject({ id });
  expect((await find(luis, { text: 'quetzalcoatlus' })).totalCount).toBe(1);
  expect((await find(luis, { text: 'quetzalcoatlis' })).didYouMean).toBe('quetzalcoatlus');
  for (const outsider of [bea, house.visitor]) {
    expect(await read(outsider, id)).toBeNull();
    for (const filter of [{}, { text: 'quetzalcoatlus' }, { text: 'quetzalcoatlis' }, { organizationId: maple }, { principle: 7 }]) expect(JSON.stringify(await find(outsider, filter))).not.toMatch(/quetzal|"7"/);
    expect(JSON.stringify(await outsider.query('{ suggest(text: "quetz") { title } search(filter: { text: "quetzalcoatlus" }) { totalCount } }'))).toBe('{"suggest":[],"search":{"totalCount":0}}');
  }
  for (const [mutation, input] of [['markUseful', {}], ['editResource', link({ form: undefined })], ['deleteResource', {}]] as const) expect((await bea.act(mutation, { ...input, resourceId: id })).__typename).toBe('NotAllowed');
  expect((await bea.act('openThread', { title: 'On it', body: 'Words', audience: 'members', subject: `resource:${id}` })).__typename).toBe('NotAllowed');
  expect((await luis.act('openThread', { title: 'On it', body: 'Words', audience: `team:${maple}`, subject: `resource:${id}` })).__typename).toBe('Thread');
  const reportable = house.get(Contributions).of(reportables).find((one) => one.kind === 'resource');
  expect(await reportable?.find(house.get, await house.viewerOf(bea), id)).toBeNull();
  expect(await reportable?.find(house.get, await house.viewerOf(luis), id)).toMatchObject({ title: 'Canary quetzalcoatlus' });
  const section = house.get(Contributions).of(digestSections).find((one) => one.name === 'resources');
  const reader = { since: new Date(0), conferenceId: null, districts: [{ keys: ['public', 'members', `team:${cedar}`], organizationId: cedar }] };
  expect(JSON.stringify([...((await section?.read(house.get, reader)) ?? [])])).not.toContain('quetzal');
});

test('a misspelt word finds a title, and the library counts what it can be narrowed to', async () => {
  const id = await aResource(house, { organizationId: cedar, authorId: bea.accountId ?? '' }, { title: 'Teacher evaluation rubric, joint edition', principles: [5], topics: ['evaluation'], audience: 'public' });
  await house.settle();
  const found = await find(house.visitor, { text: 'techer evalution rubrik' });
  expect(found).toMatchObject({ didYouMean: 'teacher evaluation rubric', totalCount: 1, nodes: [{ resource: { id, owner: { name: 'Cedar Ridge' } } }], facets: { principles: [{ value: '5', count: 1 }], states: [{ value: 'OH', count: 1 }], forms: [{ value: 'text', count: 1 }] } });
  expect(found.nodes[0].title.filter((part: { hit: boolean }) => part.hit).map((part: { text: string }) => part.text)).toEqual(['Teacher', 'evaluation', 'rubric']);
  expect((await find(ana, { text: 'evaluation', form: 'file' })).totalCount).toBe(0);
});

test('without words the newest come first, and those of one district can be asked for', async () => {
  const ids = [];
  for (let day = 1; day <= 3; day++) ids.push(await aResource(house, { organizationId: cedar, authorId: bea.accountId ?? '', at: new Date(Date.now() + day * 1000) }, { title: `Newest ${day}` }));
  await house.settle();
  expect((await find(ana)).nodes.slice(0, 3).map((node: { resource: { id: string } }) => node.resource.id)).toEqual(ids.reverse());
  expect(new Set((await find(ana, { organizationId: cedar })).nodes.map((node: { resource: { owner: { name: string } } }) => node.resource.owner.name))).toEqual(new Set(['Cedar Ridge']));
});

test('the shelf of one district is turned page by page, each thing once, without what was taken down', async () => {
  const oak = await aTeam(house, { superintendent: 'dee@oak.example' }, { name: 'Oak' });
  const dee = await house.as('dee@oak.example');
  const titles = ['One', 'Two', 'Three', 'Four', 'Five'];
  for (const [at, title] of titles.entries()) await aResource(house, { organizationId: oak, authorId: dee.accountId ?? '', at: new Date(Date.now() - at * 1000) }, { title });
  const hidden = await aResource(house, { organizationId: oak, authorId: dee.accountId ?? '' }, { title: 'Taken down' });
  await house.get(Contributions).of(reportables).find((one) => one.kind === 'resource')?.takeDown(house.get, hidden, 'No.');
  for (const actor of [dee, bea]) {
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more && seen.length < 9; ) {
      const { resources }: Loose = await actor.query(`query($id: ID, $after: String) { resources(filter: { organizationId: $id }, first: 2, after: $after) { nodes { resource { title } } pageInfo { endCursor hasNextPage } } }`, { id: oak, after });
      seen.push(...resources.nodes.map((node: Loose) => node.resource.title));
      [after, more] = [resources.pageInfo.endCursor, resources.pageInfo.hasNextPage];
    }
    expect(seen).toEqual(titles);
  }
});

test('what a steward takes down leaves search, lists and digests; its author sees it with the reason; restoring brings it back', async () => {
  const id = await aResource(house, { organizationId: maple, authorId: ana.accountId ?? '' }, { title: 'Ornithopter plans', audience: 'public' });
  const reportable = house.get(Contributions).of(reportables).find((one) => one.kind === 'resource');
  const count = async () => [(await find(bea, { text: 'ornithopter' })).totalCount, (await bea.query('{ suggest(text: "ornith") { id } }')).suggest.length, (await read(bea, id)) ? 1 : 0];
  await house.settle();
  expect(await count()).toEqual([1, 1, 1]);
  await reportable?.takeDown(house.get, id, 'It names a student.');
  await reportable?.takeDown(house.get, id, 'It names a student.');
  await house.settle();
  expect(await count()).toEqual([0, 0, 0]);
  expect(await read(luis, id)).toBeNull();
  expect(await read(ana, id)).toMatchObject({ hidden: true, hiddenReason: 'It names a student.' });
  await reportable?.restore(house.get, id);
  await house.settle();
  expect(await count()).toEqual([1, 1, 1]);
});

test('a narrower audience and a deletion leave search with the next breath', async () => {
  const id = await aResource(house, { organizationId: maple, authorId: ana.accountId ?? '' }, { title: 'Hippogriff', audience: 'public' });
  await house.settle();
  expect((await find(bea, { text: 'hippogriff' })).totalCount).toBe(1);
  await ana.act('editResource', { resourceId: id, title: 'Hippogriff', summary: '', body: 'x', audience: `team:${maple}` });
  // Before the index has heard, the list asks the table again and shows nothing.
  expect((await find(bea, { text: 'hippogriff' })).nodes).toEqual([]);
  await house.settle();
  expect((await find(bea, { text: 'hippogriff' })).totalCount).toBe(0);
  expect((await find(luis, { text: 'hippogriff' })).totalCount).toBe(1);
  const thread = await luis.act('openThread', { title: 'On row 3', body: 'How do you rate it?', audience: `team:${maple}`, subject: `resource:${id}` }, '... on Thread { id }');
  const subject = async (): Promise<Loose> => (await luis.query('query($id: ID!) { thread(id: $id) { subject { title path } } }', { id: thread.id })).thread.subject;
  expect(await subject()).toEqual({ title: 'Hippogriff', path: `/library/${id}` });
  await ana.act('deleteResource', { resourceId: id });
  // What was said about it stays, and leads nowhere any more.
  expect(await subject()).toEqual({ title: null, path: null });
  await house.settle();
  expect((await find(luis, { text: 'hippogriff' })).totalCount).toBe(0);
});

test('the digest tells a district what others put into the library, never its own', async () => {
  const since = new Date(Date.now() - 1000);
  await aResource(house, { organizationId: maple, authorId: ana.accountId ?? '' }, { title: 'By us' });
  const id = await aResource(house, { organizationId: cedar, authorId: bea.accountId ?? '' }, { title: 'By them' });
  await ana.act('markUseful', { resourceId: id });
  const section = house.get(Contributions).of(digestSections).find((one) => one.name === 'resources');
  const readers = { since, conferenceId: null, districts: [maple, cedar].map((organizationId) => ({ organizationId, keys: ['public', 'members', `team:${organizationId}`] })) };
  let news: Awaited<ReturnType<NonNullable<typeof section>['read']>> | undefined;
  expect(await house.statementsOf(async () => (news = await section?.read(house.get, readers)))).toHaveLength(1);
  expect(news?.get(maple)?.[0]).toEqual({ title: 'By them', path: `/library/${id}`, note: 'Cedar Ridge, useful to one team' });
  expect(news?.get(maple)?.map((item) => item.title)).not.toContain('By us');
  expect(news?.get(cedar)?.map((item) => item.title)).toContain('By us');
  expect(news?.get(cedar)?.map((item) => item.title)).not.toContain('By them');
});

test('a page of the library costs two statements: who is asking, and what is found', async () => {
  expect(await house.statementsOf(() => find(ana, { text: 'evaluation' }))).toHaveLength(2);
  expect(await house.statementsOf(() => read(ana, maple))).toHaveLength(2);
});

test('an id that is none is simply not there', async () => {
  for (const id of ['x', '', maple, '\u0000', `' or 1=1`]) expect(await read(ana, id)).toBeNull();
  expect(await ana.act('markUseful', { resourceId: 'x' })).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'resourceId' }] });
});
