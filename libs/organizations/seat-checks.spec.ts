import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { JobRunner } from '@app/platform/jobs';
import { Mails } from '@app/platform/mail';
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
let luis: Actor;
let sam: Actor;
let count = 0;

beforeAll(async () => {
  house = await openHouse();
  sam = await house.as('sam@steward.example', 'Sam');
  await house.get(Accounts).makeSteward(sam.accountId ?? '');
});
afterAll(() => house.close());
beforeEach(async () => {
  count += 1;
  await house.db.query(`delete from organization`);
  maple = await anOrganization(house.get, { name: 'Maple Hollow' });
  dana = await seated('dana', 'superintendent');
  luis = await seated('luis', 'board_president');
  pete = await seated('pete', 'labor_leader');
  await house.settle();
  house.mails.length = 0;
});

const addressOf = (name: string): string => `${name}${count}@seats.example`;
async function seated(name: string, role: SeatRole, at = maple): Promise<Actor> {
  const actor = await house.as(addressOf(name), name);
  await house.get(Organizations).seat(at.id, role, actor.accountId ?? '');
  return actor;
}
const due = (name: 'due-questions' | 'due-seats'): Promise<void> => house.get(JobRunner).run({ name: `organizations.${name}`, data: {} });
const isThere = async (actor: Actor): Promise<boolean> => (await house.db.one(`select 1 from seat where account_id = $1`, [actor.accountId])) !== null;
const waitingOf = async (actor: Actor): Promise<string[]> => (await actor.query('{ waiting { title } }')).waiting.map(({ title }: { title: string }) => title);
const checkId = async (): Promise<string> => (await house.db.one<{ id: string }>(`select id from seat_check where closed_at is null`))?.id ?? '';
const CHECK = '... on SeatCheck { vacatesAt closed answers { answer address isMine } }';
const answer = async (actor: Actor, said: string, more: object = {}): Promise<Record<string, unknown>> => actor.act('answerSeatCheck', { checkId: await checkId(), answer: said, ...more }, CHECK);
/** Dana's mail comes back, and the others have been asked. */
async function bounced(): Promise<void> {
  await house.get(Mails).suppress(addressOf('dana'), 'bounced');
  await house.settle();
}
/** As after so many days without a sign of Dana. */
async function later(days: number): Promise<void> {
  await house.db.query(`update seat_check set opened_at = opened_at - make_interval(days => $1), vacates_at = vacates_at - make_interval(days => $1)`, [days]);
  await house.db.query(`update seat_holding set asked_at = asked_at - make_interval(days => $1), since = since - make_interval(days => $1), confirmed_at = confirmed_at - make_interval(days => $1), reminded_at = reminded_at - make_interval(days => $1)`, [days]);
  await house.db.query(`update session set seen_at = seen_at - make_interval(days => $1), created_at = created_at - make_interval(days => $1) where account_id = $2`, [days + 1, dana.accountId]);
}
const linkIn = (subject: RegExp): string => /\/team\/confirm\/([\w.-]+)/.exec(house.mails.findLast((mail) => subject.test(mail.subject))?.text ?? '')?.[1] ?? '';

test('once a year each leading seat is asked by mail, and one press answers; opening the link does not', async () => {
  const staff = await seated('ines', 'staff');
  await due('due-questions');
  await house.settle();
  expect(house.mails).toEqual([]);
  await later(366);
  await Promise.all([due('due-questions'), due('due-questions')]);
  await house.settle();
  expect(house.mails.map((mail) => mail.to).sort()).toEqual(['dana', 'luis', 'pete'].map(addressOf).map((address) => expect.stringContaining(address)));
  expect(await waitingOf(pete)).toEqual(['Do you still sit as union or association leader of Maple Hollow? One press confirms it']);
  expect(await waitingOf(staff)).toEqual([]);

  const token = linkIn(/^Do you still sit as superintendent/);
  for (let time = 0; time < 20; time += 1) {
    await house.visitor.http('GET', `/team/confirm/${token}`);
    await house.visitor.http('HEAD', `/team/confirm/${token}`);
    expect((await house.visitor.query(`{ seatConfirmation(token: "${token}") { state } }`)).seatConfirmation.state).toBe('open');
  }
  expect((await house.visitor.act('confirmSeat', { token })).__typename).toBe('Done');
  expect((await house.visitor.act('confirmSeat', { token })).__typename).toBe('Done');
  expect((await house.visitor.query(`{ seatConfirmation(token: "${token}") { state holderName role organization { name } } }`)).seatConfirmation).toEqual({ state: 'confirmed', holderName: 'dana', role: 'superintendent', organization: { name: 'Maple Hollow' } });
  expect((await house.visitor.query(`{ seatConfirmation(token: "${token.replace(/.$/, (sign) => (sign === 'A' ? 'B' : 'A'))}") { state } }`)).seatConfirmation).toBeNull();
});

