import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import pg from 'pg';

import { layFoundations } from '@app/platform/story';
import { Organizations, type SeatRole } from '@app/organizations';
import { SearchIndex } from '@app/search';
import { type Actor, openHouse, type TestHouse } from '../../test/setup/house.js';
import { practiceSection } from './practices.digest.js';
import { practiceSubject, reportablePractice } from './practices.moderation.js';
import { PRACTISED } from './practices.queries.js';
import { practiceSource } from './practices.search.js';
import { sharedPracticesBrief } from './practices.succession.js';
import { aDistrict, aPractice } from './testing/index.js';

const PRESENTING = ['abc-unified', 'baltimore-city', 'denver', 'douglas-county-co', 'green-dot', 'helena', 'hillsborough-county', 'montgomery-county-md', 'new-haven', 'plattsburgh', 'st-francis', 'winston-salem-forsyth'];
const PRACTICE = '... on Practice { id slug title audience standing startYear viewerCan { edit withdraw } }';
const GRID = '{ practiceGrid { total districts byPrinciple { principle count } columns { slug isMine canShare cells { principle count practices { slug title } } } } }';

let house: TestHouse;
let cedar: string;
let harbor: string;
let ruth: Actor;
let pete: Actor;
let gloria: Actor;
let watcher: Actor;

async function seated(districtId: string, role: SeatRole, name: string): Promise<Actor> {
  const actor = await house.as(`${name}@schools.example`, name);
  await house.get(Organizations).seat(districtId, role, actor.accountId ?? '');
  return actor;
}

beforeAll(async () => {
  house = await openHouse();
  for (const slug of PRESENTING) await aDistrict(house, slug);
  await layFoundations(house.get);
  cedar = await aDistrict(house, 'cedar', 'Cedar');
  harbor = await aDistrict(house, 'harbor', 'Harbor');
  ruth = await seated(cedar, 'superintendent', 'ruth');
  pete = await seated(cedar, 'labor_leader', 'pete');
  watcher = await seated(cedar, 'observer', 'watcher');
  gloria = await seated(harbor, 'superintendent', 'gloria');
});
afterAll(() => house.close());

const share = (actor: Actor, changes: Record<string, unknown> = {}) => actor.act('sharePractice', aPractice(changes), PRACTICE);
const titles = (answer: { practices: { nodes: { title: string }[] } }): string[] => answer.practices.nodes.map((practice) => practice.title);

test('the record of 2011 has 77 practices, each district at most once under a principle, and nine blocks of ideas', async () => {
  const pairs = await house.db.query(`select distinct organization_id, principle from practice where status = 'recorded'`);
  expect(pairs).toHaveLength(77);
  const { principles } = await house.visitor.query('{ principles { number ideas { title text } } }');
  const blocks = principles.filter((principle: { ideas: unknown[] }) => principle.ideas.length > 0);
  expect(blocks).toHaveLength(9);
  const { practiceGrid } = await house.visitor.query(GRID);
  expect(practiceGrid).toMatchObject({ total: 77, districts: 12 });
  expect(practiceGrid.byPrinciple.map((row: { count: number }) => row.count)).toEqual([7, 11, 11, 6, 10, 7, 1, 4, 9, 11]);
});

test('an idea is found by anybody, on the page of its principle and behind practices with the same words', async () => {
  await house.get(SearchIndex).mend();
  const idea = await house.db.one<{ principle: number; title: string }>(`select principle, title from idea order by principle, position limit 1`);
  const found = async (text: string, kinds: string[] | null): Promise<{ kind: string; path: string }[]> => (await house.visitor.query(`query($filter: SearchFilter) { search(filter: $filter) { nodes { kind path } } }`, { filter: { text, kinds } })).search.nodes;
  expect(await found(`"${idea?.title}"`, ['idea'])).toContainEqual({ kind: 'idea', path: `/principles/${idea?.principle}` });
  expect(await found('"no such idea anywhere"', ['idea'])).toEqual([]);
  await share(ruth, { title: idea?.title });
  await house.settle();
  expect((await found(`"${idea?.title}"`, null)).map(({ kind }) => kind)).toEqual(['practice', 'idea']);
  await house.db.query(`delete from practice where title = $1`, [idea?.title]);
});

