import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { Contributions } from '@app/platform/feature';
import { handoverSections, Organizations } from '@app/organizations';
import { aTeam } from '@app/discussions/testing';
import { reportables } from '@app/moderation';
import { type Actor, type Loose, openHouse, type TestHouse } from '../../test/setup/house.js';
import { ResourceMail } from './resources.mails.js';
import { librarySection } from './resources.digest.js';
import { Resources } from './resources.service.js';
import { aResource } from './testing/index.js';

let house: TestHouse;
let maple: string;
let cedar: string;
let [ana, luis, bea, union, board, looks, nora]: Actor[] = [];

beforeAll(async () => {
  house = await openHouse();
  maple = await aTeam(house, { superintendent: 'ana@maple.example', board_president: 'luis@maple.example' }, { name: 'Maple Hollow' });
  cedar = await aTeam(house, { superintendent: 'bea@cedar.example', labor_leader: 'union@cedar.example', board_president: 'board@cedar.example', observer: 'looks@cedar.example' }, { name: 'Cedar Ridge' });
  await aTeam(house, { representative: 'nora@council.example' }, { name: 'The Council', kind: 'co_sponsor' });
  [ana, luis, bea, union, board, looks, nora] = await Promise.all(['ana@maple', 'luis@maple', 'bea@cedar', 'union@cedar', 'board@cedar', 'looks@cedar', 'nora@council'].map((name) => house.as(`${name}.example`)));
});
afterAll(() => house.close());
beforeEach(async () => {
  await house.settle();
  await house.db.query('delete from resource');
  await house.db.query('delete from search_entry');
  await house.db.query('delete from mail_ledger');
  house.mails.length = 0;
});

const who = (actor: Actor | undefined): Actor => actor ?? house.visitor;
const share = (about: Loose = {}): Promise<string> => aResource(house, { organizationId: maple, authorId: who(ana).accountId ?? '' }, { title: 'A guide', body: 'First words', ...about });
const act = async (actor: Actor | undefined, verb: string, input: Record<string, unknown>): Promise<string> => (await who(actor).act(verb, input)).__typename;
const record = async (actor: Actor | undefined, id: string): Promise<Loose> =>
  who(actor).query(
    `query($id: String!) { resource(id: $id) { version versionNote licence reviewOn useCount bothSidesCount viewerCan { edit own } }
      resourceRecord(id: $id) { versions { number note body madeAt replacedAt } supersededBy { id title } supersedes { id } coAuthors { id team { name } person { name } agreed isMine }
        uses { id year context result team { name } isOurs } ourUse { year } mayAttest endorsements { team { name } role side by sitsThere version } mySeats { role endorses } months { month teams } } }`,
    { id },
  );
const edit = (id: string, about: Record<string, unknown> = {}): Record<string, unknown> => ({ resourceId: id, title: 'A guide', summary: '', body: 'First words', audience: 'members', ...about });

test('a changed text keeps the former one readable with its date and note; new tags or a new title make no version', async () => {
  const id = await share();
  await act(ana, 'editResource', edit(id, { title: 'A better guide', licence: 'cc_by_sa' }));
  expect(await record(bea, id)).toMatchObject({ resource: { version: 1, licence: 'cc_by_sa' }, resourceRecord: { versions: [] } });
  await act(ana, 'editResource', edit(id, { body: 'Second words', versionNote: 'Shorter' }));
  await act(luis, 'editResource', edit(id, { body: 'Third words', versionNote: 'Plainer' }));
  const { resource, resourceRecord } = await record(bea, id);
  expect(resource).toMatchObject({ version: 3, versionNote: 'Plainer', licence: 'cc_by_sa' });
  expect(resourceRecord.versions).toMatchObject([{ number: 2, note: 'Shorter', body: 'Second words' }, { number: 1, note: null, body: 'First words' }]);
  expect(resourceRecord.versions[0].madeAt <= resourceRecord.versions[0].replacedAt).toBe(true);
});

test('two who change a text at once leave one former version each, and none twice', async () => {
  const id = await share();
  await Promise.all(['One', 'Two', 'Three', 'Four'].map((body) => act(ana, 'editResource', edit(id, { body }))));
  const { resource, resourceRecord } = await record(ana, id);
  expect(resource.version).toBe(5);
  expect(resourceRecord.versions.map((one: Loose) => one.number)).toEqual([4, 3, 2, 1]);
});

