import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Accounts, Audiences } from '@app/people';
import { type Actor, openHouse, type TestHouse } from '../../test/setup/house.js';
import type { Organization } from './organization.entity.js';
import { Organizations } from './organizations.service.js';
import { endOfDay } from './places.js';
import type { SeatRole } from './seat.entity.js';
import { anOrganization } from './testing/index.js';

let house: TestHouse;
let maple: Organization;
let dana: Actor;
let luis: Actor;
let ana: Actor;
let count = 0;

beforeAll(async () => {
  house = await openHouse();
  maple = await anOrganization(house.get, { name: 'Maple Hollow' });
  [dana, luis, ana] = [await seated('dana', 'superintendent'), await seated('luis', 'board_president'), await seated('ana', 'labor_leader')];
});
afterAll(() => house.close());

async function seated(name: string, role: SeatRole): Promise<Actor> {
  const actor = await house.as(`${name}@places.example`, name);
  await house.get(Organizations).seat(maple.id, role, actor.accountId ?? '');
  return actor;
}

const inDays = (days: number): string => new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
const keysOf = async (actor: Actor): Promise<readonly string[]> => (await house.get(Audiences).keysOf([actor.accountId ?? ''])).get(actor.accountId ?? '') ?? [];
const isMember = async (actor: Actor): Promise<boolean> => (await actor.query('{ session { isMember } }')).session.isMember;
const seatOf = async (actor: Actor): Promise<{ id: string; deputy_for: string | null }> => (await house.db.query<{ id: string; deputy_for: string | null }>(`select id, deputy_for from seat where account_id = $1`, [actor.accountId]))[0] ?? { id: '', deputy_for: null };
const write = (actor: Actor): Promise<{ __typename: string }> => actor.act('openThread', { title: 'Between us', body: 'A word.', audience: `team:${maple.id}` }, '... on Thread { id }');
const READERS = 'query($audience: String!) { readers(audience: $audience) { seats deputies staff observers guests people { person { name } role deputyFor until } } }';

/** Invited by `by` and come in by the mailed link. */
async function comeIn(by: Actor, role: 'deputy' | 'guest' | 'staff' | 'observer', more: Record<string, unknown> = {}): Promise<Actor> {
  count += 1;
  const actor = await house.as(`${role}${count}@home.example`, `${role} ${count}`);
  expect((await by.act('inviteToSeat', { organizationId: maple.id, role, email: `${role}${count}@home.example`, ...(role === 'guest' ? { until: inDays(30) } : {}), ...more })).__typename).toBe('SeatInvitation');
  await house.settle();
  const token = /\/invitation\/([\w.-]+)/.exec(house.mails.filter((mail) => mail.to.includes(`${role}${count}@`)).at(-1)?.text ?? '')?.[1];
  expect((await actor.act('acceptInvitation', { token })).__typename).toBe('InvitationAccepted');
  return actor;
}

