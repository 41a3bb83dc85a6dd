import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { Accounts } from '@app/people';
import { JobRunner } from '@app/platform/jobs';
import { type Actor, openHouse, type TestHouse } from '../../test/setup/house.js';
import { Handovers } from './handovers.service.js';
import type { Organization } from './organization.entity.js';
import { Organizations } from './organizations.service.js';
import type { SeatRole } from './seat.entity.js';
import { easternToday } from './term-day.js';
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
  maple = await anOrganization(house.get, { name: `Maple Hollow ${count}` });
  dana = await seated('dana', 'superintendent');
  luis = await seated('luis', 'board_president');
  pete = await seated('pete', 'labor_leader');
  await house.settle();
  house.mails.length = 0;
});

async function seated(name: string, role: SeatRole, at = maple): Promise<Actor> {
  const actor = await house.as(`${name}${count}@seats.example`, name);
  await house.get(Organizations).seat(at.id, role, actor.accountId ?? '');
  return actor;
}
const seatIdOf = async (actor: Actor): Promise<string> => (await house.db.one<{ id: string }>(`select id from seat where account_id = $1`, [actor.accountId]))?.id ?? '';
const holderOf = async (role: string): Promise<string | null> => (await house.db.one<{ account_id: string | null }>(`select account_id from seat where organization_id = $1 and role = $2`, [maple.id, role]))?.account_id ?? null;
const HANDOVER = '... on SeatHandover { id day email successor }';
const successor = (): string => `next${count}@home.example`;
/** Dana hands her seat over; answers the token of the mailed link. */
async function handed(more: Record<string, unknown> = {}): Promise<string> {
  const answer = await dana.act('handOverSeat', { seatId: await seatIdOf(dana), email: successor(), ...more }, HANDOVER);
  if (answer.__typename !== 'SeatHandover') throw new Error(answer.message);
  await house.settle();
  const link = /\/handover\/([\w.-]+)/.exec(house.mails.findLast((mail) => mail.to.includes(String(more['email'] ?? successor())))?.text ?? '');
  return link?.[1] ?? '';
}
const RECORDS = (id = maple.id): string => `{ seatRecords(organizationId: "${id}") { role isMine termEnds equivalent title holder { name } former { person { name } ended } handover { id day email successor } } }`;
const ACCEPTED = '... on HandoverAccepted { seatId state }';
const signedIn = async (actor: Actor): Promise<boolean> => (await actor.query('{ session { person { id } } }')).session.person !== null;
const dueSeats = (): Promise<void> => house.get(JobRunner).run({ name: 'organizations.due-seats', data: {} });

test('a superintendent hands over today: the successor sits there at once, and the old one is signed out the same moment', async () => {
  const token = await handed({ words: 'Ask Pete about the calendar.' });
  const opened = await house.visitor.query(`{ handover(token: "${token}") { role state day words needsName needsSignIn from { name } organization { name } } }`);
  expect(opened.handover).toEqual({ role: 'superintendent', state: 'open', day: null, words: 'Ask Pete about the calendar.', needsName: true, needsSignIn: false, from: { name: 'dana' }, organization: { name: maple.name } });
  // Reading the link, however often, changed nothing.
  expect(await holderOf('superintendent')).toBe(dana.accountId);
  expect(await signedIn(dana)).toBe(true);

  expect(await house.visitor.act('acceptHandover', { token, name: 'Nia Okoro' }, ACCEPTED)).toMatchObject({ __typename: 'HandoverAccepted', state: 'done' });
  const nia = await house.as(successor());
  expect(await holderOf('superintendent')).toBe(nia.accountId);
  expect(await signedIn(dana)).toBe(false);
  const viewer = await house.viewerOf(nia);
  expect(viewer.keys).toEqual(expect.arrayContaining(['members', `team:${maple.id}`]));
  const again = await house.as(`dana${count}@seats.example`);
  expect((await house.viewerOf(again)).keys).toEqual(['public']);
  expect((await pete.query(RECORDS())).seatRecords[0]).toMatchObject({ role: 'superintendent', holder: { name: 'Nia Okoro' }, former: [{ person: { name: 'dana' }, ended: 'handed_over' }] });
});