test('its team takes a former version away for good; another team cannot', async () => {
  const id = await share();
  await act(ana, 'editResource', edit(id, { body: 'Second words' }));
  expect(await act(bea, 'removeResourceVersion', { resourceId: id, number: 1 })).toBe('NotAllowed');
  expect(await act(luis, 'removeResourceVersion', { resourceId: id, number: 1 })).toBe('Resource');
  expect(await act(luis, 'removeResourceVersion', { resourceId: id, number: 1 })).toBe('NotAllowed');
  expect((await record(bea, id)).resourceRecord.versions).toEqual([]);
});

test('what follows a resource is named on it as far as its reader may read it, and nothing follows itself in a circle', async () => {
  const [old, next, secret] = [await share(), await share({ title: 'The next guide' }), await share({ title: 'For us alone', audience: `team:${maple}` })];
  expect(await act(bea, 'supersedeResource', { resourceId: old, byId: next })).toBe('NotAllowed');
  expect(await act(ana, 'supersedeResource', { resourceId: old, byId: next })).toBe('Resource');
  expect((await record(bea, old)).resourceRecord.supersededBy).toEqual({ id: next, title: 'The next guide' });
  const past = await share({ title: 'Before that, for us alone', audience: `team:${maple}` });
  expect(await act(ana, 'supersedeResource', { resourceId: past, byId: next })).toBe('Resource');
  expect((await record(bea, next)).resourceRecord.supersedes).toEqual([{ id: old }]);
  expect((await record(luis, next)).resourceRecord.supersedes).toHaveLength(2);
  for (const [resourceId, byId] of [[next, old], [old, old], [old, cedar]]) expect(await who(ana).act('supersedeResource', { resourceId, byId })).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'byId' }] });
  expect(await act(ana, 'supersedeResource', { resourceId: old, byId: secret })).toBe('Resource');
  expect((await record(bea, old)).resourceRecord.supersededBy).toBeNull();
  expect((await record(luis, old)).resourceRecord.supersededBy).toMatchObject({ id: secret });
  expect(await act(ana, 'supersedeResource', { resourceId: old, byId: null })).toBe('Resource');
  expect((await record(luis, old)).resourceRecord.supersededBy).toBeNull();
});

test('a licence is one of the list, and each form has its usual one', async () => {
  expect((await record(bea, await share())).resource.licence).toBe('members');
  expect((await record(bea, await share({ form: 'link', body: null, url: 'https://maple.example' }))).resource.licence).toBe('theirs');
  const answer = await who(ana).raw(`mutation { postResource(input: { form: text, title: "x", summary: "", body: "x", audience: "members", licence: gpl }) { __typename } }`);
  expect(answer.errors?.[0]?.message).toContain('gpl');
});

test('on its day of review the one who posted it is asked, once, and says when to look next', async () => {
  const id = await share({ reviewOn: '2020-01-01' });
  const mail = house.get(ResourceMail);
  expect(await mail.askForReview('2019-12-31')).toBe(0);
  expect(await mail.askForReview('2020-01-01')).toBe(1);
  expect(await mail.askForReview('2020-01-02')).toBe(0);
  await house.settle();
  expect(house.mails.map(({ to, subject }) => [to, subject])).toEqual([['ana@maple.example', 'Does “A guide” still hold?']]);
  const waiting = async (actor: Actor | undefined): Promise<Loose[]> => (await who(actor).query('{ waiting { title path } }')).waiting;
  for (const actor of [ana, luis]) expect(await waiting(actor)).toContainEqual({ title: 'You wanted to look at “A guide” again', path: `/library/${id}` });
  expect(await waiting(bea)).toEqual([]);
  expect(await act(bea, 'reviewResource', { resourceId: id, reviewOn: '2090-01-01' })).toBe('NotAllowed');
  expect(await who(ana).act('reviewResource', { resourceId: id, reviewOn: '2020-01-01' })).toMatchObject({ fields: [{ field: 'reviewOn' }] });
  expect(await act(ana, 'reviewResource', { resourceId: id, reviewOn: '2090-01-01' })).toBe('Resource');
  expect(await waiting(ana)).toEqual([]);
  expect((await record(bea, id)).resource.reviewOn).toBe('2090-01-01');
});

