import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aResource } from '@app/resources/testing';
import { Accounts } from '@app/people';
import { type Actor, type Loose, openHouse, type TestHouse } from '../../test/setup/house.js';
import { Conferences } from './conferences.service.js';
import { aConference, aTeam, type Convening, type Team } from './testing/index.js';

let house: TestHouse;
let [maple, lake, far] = [] as unknown as [Team, Team, Team];
let conference: Convening;
let leader: Actor;

beforeAll(async () => {
  house = await openHouse();
  [maple, lake, far] = [await aTeam(house, 'Maple Hollow'), await aTeam(house, 'Lakeshore'), await aTeam(house, 'Far Away')];
  conference = await aConference(house, { attending: [maple, lake] });
  await house.db.transaction(() => house.get(Conferences).mark(conference.id, [maple.id], 'attending', true));
  leader = await house.as(conference.leader);
});
afterAll(() => house.close());

const MATERIALS = '... on Conference { materials { id title link resourceId team { name slug } } }';
const add = (input: Record<string, unknown>, actor = leader): Promise<Loose> => actor.act('addMaterial', { conferenceId: conference.id, title: 'Calendar', readers: 'attendees', ...input }, MATERIALS);
const shownTo = async (actor: Actor): Promise<Loose[]> => (await actor.query('query($slug: String!) { conference(slug: $slug) { materials { id title link resourceId team { name } } } }', { slug: conference.slug })).conference.materials;
const possible = async (actor: Actor, title: string): Promise<string[]> =>
  (await actor.query('query($id: ID!, $title: String!) { possibleMaterials(conferenceId: $id, title: $title) { title by } }', { id: conference.id, title })).possibleMaterials.map((one: Loose) => `${one.title} (${one.by})`);
const resourceOf = async (team: Team, title: string, audience: string): Promise<string> => aResource(house, { organizationId: team.id, authorId: (await house.get(Accounts).ensure({ email: team.people[0] ?? '', name: 'x' })).id }, { title, audience });

test('what a team of the conference has shared in the library is handed out with the team that showed it, and nothing else is', async () => {
  const [shared, own, foreign] = [await resourceOf(maple, 'Calendar of decisions', 'members'), await resourceOf(maple, 'Calendar among us', `team:${maple.id}`), await resourceOf(far, 'Calendar from afar', 'public')];
  const [presenter, attendee] = [await house.as(maple.people[0] ?? ''), await house.as(lake.people[0] ?? '')];
  expect(await possible(leader, 'calendar')).toEqual(['Calendar of decisions (Maple Hollow)']);
  for (const actor of [presenter, attendee]) expect(await possible(actor, 'calendar')).toEqual([]);
  expect((await add({ resourceId: shared }, attendee)).__typename).toBe('NotAllowed');
  for (const resourceId of [own, foreign, '0190a6f0-0000-7000-8000-000000000000']) expect(await add({ resourceId })).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'resourceId' }] });
  expect(await add({})).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'link' }] });
  expect(await add({ resourceId: shared, teamId: lake.id })).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'teamId' }] });
  expect(await add({ resourceId: shared, readers: 'everyone' })).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'readers' }] });

  const added = await add({ resourceId: shared, teamId: maple.id });
  expect(added.materials).toEqual([{ id: expect.any(String), title: 'Calendar', link: `/library/${shared}`, resourceId: shared, team: { name: 'Maple Hollow', slug: maple.id } }]);
  expect((await add({ resourceId: shared })).__typename).toBe('Conflict');
  expect(await shownTo(attendee)).toMatchObject([{ resourceId: shared, team: { name: 'Maple Hollow' } }]);

  // It stands here as long as it stands there.
  await house.db.query(`update resource set audience = $2 where id = $1`, [shared, `team:${maple.id}`]);
  for (const actor of [attendee, presenter]) expect(await shownTo(actor)).toEqual([]);
  await house.db.query(`update resource set audience = 'public', hidden_at = now() where id = $1`, [shared]);
  expect(await shownTo(attendee)).toEqual([]);
  await house.db.query(`update resource set hidden_at = null where id = $1`, [shared]);
  expect(await shownTo(attendee)).toHaveLength(1);
  expect((await presenter.act('deleteResource', { resourceId: shared })).__typename).not.toBe('NotAllowed');
  expect(await shownTo(attendee)).toEqual([]);
});

test('what was taken down is nothing to hand out, and neither is what a team shared that was only invited; members’ things are for no visitor', async () => {
  const [hidden, invited, members] = [await resourceOf(maple, 'Walrus taken down', 'members'), await resourceOf(far, 'Walrus of the invited', 'members'), await resourceOf(lake, 'Walrus for members', 'members')];
  await house.db.query(`update resource set hidden_at = now() where id = $1`, [hidden]);
  await house.db.transaction(() => house.get(Conferences).mark(conference.id, [far.id], 'invited'));
  expect(await possible(leader, 'walrus')).toEqual(['Walrus for members (Lakeshore)']);
  for (const resourceId of [hidden, invited]) expect(await add({ resourceId })).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'resourceId' }] });
  expect(await add({ resourceId: members, readers: 'everyone' })).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'readers' }] });
  const { materials } = await add({ resourceId: members, title: 'Walrus', readers: 'members' });
  expect((await leader.act('removeMaterial', { materialId: materials.find(({ title }: Loose) => title === 'Walrus').id })).__typename).toBe('Conference');
  await house.db.transaction(() => house.get(Conferences).mark(conference.id, [far.id], 'declined'));
});

