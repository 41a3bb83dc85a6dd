import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { JobRunner } from '@app/platform/jobs';
import { layFoundations } from '@app/platform/story';
import { newId } from '@app/platform/database';
import { Accounts } from '@app/people';
import { Organizations } from '@app/organizations';
import { openHouse, type TestHouse } from '../../test/setup/house.js';
import { ConferenceMaterials } from './materials.service.js';
import { aConference, anOrganization, aTeam, type Team } from './testing/index.js';

let house: TestHouse;
let [maple, lake] = [] as unknown as [Team, Team];

beforeAll(async () => {
  house = await openHouse();
  await layFoundations(house.get);
  maple = await aTeam(house, 'Maple Hollow');
  lake = await aTeam(house, 'Lakeshore');
});
afterAll(() => house.close());

const PAGE = `query($slug: String!) { conference(slug: $slug) { id title phase startsAt endsAt firstDay lastDay closedAt attendingCount absentCount peopleCount
  sponsors { name part inferred } teams { name status presenting } materials { id title } facts { text source } viewerCan { run close } } }`;
const CONFERENCE = '... on Conference { id slug startsAt endsAt closedAt attendingCount absentCount peopleCount sponsors { organizationId part } materials { id title } }';
const HOUR = 60 * 60 * 1000;

const announcing = (more: object = {}) => ({ title: 'Spring conference', city: 'Springfield', state: 'IL', zone: 'America/Chicago', starts: '2097-03-09T09:00', ends: '2097-03-10T15:30', ...more });

test('somebody who speaks for a co-sponsor announces a conference, on the clocks of its place', async () => {
  const { leader, sponsor } = await aConference(house);
  const other = await anOrganization(house, 'co_sponsor');
  // 2097-03-10 is the Sunday on which summer time begins in Chicago.
  const made = await (await house.as(leader)).act('openConference', announcing({ coSponsorIds: [other] }), CONFERENCE);
  expect(made).toMatchObject({ slug: 'spring-conference-2097', startsAt: '2097-03-09T15:00:00.000Z', endsAt: '2097-03-10T20:30:00.000Z' });
  expect(made.sponsors).toEqual([{ organizationId: sponsor, part: 'lead' }, { organizationId: other, part: 'co_sponsor' }]);
  expect((await (await house.as(maple.people[0] ?? '')).act('openConference', announcing())).__typename).toBe('NotAllowed');
});

test('what cannot be is refused by name', async () => {
  const leader = await house.as((await aConference(house)).leader);
  const fields = async (more: object) => (await leader.act('openConference', announcing(more))).fields?.map(({ field }: { field: string }) => field);
  expect(await fields({ zone: 'Mars/Olympus' })).toEqual(['zone']);
  expect(await fields({ zone: '+05:00' })).toEqual(['zone']);
  expect(await fields({ ends: '2097-03-08T09:00' })).toEqual(['ends']);
  expect(await fields({ starts: '2096-02-31T09:00' })).toEqual(['starts']);
  expect(await fields({ ends: '2097-03-10T25:00' })).toEqual(['ends']);
  expect(await fields({ starts: '2001-01-01T09:00', ends: '2001-01-02T09:00' })).toEqual(['ends']);
  expect(await fields({ coSponsorIds: [maple.id] })).toEqual(['coSponsorIds']);
  expect(await fields({ coSponsorIds: ['nonsense'] })).toEqual(['coSponsorIds']);
});

test('members see which teams came, visitors how many', async () => {
  const { slug } = await aConference(house, { attending: [maple], absent: [lake] });
  const seen = (await (await house.as(lake.people[0] ?? '')).query(PAGE, { slug })).conference;
  expect(seen.teams).toEqual([{ name: 'Lakeshore', status: 'invited', presenting: false }, { name: 'Maple Hollow', status: 'attending', presenting: false }]);
  const visited = (await house.visitor.query(PAGE, { slug })).conference;
  expect(visited).toMatchObject({ teams: [], attendingCount: 1, absentCount: 1 });
});