test('the seat passes on the named day and not before, also when the successor said yes early', async () => {
  const token = await handed({ day: '2999-01-01' }).catch((error: Error) => error.message);
  expect(token).toMatch(/within a year/);
  const nextMonth = new Date(Date.now() + 30 * 24 * 3600 * 1000).toISOString().slice(0, 10);
  const early = await handed({ day: nextMonth });
  expect(await house.visitor.act('acceptHandover', { token: early, name: 'Nia Okoro' }, ACCEPTED)).toMatchObject({ state: 'accepted' });
  await dueSeats();
  expect(await holderOf('superintendent')).toBe(dana.accountId);
  expect(await signedIn(dana)).toBe(true);
  expect((await luis.query(RECORDS())).seatRecords[0].handover).toMatchObject({ day: nextMonth, successor: 'Nia Okoro', email: null });
  expect((await dana.query(RECORDS())).seatRecords[0].handover).toMatchObject({ email: successor() });

  await house.db.query(`update seat_handover set effective_at = now() - interval '1 minute' where organization_id = $1`, [maple.id]);
  await Promise.all([dueSeats(), dueSeats()]);
  expect(await holderOf('superintendent')).toBe((await house.as(successor())).accountId);
  expect(await signedIn(dana)).toBe(false);
});

test('only its holder hands a seat over, and only its holder takes that back', async () => {
  const seatId = await seatIdOf(dana);
  const staff = await seated('sid', 'staff');
  for (const other of [pete, luis, staff, sam, await house.as('stranger@home.example')]) expect((await other.act('handOverSeat', { seatId, email: successor() })).__typename).toBe('NotAllowed');
  expect((await staff.act('handOverSeat', { seatId: await seatIdOf(staff), email: successor() })).__typename).toBe('NotAllowed');
  const token = await handed();
  expect((await dana.act('handOverSeat', { seatId, email: 'another@home.example' })).__typename).toBe('Conflict');
  const { id } = (await dana.query(RECORDS())).seatRecords[0].handover;
  for (const other of [pete, luis, sam]) expect((await other.act('withdrawHandover', { handoverId: id })).__typename).toBe('NotAllowed');
  expect((await dana.act('withdrawHandover', { handoverId: id })).__typename).toBe('Done');
  expect((await house.visitor.act('acceptHandover', { token, name: 'Nia' })).__typename).toBe('Conflict');
  expect(await holderOf('superintendent')).toBe(dana.accountId);
  expect((await house.db.query(`select 1 from account where email = $1`, [successor()]))).toHaveLength(0);
  await house.settle();
  expect(house.mails.at(-1)).toMatchObject({ to: expect.stringContaining(successor()), subject: expect.stringContaining('not handed over for now') });
});

test('twenty presses on one link, and a claim confirmed at the same moment, seat exactly one person', async () => {
  const token = await handed();
  await dana.act('leaveSeat', { seatId: await seatIdOf(dana) });
  const rival = await house.as(`rival${count}@home.example`, 'Rival');
  const claim = await rival.act('claimSeat', { organizationId: maple.id, role: 'superintendent', words: 'It is mine.' }, '... on SeatClaim { id }');
  const answers = await Promise.all([
    ...Array.from({ length: 20 }, () => house.visitor.act('acceptHandover', { token, name: 'Nia Okoro' })),
    ...Array.from({ length: 5 }, () => pete.act('vouchForClaim', { claimId: claim.id })),
  ]);
  expect(answers.filter((answer) => answer.__typename === 'HandoverAccepted' || answer.__typename === 'SeatClaim')).toHaveLength(1);
  expect(await house.db.query(`select 1 from seat where organization_id = $1 and role = 'superintendent' and account_id is not null`, [maple.id])).toHaveLength(1);
  expect(await house.db.query(`select 1 from seat_holding where organization_id = $1 and role = 'superintendent' and until is null`, [maple.id])).toHaveLength(1);
});

