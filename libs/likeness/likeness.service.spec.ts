import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@app/platform/database';
import { Accounts } from '@app/people';
import { type Organization, Organizations, type SeatRole } from '@app/organizations';
import { anOrganization } from '@app/organizations/testing';
import { type Actor, type Loose, openHouse, type TestHouse } from '../../test/setup/house.js';
import { manyDistricts } from './testing/index.js';

let house: TestHouse;
let prairie: string;
let tom: Actor;
let watcher: Actor;
let sponsor: Actor;
let steward: Actor;

async function aTeam(people: Partial<Record<SeatRole, string>>, facts: Partial<Organization>): Promise<string> {
  const { id } = await anOrganization(house.get, facts);
  for (const [role, email] of Object.entries(people)) await house.get(Organizations).seat(id, role as SeatRole, (await house.get(Accounts).ensure({ email, name: email })).id);
  return id;
}

const FACTS: Record<string, Partial<Organization>> = {
  'Prairie View': { enrollment: 450, locale: 'rural', affiliation: 'nea', state: 'NE' },
  'Sand Hills': { enrollment: 520, locale: 'rural', affiliation: 'nea', state: 'KS' },
  'Gap in the record': { state: 'NE' },
  'Big City': { enrollment: 90_000, locale: 'city', affiliation: 'aft', state: 'CA' },
  'Service Agency': { enrollment: 450, locale: 'rural', affiliation: 'nea', state: 'NE', agencyType: 'Regional education service agency' },
};

beforeAll(async () => {
  house = await openHouse();
  await house.db.query(`delete from organization`);
  prairie = await aTeam({ superintendent: 'tom@p.example', observer: 'watcher@p.example' }, { name: 'Prairie View', ...FACTS['Prairie View'] });
  await aTeam({ representative: 'sponsor@s.example' }, { name: 'A Sponsor', kind: 'co_sponsor' });
  for (const [name, facts] of Object.entries(FACTS).slice(1)) await anOrganization(house.get, { name, ...facts });
  [tom, watcher, sponsor, steward] = (await Promise.all(['tom@p.example', 'watcher@p.example', 'sponsor@s.example', 'sam@a.example'].map((email) => house.as(email)))) as [Actor, Actor, Actor, Actor];
  await house.get(Accounts).makeSteward(steward.accountId ?? '');
});
afterAll(() => house.close());

const PAGE = `ours { name } nodes { district { name } likeness { score reasons parts { feature points of reason unknown } } } pageInfo { hasNextPage endCursor } totalCount`;
const look = async (actor: Actor, args = 'first: 20', variables: Record<string, unknown> = {}): Promise<Loose> =>
  (await actor.query(`query($after: String, $weights: [LikenessWeightInput!]) { districtsLikeOurs(${args}, after: $after, weights: $weights) { ${PAGE} } }`, variables)).districtsLikeOurs;
const names = (found: Loose): string[] => found.nodes.map((node: Loose) => node.district.name);

describe('districts like ours', () => {
  test('stand in the order of likeness, each with its reasons and its whole reckoning', async () => {
    const found = await look(tom);
    expect(found).toMatchObject({ ours: { name: 'Prairie View' }, totalCount: 3 });
    expect(names(found)).toEqual(['Sand Hills', 'Gap in the record', 'Big City']);
    expect(found.nodes[0].likeness.reasons).toEqual(['about your size', 'rural as well', 'both affiliated with NEA', 'in the western Midwest as well']);
    const { parts, score } = found.nodes[1].likeness;
    expect(parts.find((part: Loose) => part.feature === 'size')).toEqual({ feature: 'size', points: 1.5, of: 3, reason: 'size unknown', unknown: true });
    const sum = (field: 'points' | 'of'): number => parts.reduce((total: number, part: Loose) => total + part[field], 0);
    expect(score).toBeCloseTo(sum('points') / sum('of'));
  });

  test('our own is not among them, and service agencies come only when asked for', async () => {
    expect(names(await look(tom, 'first: 20, kind: other'))).toEqual(['Service Agency']);
    expect(names(await look(tom, 'first: 20, search: "prairie view"'))).toEqual([]);
  });

  test('the filters of the directory narrow them as well', async () => {
    expect(names(await look(tom, 'first: 20, state: "CA"'))).toEqual(['Big City']);
    expect(names(await look(tom, 'first: 20, search: "sand hill"'))).toEqual(['Sand Hills']);
    expect(names(await look(tom, 'first: 20, size: unknown'))).toEqual(['Gap in the record']);
  });

  test('what matters to the reader decides the order', async () => {
    const weights = ['size', 'locale', 'affiliation', 'region', 'principles', 'grades', 'poverty'].map((feature) => ({ feature, level: 'not' }));
    expect(names(await look(tom, 'first: 20', { weights: [...weights, { feature: 'state', level: 'lot' }] }))[0]).toBe('Gap in the record');
    const wrong = (given: unknown): Promise<Loose> => tom.raw(`query($weights: [LikenessWeightInput!]) { districtsLikeOurs(weights: $weights) { totalCount } }`, { weights: given });
    for (const given of [[{ feature: 'asked', level: 'lot' }], [{ feature: 'size', level: 'lot' }, { feature: 'size', level: 'not' }]]) expect((await wrong(given)).errors?.[0]?.extensions).toMatchObject({ code: 'Invalid' });
  });

  test('a principle that both work on brings a district nearer', async () => {
    const practise = (organization: string, principle: number, audience = 'public') =>
      house.db.query(
        `insert into practice (id, slug, organization_id, principle, title, summary, story, status, shared_at, audience) select gen_random_uuid(), gen_random_uuid(), id, $2, 'Peers', 'Peers review', 'We began small', 'shared', now(), $3 from organization where name = $1`,
        [organization, principle, audience],
      );
    await practise('Prairie View', 5);
    const before = (await look(tom)).nodes[2].likeness;
    await practise('Big City', 5, 'members');
    const after = (await look(tom)).nodes[2].likeness;
    expect(after.score).toBeGreaterThan(before.score);
    expect(after.reasons).toContain('works on one principle that you work on');
    await house.db.query(`delete from practice`);
  });

  test('only those who speak for a district are compared; others are told nothing', async () => {
    for (const actor of [watcher, sponsor, steward]) expect(await look(actor)).toMatchObject({ ours: null, nodes: [], totalCount: 0 });
    expect(await look(tom, `first: 20, organizationId: "${newId()}"`)).toMatchObject({ ours: null, nodes: [] });
    expect(await look(tom, `first: 20, organizationId: "${prairie}"`)).toMatchObject({ ours: { name: 'Prairie View' } });
    expect((await house.visitor.raw('{ districtsLikeOurs { totalCount } }')).errors?.[0]?.extensions?.['code']).toBe('SignInNeeded');
  });
});