test('of what was taken down or superseded nobody is asked whether it still holds, and no digest tells', async () => {
  const [hidden, old, next] = [await share({ title: 'Taken down', reviewOn: '2020-01-01' }), await share({ title: 'Of old', reviewOn: '2020-01-01' }), await share({ title: 'Of today' })];
  await act(ana, 'supersedeResource', { resourceId: old, byId: next });
  await house.get(Resources).setHidden(hidden, 'It names a student.');
  const waiting = async (actor: Actor | undefined): Promise<string[]> => (await who(actor).query('{ waiting { title } }')).waiting.map((one: Loose) => one.title);
  const told = async (): Promise<string[]> => ((await librarySection.read(house.get, { since: new Date(0), conferenceId: null, districts: [{ organizationId: cedar, keys: ['members'] }] })).get(cedar) ?? []).map(({ title }) => title);
  for (const actor of [ana, luis]) expect(await waiting(actor)).toEqual([]);
  expect([await house.get(ResourceMail).askForReview('2020-01-02'), await told()]).toEqual([0, ['Of today']]);
  await house.get(Resources).setHidden(hidden, null);
  for (const actor of [ana, luis]) expect(await waiting(actor)).toEqual(['You wanted to look at “Taken down” again']);
  expect([await house.get(ResourceMail).askForReview('2020-01-02'), (await told()).sort()]).toEqual([1, ['Of today', 'Taken down']]);
});

test('at most ten are named beside a team', async () => {
  const id = await share();
  await house.db.query(`insert into resource_co_author (id, resource_id, organization_id) select gen_random_uuid(), $1, o.id from organization o where o.kind = 'district' and o.id <> all($2::uuid[]) order by o.id limit 9`, [id, [maple, cedar]]);
  expect(await act(ana, 'askCoAuthor', { resourceId: id, organizationId: cedar })).toBe('Resource');
  expect(await who(ana).act('askCoAuthor', { resourceId: id, organizationId: cedar, personId: who(board).accountId })).toMatchObject({ __typename: 'Conflict', message: expect.stringContaining('At most 10') });
});

test('a co-author is named and may change it only after agreeing; who reads it stays its team’s to say', async () => {
  const id = await share();
  expect(await act(bea, 'askCoAuthor', { resourceId: id, organizationId: cedar })).toBe('NotAllowed');
  expect(await act(ana, 'askCoAuthor', { resourceId: id, organizationId: cedar })).toBe('Resource');
  expect(await act(ana, 'askCoAuthor', { resourceId: id, organizationId: cedar })).toBe('Conflict');
  expect((await record(nora, id)).resourceRecord.coAuthors).toEqual([]);
  const [asked] = (await record(bea, id)).resourceRecord.coAuthors;
  expect(asked).toMatchObject({ team: { name: 'Cedar Ridge' }, agreed: false, isMine: true });
  expect(await act(bea, 'editResource', edit(id, { title: 'Too early' }))).toBe('NotAllowed');
  await house.settle();
  expect(house.mails.map((mail) => mail.to).sort()).toEqual(['bea@cedar.example', 'board@cedar.example', 'union@cedar.example']);
  for (const actor of [ana, looks, nora]) expect(await act(actor, 'answerCoAuthor', { coAuthorId: asked.id, agree: true })).toBe('NotAllowed');
  expect(await act(union, 'answerCoAuthor', { coAuthorId: asked.id, agree: true })).toBe('Resource');
  expect((await record(house.visitor, id)).resource).toBeNull();
  expect((await record(nora, id)).resourceRecord.coAuthors).toMatchObject([{ team: { name: 'Cedar Ridge' }, agreed: true, isMine: false }]);
  expect(await act(bea, 'editResource', edit(id, { title: 'By both', body: 'Second words' }))).toBe('Resource');
  expect(await who(bea).act('editResource', edit(id, { audience: 'public' }))).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'audience' }] });
  expect(await act(bea, 'removeCoAuthor', { coAuthorId: asked.id })).toBe('NotAllowed');
  for (const [verb, input] of [['deleteResource', {}], ['supersedeResource', { byId: null }], ['removeResourceVersion', { number: 1 }]] as const) expect(await act(bea, verb, { resourceId: id, ...input })).toBe('NotAllowed');
  expect(await act(looks, 'editResource', edit(id))).toBe('NotAllowed');
  expect(await act(board, 'answerCoAuthor', { coAuthorId: asked.id, agree: false })).toBe('Resource');
  expect(await act(bea, 'editResource', edit(id))).toBe('NotAllowed');
});

