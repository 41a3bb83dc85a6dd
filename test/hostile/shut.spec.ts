import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '@app/platform/database';
import { turnOf } from '@app/platform/search';
import { aCollection } from '@app/collections/testing';
import { ConferenceMaterials } from '@app/conferences';
import { aConference } from '@app/conferences/testing';
import { aThread } from '@app/discussions/testing';
import { Accounts } from '@app/people';
import { Organizations, type SeatRole } from '@app/organizations';
import { anOrganization } from '@app/organizations/testing';
import { aPractice } from '@app/practices/testing';
import { aResource } from '@app/resources/testing';
import { SearchIndex } from '@app/search';
import { SearchAlerts } from '@app/search/testing';
import { signs } from '@app/signatures/testing';
import { type Actor, type Loose, openHouse, type TestHouse } from '../setup/house.js';

/** What is taken from readers is taken from their search in the same moment: here the worker stands still after every change. */
let house: TestHouse;
let district: { id: string; slug: string };
let [dana, luis, ana, stranger, steward]: Actor[] = [];
/** So unlike each other that none is mended into another. */
const words = ['quetzalgrad', 'xylophonburgh', 'marabutopia', 'wyvernholm', 'fjordlandia', 'okapivogel', 'zinnobermoos', 'dugongpfad', 'kumquatweiler', 'jackalbrunn', 'narwhalstedt', 'hibiskushain', 'pfirsichtal'];

const who = (actor: Actor | undefined): Actor => actor as Actor;
const by = (): { organizationId: string; authorId: string } => ({ organizationId: district.id, authorId: who(dana).accountId ?? '' });

beforeAll(async () => {
  house = await openHouse();
  district = await anOrganization(house.get, { name: 'Cedar Falls', laborWord: 'union' });
  const other = await anOrganization(house.get, { name: 'Elsewhere' });
  const seated = async (name: string, role: SeatRole, organizationId: string): Promise<Actor> => {
    const actor = await house.as(`${name}@shut.example`, `${name} Tester`);
    await house.get(Organizations).seat(organizationId, role, actor.accountId ?? '');
    return actor;
  };
  [dana, luis, ana, stranger] = [await seated('dana', 'superintendent', district.id), await seated('luis', 'board_president', district.id), await seated('ana', 'labor_leader', district.id), await seated('otto', 'superintendent', other.id)];
  steward = await house.as('sam@shut.example', 'Sam Steward');
  await house.get(Accounts).makeSteward(steward.accountId ?? '');
  await house.settle();
});
afterAll(() => house.close());

const ASK = `query($filter: SearchFilter, $text: String!) { search(filter: $filter, first: 50) { totalCount didYouMean nodes { title { text } excerpt { text } }
  facets { kinds { value count } principles { value count } topics { value count } states { value count } forms { value count } licences { value count } endorsed { value count } } } suggest(text: $text) { title } }`;
const NOTHING = { search: { totalCount: 0, didYouMean: null, nodes: [], facets: { kinds: [], principles: [], topics: [], states: [], forms: [], licences: [], endorsed: [] } }, suggest: [] };
const look = (actor: Actor | undefined, text: string): Promise<Loose> => who(actor).query(ASK, { filter: { text }, text });
const misspelt = (word: string): string => `${word.slice(0, -2)}${word.at(-1)}${word.at(-2)}`;

/** Something that everybody finds by a word of its own, and how it is taken from them; `stays` where its own team goes on finding it. */
interface Taken {
  what: string;
  open: (word: string) => Promise<string>;
  take: (id: string, word: string) => Promise<unknown>;
  stays?: boolean;
}