test('a holder confirms on the team’s page; nobody confirms for another, and last year’s link answers nothing this year', async () => {
  await later(366);
  await due('due-questions');
  await house.settle();
  const old = linkIn(/^Do you still sit as superintendent/);
  const { id } = (await house.db.one<{ id: string }>(`select id from seat where account_id = $1`, [dana.accountId])) ?? { id: '' };
  for (const other of [pete, sam]) expect((await other.act('confirmOwnSeat', { seatId: id })).__typename).toBe('NotAllowed');
  expect((await dana.act('confirmOwnSeat', { seatId: id })).__typename).toBe('Done');
  expect(await waitingOf(dana)).toEqual([]);
  await later(366);
  await due('due-questions');
  expect((await house.visitor.act('confirmSeat', { token: old })).__typename).toBe('NotAllowed');
});

test('silence is reminded of once, then shown to the others; it removes nobody, however long it lasts', async () => {
  await later(366);
  await due('due-questions');
  for (const one of [luis, pete]) await one.act('confirmOwnSeat', { seatId: (await house.db.one<{ id: string }>(`select id from seat where account_id = $1`, [one.accountId]))?.id });
  await house.settle();
  house.mails.length = 0;
  await later(15);
  await due('due-questions');
  await due('due-questions');
  await house.settle();
  expect(house.mails.map((mail) => mail.to)).toEqual([expect.stringContaining(addressOf('dana'))]);
  expect(await waitingOf(pete)).toEqual([]);
  await later(16);
  await due('due-questions');
  await house.settle();
  expect(await waitingOf(pete)).toEqual(['Does dana still sit as superintendent of Maple Hollow?']);
  expect(await waitingOf(sam)).toEqual(['Does dana still sit as superintendent of Maple Hollow?']);
  expect((await pete.query(`{ seatRecords(organizationId: "${maple.id}") { role notConfirmedSince } }`)).seatRecords[0]).toMatchObject({ role: 'superintendent', notConfirmedSince: expect.any(String) });
  await later(300);
  await due('due-questions');
  await due('due-seats');
  expect(await isThere(dana)).toBe(true);
});

test('when mail to a seat comes back for good, the other two are asked by mail and among what waits, and nobody else is', async () => {
  const elsewhere = await seated('otto', 'superintendent', await anOrganization(house.get));
  const staff = await seated('ines', 'staff');
  await house.settle();
  house.mails.length = 0;
  await bounced();
  await house.get(Mails).suppress(addressOf('dana'), 'bounced');
  await house.settle();
  expect(house.mails.map((mail) => [mail.to, mail.subject]).sort()).toEqual([
    [expect.stringContaining(addressOf('luis')), 'Does dana still sit as superintendent of Maple Hollow?'],
    [expect.stringContaining(addressOf('pete')), 'Does dana still sit as superintendent of Maple Hollow?'],
  ]);
  expect(await waitingOf(luis)).toEqual(['Does dana still sit as superintendent of Maple Hollow?']);
  for (const other of [elsewhere, staff]) {
    expect(await waitingOf(other)).toEqual([]);
    expect((await answer(other, 'left'))['__typename']).toBe('NotAllowed');
    expect((await other.query(`{ seatCheck(id: "${await checkId()}") { role } }`)).seatCheck).toBeNull();
  }
  expect((await answer(dana, 'here'))['__typename']).toBe('NotAllowed');
  expect((await pete.query(`{ seatCheck(id: "${await checkId()}") { reason holder { name } } }`)).seatCheck).toEqual({ reason: 'bounced', holder: { name: 'dana' } });
  expect(await answer(pete, 'unknown')).toMatchObject({ __typename: 'SeatCheck', vacatesAt: null, answers: [{ answer: 'unknown', isMine: true }] });
  expect(await waitingOf(pete)).toEqual([]);
});

test('one side’s word moves nobody; when all beside the seat say so and its holder stays silent for two weeks, it falls vacant', async () => {
  await bounced();
  expect(await answer(pete, 'left')).toMatchObject({ vacatesAt: null });
  await later(60);
  await due('due-seats');
  expect(await isThere(dana)).toBe(true);
  expect(await answer(luis, 'left')).toMatchObject({ vacatesAt: expect.any(String) });
  await due('due-seats');
  expect(await isThere(dana)).toBe(true);
  await later(15);
  await Promise.all([due('due-seats'), due('due-seats')]);
  expect(await isThere(dana)).toBe(false);
  expect((await pete.query(`{ seatRecords(organizationId: "${maple.id}") { role holder { name } former { ended } } }`)).seatRecords[0]).toEqual({ role: 'superintendent', holder: null, former: [{ ended: 'found_gone' }] });
});

