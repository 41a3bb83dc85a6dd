import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { newId } from '@app/platform/database';
import { Mails, UnsubscribeLink } from '@app/platform/mail';
import { type Actor, openHouse, type TestHouse } from '../../test/setup/house.js';

let house: TestHouse;
let ana: Actor;
let token: string;

beforeAll(async () => {
  house = await openHouse();
  ana = await house.as('ana@maple.example', 'Ana');
});
afterAll(() => house.close());

beforeEach(async () => {
  await house.db.query(`truncate mail_suppression`);
  const edition = newId();
  await house.get(Mails).send({ to: { personId: ana.accountId, address: 'ana@maple.example' }, kind: 'digests.digest', edition, category: 'digest', data: { organization: newId() } });
  const mail = await house.db.one<{ id: string }>(`select id from mail_ledger where edition = $1`, [edition]);
  token = house.get(UnsubscribeLink).tokenOf(mail?.id ?? '');
});

const stopped = () => house.db.query(`select address, reason, category from mail_suppression order by category`);
const SUBSCRIPTION = '... on MailSubscription { address category stopped }';
const ABOUT = `query($token: String!) { mailSubscription(token: $token) { address category stopped } }`;

test('opening the link a hundred times, as mail filters do, changes nothing; one press of the button does', async () => {
  for (let time = 0; time < 50; time += 1) for (const method of ['GET', 'HEAD'] as const) await house.visitor.http(method, `/unsubscribe/${token}`);
  expect((await house.visitor.query(ABOUT, { token })).mailSubscription).toEqual({ address: 'a…@maple.example', category: 'digest', stopped: false });
  expect(await stopped()).toEqual([]);
  for (let time = 0; time < 2; time += 1) expect(await house.visitor.act('unsubscribe', { token }, SUBSCRIPTION)).toMatchObject({ category: 'digest', stopped: true });
  expect(await stopped()).toEqual([{ address: 'ana@maple.example', reason: 'unsubscribed', category: 'digest' }]);
});

test('the one click of a mail program works without signing in', async () => {
  const answer = await house.visitor.http('POST', `/unsubscribe/${token}`, { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'List-Unsubscribe=One-Click' });
  expect(answer.status).toBe(200);
  expect(await stopped()).toHaveLength(1);
});

test('an unsubscription can be taken back by the same link', async () => {
  await house.visitor.act('unsubscribe', { token, everything: true });
  expect(await stopped()).toMatchObject([{ category: null }]);
  expect(await house.visitor.act('resubscribe', { token }, SUBSCRIPTION)).toMatchObject({ stopped: false });
  expect(await stopped()).toEqual([]);
});

test('a link that is not ours stops nothing', async () => {
  for (const forged of [`${token.slice(0, -2)}AA`, 'x']) {
    expect((await house.visitor.query(ABOUT, { token: forged })).mailSubscription).toBeNull();
    expect((await house.visitor.act('unsubscribe', { token: forged })).__typename).toBe('NotAllowed');
  }
  for (const broken of ['', 'y'.repeat(500)]) expect((await house.visitor.act('unsubscribe', { token: broken })).__typename).toBe('Invalid');
  expect(await stopped()).toEqual([]);
});

test('a person chooses what mail they get, for themselves alone', async () => {
  const MY = `{ myMail { address unreachable choices { category wanted } } }`;
  const wanted = async (actor: Actor) => (await actor.query(MY)).myMail.choices.filter((choice: { wanted: boolean }) => choice.wanted).map(({ category }: { category: string }) => category);
  const luis = await house.as('luis@maple.example');
  expect((await ana.act('chooseMail', { category: 'message', wanted: false })).__typename).toBe('MailChoices');
  expect(await wanted(ana)).toEqual(['digest', 'notice']);
  expect(await wanted(luis)).toEqual(['digest', 'message', 'notice']);
  await house.visitor.act('unsubscribe', { token, everything: true });
  expect(await wanted(ana)).toEqual([]);
  await ana.act('chooseMail', { category: 'notice', wanted: true });
  expect(await wanted(ana)).toEqual(['notice']);
  expect(await ana.act('chooseMail', { category: 'transactional', wanted: false })).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'category' }] });
  await expect(house.visitor.query(MY)).rejects.toThrow();
});