test('one person can be named instead of a team, and loses the pen with their last seat', async () => {
  const id = await share();
  expect(await who(ana).act('askCoAuthor', { resourceId: id, organizationId: cedar, personId: who(nora).accountId })).toMatchObject({ fields: [{ field: 'personId' }] });
  expect(await act(ana, 'askCoAuthor', { resourceId: id, organizationId: cedar, personId: who(board).accountId })).toBe('Resource');
  const [asked] = (await record(board, id)).resourceRecord.coAuthors;
  expect(await act(bea, 'answerCoAuthor', { coAuthorId: asked.id, agree: true })).toBe('NotAllowed');
  expect(await act(board, 'answerCoAuthor', { coAuthorId: asked.id, agree: true })).toBe('Resource');
  expect((await record(board, id)).resource.viewerCan).toEqual({ edit: true, own: false });
  expect((await record(bea, id)).resource.viewerCan).toEqual({ edit: false, own: false });
  await house.db.query(`update seat set role = 'observer' where account_id = $1`, [who(board).accountId]);
  expect((await record(board, id)).resource.viewerCan.edit).toBe(false);
  await house.db.query(`update seat set role = 'board_president' where account_id = $1`, [who(board).accountId]);
});

test('who cannot read a resource is not asked to write it', async () => {
  expect(await act(ana, 'askCoAuthor', { resourceId: await share({ audience: `team:${maple}` }), organizationId: cedar })).toBe('Conflict');
});

test('a team says how it used a resource, changes its own word and takes it back; its makers and observers say nothing', async () => {
  const id = await share();
  const words = { resourceId: id, year: 2024, context: 'In four schools', result: 'Fewer grievances' };
  for (const actor of [ana, luis, looks]) expect(await act(actor, 'attestUse', words)).toBe('NotAllowed');
  expect(await who(bea).act('attestUse', { ...words, year: 2999 })).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'year' }] });
  expect(await act(bea, 'attestUse', { ...words, year: new Date().getUTCFullYear() })).toBe('Resource');
  expect(await act(bea, 'attestUse', words)).toBe('Resource');
  expect(await act(union, 'attestUse', { ...words, year: 2025, result: 'And fewer still' })).toBe('Resource');
  expect(await record(ana, id)).toMatchObject({ resource: { useCount: 1 }, resourceRecord: { uses: [{ year: 2025, context: 'In four schools', result: 'And fewer still', team: { name: 'Cedar Ridge' }, isOurs: false }], mayAttest: false } });
  expect(await record(bea, id)).toMatchObject({ resourceRecord: { ourUse: { year: 2025 }, mayAttest: true } });
  expect(await act(nora, 'removeUse', { resourceId: id })).toBe('NotAllowed');
  expect(await act(board, 'removeUse', { resourceId: id })).toBe('Resource');
  expect((await record(ana, id)).resource.useCount).toBe(0);
});

test('a word on a resource can be taken down and put back; its writer still sees it', async () => {
  const id = await share();
  await act(bea, 'attestUse', { resourceId: id, year: 2024, context: 'Here', result: 'Names a pupil' });
  const { uses } = (await record(ana, id)).resourceRecord;
  const reportable = house.get(Contributions).of(reportables).find((one) => one.kind === 'resource-use');
  expect(await reportable?.find(house.get, await house.viewerOf(who(ana)), uses[0].id)).toMatchObject({ text: 'Here\n\nNames a pupil' });
  await reportable?.takeDown(house.get, uses[0].id, 'It names a pupil.');
  expect(await record(ana, id)).toMatchObject({ resource: { useCount: 0 }, resourceRecord: { uses: [] } });
  expect((await record(bea, id)).resourceRecord.uses).toHaveLength(1);
  expect((await record(union, id)).resourceRecord.uses).toEqual([]);
  await reportable?.restore(house.get, uses[0].id);
  expect((await record(ana, id)).resource.useCount).toBe(1);
  // Whoever may not read the resource cannot ask for the word on it either.
  expect(await reportable?.find(house.get, null, uses[0].id)).toBeNull();
  await act(ana, 'editResource', edit(id, { audience: `team:${maple}` }));
  expect(await reportable?.find(house.get, await house.viewerOf(who(nora)), uses[0].id)).toBeNull();
  expect(await reportable?.find(house.get, await house.viewerOf(who(luis)), uses[0].id)).not.toBeNull();
});