test('of the record and its ideas the search tells the month, in which no zone makes another day; of what a team tells the moment', async () => {
  await house.get(SearchIndex).mend();
  const mine = await share(ruth, { title: 'A table for two' });
  await house.settle();
  type Found = { id: string; month: string | null };
  const found = async (kind: string): Promise<Found[]> => (await house.visitor.query(`query($filter: SearchFilter) { search(filter: $filter, first: 100) { nodes { id month } } }`, { filter: { kinds: [kind] } })).search.nodes;
  const [practices, ideas] = [await found('practice'), await found('idea')];
  const recorded = new Set((await house.db.query<{ id: string }>(`select id from practice where status = 'recorded'`)).map(({ id }) => id));
  const months = [...ideas, ...practices.filter(({ id }) => recorded.has(id))].map(({ month }) => month);
  expect([months.length > 77, new Set(months)]).toEqual([true, new Set(['2011-07'])]);
  expect(practices.find(({ id }) => id === mine.id)).toEqual({ id: mine.id, month: null });
});

test('a practice of the record says that nobody knows whether it is still done', async () => {
  const { practice } = await house.visitor.query('{ practice(slug: "denver-procomp") { title standing source status district { slug } principle { number } author { name } viewerCan { edit withdraw } } }');
  expect(practice).toMatchObject({ status: 'recorded', district: { slug: 'denver' }, principle: { number: 9 }, author: null, viewerCan: { edit: false, withdraw: false } });
  expect(practice.standing).toBe('As of July 2011; whether it is still done is not known.');
  expect(practice.source).toMatch(/July 2011/);
});

test('thresholds are data', async () => {
  const { practice } = await house.visitor.query('{ practice(slug: "baltimore-working-conditions-pilot") { pilot expandedYear thresholds { label comparison value unit note } } }');
  expect(practice).toEqual({ pilot: true, expandedYear: 2011, thresholds: [{ label: 'Staff vote', comparison: '>=', value: 80, unit: '%', note: 'support among the school’s staff' }] });
});

test('each figure, name, funder and consultant of the record says in which line of the toolkit it stands, within the lines of its practice', async () => {
  const rows = await house.db.query<{ slug: string; source_lines: string; thresholds: { line: number }[]; names: string[]; funder: string | null; consultant: string | null; pilot: boolean | null; start_year: number | null; pathway: string | null; fact_lines: Record<string, number | number[]> }>(
    `select slug, source_lines, thresholds, names, funder, consultant, pilot, start_year, pathway, fact_lines from practice where status = 'recorded'`,
  );
  for (const row of rows) {
    const [from = 0, to = 0] = row.source_lines.split('-').map(Number);
    const named = (row.fact_lines['names'] ?? []) as number[];
    expect([row.slug, named.length]).toEqual([row.slug, row.names.length]);
    for (const [fact, value] of [['funder', row.funder], ['consultant', row.consultant], ['pilot', row.pilot], ['startYear', row.start_year], ['pathway', row.pathway]] as const) expect([row.slug, fact, row.fact_lines[fact] !== undefined]).toEqual([row.slug, fact, value !== null]);
    const lines = [...row.thresholds.map(({ line }) => line), ...Object.values(row.fact_lines).flat()];
    expect([row.slug, lines.filter((line) => !(line >= from && line <= to))]).toEqual([row.slug, []]);
  }
  expect(rows.flatMap((row) => row.thresholds)).toHaveLength(53);
});

test('laying the record again changes nothing, and mends what was altered', async () => {
  const before = await house.db.query(`select * from practice order by id`);
  await house.db.query(`update practice set title = 'Altered' where slug = 'denver-procomp'`);
  await layFoundations(house.get);
  expect(await house.db.query(`select * from practice order by id`)).toEqual(before);
});

test('the grid is read in one statement, for visitors and for members', async () => {
  const asked = jest.spyOn(pg.Client.prototype, 'query');
  try {
    await house.visitor.query(GRID);
    expect(asked).toHaveBeenCalledTimes(1);
    await ruth.query(GRID);
    // One for the viewer, one for the grid.
    expect(asked).toHaveBeenCalledTimes(3);
  } finally {
    asked.mockRestore();
  }
});

test('a seat of a district shares a practice, and it stands in the grid at once; an empty district has its own column before that', async () => {
  const own = (await gloria.query(GRID)).practiceGrid.columns[0];
  expect(own).toMatchObject({ slug: 'harbor', isMine: true, canShare: true, cells: [] });
  const practice = await share(gloria, { title: 'A table in every building' });
  expect(practice).toMatchObject({ __typename: 'Practice', slug: 'harbor-a-table-in-every-building', viewerCan: { edit: true, withdraw: true } });
  const after = (await gloria.query(GRID)).practiceGrid.columns[0];
  expect(after.cells).toEqual([{ principle: 7, count: 1, practices: [{ slug: practice.slug, title: 'A table in every building' }] }]);
});

