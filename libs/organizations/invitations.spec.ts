import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Accounts } from '@app/people';
import { type Actor, openHouse, type TestHouse } from '../../test/setup/house.js';
import type { Organization } from './organization.entity.js';
import { Organizations } from './organizations.service.js';
import type { SeatRole } from './seat.entity.js';
import { anOrganization } from './testing/index.js';

let house: TestHouse;
let maple: Organization;
let dana: Actor;
let pete: Actor;

beforeAll(async () => {
  house = await openHouse();
  maple = await anOrganization(house.get, { name: 'Maple Hollow' });
  dana = await seated('dana', 'superintendent');
  pete = await seated('pete', 'labor_leader');
});
afterAll(() => house.close());

async function seated(name: string, role: SeatRole, organization = maple): Promise<Actor> {
  const actor = await house.as(`${name}@invite.example`, name);
  await house.get(Organizations).seat(organization.id, role, actor.accountId ?? '');
  return actor;
}

const seatIdOf = async (actor: Actor): Promise<string> => (await house.db.one<{ id: string }>(`select id from seat where account_id = $1`, [actor.accountId]))?.id ?? '';
const ACCEPTED = '... on InvitationAccepted { role organization { name } }';

async function invited(email: string, role: string, by = dana): Promise<string> {
  expect((await by.act('inviteToSeat', { organizationId: maple.id, role, email, title: 'Director' })).__typename).toBe('SeatInvitation');
  await house.settle();
  const mail = house.mails.filter((sent) => sent.to.includes(email)).at(-1);
  return /\/invitation\/([\w.-]+)/.exec(mail?.text ?? '')?.[1] ?? '';
}

async function everything(): Promise<unknown> {
  return house.db.query(`
    select (select jsonb_agg(to_jsonb(i) order by i.id) from seat_invitation i) as invitations, (select jsonb_agg(to_jsonb(s) order by s.id) from seat s) as seats,
      (select count(*) from account) as accounts, (select count(*) from session) as sessions, (select count(*) from outbox) as outbox, (select count(*) from mail_ledger) as mails`);
}

test('opening an invitation a hundred times, as a scanner does, changes nothing; the button then still works, once', async () => {
  const token = await invited('ines@home.example', 'staff');
  const before = await everything();
  for (let times = 0; times < 100; times++) {
    await house.visitor.http(times % 2 ? 'GET' : 'HEAD', `/invitation/${token}`);
    const { invitation } = await house.visitor.query(`query($token: String!) { invitation(token: $token) { needsSignIn needsName invitation { state email role organization { name } } } }`, { token });
    expect(invitation).toEqual({ needsSignIn: false, needsName: true, invitation: { state: 'open', email: 'ines@home.example', role: 'staff', organization: { name: 'Maple Hollow' } } });
  }
  expect(await everything()).toEqual(before);
  expect(await house.visitor.act('acceptInvitation', { token, name: 'Ines Calloway' }, ACCEPTED)).toMatchObject({ role: 'staff', organization: { name: 'Maple Hollow' } });
  expect((await house.visitor.act('acceptInvitation', { token, name: 'Ines Calloway' })).__typename).toBe('NotAllowed');
});

test('accepting makes the account under the given name and signs it in', async () => {
  const token = await invited('walt@home.example', 'observer');
  expect(await house.visitor.act('acceptInvitation', { token })).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'name' }] });
  const response = await house.visitor.http('POST', '/graphql', {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: 'mutation($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { __typename } }', variables: { input: { token, name: 'Walt Becker' } } }),
  });
  expect(response.headers.get('set-cookie')).toMatch(/accord=[\w-]{43};/);
  expect(await house.get(Accounts).findByEmail('walt@home.example')).toMatchObject({ name: 'Walt Becker' });
});

test('a forwarded invitation opens nobody’s account: who has one must be signed in to it', async () => {
  const mara = await house.as('mara@home.example', 'Mara');
  const token = await invited('mara@home.example', 'staff');
  const stranger = await house.as('stranger@home.example');
  for (const other of [house.visitor, stranger]) expect((await other.act('acceptInvitation', { token, name: 'Mallory' })).__typename).toBe('NotAllowed');
  expect((await mara.act('acceptInvitation', { token }, ACCEPTED)).__typename).toBe('InvitationAccepted');
});

test.each([['a forged proof', (token: string) => `${token.slice(0, -2)}xx`], ['half a link', (token: string) => token.slice(0, 40)]])('%s is not an invitation', async (_, spoil) => {
  const token = await invited('forge@home.example', 'observer');
  expect((await house.visitor.query(`query($token: String!) { invitation(token: $token) { needsSignIn } }`, { token: spoil(token) })).invitation).toBeNull();
  expect((await house.visitor.act('acceptInvitation', { token: spoil(token), name: 'M' })).__typename).toBe('NotAllowed');
});

test('an invitation that was taken back or has run out can no longer be accepted', async () => {
  const token = await invited('late@home.example', 'observer');
  await house.db.query(`update seat_invitation set expires_at = now() - interval '1 second' where email = 'late@home.example'`);
  expect((await house.visitor.act('acceptInvitation', { token, name: 'Late' })).__typename).toBe('Conflict');
  const again = await invited('back@home.example', 'observer');
  const { teamInvitations } = await dana.query(`{ teamInvitations(organizationId: "${maple.id}") { id email } }`);
  const open = teamInvitations.find((one: { email: string }) => one.email === 'back@home.example');
  expect((await (await house.as('stranger@home.example')).act('withdrawInvitation', { invitationId: open.id })).__typename).toBe('NotAllowed');
  expect((await pete.act('withdrawInvitation', { invitationId: open.id })).__typename).toBe('SeatInvitation');
  expect((await house.visitor.act('acceptInvitation', { token: again, name: 'Back' })).__typename).toBe('Conflict');
  expect(await house.get(Accounts).findByEmail('back@home.example')).toBeNull();
});