const RESOURCE = (word: string) => ({ title: `${word} plan`, summary: `About ${word}`, body: `Words of ${word}`, audience: 'public' as const, principles: [3], topics: ['time-and-schedules'] });
const openResource = (word: string): Promise<string> => aResource(house, by(), RESOURCE(word));
const openCollection = (word: string): Promise<string> => aCollection(house, by(), { title: `${word} shelf`, summary: word, audience: 'public' });
const openPractice = async (word: string): Promise<string> => (await who(dana).act('sharePractice', aPractice({ title: `${word} practice`, summary: `${word} is what we do.` }), '... on Practice { id }')).id;
const openThread = (word: string): Promise<string> => aThread(house, by(), { title: `${word} thread`, body: `Who knows ${word}?`, audience: 'public' });
const openStatement = async (word: string): Promise<string> => {
  const { revision } = (await who(dana).query(`query($slug: String!) { statement(slug: $slug) { revision } }`, { slug: district.slug })).statement;
  const { open } = await who(dana).act('proposeStatement', { organizationId: district.id, text: `We meet by ${word}.`, revision }, '... on Statement { open { id } }');
  for (const actor of [dana, luis, ana]) await signs(house, who(actor).accountId ?? '', open.id);
  return open.id;
};
const openStudy = async (word: string): Promise<string> => {
  const { caseStudyId } = (await house.db.one<{ caseStudyId: string }>(
    `insert into case_study (id, slug, audience, district_id, title, principles, context, process, tools, outcomes, how, state, writer_id, assigned_for, assigned_by, confirmed_at, published_at)
     values ($1, $2, 'public', $3, $4, '{3}', $5, '', '', '', 'How', 'published', $6, $3, $6, now(), now()) returning id as "caseStudyId"`,
    [newId(), word, district.id, `${word} case`, `About ${word}`, by().authorId],
  )) as { caseStudyId: string };
  await house.get(SearchIndex).rebuild(['case-study']);
  return caseStudyId;
};
const openMaterial = async (word: string): Promise<string> => {
  const conference = await aConference(house);
  return house.db.transaction(() => house.get(ConferenceMaterials).enter({ conferenceId: conference.id, title: `${word} slides`, link: `https://example.org/${word}`, note: word, audience: 'public', organizationId: null, authorId: by().authorId, at: new Date() }));
};

/** As anybody may report it and a steward take it down. */
const takenDown = async (kind: string, id: string): Promise<Loose> => {
  const { id: reportId } = await who(stranger).act('report', { kind, id, reason: 'misleading' }, '... on ReportReceipt { id }');
  return who(steward).act('takeDown', { reportId, reason: 'No.' });
};
const letterOf = async (threadId: string): Promise<string> => (await house.db.one<{ id: string }>(`select id from post where thread_id = $1 and number = 1`, [threadId]))?.id ?? '';

const cases: Taken[] = [
  { what: 'a resource that its team keeps to itself', open: openResource, take: (resourceId, word) => who(dana).act('editResource', { resourceId, ...RESOURCE(word), audience: `team:${district.id}` }), stays: true },
    { what: 'a resource that is taken down', open: openResource, take: (id) => takenDown('resource', id) },
  { what: 'a resource that is removed', open: openResource, take: (resourceId) => who(dana).act('deleteResource', { resourceId }) },
  { what: 'a collection that its team keeps to itself', open: openCollection, take: (collectionId, word) => who(dana).act('editCollection', { collectionId, title: `${word} shelf`, summary: word, audience: `team:${district.id}` }), stays: true },
  { what: 'a collection that is taken down', open: openCollection, take: (id) => takenDown('collection', id) },
  { what: 'a collection that is removed', open: openCollection, take: (collectionId) => who(dana).act('deleteCollection', { collectionId }) },
  { what: 'a practice that is hidden', open: openPractice, take: (id) => takenDown('practice', id) },
  { what: 'a practice that is taken back', open: openPractice, take: (practiceId) => who(dana).act('withdrawPractice', { practiceId }) },
  { what: 'a thread whose first letter is taken down', open: openThread, take: async (id) => takenDown('post', await letterOf(id)) },
  { what: 'a statement that is taken down', open: openStatement, take: (id) => takenDown('statement', id) },
  { what: 'a case study that is taken down', open: openStudy, take: (id) => takenDown('case-study', id) },
  { what: 'what was handed out and is removed', open: openMaterial, take: (materialId) => who(steward).act('removeMaterial', { materialId }) },
];

test.each(cases)('$what is found no more from that moment, by nobody who may not read it', async ({ open, take, stays }) => {
  const word = words.pop() ?? '';
  await who(stranger).act('saveSearch', { name: word, often: 'at_once', filter: { text: word } });
  const id = await open(word);
  await house.settle();
  for (const actor of [house.visitor, stranger, dana]) {
    const seen = await look(actor, word);
    expect(seen.search.totalCount).toBe(1);
    expect(seen.search.facets.kinds).toHaveLength(1);
  }

  const answer = (await take(id, word)) as { __typename?: string } | undefined;
  expect(['NotAllowed', 'Invalid', 'Conflict']).not.toContain(answer?.__typename);
  for (const actor of [house.visitor, stranger]) for (const text of [word, misspelt(word)]) expect(await look(actor, text)).toEqual(NOTHING);
  expect((await who(stranger).query(`{ resources(filter: { text: "${word}" }) { totalCount } }`)).resources.totalCount).toBe(0);
  expect(await house.get(SearchAlerts).tell('at_once')).toBe(0);

  await house.settle();
  for (const actor of [house.visitor, stranger]) expect(await look(actor, word)).toEqual(NOTHING);
  expect((await look(dana, word)).search.totalCount).toBe(stays ? 1 : 0);
  expect(house.mails.filter(({ subject, text }) => `${subject} ${text}`.includes(word) && subject.includes('new'))).toEqual([]);
});