test('two successors, named one after the other, press at the same moment: exactly one sits', async () => {
  const first = await handed();
  const { id } = (await dana.query(RECORDS())).seatRecords[0].handover;
  const other = `second${count}@home.example`;
  // Who was signed out while asking has lost the race as well.
  const withdrawing = dana.act('withdrawHandover', { handoverId: id }).catch((error: Error) => ({ __typename: error.message }));
  const [withdrawn, accepted] = await Promise.all([withdrawing, house.visitor.act('acceptHandover', { token: first, name: 'First' })]);
  // Either the hand-over was taken back, and the second can be named and sits; or the first sits, and Dana names nobody any more.
  if (withdrawn.__typename === 'Done') {
    expect(accepted.__typename).toBe('Conflict');
    const second = await handed({ email: other });
    const both = await Promise.all([house.visitor.act('acceptHandover', { token: second, name: 'Second' }), house.visitor.act('acceptHandover', { token: first, name: 'First' })]);
    expect(both.map((answer) => answer.__typename)).toEqual(['HandoverAccepted', 'Conflict']);
  } else {
    expect(accepted.__typename).toBe('HandoverAccepted');
    expect((await dana.raw(`mutation { handOverSeat(input: { seatId: "${await house.db.one<{ id: string }>(`select id from seat where organization_id = $1 and role = 'superintendent'`, [maple.id]).then((row) => row?.id)}", email: "${other}" }) { __typename } }`)).errors?.[0]?.extensions?.['code']).toBe('SignInNeeded');
  }
  expect(await house.db.query(`select 1 from seat_holding where organization_id = $1 and role = 'superintendent' and until is null`, [maple.id])).toHaveLength(1);
});

test('a forwarded link opens nobody’s account, and a link that is not ours offers nothing', async () => {
  const known = await house.as(successor(), 'Nia Okoro');
  const token = await handed();
  expect((await house.visitor.act('acceptHandover', { token, name: 'Somebody' })).__typename).toBe('NotAllowed');
  expect((await pete.act('acceptHandover', { token })).__typename).toBe('NotAllowed');
  expect((await known.query(`{ handover(token: "${token}") { needsSignIn } }`)).handover.needsSignIn).toBe(false);
  expect((await house.visitor.query(`{ handover(token: "${token.slice(0, -2)}xx") { role } }`)).handover).toBeNull();
  expect((await known.act('acceptHandover', { token }, ACCEPTED)).state).toBe('done');
});

test('what is missing or wrong in a hand-over is said field by field', async () => {
  const seatId = await seatIdOf(dana);
  expect(await dana.act('handOverSeat', { seatId, email: 'no address' })).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'email' }] });
  expect(await dana.act('handOverSeat', { seatId, email: `dana${count}@seats.example` })).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'email' }] });
  expect(await dana.act('handOverSeat', { seatId, email: successor(), day: '2020-01-01' })).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'day' }] });
  expect(await house.visitor.act('acceptHandover', { token: await handed() })).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'name' }] });
});

test('whoever leaves keeps reading nothing but their own, and the others fill the vacant seat without removing anybody', async () => {
  expect((await pete.act('leaveSeat', { seatId: await seatIdOf(dana) })).__typename).toBe('NotAllowed');
  expect((await dana.act('leaveSeat', { seatId: await seatIdOf(dana) })).__typename).toBe('Done');
  expect(await signedIn(dana)).toBe(false);
  expect((await pete.query('{ waiting { title } }')).waiting).toEqual([{ title: `Nobody sits as superintendent of ${maple.name}: invite somebody` }]);
  expect((await pete.act('inviteToSeat', { organizationId: maple.id, role: 'superintendent', email: successor() })).__typename).toBe('SeatInvitation');
  const again = await house.as(`dana${count}@seats.example`);
  expect((await again.query('{ formerSeats { role organizationName } }')).formerSeats).toEqual([{ role: 'superintendent', organizationName: maple.name }]);
  expect((await again.query(RECORDS())).seatRecords).toEqual([]);
  await house.settle();
  expect(house.mails.find((mail) => mail.to.includes(`dana${count}@`))?.subject).toBe(`You no longer sit as superintendent of ${maple.name}`);
});

