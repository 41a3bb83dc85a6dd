import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { Accounts } from '@app/people';
import { type Actor, openHouse, type TestHouse } from '../../test/setup/house.js';
import type { Organization } from './organization.entity.js';
import { Organizations } from './organizations.service.js';
import { anOrganization } from './testing/index.js';

let house: TestHouse;
let sam: Actor;
let count = 0;

beforeAll(async () => {
  house = await openHouse();
  sam = await house.as('sam@steward.example', 'Sam');
  await house.get(Accounts).makeSteward(sam.accountId ?? '');
});
afterAll(() => house.close());
beforeEach(async () => {
  await house.db.query(`delete from join_request`);
  await house.settle();
  house.mails.length = 0;
});

const REQUEST = '... on JoinRequest { id state complete place whatHappens question reply answer leaders { role name email answer isAsker } }';
const ASKED = 'query($token: String!) { joiningAsked(token: $token) { isOpen needsSignIn answer role name statement asker { name } district { name } } }';

/** A superintendent of a district of their own, with the two others at addresses that nobody has used yet. */
async function aDistrict(): Promise<{ tess: Actor; district: Organization; board: string; labor: string }> {
  count += 1;
  const district = await anOrganization(house.get, { name: `Quiet Hills ${count}` });
  return { tess: await house.as(`tess${count}@quiet.example`, 'Tess Moran'), district, board: `bo${count}@home.example`, labor: `lia${count}@home.example` };
}

function ask(actor: Actor, district: Organization, board: string | null, labor: string | null, more: Record<string, unknown> = {}): Promise<Record<string, string>> {
  const leaders = [...(board ? [{ role: 'board_president', name: 'Bo Tanner', email: board }] : []), ...(labor ? [{ role: 'labor_leader', name: null, email: labor }] : [])];
  return actor.act('requestToJoin', { organizationId: district.id, role: 'superintendent', statement: 'We bargain in June and want to do it better.', leaders, ...more }, REQUEST);
}

async function tokenFor(address: string): Promise<string> {
  await house.settle();
  const mail = house.mails.filter((sent) => sent.to.includes(address)).at(-1);
  return /\/joining\/answer\/([\w.-]+)/.exec(mail?.text ?? '')?.[1] ?? '';
}

async function everything(): Promise<unknown> {
  return house.db.query(`
    select (select jsonb_agg(to_jsonb(r) order by r.id) from join_request r) as requests, (select jsonb_agg(to_jsonb(l) order by l.id) from join_leader l) as leaders,
      (select count(*) from account) as accounts, (select count(*) from seat) as seats, (select count(*) from outbox) as outbox, (select count(*) from mail_ledger) as mails`);
}

test('one leader asks for the whole district: the two others get one mail each, the stewards hear of it, and the asker reads what happens', async () => {
  const { tess, district, board, labor } = await aDistrict();
  const request = await ask(tess, district, board, labor);
  expect(request).toMatchObject({ state: 'waiting', complete: false, place: 1, whatHappens: expect.stringContaining('the board president has been asked by mail, and the union or association leader has been asked by mail') });
  await house.settle();
  expect(house.mails.map((mail) => mail.to).sort()).toEqual([board, labor, 'sam@steward.example'].map((address) => expect.stringContaining(address)));
  expect(house.mails.find((mail) => mail.to.includes(board))?.text).toContain('We bargain in June');
});

test('opening the mailed page a hundred times, as a scanner does, changes nothing; the button then counts', async () => {
  const { tess, district, board, labor } = await aDistrict();
  await ask(tess, district, board, labor);
  const token = await tokenFor(board);
  const before = await everything();
  for (let times = 0; times < 100; times++) {
    await house.visitor.http(times % 2 ? 'GET' : 'HEAD', `/joining/answer/${token}`);
    expect((await house.visitor.query(ASKED, { token })).joiningAsked).toMatchObject({ isOpen: true, needsSignIn: false, answer: null, role: 'board_president', name: 'Bo Tanner', asker: { name: 'Tess Moran' }, district: { name: district.name } });
  }
  expect(await everything()).toEqual(before);
  expect(await house.visitor.act('answerJoining', { token, wanted: true }, '... on OpenedJoining { answer }')).toMatchObject({ answer: 'wanted' });
  expect((await tess.query('{ myJoinRequests { leaders { role answer } } }')).myJoinRequests[0].leaders).toContainEqual({ role: 'board_president', answer: 'wanted' });
  expect(await house.get(Accounts).findByEmail(board)).toBeNull();
});

test('a leader may say no, and change their mind until it is decided', async () => {
  const { tess, district, board, labor } = await aDistrict();
  const request = await ask(tess, district, board, labor);
  const token = await tokenFor(labor);
  expect(await house.visitor.act('answerJoining', { token, wanted: true })).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'name' }] });
  await house.visitor.act('answerJoining', { token, wanted: false });
  expect((await tess.query('{ myJoinRequests { whatHappens } }')).myJoinRequests[0].whatHappens).toContain('the union or association leader has said no');
  expect((await house.visitor.act('answerJoining', { token, wanted: true, name: 'Lia Ferro' })).__typename).toBe('OpenedJoining');
  await house.visitor.act('answerJoining', { token: await tokenFor(board), wanted: true });
  expect((await tess.query('{ myJoinRequests { complete whatHappens leaders { name answer } } }')).myJoinRequests[0]).toMatchObject({ complete: true, whatHappens: expect.stringContaining('All three leaders want it.') });
  expect((await tess.act('withdrawJoinRequest', { requestId: request['id'] })).__typename).toBe('JoinRequest');
  expect((await house.visitor.act('answerJoining', { token, wanted: false })).__typename).toBe('Conflict');
});

