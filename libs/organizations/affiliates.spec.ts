import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Accounts } from '@app/people';
import { type Actor, openHouse, type TestHouse } from '../../test/setup/house.js';
import { affiliatesOf } from './affiliates.queries.js';
import type { Organization } from './organization.entity.js';
import { Organizations } from './organizations.service.js';
import type { SeatRole } from './seat.entity.js';
import { anOrganization } from './testing/index.js';

let house: TestHouse;
let locals: Organization;
let marcus: Actor;
let sam: Actor;

beforeAll(async () => {
  house = await openHouse();
  locals = await anOrganization(house.get, { kind: 'co_sponsor', name: 'Alliance of Locals', state: null });
  marcus = await seated('marcus', locals, 'representative');
  sam = await house.as('sam@steward.example', 'Sam');
  await house.get(Accounts).makeSteward(sam.accountId ?? '');
});
afterAll(() => house.close());

async function seated(name: string, organization: Organization, role: SeatRole): Promise<Actor> {
  const actor = await house.as(`${name}@affiliates.example`, name);
  await house.get(Organizations).seat(organization.id, role, actor.accountId ?? '');
  return actor;
}

const PAGE = `query($slug: String!) { organization(slug: $slug) { ... on SponsorOrganization { affiliateRule { affiliation state } viewerCanSetAffiliates affiliates(first: 50) { totalCount nodes { source organization { name } } } } } }`;
const shown = async (): Promise<{ totalCount: number; nodes: { source: string; organization: { name: string } }[] }> => (await house.visitor.query(PAGE, { slug: locals.slug })).organization.affiliates;

describe('who a sponsor counts as its own', () => {
  test('it names them, takes them off, and everybody reads who they are', async () => {
    const [maple, forum] = [await anOrganization(house.get, { name: 'Maple Hollow' }), await anOrganization(house.get, { kind: 'other', name: 'Teachers’ Forum', state: null })];
    expect((await marcus.act('nameAffiliates', { sponsorId: locals.id, organizationIds: [maple.id, forum.id, maple.id] })).__typename).toBe('AffiliatesChanged');
    expect((await marcus.act('nameAffiliates', { sponsorId: locals.id, organizationIds: [maple.id] })).__typename).toBe('AffiliatesChanged');
    expect(await shown()).toEqual({ totalCount: 2, nodes: [{ source: 'named', organization: { name: 'Maple Hollow' } }, { source: 'named', organization: { name: 'Teachers’ Forum' } }] });
    expect((await marcus.act('takeOffAffiliate', { sponsorId: locals.id, organizationId: forum.id })).__typename).toBe('AffiliatesChanged');
    expect((await marcus.act('takeOffAffiliate', { sponsorId: locals.id, organizationId: forum.id })).__typename).toBe('Conflict');
    expect(await affiliatesOf(house.db, locals.id)).toEqual([maple.id]);
  });

  test('a rule finds those who declare its affiliation, today’s word counting today', async () => {
    await house.db.query(`delete from sponsor_affiliate`);
    const [cedar, birch, oak, elm] = [
      await anOrganization(house.get, { name: 'Cedar', affiliation: 'aft', state: 'OH' }),
      await anOrganization(house.get, { name: 'Birch', affiliation: 'both', state: 'NY' }),
      await anOrganization(house.get, { name: 'Oak', affiliation: 'nea', state: 'OH' }),
      await anOrganization(house.get, { name: 'Elm', state: 'OH' }),
    ];
    await marcus.act('setAffiliateRule', { sponsorId: locals.id, affiliation: 'aft' });
    expect((await shown()).nodes).toEqual([{ source: 'rule', organization: { name: 'Birch' } }, { source: 'rule', organization: { name: 'Cedar' } }]);
    await marcus.act('setAffiliateRule', { sponsorId: locals.id, affiliation: 'aft', state: 'OH' });
    expect(await affiliatesOf(house.db, locals.id)).toEqual([cedar.id]);
    await marcus.act('nameAffiliates', { sponsorId: locals.id, organizationIds: [cedar.id, birch.id] });
    expect((await shown()).nodes.map((node) => [node.organization.name, node.source])).toEqual([['Birch', 'named'], ['Cedar', 'named']]);
    await house.db.query(`update organization set affiliation = 'aft' where id = any($1)`, [[oak.id, elm.id]]);
    expect((await shown()).totalCount).toBe(4);
    await house.db.query(`update organization set affiliation = 'nea' where id = $1`, [oak.id]);
    await marcus.act('setAffiliateRule', { sponsorId: locals.id });
    expect((await shown()).totalCount).toBe(2);
    expect((await house.visitor.query(PAGE, { slug: locals.slug })).organization.affiliateRule).toBeNull();
  });

  test('only who speaks for the sponsor says so; not its observers, not a district, not a steward, and no district has any', async () => {
    const district = await anOrganization(house.get);
    const dana = await seated('dana', district, 'superintendent');
    const outsiders = [await seated('olga', locals, 'observer'), dana, sam];
    const tries: [string, Record<string, unknown>][] = [
      ['nameAffiliates', { sponsorId: locals.id, organizationIds: [district.id] }],
      ['takeOffAffiliate', { sponsorId: locals.id, organizationId: district.id }],
      ['setAffiliateRule', { sponsorId: locals.id, affiliation: 'nea' }],
    ];
    for (const actor of outsiders) {
      for (const [verb, input] of tries) expect((await actor.act(verb, input)).__typename).toBe('NotAllowed');
      expect((await actor.query(PAGE, { slug: locals.slug })).organization.viewerCanSetAffiliates).toBe(false);
    }
    expect((await marcus.query(PAGE, { slug: locals.slug })).organization.viewerCanSetAffiliates).toBe(true);
    expect((await dana.act('nameAffiliates', { sponsorId: district.id, organizationIds: [locals.id] })).__typename).toBe('NotAllowed');
    expect(await marcus.act('nameAffiliates', { sponsorId: locals.id, organizationIds: [locals.id] })).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'organizationIds' }] });
    expect(await marcus.act('nameAffiliates', { sponsorId: locals.id, organizationIds: ['nonsense'] })).toMatchObject({ __typename: 'Invalid' });
    expect(await marcus.act('setAffiliateRule', { sponsorId: locals.id, state: 'XX' })).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'state' }] });
  });

  test('how far its work reaches is its own word too: one state names itself', async () => {
    const edit = (more: Record<string, unknown>): Promise<{ __typename: string }> => marcus.act('editOrganization', { organizationId: locals.id, summary: 'Locals.', ...more });
    expect(await edit({ level: 'state' })).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'state' }] });
    expect((await edit({ level: 'state', state: 'OH' })).__typename).toBe('OrganizationEdited');
    const level = async (): Promise<unknown> => (await house.visitor.query('query($slug: String!) { organization(slug: $slug) { ... on SponsorOrganization { level state } } }', { slug: locals.slug })).organization;
    expect(await level()).toEqual({ level: 'state', state: 'OH' });
    await edit({});
    expect(await level()).toEqual({ level: 'state', state: 'OH' });
    await edit({ level: 'national' });
    expect(await level()).toEqual({ level: 'national', state: null });
  });
});