test('seats of both sides endorse a resource, each once and for itself; only districts that did not make it', async () => {
  const id = await share();
  for (const actor of [ana, luis, looks, nora]) expect(await act(actor, 'endorseResource', { resourceId: id })).toBe('NotAllowed');
  for (const actor of [bea, bea, board]) expect(await act(actor, 'endorseResource', { resourceId: id })).toBe('Resource');
  expect((await record(ana, id)).resource.bothSidesCount).toBe(0);
  expect(await act(union, 'endorseResource', { resourceId: id })).toBe('Resource');
  const { resource, resourceRecord } = await record(ana, id);
  expect(resource.bothSidesCount).toBe(1);
  expect(resourceRecord.endorsements.map((one: Loose) => `${one.side} ${one.role}`).sort()).toEqual(['labor labor_leader', 'management board_president', 'management superintendent']);
  expect(await act(union, 'withdrawEndorsement', { resourceId: id })).toBe('Resource');
  expect((await record(ana, id)).resource.bothSidesCount).toBe(0);
  expect(await act(union, 'withdrawEndorsement', { resourceId: id })).toBe('NotAllowed');
  expect((await record(bea, id)).resourceRecord.mySeats).toEqual([{ role: 'superintendent', endorses: 1 }]);
});

test('the library is narrowed by who endorses and by the licence, and counts what each would leave; what is private to a team is not counted for others', async () => {
  const [one, two, own] = [await share({ licence: 'cc_by' }), await share({ licence: 'cc_by' }), await share({ audience: `team:${maple}`, licence: 'cc0' })];
  for (const [actor, id] of [[bea, one], [union, one], [board, two]] as const) await act(actor, 'endorseResource', { resourceId: id });
  await house.settle();
  const shelf = async (actor: Actor | undefined, filter: Record<string, unknown>): Promise<Loose> =>
    (await who(actor).query(`query($filter: LibraryFilter) { resources(filter: $filter, first: 20) { totalCount nodes { resource { id } } facets { licences { value count } endorsed { value count } } } }`, { filter })).resources;
  expect((await shelf(bea, {})).facets).toEqual({ licences: [{ value: 'cc_by', count: 2 }], endorsed: [{ value: 'management', count: 2 }, { value: 'both_sides', count: 1 }, { value: 'labor', count: 1 }] });
  expect((await shelf(ana, {})).facets.licences).toContainEqual({ value: 'cc0', count: 1 });
  for (const [endorsed, ids] of [['both_sides', [one]], ['labor', [one]], ['management', [two, one]]] as const) expect((await shelf(bea, { endorsed })).nodes.map((node: Loose) => node.resource.id)).toEqual(ids);
  expect(await shelf(bea, { licence: 'cc0' })).toMatchObject({ totalCount: 0 });
  expect(await shelf(ana, { licence: 'cc0' })).toMatchObject({ nodes: [{ resource: { id: own } }] });
  // A word that is taken back leaves the counts.
  await act(union, 'withdrawEndorsement', { resourceId: one });
  await house.settle();
  expect(await shelf(bea, { endorsed: 'both_sides' })).toMatchObject({ totalCount: 0 });
});

test('what is superseded says so in the library, on its team’s shelf and in search', async () => {
  const [old, next] = [await share({ title: 'Guide of old' }), await share({ title: 'Guide of today', audience: `team:${maple}` })];
  await act(ana, 'supersedeResource', { resourceId: old, byId: next });
  await house.settle();
  const lists = async (actor: Actor | undefined): Promise<Loose[]> => {
    const { resources, shelf, search } = await who(actor).query(`query($team: ID) { resources(filter: { text: "guide" }, first: 9) { nodes { resource { id supersededBy { title } } } }
      shelf: resources(filter: { organizationId: $team }, first: 9) { nodes { resource { id supersededBy { title } } } } search(filter: { text: "guide" }, first: 9) { nodes { id supersededBy { title } } } }`, { team: maple });
    return [...resources.nodes.map((node: Loose) => node.resource), ...shelf.nodes.map((node: Loose) => node.resource), ...search.nodes].filter((line: Loose) => line.id === old);
  };
  expect((await lists(luis)).map((line) => line.supersededBy?.title)).toEqual(Array(3).fill('Guide of today'));
  expect((await lists(bea)).map((line) => line.supersededBy)).toEqual(Array(3).fill(null));
  // And in the brief of whoever takes over a seat.
  const brief = house.get(Contributions).of(handoverSections).find(({ name }) => name === 'resources');
  const items = (await brief?.read(house.get, await house.viewerOf(who(luis)), maple)) ?? [];
  expect(items.find(({ title }) => title === 'Guide of old')?.note).toContain('superseded by “Guide of today”');
  expect((await brief?.read(house.get, await house.viewerOf(who(bea)), maple))?.find(({ title }) => title === 'Guide of old')?.note).not.toContain('Guide of today');
});