describe('a deputy', () => {
  test('reads and writes for the team, and does not lead: no one is vouched for and no profile’s seat is theirs', async () => {
    const deputy = await comeIn(ana, 'deputy');
    expect((await seatOf(deputy)).deputy_for).toBe('labor_leader');
    expect(await keysOf(deputy)).toEqual(expect.arrayContaining(['members', `team:${maple.id}`]));
    expect((await write(deputy)).__typename).toBe('Thread');
    const { district } = await deputy.query(`{ district(slug: "${maple.slug}") { viewerCan { vouch invite } seats { role signs deputyFor holder { name } } } }`);
    expect(district.viewerCan).toEqual({ vouch: false, invite: false });
    expect(district.seats).toContainEqual({ role: 'deputy', signs: false, deputyFor: 'labor_leader', holder: { name: `deputy ${count}` } });
  });

  test('belongs to the seat and not to its holder: another holder finds them there, and only that seat or a steward takes them off', async () => {
    const deputy = await comeIn(ana, 'deputy');
    await ana.act('leaveSeat', { seatId: (await seatOf(ana)).id });
    expect(await keysOf(deputy)).toContain(`team:${maple.id}`);
    const { id } = await seatOf(deputy);
    expect((await dana.act('removeFromTeam', { seatId: id })).__typename).toBe('NotAllowed');
    const next = await seated('next', 'labor_leader');
    expect((await next.act('removeFromTeam', { seatId: id })).__typename).toBe('Done');
    expect(await keysOf(deputy)).not.toContain(`team:${maple.id}`);
    ana = next;

    const another = await comeIn(luis, 'deputy');
    const sam = await house.as('sam@steward.example', 'Sam');
    await house.get(Accounts).makeSteward(sam.accountId ?? '');
    expect((await sam.act('removeFromTeam', { seatId: (await seatOf(another)).id })).__typename).toBe('Done');
  });

  test('is named by a leading seat alone, not by staff, another deputy, a co-sponsor or a steward', async () => {
    const sponsor = await anOrganization(house.get, { kind: 'co_sponsor', state: null });
    const nora = await house.as('nora@sponsor.example');
    await house.get(Organizations).seat(sponsor.id, 'representative', nora.accountId ?? '');
    for (const actor of [await comeIn(dana, 'staff'), await comeIn(dana, 'deputy'), nora, await house.as('sam@steward.example')]) {
      for (const role of ['deputy', 'guest']) expect((await actor.act('inviteToSeat', { organizationId: maple.id, role, email: 'x@home.example', ...(role === 'guest' ? { until: inDays(3) } : {}) })).__typename).toBe('NotAllowed');
    }
  });

  test('one address is the deputy of one seat: the other side’s invitation stays as it was', async () => {
    expect((await dana.act('inviteToSeat', { organizationId: maple.id, role: 'deputy', email: 'both@home.example' }, '... on SeatInvitation { deputyFor }')).deputyFor).toBe('superintendent');
    expect((await luis.act('inviteToSeat', { organizationId: maple.id, role: 'deputy', email: 'both@home.example' })).__typename).toBe('Conflict');
    const { teamInvitations } = await luis.query(`{ teamInvitations(organizationId: "${maple.id}") { id email } }`);
    const { id } = teamInvitations.find((one: { email: string }) => one.email === 'both@home.example');
    expect((await luis.act('withdrawInvitation', { invitationId: id })).__typename).toBe('NotAllowed');
    expect((await dana.act('withdrawInvitation', { invitationId: id })).__typename).toBe('SeatInvitation');
  });
});

describe('a guest', () => {
  test('reads the team’s own space and nothing else of the community, and writes nothing', async () => {
    const thread = await dana.act('openThread', { title: 'For the table', body: 'Our dates.', audience: `team:${maple.id}` }, '... on Thread { id }');
    const guest = await comeIn(dana, 'guest');
    expect(await keysOf(guest)).toEqual(['public', `team:${maple.id}`]);
    expect(await isMember(guest)).toBe(false);
    expect((await guest.query(`{ thread(id: "${thread.id}") { title viewerCan { reply } } }`)).thread).toEqual({ title: 'For the table', viewerCan: { reply: false } });
    expect((await write(guest)).__typename).toBe('NotAllowed');
    expect((await guest.act('reply', { threadId: thread.id, body: 'May I?' })).__typename).toBe('NotAllowed');
    expect((await guest.http('POST', '/files', { headers: { 'content-type': 'application/pdf' }, body: '%PDF' })).status).toBeGreaterThanOrEqual(400);
  });

  test('reads until the date and not a moment longer, without anybody doing anything', async () => {
    const thread = await dana.act('openThread', { title: 'Until then', body: 'Dates.', audience: `team:${maple.id}` }, '... on Thread { id }');
    const guest = await comeIn(dana, 'guest');
    const read = async (): Promise<unknown> => (await guest.query(`{ thread(id: "${thread.id}") { title } }`)).thread;
    const { id } = await seatOf(guest);
    await house.db.query(`update seat set valid_until = now() + interval '1 minute' where id = $1`, [id]);
    expect(await read()).toEqual({ title: 'Until then' });
    // The same place a minute and a second later.
    await house.db.query(`update seat set valid_until = valid_until - interval '61 seconds' where id = $1`, [id]);
    expect(await read()).toBeNull();
    expect(await keysOf(guest)).toEqual(['public']);
    const { readers } = await dana.query(READERS, { audience: `team:${maple.id}` });
    expect(readers[0].people.map((reader: { person: { name: string } }) => reader.person.name)).not.toContain(`guest ${count}`);
    expect(JSON.stringify(await dana.query(`{ district(slug: "${maple.slug}") { seats { holder { name } } } }`))).not.toContain(`guest ${count}"`);
    expect((await luis.act('keepGuest', { seatId: id, until: inDays(10) })).__typename).toBe('Done');
    expect(await read()).toEqual({ title: 'Until then' });
  });

  test('whose date has passed comes back by a new invitation, to the new date', async () => {
    const guest = await comeIn(dana, 'guest');
    await house.db.query(`update seat set valid_until = now() - interval '1 day' where id = $1`, [(await seatOf(guest)).id]);
    await dana.act('inviteToSeat', { organizationId: maple.id, role: 'guest', email: `guest${count}@home.example`, until: inDays(5) });
    const token = (await house.db.one<{ id: string }>(`select id from seat_invitation where email = $1 and accepted_at is null`, [`guest${count}@home.example`]))?.id;
    await house.settle();
    const link = house.mails.flatMap((mail) => /\/invitation\/([\w.-]+)/.exec(mail.text ?? '')?.[1] ?? []).find((one) => one.startsWith(token ?? '-'));
    expect((await guest.act('acceptInvitation', { token: link })).__typename).toBe('InvitationAccepted');
    expect(await keysOf(guest)).toContain(`team:${maple.id}`);
  });

  test('has a last day within a year; an invitation does not outlast it', async () => {
    const invite = (until: string | null): Promise<{ __typename: string }> => dana.act('inviteToSeat', { organizationId: maple.id, role: 'guest', email: 'late@home.example', until });
    for (const until of [null, inDays(-2), inDays(400)]) expect(await invite(until)).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'until' }] });
    expect(await dana.act('inviteToSeat', { organizationId: maple.id, role: 'staff', email: 'late@home.example', until: inDays(3) })).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'until' }] });
    expect((await invite(inDays(3))).__typename).toBe('SeatInvitation');
    await house.settle();
    const token = /\/invitation\/([\w.-]+)/.exec(house.mails.filter((mail) => mail.to.includes('late@')).at(-1)?.text ?? '')?.[1];
    await house.db.query(`update seat_invitation set valid_until = now() - interval '1 second' where email = 'late@home.example'`);
    expect((await house.visitor.act('acceptInvitation', { token, name: 'Late' })).__typename).toBe('Conflict');
  });

  test('is kept or taken off by any of the three, and by nobody else', async () => {
    const [guest, staff] = [await comeIn(dana, 'guest'), await comeIn(dana, 'staff')];
    const { id } = await seatOf(guest);
    for (const actor of [staff, guest]) expect((await actor.act('keepGuest', { seatId: id, until: inDays(9) })).__typename).toBe('NotAllowed');
    expect((await dana.act('keepGuest', { seatId: (await seatOf(staff)).id, until: inDays(9) })).__typename).toBe('NotAllowed');
    expect((await staff.act('removeFromTeam', { seatId: id })).__typename).toBe('NotAllowed');
    expect((await luis.act('removeFromTeam', { seatId: id })).__typename).toBe('Done');
  });
});