describe('organizations that no federal list names', () => {
  const ADDED = '... on OrganizationAdded { organization { slug path ... on SponsorOrganization { level state seats { role need holder { name } } } } }';

  test('a steward adds a state team: its required seats are vacant, the encouraged ones may be filled', async () => {
    const added = await sam.act('addOrganization', { kind: 'state_team', name: 'Ohio', state: 'OH' }, ADDED);
    expect(added.organization).toMatchObject({
      path: '/organizations/ohio',
      state: 'OH',
      seats: [
        { role: 'state_chief', need: 'required', holder: null },
        { role: 'nea_president', need: 'required', holder: null },
        { role: 'aft_president', need: 'required', holder: null },
        { role: 'boards_leader', need: 'encouraged', holder: null },
        { role: 'administrators_leader', need: 'encouraged', holder: null },
      ],
    });
    const ohio = await house.get(Organizations).findBySlug('ohio');
    const chief = await seated('chief', ohio ?? locals, 'state_chief');
    const [nea, aft] = [await house.as('nea@ohio.example', 'Nea'), await house.as('aft@ohio.example', 'Aft')];
    for (const [actor, role] of [[nea, 'nea_president'], [aft, 'aft_president']] as const) {
      const claim = await actor.act('claimSeat', { organizationId: ohio?.id, role, words: 'It is mine.' }, '... on SeatClaim { id }');
      expect((await chief.act('vouchForClaim', { claimId: claim.id })).__typename).toBe('SeatClaim');
    }
    await expect((await house.as('late@ohio.example')).act('claimSeat', { organizationId: ohio?.id, role: 'nea_president', words: 'Mine.' })).resolves.toMatchObject({ __typename: 'Conflict' });
  });

  test('a second union seat is no longer missed once the first is held', async () => {
    await sam.act('addOrganization', { kind: 'state_team', name: 'Idaho', state: 'ID' });
    const idaho = await house.get(Organizations).findBySlug('idaho');
    await seated('aftidaho', idaho ?? locals, 'aft_president');
    const { organization } = await house.visitor.query('{ organization(slug: "idaho") { ... on SponsorOrganization { seats { role need } } } }');
    expect(organization.seats.slice(0, 3)).toEqual([{ role: 'state_chief', need: 'required' }, { role: 'nea_president', need: 'encouraged' }, { role: 'aft_president', need: 'required' }]);
  });

  test('one team a state, however many press at once; two sponsors of one name have two addresses', async () => {
    const answers = await Promise.all(Array.from({ length: 4 }, (_, at) => sam.act('addOrganization', { kind: 'state_team', name: `Nevada ${at}`, state: 'NV' })));
    expect(answers.map((answer) => answer.__typename).sort()).toEqual(['Conflict', 'Conflict', 'Conflict', 'OrganizationAdded']);
    const twins = await Promise.all([1, 2].map(() => sam.act('addOrganization', { kind: 'co_sponsor', name: 'Great Lakes Compact', level: 'regional' }, ADDED)));
    expect(twins.map((twin) => twin.organization.slug).sort()).toEqual(['great-lakes-compact', 'great-lakes-compact-2']);
  });

  test('nobody else adds any, and what is missing is named', async () => {
    for (const actor of [marcus, await house.as('stranger@home.example')]) expect((await actor.act('addOrganization', { kind: 'foundation', name: 'Ours' })).__typename).toBe('NotAllowed');
    expect(await sam.act('addOrganization', { kind: 'district', name: 'No' })).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'kind' }] });
    expect(await sam.act('addOrganization', { kind: 'co_sponsor', name: 'No' })).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'level' }] });
    expect(await sam.act('addOrganization', { kind: 'state_team', name: 'No' })).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'state' }] });
    expect((await sam.act('addOrganization', { kind: 'foundation', name: 'Harbor Fund' })).__typename).toBe('OrganizationAdded');
  });
});