test('a holder names the district’s own word and the end of the term; nobody else does, and the seat falls vacant the day after', async () => {
  const seatId = await seatIdOf(dana);
  const input = { seatId, title: 'Chief Executive Officer', equivalent: true, termEnds: easternToday() };
  for (const other of [pete, sam]) expect((await other.act('describeSeat', input)).__typename).toBe('NotAllowed');
  expect(await dana.act('describeSeat', { ...input, termEnds: '2020-06-30' })).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'termEnds' }] });
  expect(await dana.act('describeSeat', { ...input, title: '' })).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'title' }] });
  expect((await dana.act('describeSeat', input)).__typename).toBe('Done');
  expect((await luis.query(RECORDS())).seatRecords[0]).toMatchObject({ title: 'Chief Executive Officer', equivalent: true, termEnds: easternToday() });
  await house.get(JobRunner).run({ name: 'organizations.due-questions', data: {} });
  await house.get(JobRunner).run({ name: 'organizations.due-questions', data: {} });
  await dueSeats();
  await house.settle();
  expect(house.mails.map((mail) => mail.subject)).toEqual([expect.stringMatching(/^Your term as Chief Executive Officer of Maple Hollow \d+ ends on/)]);
  expect(await holderOf('superintendent')).toBe(dana.accountId);

  await house.db.query(`update seat_holding set term_ends = term_ends - 2 where seat_id = $1 and until is null`, [seatId]);
  await Promise.all([dueSeats(), dueSeats()]);
  expect(await holderOf('superintendent')).toBeNull();
  expect((await luis.query(RECORDS())).seatRecords.find((record: { role: string }) => record.role === 'superintendent')).toMatchObject({ title: 'Chief Executive Officer', holder: null, former: [{ ended: 'term_ended' }] });
});

test('a successor who said yes takes the seat before a term that ends the same day leaves a gap', async () => {
  const token = await handed({ day: new Date(Date.now() + 10 * 24 * 3600 * 1000).toISOString().slice(0, 10) });
  await house.visitor.act('acceptHandover', { token, name: 'Nia Okoro' });
  await house.db.query(`update seat_holding set term_ends = (now() - interval '2 days')::date where seat_id = $1 and until is null`, [await seatIdOf(dana)]);
  await house.db.query(`update seat_handover set effective_at = now() where organization_id = $1`, [maple.id]);
  await dueSeats();
  expect((await luis.query(RECORDS())).seatRecords.find((record: { role: string }) => record.role === 'superintendent')).toMatchObject({ holder: { name: 'Nia Okoro' }, former: [{ ended: 'handed_over' }] });
});

test('the history of a team’s seats is for those who speak for it and stewards, nobody else', async () => {
  const elsewhere = await seated('otto', 'superintendent', await anOrganization(house.get));
  const observer = await seated('frank', 'observer');
  const staff = await seated('ines', 'staff');
  for (const reader of [dana, staff, sam]) expect((await reader.query(RECORDS())).seatRecords).toHaveLength(3);
  for (const reader of [elsewhere, observer, await house.as('stranger@home.example')]) expect((await reader.query(RECORDS())).seatRecords).toEqual([]);
  expect((await house.visitor.raw(RECORDS())).errors?.[0]?.extensions?.['code']).toBe('SignInNeeded');
});

test('whoever follows somebody gets a brief by mail; whoever takes a seat that was always vacant gets none', async () => {
  await house.visitor.act('acceptHandover', { token: await handed({ words: 'Welcome.' }), name: 'Nia Okoro' });
  await house.settle();
  const brief = house.mails.find((mail) => mail.subject.startsWith('Your brief'));
  expect(brief).toMatchObject({ to: expect.stringContaining(successor()), text: expect.stringMatching(/dana sat here before you[\s\S]*Welcome\.[\s\S]*luis[\s\S]*pete/) });
  house.mails.length = 0;
  await seated('first', 'superintendent', await anOrganization(house.get));
  await house.settle();
  expect(house.mails.filter((mail) => mail.subject.startsWith('Your brief'))).toEqual([]);
  const nia = await house.as(successor());
  const seatId = await seatIdOf(nia);
  expect((await nia.query(`{ seatBrief(seatId: "${seatId}") { words predecessor { person { name } } sections { title } } }`)).seatBrief).toMatchObject({ words: 'Welcome.', predecessor: { person: { name: 'dana' } }, sections: [{ title: 'Your team' }] });
  expect((await pete.query(`{ seatBrief(seatId: "${seatId}") { words } }`)).seatBrief).toBeNull();
});

test('a link is made of nothing that is stored', async () => {
  const token = await handed();
  const [id] = token.split('.');
  expect(house.get(Handovers).tokenOf(id ?? '')).toBe(token);
  const rows = JSON.stringify(await house.db.query(`select * from seat_handover where id = $1`, [id])) + JSON.stringify(await house.db.query(`select data from mail_ledger where kind = 'organizations.handover'`));
  expect(rows).not.toContain(token.split('.')[1]);
});