test('an observer, a visitor, and somebody of another district share nothing here', async () => {
  expect((await share(watcher)).__typename).toBe('NotAllowed');
  expect((await share(gloria, { districtId: cedar })).__typename).toBe('NotAllowed');
  const answer = await house.visitor.raw('mutation($input: SharePracticeInput!) { sharePractice(input: $input) { __typename } }', { input: aPractice() });
  expect(answer.errors?.[0]?.extensions?.['code']).toBe('SignInNeeded');
  expect((await share(ruth, { districtId: cedar, title: 'The board rates itself' })).__typename).toBe('Practice');
  expect((await watcher.query('{ sharingDistricts { slug } }')).sharingDistricts).toEqual([]);
  expect((await ruth.query('{ sharingDistricts { slug } }')).sharingDistricts).toEqual([{ slug: 'cedar' }]);
});

test('how it came about is required, and each mistake names its field', async () => {
  for (const [field, value] of [['story', ' '], ['title', 'x'], ['summary', ''], ['principle', 11], ['startYear', 1492], ['startYear', 2090], ['title', 'a'.repeat(141)], ['title', 'bell\u0007 rings']] as const) {
    expect(await share(ruth, { [field]: value })).toMatchObject({ __typename: 'Invalid', fields: [{ field }] });
  }
});

test('the same title twice has two addresses, the same key twice has one practice', async () => {
  const [first, second] = [await share(ruth, { title: 'Breakfast first' }), await share(ruth, { title: 'Breakfast first' })];
  expect(first.slug).toBe('cedar-breakfast-first');
  expect(second.slug).toMatch(/^cedar-breakfast-first-\w{6}$/);
  const keyed = { title: 'Sent twice', idempotencyKey: 'the same intention' };
  expect((await share(ruth, keyed)).id).toBe((await share(ruth, keyed)).id);
});

test('any seat of the district edits and withdraws what it shared; others and observers do not, and nobody edits the record', async () => {
  const practice = await share(ruth, { title: 'Two observers' });
  const words = aPractice({ title: 'Two observers, one a teacher', practiceId: practice.id });
  for (const stranger of [gloria, watcher]) {
    expect((await stranger.act('editPractice', words)).__typename).toBe('NotAllowed');
    expect((await stranger.act('withdrawPractice', { practiceId: practice.id })).__typename).toBe('NotAllowed');
  }
  expect(await pete.act('editPractice', words, PRACTICE)).toMatchObject({ title: 'Two observers, one a teacher', slug: practice.slug });
  const recorded = await house.db.one<{ id: string }>(`select id from practice where slug = 'denver-procomp'`);
  const denver = await seated(await aDistrict(house, 'denver'), 'superintendent', 'dora');
  expect((await denver.act('editPractice', { ...words, practiceId: recorded?.id })).__typename).toBe('NotAllowed');
  expect((await pete.act('withdrawPractice', { practiceId: practice.id })).__typename).toBe('Done');
  expect(await ruth.query(`{ practice(slug: "${practice.slug}") { id } }`)).toEqual({ practice: null });
  expect((await pete.act('withdrawPractice', { practiceId: practice.id })).__typename).toBe('NotAllowed');
});

test('what is for members stays with members, in every list, page, count, search, digest and thread', async () => {
  const canary = 'Canary of the breakfast table';
  const practice = await share(ruth, { title: canary, audience: 'members', principle: 6 });
  const [db, { visitor }] = [house.db, house];
  const list = '{ practices(first: 100, principle: 6) { totalCount nodes { title } } }';
  const [open, closed] = [await visitor.query(list), await gloria.query(list)];
  expect(titles(closed)).toContain(canary);
  expect(titles(open)).not.toContain(canary);
  expect(closed.practices.totalCount - open.practices.totalCount).toBe(1);
  expect(titles(await visitor.query('{ practices(search: "canary") { nodes { title } } }'))).toEqual([]);
  expect(titles(await gloria.query('{ practices(search: "canary") { nodes { title } } }'))).toEqual([canary]);
  expect(JSON.stringify(await visitor.query(GRID))).not.toContain(canary);
  expect(JSON.stringify(await gloria.query(GRID))).toContain(canary);
  const page = `{ practice(slug: "${practice.slug}") { title author { name } } }`;
  expect(await visitor.query(page)).toEqual({ practice: null });
  expect(await gloria.query(page)).toEqual({ practice: { title: canary, author: { name: 'ruth' } } });
  expect(await practiceSubject.find(house.get, null, practice.id)).toBeNull();
  expect(await practiceSubject.find(house.get, await house.viewerOf(gloria), practice.id)).toMatchObject({ audience: 'members' });
  expect(await practiceSource.read(house.get, [practice.id])).toMatchObject([{ audience: 'members', principles: [6] }]);
  const since = new Date(Date.now() - 60_000);
    const [outside, member] = [await aDistrict(house, 'outside'), harbor];
  const digest = await practiceSection.read(house.get, { since, conferenceId: null, districts: [{ organizationId: outside, keys: ['public'] }, { organizationId: member, keys: ['public', 'members'] }] });
  expect(digest.get(member)?.map((item) => item.title)).toContain(canary);
  expect(digest.get(outside)?.map((item) => item.title)).not.toContain(canary);
  expect(await db.query(`select 1 from practice where id = $1`, [practice.id])).toHaveLength(1);
});