test('a forwarded mail answers for nobody who has an account: they sign in first', async () => {
  const { tess, district, board } = await aDistrict();
  const bo = await house.as(board, 'Bo Tanner');
  await ask(tess, district, board, null);
  const token = await tokenFor(board);
  const stranger = await house.as('stranger@home.example');
  for (const other of [house.visitor, stranger]) {
    expect((await other.query(ASKED, { token })).joiningAsked.needsSignIn).toBe(true);
    expect((await other.act('answerJoining', { token, wanted: true, name: 'Mallory' })).__typename).toBe('NotAllowed');
  }
  expect((await bo.act('answerJoining', { token, wanted: true })).__typename).toBe('OpenedJoining');
});

test.each([['a forged proof', (token: string) => `${token.slice(0, -2)}xx`], ['half a link', (token: string) => token.slice(0, 40)]])('%s is not a link of ours', async (_, spoil) => {
  const { tess, district, board } = await aDistrict();
  await ask(tess, district, board, null);
  const token = spoil(await tokenFor(board));
  expect((await house.visitor.query(ASKED, { token })).joiningAsked).toBeNull();
  expect((await house.visitor.act('answerJoining', { token, wanted: true })).__typename).toBe('NotAllowed');
});

test('one request is open for a district: ten who ask at once make one, and the same key sent twice is one request with one answer', async () => {
  const { tess, district, board, labor } = await aDistrict();
  const others = await Promise.all(Array.from({ length: 9 }, (_, at) => house.as(`rush${at}@quiet.example`)));
  const answers = await Promise.all(others.map((actor) => ask(actor, district, null, null)));
  expect(answers.filter((answer) => answer['__typename'] === 'JoinRequest')).toHaveLength(1);
  expect(answers.filter((answer) => answer['__typename'] === 'Conflict')).toHaveLength(8);

  const again = await aDistrict();
  const twice = await Promise.all([1, 2].map(() => ask(again.tess, again.district, board, labor, { idempotencyKey: 'one-intention' })));
  expect(new Set(twice.map((answer) => answer['id'])).size).toBe(1);
  expect(twice[0]).toMatchObject({ __typename: 'JoinRequest' });
  expect(await house.db.query(`select 1 from join_request where organization_id = $1`, [again.district.id])).toHaveLength(1);
  expect(await tess.query('{ myJoinRequests { id } }')).toEqual({ myJoinRequests: [] });
});

test('a wrong address is mended by the asker alone: the new one gets a mail, the old link ends, and whoever said yes stays', async () => {
  const { tess, district, board, labor } = await aDistrict();
  const request = await ask(tess, district, board, null);
  const old = await tokenFor(board);
  const change = { requestId: request['id'], leader: { role: 'board_president', email: `new-${board}` } };
  expect((await (await house.as('stranger@home.example')).act('nameJoinLeader', change)).__typename).toBe('NotAllowed');
  expect(await tess.act('nameJoinLeader', change, REQUEST)).toMatchObject({ leaders: expect.arrayContaining([expect.objectContaining({ role: 'board_president', name: 'Bo Tanner', email: `new-${board}` })]) });
  expect((await house.visitor.query(ASKED, { token: old })).joiningAsked).toBeNull();
  const token = await tokenFor(`new-${board}`);
  await house.visitor.act('answerJoining', { token, wanted: true });
  expect((await tess.act('nameJoinLeader', change)).__typename).toBe('Conflict');
  expect((await tess.act('nameJoinLeader', { requestId: request['id'], leader: { role: 'labor_leader', email: labor } })).__typename).toBe('JoinRequest');
});

test('what cannot be asked is refused in words that name the field', async () => {
  const { tess, district, board } = await aDistrict();
  const sponsor = await anOrganization(house.get, { kind: 'co_sponsor', state: null });
  expect((await ask(tess, sponsor, board, null)).__typename).toBe('NotAllowed');
  expect(await ask(tess, district, board, board)).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'leaders.1.email' }] });
  expect(await ask(tess, district, null, null, { role: 'staff' })).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'role' }] });
  expect(await ask(tess, district, null, null, { role: 'board_president', leaders: [{ role: 'board_president' }] })).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'leaders.0.role' }] });
  expect(await ask(tess, district, null, null, { statement: ' ' })).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'statement' }] });
  expect(await ask(tess, district, 'no address', null)).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'leaders.0.email' }] });
  const mei = await house.as('mei@quiet.example');
  await house.get(Organizations).seat(district.id, 'labor_leader', mei.accountId ?? '');
  expect(await ask(tess, district, null, null)).toMatchObject({ __typename: 'Conflict', message: expect.stringContaining('Claim your own seat') });
  expect((await house.visitor.raw(`mutation { withdrawJoinRequest(input: { requestId: "${district.id}" }) { __typename } }`)).errors?.[0]?.extensions?.['code']).toBe('SignInNeeded');
});

test('nobody has a stranger written to all day: an address is asked five times a day at most', async () => {
  const answers: Record<string, string>[] = [];
  for (let at = 0; at < 6; at++) {
    const { tess, district } = await aDistrict();
    answers.push(await ask(tess, district, 'pestered@home.example', null));
  }
  expect(answers.map((answer) => answer['__typename'])).toEqual([...Array<string>(5).fill('JoinRequest'), 'TooMany']);
});