test('who endorses twice at once endorses once', async () => {
  const id = await share();
  await Promise.all(Array.from({ length: 6 }, () => act(union, 'endorseResource', { resourceId: id })));
  expect((await house.db.one<{ n: number }>(`select count(*)::int as n from resource_endorsement`))?.n).toBe(1);
});

test('an endorsement is of a version; of a later one the seat says so anew', async () => {
  const id = await share();
  await act(bea, 'endorseResource', { resourceId: id });
  await act(ana, 'editResource', edit(id, { body: 'Second words' }));
  expect((await record(bea, id)).resourceRecord.endorsements).toMatchObject([{ version: 1 }]);
  await act(bea, 'endorseResource', { resourceId: id });
  expect((await record(bea, id)).resourceRecord.endorsements).toMatchObject([{ version: 2 }]);
});

test('a later version is endorsed by nobody until they say so of it: in lists, the digest, the facet and the search; a new title or tag makes no version', async () => {
  const id = await share();
  for (const actor of [bea, union]) await act(actor, 'endorseResource', { resourceId: id });
  const asked = async (actor: Actor | undefined): Promise<Loose[]> => (await who(actor).query('{ waiting { title path } }')).waiting;
  const said = async (): Promise<Loose> => {
    await house.settle();
    const { all, both, words, shelf } = await who(nora).query(
      `query($team: ID) { all: resources(first: 9) { facets { endorsed { value count } } } both: resources(filter: { endorsed: "both_sides" }, first: 9) { totalCount }
        words: resources(filter: { text: "endorsed both sides" }, first: 9) { totalCount } shelf: resources(filter: { organizationId: $team }, first: 9) { nodes { resource { bothSidesCount } } } }`, { team: maple });
    const digest = await librarySection.read(house.get, { since: new Date(0), conferenceId: null, districts: [{ organizationId: cedar, keys: ['members'] }] });
    return { page: (await record(nora, id)).resource.bothSidesCount, shelf: shelf.nodes[0].resource.bothSidesCount, facet: all.facets.endorsed.length, both: both.totalCount, words: words.totalCount, digest: JSON.stringify([...digest.values()]).includes('endorsed by both sides') };
  };
  const [endorsed, bare] = [{ page: 1, shelf: 1, facet: 3, both: 1, words: 1, digest: true }, { page: 0, shelf: 0, facet: 0, both: 0, words: 0, digest: false }];
  expect(await said()).toEqual(endorsed);
  await act(ana, 'editResource', edit(id, { title: 'A better guide', topics: ['hiring'] }));
  expect(await said()).toEqual(endorsed);
  expect(await asked(bea)).toEqual([]);
  await act(ana, 'editResource', edit(id, { title: 'A better guide', body: 'Second words' }));
  expect(await said()).toEqual(bare);
  // What was said of the former one stays on its page, and those seats are asked, no others.
  expect((await record(nora, id)).resourceRecord.endorsements.map((one: Loose) => one.version)).toEqual([1, 1]);
  for (const actor of [bea, union]) expect(await asked(actor)).toEqual([{ title: 'Your seat endorsed a former version of “A better guide”. Does that hold for the new one?', path: `/library/${id}` }]);
  for (const actor of [ana, board, looks, nora]) expect(await asked(actor)).toEqual([]);
  await act(bea, 'endorseResource', { resourceId: id });
  await act(union, 'endorseResource', { resourceId: id });
  expect(await said()).toEqual(endorsed);
  expect(await asked(bea)).toEqual([]);
  await act(ana, 'editResource', edit(id, { title: 'A better guide', body: 'Third words' }));
  await act(bea, 'withdrawEndorsement', { resourceId: id });
  expect(await asked(bea)).toEqual([]);
  await act(ana, 'editResource', edit(id, { title: 'A better guide', body: 'Third words', audience: `team:${maple}` }));
  expect(await asked(union)).toEqual([]);
});