test('a digest tells of what others have shared, never of one’s own', async () => {
  const told = async () => (await practiceSection.read(house.get, { since: new Date(0), conferenceId: null, districts: [{ organizationId: cedar, keys: ['public', 'members'] }] })).get(cedar) ?? [];
  const items = await told();
  expect(items.map((item) => item.title)).toEqual(['A table in every building']);
  expect(items[0]).toMatchObject({ path: '/practices/harbor-a-table-in-every-building', note: 'Harbor, under Board evaluation' });
  // Nor of what is done no more, or was taken down.
  const change = (how: string): Promise<unknown> => house.db.query(`update practice set ${how} where slug = 'harbor-a-table-in-every-building'`);
  for (const [away, back] of [
    [`stage = 'lapsed', lapsed_at = now(), lapse_cause = 'ended', lapse_reason = 'The levy failed.'`, `stage = 'told', lapsed_at = null, lapse_cause = null, lapse_reason = null`],
    [`hidden_at = now(), hidden_reason = 'No.'`, `hidden_at = null, hidden_reason = null`],
  ] as const) {
    await change(away);
    expect(await told()).toEqual([]);
    await change(back);
    expect(await told()).toHaveLength(1);
  }
});

test('a practice that a steward takes down is gone for all but its author, and comes back when restored', async () => {
  const practice = await share(ruth, { title: 'Doubtful advice' });
  const page = `{ practice(slug: "${practice.slug}") { hiddenReason } }`;
  expect(await reportablePractice.find(house.get, await house.viewerOf(gloria), practice.id)).toMatchObject({ title: 'Doubtful advice', organizationId: cedar });
  const inBrief = async (): Promise<boolean> => JSON.stringify(await sharedPracticesBrief.read(house.get, await house.viewerOf(ruth), cedar)).includes('Doubtful advice');
  const practised = (): Promise<unknown[]> => house.db.query(`select from (${PRACTISED}) done where done.organization_id = $1`, [cedar]);
  const before = await practised();
  expect(await inBrief()).toBe(true);
  await reportablePractice.takeDown(house.get, practice.id, 'It names a student.');
  expect([await inBrief(), (await practised()).length]).toEqual([false, before.length - 1]);
  expect(await ruth.query(page)).toEqual({ practice: { hiddenReason: 'It names a student.' } });
  expect(await pete.query(page)).toEqual({ practice: null });
  expect(JSON.stringify(await ruth.query(GRID))).not.toContain('Doubtful advice');
  expect(titles(await ruth.query('{ practices(search: "doubtful") { nodes { title } } }'))).toEqual([]);
  expect(await practiceSource.read(house.get, [practice.id])).toEqual([]);
  await reportablePractice.restore(house.get, practice.id);
  expect(await pete.query(page)).toEqual({ practice: { hiddenReason: null } });
});

test('the list is paged by principle and district, filtered, and found by words, names and district', async () => {
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const { practices } = await house.visitor.query('query($after: String) { practices(first: 30, after: $after) { totalCount pageInfo { endCursor hasNextPage } nodes { slug } } }', { after });
    seen.push(...practices.nodes.map((practice: { slug: string }) => practice.slug));
    after = practices.pageInfo.hasNextPage ? practices.pageInfo.endCursor : null;
    expect(practices.totalCount).toBeGreaterThanOrEqual(77);
  } while (after);
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.length).toBeGreaterThanOrEqual(77);
  const slugs = async (filter: string): Promise<string[]> => (await house.visitor.query(`{ practices(first: 100, ${filter}) { nodes { slug } } }`)).practices.nodes.map((practice: { slug: string }) => practice.slug);
  expect(await slugs('district: "helena"')).toHaveLength(6);
  expect(await slugs('instrument: mou, district: "douglas-county-co"')).toEqual(['douglas-county-cite']);
  expect(await slugs('search: "Bob Chadwick"')).toEqual(['helena-shared-governance']);
  expect(await slugs('search: "100%_"')).toEqual([]);
  for (const filter of ['principle: 11', 'after: "bm9uc2Vuc2U"', 'after: "WyJhIiwxLCJ4Il0"']) {
    const answer = await house.visitor.raw(`{ practices(${filter}) { totalCount } }`);
    expect(answer.errors?.[0]?.extensions?.['code']).toBe('Invalid');
  }
});