test('the holder’s own word outweighs both others', async () => {
  await bounced();
  await answer(pete, 'left');
  await answer(luis, 'left');
  expect(await waitingOf(dana)).toEqual(['Your colleagues believe that you have left the seat of superintendent of Maple Hollow']);
  expect((await dana.act('confirmOwnSeat', { seatId: (await house.db.one<{ id: string }>(`select id from seat where account_id = $1`, [dana.accountId]))?.id })).__typename).toBe('Done');
  expect(await checkId()).toBe('');
  await house.db.query(`update seat_check set vacates_at = now() - interval '1 day'`);
  await due('due-seats');
  expect(await isThere(dana)).toBe(true);
});

test('whoever was seen here since they were asked about keeps their seat, whatever the others say', async () => {
  await bounced();
  await answer(pete, 'left');
  await answer(luis, 'left');
  await later(15);
  await house.db.query(`update session set seen_at = now() where account_id = $1`, [dana.accountId]);
  await due('due-seats');
  expect(await isThere(dana)).toBe(true);
  expect(await checkId()).toBe('');
});

test('somebody who takes their word back stops it, and so does one who says that they are still here', async () => {
  await bounced();
  await answer(pete, 'left');
  await answer(luis, 'left');
  expect(await answer(luis, 'unknown')).toMatchObject({ vacatesAt: null });
  expect(await answer(luis, 'here')).toMatchObject({ closed: true });
  expect((await pete.act('answerSeatCheck', { checkId: (await house.db.one<{ id: string }>(`select id from seat_check`))?.id, answer: 'left' })).__typename).toBe('Conflict');
});

test('a new address that a colleague names is read by them and a steward, and moves no account', async () => {
  await bounced();
  expect(await answer(pete, 'left', { address: 'x@home.example' })).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'address' }] });
  expect(await answer(pete, 'here', { address: 'dana.new@home.example' })).toMatchObject({ closed: false, answers: [{ address: 'dana.new@home.example' }] });
  const seen = async (reader: Actor): Promise<unknown> => (await reader.query(`{ seatCheck(id: "${await checkId()}") { answers { address } } }`)).seatCheck.answers;
  expect(await seen(sam)).toEqual([{ address: 'dana.new@home.example' }]);
  expect(await seen(luis)).toEqual([{ address: null }]);
  expect(await house.get(Accounts).findByEmail('dana.new@home.example')).toBeNull();
  expect(await house.get(Accounts).findByEmail(addressOf('dana'))).not.toBeNull();
});

test('where only one sits beside the seat, a steward must say so too; where nobody does, the stewards are asked', async () => {
  await luis.act('leaveSeat', { seatId: (await house.db.one<{ id: string }>(`select id from seat where account_id = $1`, [luis.accountId]))?.id });
  await bounced();
  expect(await answer(pete, 'left')).toMatchObject({ vacatesAt: null });
  expect(await answer(sam, 'left')).toMatchObject({ vacatesAt: expect.any(String) });

  await house.db.query(`delete from seat_check`);
  await house.db.query(`update seat set account_id = null where account_id = $1`, [pete.accountId]);
  house.mails.length = 0;
  await house.get(Mails).pardon(addressOf('dana'));
  await bounced();
  expect(house.mails.map((mail) => mail.to)).toEqual([expect.stringContaining('sam@steward.example')]);
});

test('a steward may ask after a seat, the holder is asked too, and the steward alone decides nothing; nobody else may ask', async () => {
  const { id } = (await house.db.one<{ id: string }>(`select id from seat where account_id = $1`, [dana.accountId])) ?? { id: '' };
  for (const other of [pete, dana, await house.as('stranger@home.example')]) expect((await other.act('askAfterSeat', { seatId: id })).__typename).toBe('NotAllowed');
  expect((await sam.act('askAfterSeat', { seatId: id })).__typename).toBe('Done');
  expect((await sam.act('askAfterSeat', { seatId: id })).__typename).toBe('Conflict');
  await house.settle();
  expect(house.mails.map((mail) => mail.to).sort()).toEqual(['dana', 'luis', 'pete'].map(addressOf).map((address) => expect.stringContaining(address)));
  expect(await answer(sam, 'left')).toMatchObject({ vacatesAt: null });
  await later(60);
  await due('due-seats');
  expect(await isThere(dana)).toBe(true);
});

test('a question about somebody who has left in the meantime is over', async () => {
  await bounced();
  await dana.act('leaveSeat', { seatId: (await house.db.one<{ id: string }>(`select id from seat where account_id = $1`, [dana.accountId]))?.id });
  expect(await checkId()).toBe('');
});