test('members narrow the directory, its map and the order by likeness to who came; for visitors, and of what is not there, that leaves nobody', async () => {
  const { id } = await aConference(house, { attending: [maple], absent: [lake] });
  const circle = `conference:${id}`;
  const ASKED = `query($circle: String) { districts(circle: $circle) { totalCount nodes { name } } directoryMap(circle: $circle) { totalCount placesCount places { name } states { districts } } }`;
  const nobody = { districts: { totalCount: 0, nodes: [] }, directoryMap: { totalCount: 0, placesCount: 0, places: [], states: [] } };
  const member = await house.as(lake.people[0] ?? '');
  // Whoever came is on the map, whether or not somebody is here.
  await house.db.query(`update organization set member_since = null where id = $1`, [maple.id]);
  expect(await member.query(ASKED, { circle })).toEqual({
    districts: { totalCount: 1, nodes: [{ name: 'Maple Hollow' }] }, directoryMap: { totalCount: 1, placesCount: 1, places: [{ name: 'Maple Hollow' }], states: [{ districts: 1 }] },
  });
  expect((await member.query('query($circle: String) { districts(circle: $circle, search: "maple hollow", status: on_accord) { totalCount } }', { circle })).districts.totalCount).toBe(0);
  expect((await member.query('query($circle: String) { districts(circle: $circle, search: "maple holow") { nodes { name } } }', { circle })).districts.nodes).toEqual([{ name: 'Maple Hollow' }]);
  expect((await member.query('query($circle: String) { districtsLikeOurs(circle: $circle) { nodes { district { name } } } }', { circle })).districtsLikeOurs.nodes).toEqual([{ district: { name: 'Maple Hollow' } }]);
  expect((await member.query('{ directoryCircles { key } }')).directoryCircles).toContainEqual({ key: circle });

  const newcomer = await house.as('newcomer@nowhere.example');
  for (const actor of [house.visitor, newcomer]) expect(await actor.query(ASKED, { circle })).toEqual(nobody);
  expect((await newcomer.query('{ directoryCircles { key } }')).directoryCircles).toEqual([]);
  for (const forged of [`conference:${newId()}`, `team:${maple.id}`, 'conference:nonsense', "conference:' or 1=1"]) expect(await member.query(ASKED, { circle: forged })).toEqual(nobody);
});

test('only those behind it run a conference', async () => {
  const { id, slug, leader } = await aConference(house);
  const stranger = await house.as((await aConference(house)).leader);
  const mark = { conferenceId: id, organizationIds: [maple.id], status: 'attending', presenting: true };
  const material = { conferenceId: id, title: 'Slides', link: 'https://slides.example/a.pdf' };
  for (const actor of [stranger, await house.as(maple.people[0] ?? '')]) {
    expect((await actor.act('markTeams', mark)).__typename).toBe('NotAllowed');
    expect((await actor.act('addMaterial', material)).__typename).toBe('NotAllowed');
    expect((await actor.act('closeConference', { conferenceId: id })).__typename).toBe('NotAllowed');
    expect((await actor.query(PAGE, { slug })).conference.viewerCan).toEqual({ run: false, close: false });
  }
  const own = await house.as(leader);
  expect(await own.act('markTeams', mark, CONFERENCE)).toMatchObject({ attendingCount: 1 });
  const added = await own.act('addMaterial', material, CONFERENCE);
  expect(added.materials).toHaveLength(1);
  expect((await stranger.act('removeMaterial', { materialId: added.materials[0].id })).__typename).toBe('NotAllowed');
  expect((await own.act('removeMaterial', { materialId: added.materials[0].id }, CONFERENCE)).materials).toEqual([]);
  expect((await own.query(PAGE, { slug })).conference.viewerCan).toEqual({ run: true, close: true });
  expect((await own.act('closeConference', { conferenceId: id }, CONFERENCE)).peopleCount).toBe(3);
});

test('a material is seen by those it is for, and its link cannot run anything', async () => {
  const { id, slug, leader } = await aConference(house, { attending: [maple], absent: [lake] });
  const own = await house.as(leader);
  for (const readers of ['everyone', 'members', 'attendees']) await own.act('addMaterial', { conferenceId: id, title: `For ${readers}`, link: `/library/${readers}`, readers });
  const titles = async (actor: { query: TestHouse['visitor']['query'] }) => (await actor.query(PAGE, { slug })).conference.materials.map(({ title }: { title: string }) => title);
  expect(await titles(await house.as(maple.people[0] ?? ''))).toEqual(['For everyone', 'For members', 'For attendees']);
  expect(await titles(await house.as(lake.people[0] ?? ''))).toEqual(['For everyone', 'For members']);
  expect(await titles(house.visitor)).toEqual(['For everyone']);
  for (const link of ['javascript:alert(1)', 'http://plain.example', '//evil.example', '/\\evil.example', 'data:text/html,x', 'https://me:secret@x.example']) {
    expect(await own.act('addMaterial', { conferenceId: id, title: 'Bad', link })).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'link' }] });
  }
});

test('an observer of a team that came does not see what is for those who came', async () => {
  const { id, slug } = await aConference(house, { attending: [maple] });
  await house.db.transaction(() => house.get(ConferenceMaterials).enter({ conferenceId: id, title: 'Inside', link: '/inside', note: null, audience: `conference:${id}`, organizationId: null, authorId: null, at: new Date() }));
  const watcher = await house.as('watcher@maple.example');
  await house.get(Organizations).seat(maple.id, 'observer', watcher.accountId ?? '');
  expect((await watcher.query(PAGE, { slug })).conference.materials).toEqual([]);
  expect((await (await house.as(maple.people[1] ?? '')).query(PAGE, { slug })).conference.materials).toHaveLength(1);
});

