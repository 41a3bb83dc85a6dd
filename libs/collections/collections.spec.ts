import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { Contributions } from '@app/platform/feature';
import { Conferences } from '@app/conferences';
import { aConference, type Convening } from '@app/conferences/testing';
import { digestSections } from '@app/digests';
import { aTeam } from '@app/discussions/testing';
import { Organizations } from '@app/organizations';
import { reportables } from '@app/moderation';
import { aResource } from '@app/resources/testing';
import { type Actor, type Loose, openHouse, type TestHouse } from '../../test/setup/house.js';
import { aCollection } from './testing/index.js';

let house: TestHouse;
let maple: string;
let cedar: string;
let ridgeline: Convening;
let [ana, luis, bea, looks, lead]: Actor[] = [];

beforeAll(async () => {
  house = await openHouse();
  maple = await aTeam(house, { superintendent: 'ana@maple.example', board_president: 'luis@maple.example', observer: 'looks@maple.example' }, { name: 'Maple Hollow' });
  cedar = await aTeam(house, { superintendent: 'bea@cedar.example' }, { name: 'Cedar Ridge' });
  ridgeline = await aConference(house, { title: 'Ridgeline' });
  await house.get(Conferences).mark(ridgeline.id, [maple], 'attending').catch(() => house.db.transaction(() => house.get(Conferences).mark(ridgeline.id, [maple], 'attending')));
  [ana, luis, bea, looks, lead] = await Promise.all(['ana@maple.example', 'luis@maple.example', 'bea@cedar.example', 'looks@maple.example', ridgeline.leader].map((email) => house.as(email)));
});
afterAll(() => house.close());
beforeEach(async () => {
  await house.settle();
  await house.db.query('delete from collection');
  await house.db.query('delete from resource');
});

const who = (actor: Actor | undefined): Actor => actor ?? house.visitor;
const byMaple = (): { organizationId: string; authorId: string } => ({ organizationId: maple, authorId: who(ana).accountId ?? '' });
const aThing = (about: Loose = {}): Promise<string> => aResource(house, byMaple(), about);
const SHOWN = '... on Collection { id slug title itemCount items { id note resource { id title } } viewerCan { keep } conference { title } }';
const act = (actor: Actor | undefined, verb: string, input: Record<string, unknown>): Promise<Loose> => who(actor).act(verb, input, verb === 'deleteCollection' ? '' : SHOWN);
const read = async (actor: Actor | undefined, slug: string): Promise<Loose> =>
  (await who(actor).query(`query($slug: String!) { collection(slug: $slug) { id title itemCount hidden hiddenReason months { month teams } items { id note resource { id title } } viewerCan { keep } } }`, { slug })).collection;
const listed = async (actor: Actor | undefined, filter: Record<string, unknown> = {}, page = ''): Promise<Loose> =>
  (await who(actor).query(`query($filter: CollectionsFilter) { collections(filter: $filter${page}) { pageInfo { hasNextPage endCursor } nodes { title itemCount } } }`, { filter })).collections;
const slugOf = async (id: string): Promise<string> => (await house.db.one<{ slug: string }>(`select slug from collection where id = $1`, [id]))?.slug ?? '';
const words = (about: Record<string, unknown> = {}): Record<string, unknown> => ({ title: 'Peer review', summary: 'From the first meeting on', audience: 'members', ...about });

test('a district keeps a shelf in order, with a word on each thing, at an address that stays', async () => {
  const [one, two, three] = [await aThing({ title: 'One' }), await aThing({ title: 'Two' }), await aThing({ title: 'Three' })];
  const opened = await act(ana, 'openCollection', words({ title: 'Peer review: été “1”' }));
  expect(opened.slug).toMatch(/^peer-review-ete-1-[0-9a-f]{6}$/);
  for (const resourceId of [one, two, three, two]) await act(luis, 'addToCollection', { collectionId: opened.id, resourceId, note: resourceId === one ? 'Begin here' : '' });
  const { items } = await read(bea, opened.slug);
  expect(items.map((item: Loose) => [item.resource.title, item.note])).toEqual([['One', 'Begin here'], ['Two', ''], ['Three', '']]);
  await act(ana, 'moveCollectionItem', { itemId: items[2].id, beforeId: items[0].id });
  await act(ana, 'moveCollectionItem', { itemId: items[0].id, beforeId: null });
  await act(ana, 'noteCollectionItem', { itemId: items[1].id, note: 'Then this' });
  expect((await read(bea, opened.slug)).items.map((item: Loose) => [item.resource.title, item.note])).toEqual([['Three', ''], ['Two', 'Then this'], ['One', 'Begin here']]);
  expect((await act(ana, 'takeOutOfCollection', { itemId: items[1].id })).itemCount).toBe(2);
  expect((await act(ana, 'editCollection', { collectionId: opened.id, ...words({ title: 'Another title' }) })).slug).toBe(opened.slug);
  expect((await act(ana, 'deleteCollection', { collectionId: opened.id })).__typename).toBe('Done');
  expect(await read(ana, opened.slug)).toBeNull();
  expect((await who(bea).query(`query($id: String!) { resource(id: $id) { title } }`, { id: one })).resource.title).toBe('One');
});