test('an endorsement stays with the seat when it is handed over: the successor reads of it and may take it back, whoever gave it no more', async () => {
  const id = await share();
  const district = await aTeam(house, { superintendent: 'old@pine.example' }, { name: 'Pine' });
  const old = await house.as('old@pine.example');
  await old.act('endorseResource', { resourceId: id });
  const next = await house.as('next@pine.example');
  await house.db.query(`update seat set account_id = null where organization_id = $1`, [district]);
  await house.get(Organizations).seat(district, 'superintendent', next.accountId ?? '');
  expect((await record(ana, id)).resourceRecord.endorsements).toMatchObject([{ team: { name: 'Pine' }, by: 'old', sitsThere: false }]);
  const section = house.get(Contributions).of(handoverSections).find((one) => one.name === 'resources-endorsed');
  expect(await section?.read(house.get, await house.viewerOf(next), district)).toMatchObject([{ title: 'A guide', path: `/library/${id}` }]);
  expect(await act(old, 'withdrawEndorsement', { resourceId: id })).toBe('NotAllowed');
  expect(await act(next, 'withdrawEndorsement', { resourceId: id })).toBe('Resource');
  expect((await record(ana, id)).resourceRecord.endorsements).toEqual([]);
});

test('who becomes a co-author no longer praises what is now their own', async () => {
  const id = await share();
  for (const actor of [bea, union]) await act(actor, 'endorseResource', { resourceId: id });
  await act(bea, 'markUseful', { resourceId: id });
  await act(ana, 'askCoAuthor', { resourceId: id, organizationId: cedar });
  const [asked] = (await record(bea, id)).resourceRecord.coAuthors;
  await act(bea, 'answerCoAuthor', { coAuthorId: asked.id, agree: true });
  expect(await record(ana, id)).toMatchObject({ resource: { bothSidesCount: 0 }, resourceRecord: { endorsements: [], months: [{ teams: 0 }] } });
  expect(await act(union, 'endorseResource', { resourceId: id })).toBe('NotAllowed');
});

test('each team counts once in the use over time, however it said so', async () => {
  const id = await share({});
  await act(bea, 'markUseful', { resourceId: id });
  await act(bea, 'endorseResource', { resourceId: id });
  await act(nora, 'attestUse', { resourceId: id, year: 2024, context: 'x', result: 'y' });
  expect((await record(ana, id)).resourceRecord.months.at(-1).teams).toBe(2);
});

test('whoever looks after a resource hears when somebody begins to talk about it, as far as they may read that', async () => {
  const id = await share();
  expect(await act(bea, 'openThread', { title: 'On row 3', body: 'How do you rate it?', audience: 'members', subject: `resource:${id}` })).toBe('Thread');
  expect(await act(ana, 'openThread', { title: 'Our own', body: 'Words', audience: 'members', subject: `resource:${id}` })).toBe('Thread');
  expect(await act(bea, 'openThread', { title: 'Among us', body: 'Words', audience: `team:${cedar}`, subject: `resource:${id}` })).toBe('Thread');
  await house.settle();
  expect(house.mails.map(({ to, subject }) => [to, subject])).toEqual([['ana@maple.example', 'bea writes about “A guide”']]);
});

test('nothing beside a private resource is there for another team', async () => {
  const id = await share({ audience: `team:${maple}`, title: 'Canary' });
  await act(ana, 'editResource', edit(id, { audience: `team:${maple}`, body: 'Canary two' }));
  for (const actor of [bea, nora, house.visitor]) expect((await record(actor, id)).resourceRecord).toBeNull();
  expect((await record(luis, id)).resourceRecord.versions).toHaveLength(1);
  for (const [verb, input] of [['attestUse', { year: 2024, context: 'x', result: 'y' }], ['endorseResource', {}], ['withdrawEndorsement', {}], ['removeUse', {}], ['recheckLink', {}], ['reviewResource', {}]] as const) {
    expect(await act(bea, verb, { resourceId: id, ...input })).toBe('NotAllowed');
  }
});

test('a page of a resource costs two statements: who is asking, and all that it shows', async () => {
  const id = await share();
  expect(await house.statementsOf(() => record(bea, id))).toHaveLength(2);
});