test('a conference ends once, and not before it has opened', async () => {
  const ahead = await aConference(house, { startsAt: new Date(Date.now() + HOUR), endsAt: new Date(Date.now() + 9 * HOUR) });
  expect((await (await house.as(ahead.leader)).act('closeConference', { conferenceId: ahead.id })).__typename).toBe('Conflict');
  const now = await aConference(house, { attending: [maple] });
  const leader = await house.as(now.leader);
  expect((await leader.act('closeConference', { conferenceId: now.id }, CONFERENCE)).__typename).toBe('Conference');
  expect((await leader.act('closeConference', { conferenceId: now.id })).__typename).toBe('Conflict');
});

test('it ends by itself at its hour, and who came is written down once', async () => {
  const endsAt = new Date(Date.now() - 60_000);
  const { slug, id } = await aConference(house, { endsAt, attending: [maple], absent: [lake] });
  for (let time = 0; time < 2; time += 1) await house.get(JobRunner).run({ name: 'conferences.end-due', data: {} });
  expect((await house.visitor.query(PAGE, { slug })).conference).toMatchObject({ phase: 'after', closedAt: endsAt.toISOString(), peopleCount: 3 });
  const late = await house.get(Accounts).ensure({ email: 'late@maple.example', name: 'Late' });
  await house.get(Organizations).seat(maple.id, 'staff', late.id);
  const ended = await house.db.query(`select 1 from outbox where name = 'conferences.conference-ended' and payload ->> 'conferenceId' = $1`, [id]);
  expect(ended).toHaveLength(1);
});

test('a team marked after the end is added to those who came, and one unmarked is taken out', async () => {
  const { id, leader } = await aConference(house, { attending: [maple] });
  const own = await house.as(leader);
  await own.act('closeConference', { conferenceId: id });
  const before = (await house.db.query(`select 1 from conference_attendee where conference_id = $1`, [id])).length;
  expect((await own.act('markTeams', { conferenceId: id, organizationIds: [lake.id], status: 'attending' }, CONFERENCE)).peopleCount).toBe(before + 3);
  expect((await own.act('markTeams', { conferenceId: id, organizationIds: [lake.id], status: 'declined' }, CONFERENCE)).peopleCount).toBe(before);
});

test('the three conferences of the past are told with their sources, and what is unknown stays unknown', async () => {
  const { conference: denver } = await house.visitor.query(PAGE, { slug: 'denver-2011' });
  expect(denver).toMatchObject({ phase: 'after', startsAt: null, firstDay: '2011-02-15', lastDay: '2011-02-16', closedAt: null });
  expect(denver.facts.every(({ source }: { source: string }) => source.length > 5)).toBe(true);
  const { conference: third } = await house.visitor.query(PAGE, { slug: 'st-louis' });
  expect(third).toMatchObject({ firstDay: null, lastDay: null, startsAt: null });
  const steward = await house.as('steward@here.example');
  await house.get(Accounts).makeSteward(steward.accountId ?? '');
  expect((await steward.query(PAGE, { slug: 'denver-2011' })).conference.viewerCan).toEqual({ run: false, close: false });
});

test('a page of a conference and the list cost one statement beside the viewer’s and the ladder’s', async () => {
  const { slug } = await aConference(house, { attending: [maple], absent: [lake] });
  const actor = await house.as(maple.people[0] ?? '');
  await actor.query(PAGE, { slug });
  expect(await house.statementsOf(() => actor.query(PAGE, { slug }))).toHaveLength(2);
  expect(await house.statementsOf(() => actor.query(`query($slug: String!) { conference(slug: $slug) { title ladder { steps { id dueAt } next { id } } } }`, { slug }))).toHaveLength(3);
  const list = `{ conferences(first: 50) { nodes { title sponsors { name } ladder { steps { id } } } } }`;
  expect(await house.statementsOf(() => actor.query(list))).toHaveLength(3);
});

test('a place in the list leads on to the next page, and a forged one is refused', async () => {
  const list = `query($first: Int!, $after: String) { conferences(first: $first, after: $after) { nodes { id } pageInfo { endCursor hasNextPage } } }`;
  const seen: string[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const { conferences } = await house.visitor.query(list, { first: 4, after });
    seen.push(...conferences.nodes.map(({ id }: { id: string }) => id));
    ({ endCursor: after, hasNextPage: more } = conferences.pageInfo);
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).toHaveLength((await house.db.query(`select 1 from conference`)).length);
  await expect(house.visitor.query(list, { first: 4, after: 'nonsense' })).rejects.toThrow();
  expect((await house.visitor.query(PAGE, { slug: newId() })).conference).toBeNull();
});