const counted = async (actor: Actor | undefined, text: string): Promise<number> => (await look(actor, text)).search.totalCount;

test('a practice that is for members is found by members alone, and by them once it was read again', async () => {
  const practiceId = await openPractice('echidnamoor');
  await house.settle();
  await who(dana).act('editPractice', { ...aPractice({ title: 'echidnamoor practice', audience: 'members' }), practiceId });
  expect(await look(house.visitor, 'echidnamoor')).toEqual(NOTHING);
  await house.settle();
  expect([await counted(house.visitor, 'echidnamoor'), await counted(stranger, 'echidnamoor')]).toEqual([0, 1]);
});

test('threads on a resource go with it, and a thread goes on without the words of a letter that was deleted', async () => {
  const subject = await openResource('pangolinfeld');
  await who(stranger).act('openThread', { title: 'A question', body: 'Is the tapirquell theirs?', audience: 'public', subject: `resource:${subject}` });
  const threadId = await aThread(house, by(), { title: 'A lemurgarten', audience: 'public' });
  const { id: postId } = await who(stranger).act('reply', { threadId, body: 'We call it gibbonkrug.' }, '... on Post { id }');
  await house.settle();
  for (const text of ['tapirquell', 'gibbonkrug', 'lemurgarten']) expect([text, await counted(house.visitor, text)]).toEqual([text, 1]);

  await who(dana).act('editResource', { resourceId: subject, ...RESOURCE('pangolinfeld'), audience: `team:${district.id}` });
  await who(stranger).act('deletePost', { postId });
  for (const text of ['tapirquell', 'gibbonkrug']) for (const actor of [house.visitor, stranger]) expect([text, await counted(actor, text)]).toEqual([text, 0]);
  await house.settle();
  for (const [text, left] of [['tapirquell', 0], ['gibbonkrug', 0], ['lemurgarten', 1]] as const) expect([text, await counted(house.visitor, text)]).toEqual([text, left]);
  expect(await counted(dana, 'tapirquell')).toBe(1);
});

test('whoever narrows a resource and its threads, and the index that reads both, do not wait for each other', async () => {
  const subject = await openResource('wombatsee');
  await who(stranger).act('openThread', { title: 'A question', body: 'On the wombatsee', audience: 'public', subject: `resource:${subject}` });
  await house.settle();
  const index = house.db.source.createQueryRunner();
  const take = (kind: string): Promise<unknown> => index.query(`select pg_advisory_xact_lock(${turnOf('$1')})`, [kind]);
  const waits = async (): Promise<boolean> => (await index.query(`select from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())`)).length > 0;
  await index.startTransaction();
  // As the index takes them: in the order of the features.
  await take('thread');
  const edit = who(dana).act('editResource', { resourceId: subject, ...RESOURCE('wombatsee'), audience: `team:${district.id}` });
  while (!(await waits())) continue;
  await take('resource');
  await index.commitTransaction();
  await index.release();
  expect((await edit).__typename).toBe('Resource');
});

test('whoever gives up their seat is found no more as somebody who holds it', async () => {
  const { id } = await anOrganization(house.get, { name: 'Birch Hollow' });
  const [leaver, stayer] = [await house.as('leaver@birch.example', 'Coelacanth Leaver'), await house.as('stayer@birch.example', 'Coelacanth Stayer')];
  await house.get(Organizations).seat(id, 'superintendent', leaver.accountId ?? '');
  await house.get(Organizations).seat(id, 'board_president', stayer.accountId ?? '');
  await house.settle();
  expect(await counted(house.visitor, 'coelacanth')).toBe(2);
  const seat = await house.db.one<{ id: string }>(`select id from seat where account_id = $1`, [leaver.accountId]);
  expect((await leaver.act('leaveSeat', { seatId: seat?.id })).__typename).not.toBe('NotAllowed');
  expect((await look(house.visitor, 'coelacanth')).suggest).toEqual([{ title: 'Coelacanth Stayer' }]);
  expect(await counted(stranger, 'coelacanth')).toBe(1);
});