test('the last day ends at midnight in the Eastern zone, in summer and in winter', () => {
  expect(endOfDay('2026-07-10', new Date('2026-07-01T12:00:00Z')).toISOString()).toBe('2026-07-11T04:00:00.000Z');
  expect(endOfDay('2026-12-10', new Date('2026-12-01T12:00:00Z')).toISOString()).toBe('2026-12-11T05:00:00.000Z');
  expect(endOfDay('2026-03-08', new Date('2026-03-01T12:00:00Z')).toISOString()).toBe('2026-03-09T04:00:00.000Z');
  expect(endOfDay('2026-11-01', new Date('2026-10-20T12:00:00Z')).toISOString()).toBe('2026-11-02T05:00:00.000Z');
});

test('who reads the team’s space is told to those who read it, and to nobody else', async () => {
  await house.db.query(`delete from seat where organization_id = $1 and role in ('deputy', 'staff', 'observer', 'guest')`, [maple.id]);
  await comeIn(dana, 'deputy');
  const [observer, guest] = [await comeIn(luis, 'observer'), await comeIn(luis, 'guest')];
  const audience = `team:${maple.id}`;
  for (const actor of [dana, observer, guest]) {
    expect((await actor.query(READERS, { audience })).readers).toMatchObject([
      { seats: 3, deputies: 1, staff: 0, observers: 1, guests: 1, people: [{ role: 'superintendent' }, { role: 'board_president' }, { role: 'labor_leader' }, { role: 'deputy', deputyFor: 'superintendent' }, { role: 'observer' }, { role: 'guest', until: expect.any(String) }] },
    ]);
  }
  for (const actor of [await house.as('stranger@home.example'), await house.as('sam@steward.example')]) expect((await actor.query(READERS, { audience })).readers).toBeNull();
  for (const other of ['members', 'team:nonsense', `conference:${maple.id}`]) expect((await dana.query(READERS, { audience: other })).readers).toBeNull();
  const statements = await house.statementsOf(() => dana.query(READERS, { audience }));
  expect(statements.filter((sql) => sql.includes('valid_until') && sql.includes('distinct on'))).toHaveLength(1);
});
