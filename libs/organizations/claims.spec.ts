import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { Accounts } from '@app/people';
import { type Actor, openHouse, type TestHouse } from '../../test/setup/house.js';
import type { Organization } from './organization.entity.js';
import { Organizations } from './organizations.service.js';
import type { SeatRole } from './seat.entity.js';
import { anOrganization } from './testing/index.js';

let house: TestHouse;
let maple: Organization;
let sponsor: Organization;
let dana: Actor;
let nora: Actor;
let sam: Actor;
let count = 0;

beforeAll(async () => {
  house = await openHouse();
  maple = await anOrganization(house.get, { name: 'Maple Hollow' });
  sponsor = await anOrganization(house.get, { kind: 'co_sponsor', name: 'Council of Boards', state: null });
  dana = await seated('dana', maple, 'superintendent');
  nora = await seated('nora', sponsor, 'representative');
  sam = await house.as('sam@steward.example', 'Sam');
  await house.get(Accounts).makeSteward(sam.accountId ?? '');
});
afterAll(() => house.close());
beforeEach(async () => {
  count += 1;
  await house.db.query(`delete from seat_claim`);
  await house.db.query(`delete from seat where organization_id = $1 and role = 'board_president'`, [maple.id]);
  await house.settle();
  house.mails.length = 0;
});

async function seated(name: string, organization: Organization, role: SeatRole): Promise<Actor> {
  const actor = await house.as(`${name}@seats.example`, name);
  await house.get(Organizations).seat(organization.id, role, actor.accountId ?? '');
  return actor;
}

const newcomer = (): Promise<Actor> => house.as(`luis${count}-${Math.random()}@claims.example`, 'Luis Ortega');
const CLAIM = '... on SeatClaim { id state answer whatHappens claimantEmail }';
const claimOf = (actor: Actor, organization = maple, role = 'board_president'): Promise<Record<string, string>> =>
  actor.act('claimSeat', { organizationId: organization.id, role, words: 'Elected in July; Dana knows me.' }, CLAIM);
const holder = async (): Promise<string | null> => (await house.db.one<{ account_id: string }>(`select account_id from seat where organization_id = $1 and role = 'board_president'`, [maple.id]))?.account_id ?? null;

test('a claim is mailed to those who sit there, read in words by its claimant, and confirmed by one of them', async () => {
  const luis = await newcomer();
  const claim = await claimOf(luis);
  expect(claim).toMatchObject({ __typename: 'SeatClaim', state: 'waiting', whatHappens: expect.stringContaining('person who sits for Maple Hollow') });
  await house.settle();
  expect(house.mails.map((mail) => [mail.to, mail.subject])).toEqual([[expect.stringContaining('dana@seats.example'), 'Do you know Luis Ortega as board president of Maple Hollow?']]);
  expect((await dana.query('{ waiting { title urgency } }')).waiting).toEqual([{ title: 'Luis Ortega claims the seat of board president of Maple Hollow', urgency: 1 }]);

  expect(await dana.act('vouchForClaim', { claimId: claim['id'] }, CLAIM)).toMatchObject({ __typename: 'SeatClaim', state: 'accepted' });
  await house.settle();
  expect(await holder()).toBe(luis.accountId);
  expect(house.mails.at(-1)?.subject).toBe('You sit as board president of Maple Hollow');
  expect((await luis.query('{ session { isMember } }')).session.isMember).toBe(true);
});

test('where nobody sits, the stewards hear of it; a co-sponsor finds it in their list without a mail', async () => {
  const empty = await anOrganization(house.get, { name: 'Empty Plains' });
  const luis = await newcomer();
  const claim = await claimOf(luis, empty, 'superintendent');
  expect(claim['whatHappens']).toContain('Nobody sits for Empty Plains yet');
  await house.settle();
  expect(house.mails.map((mail) => mail.to).join()).toBe('sam@steward.example');
  expect((await nora.query('{ waiting { urgency } claimsToDecide(first: 5) { nodes { id } } }'))).toEqual({ waiting: [{ urgency: 3 }], claimsToDecide: { nodes: [{ id: claim['id'] }] } });
  expect((await nora.act('vouchForClaim', { claimId: claim['id'] })).__typename).toBe('SeatClaim');
});

test('who decides: those who lead there, co-sponsors and stewards; others do not even see it', async () => {
  const elsewhere = await anOrganization(house.get);
  const allowed: [string, Actor][] = [['dana', dana], ['nora', nora], ['sam', sam]];
  const denied: [string, Actor][] = [
    ['a stranger', await newcomer()],
    ['another superintendent', await seated('otto', elsewhere, 'superintendent')],
    ['its staff', await seated('ines', maple, 'staff')],
    ['its observer', await seated('frank', maple, 'observer')],
    ['a co-sponsor’s observer', await seated('olga', sponsor, 'observer')],
  ];
  for (const verb of ['vouchForClaim', 'declineClaim']) {
    await house.db.query(`delete from seat_claim`);
    for (const [, actor] of allowed) {
      const claim = await claimOf(await newcomer());
      expect((await actor.query('{ claimsToDecide(first: 50) { nodes { id } } }')).claimsToDecide.nodes).toEqual([{ id: claim['id'] }]);
      expect((await actor.act(verb, { claimId: claim['id'] })).__typename).toBe('SeatClaim');
      await house.db.query(`update seat set account_id = null where organization_id = $1 and role = 'board_president'`, [maple.id]);
    }
    const claimant = await newcomer();
    const claim = await claimOf(claimant);
    for (const [, actor] of [...denied, ['the claimant', claimant] as [string, Actor]]) {
      expect((await actor.query('{ claimsToDecide(first: 50) { nodes { id } } }')).claimsToDecide.nodes).toEqual([]);
      expect((await actor.act(verb, { claimId: claim['id'] })).__typename).toBe('NotAllowed');
    }
    expect((await house.visitor.raw(`mutation { ${verb}(input: { claimId: "${claim['id']}" }) { __typename } }`)).errors?.[0]?.extensions?.['code']).toBe('SignInNeeded');
    expect(await holder()).toBeNull();
  }
});