test('whoever speaks for the team keeps its shelf; observers, other teams and visitors only read', async () => {
  const thing = await aThing({ audience: 'public' });
  const id = await aCollection(house, byMaple(), { audience: 'public', things: [thing] });
  const slug = await slugOf(id);
  const [item] = (await read(ana, slug)).items;
  for (const actor of [looks, bea]) {
    expect((await read(actor, slug)).viewerCan.keep).toBe(false);
    for (const [verb, input] of [
      ['editCollection', { collectionId: id, ...words() }], ['deleteCollection', { collectionId: id }], ['addToCollection', { collectionId: id, resourceId: thing }],
      ['noteCollectionItem', { itemId: item.id, note: 'x' }], ['moveCollectionItem', { itemId: item.id }], ['takeOutOfCollection', { itemId: item.id }],
    ] as const) expect((await act(actor, verb, input)).__typename).toBe('NotAllowed');
  }
  expect((await act(looks, 'openCollection', words())).__typename).toBe('NotAllowed');
  expect((await read(house.visitor, slug)).items).toHaveLength(1);
  expect((await house.visitor.raw(`mutation { deleteCollection(input: { collectionId: "${id}" }) { __typename } }`)).errors?.[0]?.extensions?.['code']).toBe('SignInNeeded');
  expect((await act(luis, 'noteCollectionItem', { itemId: item.id, note: 'x' })).__typename).toBe('Collection');
});

test('readers are chosen from the list, and a team’s own shelf is that team’s', async () => {
  expect((await act(bea, 'openCollection', words({ audience: `team:${maple}` }))).__typename).toBe('NotAllowed');
  expect(await act(bea, 'openCollection', words({ audience: 'everyone' }))).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'audience' }] });
  expect((await act(bea, 'openCollection', words({ audience: `team:${cedar}` }))).__typename).toBe('Collection');
});

test('the note on a thing is found no more by whom the thing is kept from later', async () => {
  const thing = { title: 'On its own', summary: '', body: 'Words' };
  const resourceId = await aThing({ ...thing, audience: 'public' });
  const id = await aCollection(house, byMaple(), { audience: 'public', things: [resourceId] });
  await act(ana, 'noteCollectionItem', { itemId: (await read(ana, await slugOf(id))).items[0].id, note: 'ichthyosaur' });
  await house.settle();
  const found = async (): Promise<number> => (await house.visitor.query('{ search(filter: { text: "ichthyosaur" }) { totalCount } }')).search.totalCount;
  expect(await found()).toBe(1);
  await who(ana).act('editResource', { resourceId, ...thing, audience: `team:${maple}` });
  await house.settle();
  expect(await found()).toBe(0);
});