describe('what counts for everybody', () => {
  const weights = [{ feature: 'size', level: 'not' }, { feature: 'state', level: 'lot' }, { feature: 'locale', level: 'not' }];
  const set = (actor: Actor, given: unknown = weights): Promise<Loose> => actor.act('setLikenessDefaults', { weights: given }, '... on LikenessDefaults { weights { feature level } setBy { name } setAt }');
  const read = async (actor: Actor): Promise<Loose> => (await actor.query('{ likenessDefaults { weights { feature level points } setBy { id } setAt viewerCan { setDefaults } } }')).likenessDefaults;

  test('everything counts as it came until a steward says otherwise, with their name and the day', async () => {
    expect(await read(tom)).toMatchObject({ setBy: null, setAt: null, viewerCan: { setDefaults: false } });
    expect((await set(tom)).__typename).toBe('NotAllowed');
    expect(await set(steward)).toMatchObject({ __typename: 'LikenessDefaults', setBy: { name: expect.any(String) }, setAt: expect.any(String) });
    expect((await read(steward)).viewerCan).toEqual({ setDefaults: true });
    expect((await read(tom)).weights.slice(0, 3)).toEqual([{ feature: 'size', level: 'not', points: 3 }, { feature: 'locale', level: 'not', points: 2 }, { feature: 'grades', level: 'some', points: 1 }]);
  });

  test('it orders the list of whoever has chosen nothing, and a reader’s own choice goes before it', async () => {
    expect((await look(tom)).nodes[0].likeness.parts.map((part: Loose) => part.feature)).not.toContain('size');
    expect((await look(tom, 'first: 20', { weights: [{ feature: 'size', level: 'lot' }] })).nodes[0].likeness.parts[0]).toMatchObject({ feature: 'size', of: 6 });
  });

  test('something must matter, and what was set before stays on record', async () => {
    const nothing = ['size', 'locale', 'grades', 'affiliation', 'poverty', 'state', 'region', 'principles'].map((feature) => ({ feature, level: 'not' }));
    expect(await set(steward, nothing)).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'weights' }] });
    expect((await set(steward, [])).__typename).toBe('LikenessDefaults');
    expect(await house.db.one(`select count(*)::int as n from likeness_weighting`)).toEqual({ n: 2 });
    expect((await look(tom)).nodes[0].likeness.parts[0]).toMatchObject({ feature: 'size', of: 3 });
  });
});

test('20,000 districts are ranked in one statement beside who is asking, page after page without a gap or a repeat', async () => {
  await manyDistricts(house.db, 20_000);
  await look(tom);
  let first: Loose;
  expect(await house.statementsOf(async () => (first = await look(tom, 'first: 30')))).toHaveLength(2);
  const second = await look(tom, 'first: 30', { after: first.pageInfo.endCursor });
  expect(new Set([...names(first), ...names(second)]).size).toBe(60);
  const scores = [...first.nodes, ...second.nodes].map((node: Loose) => Number(node.likeness.score.toFixed(5)));
  expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  expect(first.totalCount).toBeGreaterThan(18_000);
}, 60_000);