test('twenty who press at once take one vacant seat, and those who came too late have no account for nothing', async () => {
  const tokens: string[] = [];
  for (let at = 0; at < 4; at++) tokens.push(await invited(`rival${at}@home.example`, 'board_president'));
  const answers = await Promise.all(Array.from({ length: 20 }, (_, at) => house.visitor.act('acceptInvitation', { token: tokens[at % 4], name: `Rival ${at}` })));
  expect(answers.filter((answer) => answer.__typename === 'InvitationAccepted')).toHaveLength(1);
  expect(await house.db.query(`select 1 from seat where organization_id = $1 and role = 'board_president'`, [maple.id])).toHaveLength(1);
  expect(await house.db.query(`select 1 from account where email like 'rival%'`)).toHaveLength(1);
});

test('one address gets one mail a day for one place, however often it is invited', async () => {
  await invited('often@home.example', 'observer');
  await invited('often@home.example', 'observer');
  expect(house.mails.filter((mail) => mail.to.includes('often@home.example'))).toHaveLength(1);
  expect(await house.db.query(`select 1 from seat_invitation where email = 'often@home.example'`)).toHaveLength(1);
});

test('who may not invite is refused, and who may not see invitations sees none', async () => {
  const frank = await seated('frank', 'observer');
  for (const outsider of [frank, await house.as('stranger@home.example')]) {
    expect((await outsider.act('inviteToSeat', { organizationId: maple.id, role: 'staff', email: 'x@home.example' })).__typename).toBe('NotAllowed');
    expect((await outsider.query(`{ teamInvitations(organizationId: "${maple.id}") { id } }`)).teamInvitations).toEqual([]);
  }
  expect((await dana.act('inviteToSeat', { organizationId: maple.id, role: 'labor_leader', email: 'x@home.example' })).__typename).toBe('Conflict');
  expect(await dana.act('inviteToSeat', { organizationId: maple.id, role: 'staff', email: 'no address' })).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'email' }] });
});

test('somebody leaves their own seat; nobody removes another from a signing seat, only staff and observers', async () => {
  const [staff, mei] = [await seated('sid', 'staff'), await seated('mei', 'superintendent', await anOrganization(house.get))];
  expect((await dana.act('removeFromTeam', { seatId: await seatIdOf(pete) })).__typename).toBe('NotAllowed');
  expect((await dana.act('leaveSeat', { seatId: await seatIdOf(pete) })).__typename).toBe('NotAllowed');
  expect((await mei.act('removeFromTeam', { seatId: await seatIdOf(staff) })).__typename).toBe('NotAllowed');
  expect((await dana.act('removeFromTeam', { seatId: await seatIdOf(staff) })).__typename).toBe('Done');
  expect((await staff.query('{ session { isMember } }')).session.isMember).toBe(false);
  expect((await pete.act('leaveSeat', { seatId: await seatIdOf(pete) })).__typename).toBe('Done');
  const { district } = await house.visitor.query(`{ district(slug: "${maple.slug}") { seats { role holder { name } } } }`);
  expect(district.seats.at(-1)).toEqual({ role: 'labor_leader', holder: null });
});

test('a profile is edited by who speaks for the district and read by everybody', async () => {
  const input = { organizationId: maple.id, affiliation: 'other', affiliationOther: 'State Teachers’ Guild', laborWord: 'union', laborName: 'Local 12', summary: 'Small and stubborn.', grants: [{ program: 'race_to_the_top', year: 2010, source: 'State list of awards' }, { program: 'other', otherName: 'State grant' }] };
  const observer = await house.as('frank@invite.example');
  expect((await observer.act('editOrganization', input)).__typename).toBe('NotAllowed');
  expect((await (await house.as('stranger@home.example')).act('editOrganization', input)).__typename).toBe('NotAllowed');
  expect((await dana.act('editOrganization', input)).__typename).toBe('OrganizationEdited');
  expect(await dana.act('editOrganization', { ...input, affiliationOther: null })).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'affiliationOther' }] });
  expect(await dana.act('editOrganization', { ...input, grants: [{ program: 'other' }] })).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'grants.0.otherName' }] });
  for (const year of [0, 1900, 20100]) expect(await dana.act('editOrganization', { ...input, grants: [{ program: 'race_to_the_top', year }] })).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'grants.0.year' }] });
  expect(await dana.act('editOrganization', { ...input, website: 'javascript:alert(1)' })).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'website' }] });
  const { district } = await house.visitor.query(`{ district(slug: "${maple.slug}") { affiliation affiliationOther laborWord laborName summary grants { program otherName year source } } }`);
  expect(district).toEqual({
    affiliation: 'other', affiliationOther: 'State Teachers’ Guild', laborWord: 'union', laborName: 'Local 12', summary: 'Small and stubborn.',
    grants: [{ program: 'other', otherName: 'State grant', year: null, source: null }, { program: 'race_to_the_top', otherName: null, year: 2010, source: 'State list of awards' }],
  });
});