test('the note on a thing is found no more from the moment in which the thing is removed, taken down or kept to fewer readers, by hand or by an inventory', async () => {
  const found = async (text: string): Promise<number> => (await house.visitor.query('query($text: String!) { search(filter: { text: $text }) { totalCount } }', { text })).search.totalCount;
  const inventory = (readers: string): Promise<unknown> =>
    who(ana).http('PUT', `/files/inventory/${maple}/import`, { headers: { 'apollo-require-preflight': '1', 'content-type': 'text/csv' }, body: `id,title,text,readers\nA-1,Brought,Words,${readers}\n` });
  await inventory('public');
  const brought = (await house.db.one<{ id: string }>(`select id from resource where external_id = 'A-1'`))?.id ?? '';
  const thing = { title: 'On its own', summary: '', body: 'Words' };
  const reportable = house.get(Contributions).of(reportables).find(({ kind }) => kind === 'resource');
  const ways: [string, string, () => Promise<unknown>][] = [];
  const [removed, hidden, narrowed] = [await aThing({ ...thing, audience: 'public' }), await aThing({ ...thing, audience: 'public' }), await aThing({ ...thing, audience: 'public' })];
  ways.push(['plesiosaur', removed, () => who(ana).act('deleteResource', { resourceId: removed })]);
  ways.push(['stegosaur', hidden, async () => reportable?.takeDown(house.get, hidden, 'No.')]);
  ways.push(['pterodactyl', narrowed, () => who(ana).act('editResource', { resourceId: narrowed, ...thing, audience: `team:${maple}` })]);
  ways.push(['archaeopteryx', brought, () => inventory('members')]);
  for (const [note, resourceId, take] of ways) {
    const id = await aCollection(house, byMaple(), { title: `Shelf ${ways.findIndex(([one]) => one === note)}`, audience: 'public' });
    await act(ana, 'addToCollection', { collectionId: id, resourceId, note });
    await house.settle();
    expect([note, await found(note)]).toEqual([note, 1]);
    await take();
    expect([note, await found(note)]).toEqual([note, 0]);
    await house.settle();
    expect([note, await found(note), (await read(house.visitor, await slugOf(id))).itemCount]).toEqual([note, 0, 0]);
  }
  // The shelf itself is found again, without the word.
  expect(await found('shelf')).toBe(ways.length);
});

test('a guest of a team does not find its shelf by the note on what is for members, as they do not see it there', async () => {
  const guest = await house.as('guest@maple.example');
  await house.get(Organizations).seat(maple, 'guest', guest.accountId ?? '', null, { validUntil: new Date(Date.now() + 86_400_000) });
  const [members, open] = [await aThing({ audience: 'members' }), await aThing({ audience: 'public' })];
  const id = await aCollection(house, byMaple(), { audience: `team:${maple}` });
  for (const [resourceId, note] of [[members, 'brontosaur'], [open, 'iguanodon']]) await act(ana, 'addToCollection', { collectionId: id, resourceId, note });
  await house.settle();
  expect((await read(guest, await slugOf(id))).items.map((item: Loose) => item.note)).toEqual(['iguanodon']);
  const found = async (text: string): Promise<number> => (await guest.query('query($text: String!) { search(filter: { text: $text }) { totalCount } }', { text })).search.totalCount;
  expect([await found('iguanodon'), await found('brontosaur')]).toEqual([1, 0]);
});

test('a collection never shows what its reader may not read: no item, no note, no count, no chart, no search, no digest', async () => {
  const [open, secret] = [await aThing({ title: 'Open', audience: 'public' }), await aThing({ title: 'Canary archaeopteryx', audience: `team:${maple}` })];
  const id = await aCollection(house, byMaple(), { title: 'Mixed shelf', audience: 'public', things: [secret, open] });
  await house.db.query(`update collection_item set note = 'canary archaeopteryx note' where resource_id = $1`, [secret]);
  await house.db.query(`insert into resource_useful (resource_id, organization_id) values ($1, $2)`, [secret, cedar]);
  await act(ana, 'editCollection', { collectionId: id, ...words({ title: 'Mixed shelf', audience: 'public' }) });
  await house.settle();
  const slug = await slugOf(id);
  expect(await read(luis, slug)).toMatchObject({ itemCount: 2, items: [{ resource: { title: 'Canary archaeopteryx' } }, {}] });
  expect((await read(luis, slug)).months.at(-1)).toMatchObject({ teams: 1 });
  for (const actor of [bea, house.visitor]) {
    const shown = await read(actor, slug);
    expect(shown).toMatchObject({ itemCount: 1, items: [{ resource: { title: 'Open' } }] });
    expect(shown.months.every((month: Loose) => month.teams === 0)).toBe(true);
    expect((await listed(actor)).nodes).toEqual([{ title: 'Mixed shelf', itemCount: 1 }]);
    expect((await listed(actor, { resourceId: secret })).nodes).toEqual([]);
    expect(JSON.stringify([shown, await who(actor).query('{ search(filter: { text: "archaeopteryx" }) { totalCount nodes { title { text } } } suggest(text: "archaeo") { title } }')])).not.toMatch(/canary/i);
  }
  expect((await listed(luis, { resourceId: secret })).nodes).toHaveLength(1);
  const section = house.get(Contributions).of(digestSections).find((one) => one.name === 'collections');
  const news = await section?.read(house.get, { districts: [{ organizationId: cedar, keys: ['public', 'members', `team:${cedar}`] }], since: new Date(0), conferenceId: null });
  expect(news?.get(cedar)).toEqual([{ title: 'Mixed shelf', path: `/collections/${slug}`, note: 'Maple Hollow, one thing' }]);
});