test('a steward cannot confirm a claim of their own, and hears nothing of it', async () => {
  const claim = await claimOf(sam);
  expect((await sam.act('vouchForClaim', { claimId: claim['id'] })).__typename).toBe('NotAllowed');
  expect((await dana.act('vouchForClaim', { claimId: claim['id'] })).__typename).toBe('SeatClaim');
});

test('twenty who vouch at once, for one claim and for rivals, seat exactly one person', async () => {
  const claimants = await Promise.all(Array.from({ length: 4 }, newcomer));
  const claims: Record<string, string>[] = [];
  for (const claimant of claimants) claims.push(await claimOf(claimant));
  const answers = await Promise.all(Array.from({ length: 20 }, (_, at) => [dana, nora, sam][at % 3]?.act('vouchForClaim', { claimId: claims[at % 4]?.['id'] })));
  expect(answers.filter((answer) => answer.__typename === 'SeatClaim')).toHaveLength(1);
  expect(answers.filter((answer) => answer.__typename === 'Conflict')).toHaveLength(19);
  const seats = await house.db.query(`select account_id from seat where organization_id = $1 and role = 'board_president'`, [maple.id]);
  expect(seats).toHaveLength(1);
  const states = await house.db.query<{ state: string }>(`select state from seat_claim order by state`);
  expect(states.map(({ state }) => state)).toEqual(['accepted', 'declined', 'declined', 'declined']);
  await house.settle();
  const answered = house.mails.filter((mail) => /You sit as|was not confirmed/.test(mail.subject)).map((mail) => mail.to);
  expect(new Set(answered).size).toBe(4);
});

test('the same claim waits once, however often the button is pressed', async () => {
  const luis = await newcomer();
  const answers = await Promise.all(Array.from({ length: 5 }, () => claimOf(luis)));
  expect(answers.map((answer) => answer['__typename']).sort()).toEqual(['Conflict', 'Conflict', 'Conflict', 'Conflict', 'SeatClaim']);
});

test('a taken seat, a place that is not claimed and a second seat are refused in words', async () => {
  const luis = await newcomer();
  expect(await claimOf(luis, maple, 'superintendent')).toMatchObject({ __typename: 'Conflict', message: expect.stringContaining('Somebody sits there already') });
  expect(await claimOf(luis, maple, 'observer')).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'role' }] });
  expect(await claimOf(luis, maple, 'representative')).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'role' }] });
  expect(await claimOf(dana)).toMatchObject({ __typename: 'Conflict' });
  expect(await luis.act('claimSeat', { organizationId: maple.id, role: 'board_president', words: '  ' })).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'words' }] });
  expect(await luis.act('claimSeat', { organizationId: 'nonsense', role: 'board_president', words: 'x' })).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'organizationId' }] });
  expect((await luis.act('claimSeat', { organizationId: '0192f0c0-0000-7000-8000-000000000000', role: 'board_president', words: 'x' })).__typename).toBe('NotAllowed');
});

test('a claim is taken back by its claimant and nobody else, and then cannot be confirmed', async () => {
  const luis = await newcomer();
  const claim = await claimOf(luis);
  expect((await (await newcomer()).act('withdrawClaim', { claimId: claim['id'] })).__typename).toBe('NotAllowed');
  expect(await luis.act('withdrawClaim', { claimId: claim['id'] }, CLAIM)).toMatchObject({ state: 'withdrawn' });
  expect((await dana.act('vouchForClaim', { claimId: claim['id'] })).__typename).toBe('Conflict');
  expect(await holder()).toBeNull();
});

test('whoever is declined reads the word that came with it', async () => {
  const luis = await newcomer();
  const claim = await claimOf(luis);
  await dana.act('declineClaim', { claimId: claim['id'], answer: 'Our president is Mara Bell; please write to her.' });
  await house.settle();
  expect(house.mails.at(-1)?.text).toContain('Our president is Mara Bell');
  expect((await luis.query('{ myClaims { state answer organization { name } } }')).myClaims).toEqual([{ state: 'declined', answer: 'Our president is Mara Bell; please write to her.', organization: { name: 'Maple Hollow' } }]);
});

test('the list goes on where it ended: claims of one and the same millisecond stand in it once each', async () => {
  const claims: string[] = [];
  for (let at = 0; at < 3; at++) claims.push((await claimOf(await newcomer()))['id'] ?? '');
  for (const [at, id] of claims.entries()) await house.db.query(`update seat_claim set created_at = timestamptz '2026-03-02 15:04:05.678Z' + make_interval(secs => $2 / 1e6::float8) where id = $1`, [id, 321 + at]);
  const seen: string[] = [];
  for (let after: string | null = null, more = true; more && seen.length < 9; ) {
    const { claimsToDecide } = await sam.query('query($after: String) { claimsToDecide(first: 1, after: $after) { nodes { id } pageInfo { endCursor hasNextPage } } }', { after });
    seen.push(...claimsToDecide.nodes.map((claim: { id: string }) => claim.id));
    ({ endCursor: after, hasNextPage: more } = claimsToDecide.pageInfo);
  }
  expect(seen).toEqual(claims);
});