test('visitors do not learn from a material which teams came', async () => {
  await add({ title: 'Program', link: 'https://program.example', teamId: maple.id, readers: 'everyone' });
  const named = (shown: Loose[]) => shown.find(({ title }) => title === 'Program');
  expect(named(await shownTo(house.visitor))).toMatchObject({ team: null });
  expect(named(await shownTo(await house.as(far.people[0] ?? '')))).toMatchObject({ team: { name: 'Maple Hollow' } });
});

test('a hit leads to the material’s own place on the page, and what stands in the library is found once', async () => {
  const resourceId = await resourceOf(maple, 'Zebra crossing plan', 'public');
  await add({ title: 'Zebra slides', link: 'https://zebra.example' });
  await add({ title: 'Zebra plan', resourceId });
  await house.settle();
  const attendee = await house.as(lake.people[0] ?? '');
  const { search } = await attendee.query('query($filter: SearchFilter) { search(filter: $filter) { nodes { kind path } } }', { filter: { text: 'zebra' } });
  const slides = (await shownTo(attendee)).find(({ title }) => title === 'Zebra slides');
  expect(search.nodes).toHaveLength(2);
  expect(search.nodes).toEqual(expect.arrayContaining([{ kind: 'conference-material', path: `/conferences/${conference.slug}#material-${slides.id}` }, { kind: 'resource', path: `/library/${resourceId}` }]));
});

test('those behind a conference say what it is about, and it shows under that', async () => {
  const tags = { conferenceId: conference.id, principles: [5, 8], topics: ['evaluation'] };
  for (const actor of [await house.as(maple.people[0] ?? ''), await house.as((await aConference(house)).leader)]) expect((await actor.act('tagConference', tags)).__typename).toBe('NotAllowed');
  for (const [field, bad] of [['principles', { principles: [11] }], ['topics', { topics: ['nonsense'] }]] as const) expect(await leader.act('tagConference', { ...tags, ...bad })).toMatchObject({ __typename: 'Invalid', fields: [{ field }] });
  expect(await leader.act('tagConference', tags, '... on Conference { principles topics }')).toMatchObject({ principles: [5, 8], topics: ['evaluation'] });
  await house.settle();

  const under = async (question: string): Promise<string[]> => (await house.visitor.query(`{ conferences(${question}) { nodes { slug } } }`)).conferences.nodes.map(({ slug }: Loose) => slug);
  expect([await under('principle: 8'), await under('topic: "evaluation"'), await under('principle: 1'), await under('topic: "hiring"')]).toEqual([[conference.slug], [conference.slug], [], []]);
  expect((await house.visitor.raw('{ conferences(principle: 11) { nodes { slug } } }')).errors?.[0]?.extensions?.['code']).toBe('Invalid');
  const { search } = await house.visitor.query('{ search(filter: { principle: 8, kinds: ["conference"] }) { nodes { path } } }');
  expect(search.nodes).toEqual([{ path: `/conferences/${conference.slug}` }]);
  expect((await house.visitor.http('GET', '/principles/8')).body).toContain(`<a href="/conferences/${conference.slug}"`);
  expect((await house.visitor.http('GET', '/principles/1')).body).not.toContain('Conferences on it');
  expect(JSON.parse((await house.visitor.http('GET', '/principles/8.json')).body).conferences).toMatchObject([{ address: `/conferences/${conference.slug}` }]);

  const announced = await leader.act('openConference', { title: 'Tagged from the start', city: 'Springfield', zone: 'America/Chicago', starts: '2097-03-09T09:00', ends: '2097-03-10T15:30', principles: [1], topics: [] }, '... on Conference { principles }');
  expect(announced.principles).toEqual([1]);
});

test('the printed program has each presenting team with what the reader may read of it, for members alone', async () => {
  const practice = (slug: string, audience: string) =>
    house.db.query(
      `insert into practice (id, slug, organization_id, principle, title, summary, story, status, audience, shared_at, stage) values (gen_random_uuid(), $1, $2, 3, $1, 'What we do', 'How', 'shared', $3, now(), 'told')`,
      [slug, maple.id, audience],
    );
  await practice('open-practice', 'public');
  await practice('members-practice', 'members');
  await practice('taken-back', 'public');
  await house.db.query(`update practice set withdrawn_at = now() where slug = 'taken-back'`);
  await practice('taken-down', 'public');
  await house.db.query(`update practice set hidden_at = now() where slug = 'taken-down'`);
  await practice('done-no-more', 'public');
  await house.db.query(`update practice set stage = 'lapsed', lapsed_at = now(), lapse_cause = 'ended', lapse_reason = 'The levy failed and with it the days.' where slug = 'done-no-more'`);
  const program = async (actor: Actor): Promise<Loose> => (await actor.query('query($slug: String!) { conferenceProgram(slug: $slug) { name path practices { slug } } }', { slug: conference.slug })).conferenceProgram;
  const shown = await program(await house.as(far.people[0] ?? ''));
  expect(shown).toMatchObject([{ name: 'Maple Hollow', path: `/districts/${maple.id}` }]);
  expect(shown[0].practices.map(({ slug }: Loose) => slug)).toEqual(['members-practice', 'open-practice']);
  expect(await program(await house.as('newcomer@nowhere.example'))).toEqual([]);
  expect((await house.visitor.raw('{ conferenceProgram(slug: "x") { name } }')).errors?.[0]?.extensions?.['code']).toBe('SignInNeeded');
});