test('nobody puts on a shelf what they may not read', async () => {
  const secret = await aThing({ audience: `team:${maple}` });
  const id = await aCollection(house, { organizationId: cedar, authorId: who(bea).accountId ?? '' });
  const hidden = await aResource(house, { organizationId: cedar, authorId: who(bea).accountId ?? '' });
  await house.db.query(`update resource set hidden_at = now() where id = $1`, [hidden]);
  for (const resourceId of [secret, maple, hidden]) expect(await act(bea, 'addToCollection', { collectionId: id, resourceId })).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'resourceId' }] });
  expect((await act(bea, 'addToCollection', { collectionId: id, resourceId: await aThing() })).itemCount).toBe(1);
});

test('what its keeper may not read stays where it stands: they neither move nor note it, nor take it out', async () => {
  const words = { title: 'Theirs', summary: '', body: 'Words' };
  const theirs = await aResource(house, { organizationId: cedar, authorId: who(bea).accountId ?? '' }, { ...words, audience: 'members' });
  const id = await aCollection(house, byMaple(), { things: [theirs, await aThing()] });
  const [hidden, open] = (await read(ana, await slugOf(id))).items;
  await who(bea).act('editResource', { resourceId: theirs, ...words, audience: `team:${cedar}` });
  for (const [verb, input] of [['noteCollectionItem', { note: 'x' }], ['moveCollectionItem', {}], ['takeOutOfCollection', {}]] as const) expect((await act(ana, verb, { itemId: hidden.id, ...input })).__typename).toBe('NotAllowed');
  for (const [verb, input] of [['noteCollectionItem', { note: 'y' }], ['moveCollectionItem', {}]] as const) expect((await act(ana, verb, { itemId: open.id, ...input })).__typename).toBe('Collection');
  await who(bea).act('editResource', { resourceId: theirs, ...words, audience: 'members' });
  expect((await read(ana, await slugOf(id))).items.map((item: Loose) => item.note)).toEqual(['Note 1', 'y']);
});

test('a private shelf is not there for another team', async () => {
  const id = await aCollection(house, byMaple(), { audience: `team:${maple}`, title: 'Pterodactyl' });
  await house.settle();
  const slug = await slugOf(id);
  expect(await read(looks, slug)).toMatchObject({ title: 'Pterodactyl' });
  for (const actor of [bea, house.visitor]) {
    expect(await read(actor, slug)).toBeNull();
    expect((await listed(actor, { organizationId: maple })).nodes).toEqual([]);
  }
  expect((await act(bea, 'deleteCollection', { collectionId: id })).__typename).toBe('NotAllowed');
});

test('a conference has one collection: its sponsors begin it, whoever runs the conference keeps it, and the teams that came read it', async () => {
  const input = words({ title: 'What was shown', audience: `conference:${ridgeline.id}`, conferenceId: ridgeline.id });
  for (const actor of [ana, bea]) expect((await act(actor, 'openCollection', input)).__typename).toBe('NotAllowed');
  const answers = await Promise.all([act(lead, 'openCollection', input), act(lead, 'openCollection', input)]);
  expect(answers.map((answer) => answer.__typename).sort()).toEqual(['Collection', 'Conflict']);
  const opened = answers.find((answer) => answer.__typename === 'Collection');
  expect(opened).toMatchObject({ conference: { title: 'Ridgeline' }, viewerCan: { keep: true } });
  const ofConference = async (actor: Actor | undefined): Promise<Loose> => (await who(actor).query(`query($id: ID!) { conferenceCollection(conferenceId: $id) { title } }`, { id: ridgeline.id })).conferenceCollection;
  expect(await ofConference(ana)).toEqual({ title: 'What was shown' });
  for (const actor of [bea, looks, house.visitor]) expect(await ofConference(actor)).toBeNull();
});

test('a second sponsor of the conference keeps its collection, too', async () => {
  const council = await aTeam(house, { representative: 'nora@council.example' }, { kind: 'co_sponsor' });
  const nora = await house.as('nora@council.example');
  const opened = await act(lead, 'openCollection', words({ conferenceId: ridgeline.id }));
  const keeps = async (): Promise<string[]> => (await listed(nora, { kept: true })).nodes.map((node: Loose) => node.title);
  expect((await act(nora, 'editCollection', { collectionId: opened.id, ...words() })).__typename).toBe('NotAllowed');
  await house.db.query(`insert into conference_sponsor (conference_id, organization_id, part) values ($1, $2, 'supporter')`, [ridgeline.id, council]);
  expect([(await act(nora, 'editCollection', { collectionId: opened.id, ...words() })).__typename, await keeps()]).toEqual(['NotAllowed', []]);
  await house.db.query(`delete from conference_sponsor where organization_id = $1`, [council]);
  await house.db.query(`insert into conference_sponsor (conference_id, organization_id, part) values ($1, $2, 'co_sponsor')`, [ridgeline.id, council]);
  expect((await act(nora, 'editCollection', { collectionId: opened.id, ...words({ title: 'By both' }) })).title).toBe('By both');
  expect(await keeps()).toEqual(['By both']);
});

test('two who put a shelf in order at once do not lose or double anything', async () => {
  const things = await Promise.all(Array.from({ length: 6 }, (_, at) => aThing({ title: `Thing ${at}` })));
  const id = await aCollection(house, byMaple(), { things });
  const slug = await slugOf(id);
  const { items } = await read(ana, slug);
  await Promise.all([0, 1, 2, 3].map((at) => act(at % 2 ? ana : luis, 'moveCollectionItem', { itemId: items[at].id, beforeId: items[5 - at].id })));
  const after = (await read(ana, slug)).items.map((item: Loose) => item.id);
  expect([...after].sort()).toEqual(items.map((item: Loose) => item.id).sort());
});

test('a shelf holds two hundred things and no more', async () => {
  const id = await aCollection(house, byMaple());
  await house.db.query(
    `with made as (insert into resource (id, form, title, summary, body, organization_id, audience) select gen_random_uuid(), 'text', 'Thing ' || n, '', 'x', $1, 'members' from generate_series(1, 200) n returning id)
     insert into collection_item (id, collection_id, resource_id, place) select gen_random_uuid(), $2, id, row_number() over () from made`,
    [maple, id],
  );
  expect((await act(ana, 'addToCollection', { collectionId: id, resourceId: await aThing() })).__typename).toBe('Conflict');
  expect((await read(ana, await slugOf(id))).items).toHaveLength(200);
});

test('what a steward takes down is still there for who began it, with the reason; restoring brings it back', async () => {
  const id = await aCollection(house, byMaple(), { audience: 'public' });
  const slug = await slugOf(id);
  const reportable = house.get(Contributions).of(reportables).find((one) => one.kind === 'collection');
  expect(await reportable?.find(house.get, await house.viewerOf(who(bea)), id)).toMatchObject({ title: 'A collection', path: `/collections/${slug}` });
  await reportable?.takeDown(house.get, id, 'Unkind words.');
  expect(await read(bea, slug)).toBeNull();
  expect(await read(ana, slug)).toMatchObject({ hidden: true, hiddenReason: 'Unkind words.' });
  await reportable?.restore(house.get, id);
  expect(await read(bea, slug)).toMatchObject({ hidden: false });
});

test('the list goes on page by page, the newest first, and what I keep can be asked for', async () => {
  for (let day = 1; day <= 5; day++) await aCollection(house, { ...byMaple(), at: new Date(Date.now() - day * 1000) }, { title: `Shelf ${day}` });
  await aCollection(house, { organizationId: cedar, authorId: who(bea).accountId ?? '', at: new Date(Date.now() - 9000) }, { title: 'Of Cedar' });
  const first = await listed(bea, {}, ', first: 4');
  const rest = await listed(bea, {}, `, first: 4, after: "${first.pageInfo.endCursor}"`);
  expect([...first.nodes, ...rest.nodes].map((node: Loose) => node.title)).toEqual(['Shelf 1', 'Shelf 2', 'Shelf 3', 'Shelf 4', 'Shelf 5', 'Of Cedar']);
  expect((await listed(bea, { kept: true })).nodes.map((node: Loose) => node.title)).toEqual(['Of Cedar']);
  expect((await listed(house.visitor, { kept: true })).nodes).toEqual([]);
});

test('a page of a collection costs four statements, however much stands in it', async () => {
  const few = await slugOf(await aCollection(house, byMaple(), { things: [await aThing()] }));
  const many = await slugOf(await aCollection(house, byMaple(), { things: await Promise.all(Array.from({ length: 20 }, () => aThing())) }));
  const [one, two] = [await house.statementsOf(() => read(bea, few)), await house.statementsOf(() => read(bea, many))];
  expect([one.length <= 4, two.length]).toEqual([true, one.length]);
});
