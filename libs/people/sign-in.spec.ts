import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openHouse, type TestHouse } from '../../test/setup/house.js';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
  await house.as('ana@maple.example', 'Ana Brandt');
});
afterAll(() => house.close());

const CODE_SENT = '... on CodeSent { challengeId sentTo }';
const SIGNED_IN = '... on SignedIn { person { name email } }';

async function askFor(email: string): Promise<{ challengeId: string; mail: { subject: string; text: string; html: string } }> {
  const sent = await house.visitor.act('requestSignInCode', { email }, CODE_SENT);
  await house.settle();
  const mail = house.mails.at(-1);
  if (!mail) throw new Error('no mail');
  return { challengeId: sent.challengeId, mail };
}

const codeIn = (mail: { subject: string }): string => /^(\d{6})/.exec(mail.subject)?.[1] ?? '';

test('somebody with an account signs in with the six digits of the mail', async () => {
  const { challengeId, mail } = await askFor('Ana@Maple.example');
  const result = await house.visitor.act('signIn', { challengeId, code: codeIn(mail) }, SIGNED_IN);
  expect(result).toMatchObject({ __typename: 'SignedIn', person: { name: 'Ana Brandt', email: 'ana@maple.example' } });
});

test('a code works once', async () => {
  const { challengeId, mail } = await askFor('ana@maple.example');
  await house.visitor.act('signIn', { challengeId, code: codeIn(mail) }, SIGNED_IN);
  const again = await house.visitor.act('signIn', { challengeId, code: codeIn(mail) });
  expect(again).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'code' }] });
});

test('a code is gone after five wrong tries, even for who knows it', async () => {
  const { challengeId, mail } = await askFor('ana@maple.example');
  const wrong = codeIn(mail) === '000000' ? '000001' : '000000';
  for (let tries = 0; tries < 5; tries++) expect((await house.visitor.act('signIn', { challengeId, code: wrong })).__typename).toBe('Invalid');
  expect((await house.visitor.act('signIn', { challengeId, code: codeIn(mail) })).__typename).toBe('Invalid');
});

test('a code is good for ten minutes and no longer', async () => {
  const { challengeId, mail } = await askFor('ana@maple.example');
  await house.db.query(`update challenge set expires_at = now() - interval '1 second' where id = $1`, [challengeId]);
  expect((await house.visitor.act('signIn', { challengeId, code: codeIn(mail) })).__typename).toBe('Invalid');
});

test('an unknown address gets one mail too, with the same answer and no code', async () => {
  const before = house.mails.length;
  const known = await house.visitor.act('requestSignInCode', { email: 'ana@maple.example' }, CODE_SENT);
  const unknown = await house.visitor.act('requestSignInCode', { email: 'stranger@else.example' }, CODE_SENT);
  await house.settle();
  expect(Object.keys(unknown)).toEqual(Object.keys(known));
  expect(house.mails.length - before).toBe(2);
  const mail = house.mails.find((sent) => sent.to.includes('stranger@else.example'));
  expect(mail?.subject).toBe('How to join Accord');
  expect(mail?.text).not.toMatch(/\b\d{6}\b/);
});

test('whoever asked how to join makes an account by the button of the mail, once', async () => {
  const { mail } = await askFor('new@else.example');
  const token = /\/join\/([\w.-]+)/.exec(mail.text)?.[1] ?? '';
  const joined = await house.visitor.act('joinByLink', { token, name: 'Nell New' }, SIGNED_IN);
  expect(joined).toMatchObject({ __typename: 'SignedIn', person: { name: 'Nell New', email: 'new@else.example' } });
  expect((await house.visitor.act('joinByLink', { token, name: 'Nell New' })).__typename).toBe('Invalid');
});

test('the link of a sign-in mail signs in when it is pressed, and a forged one does not', async () => {
  const { mail } = await askFor('ana@maple.example');
  const token = /\/sign-in\/link\/([\w.-]+)/.exec(mail.text)?.[1] ?? '';
  expect((await house.visitor.act('signInByLink', { token: `${token.slice(0, -2)}xx` })).__typename).toBe('Invalid');
  expect((await house.visitor.act('signInByLink', { token }, SIGNED_IN)).__typename).toBe('SignedIn');
});

test('an address is asked for at most eight times in a quarter of an hour', async () => {
  const answers = [];
  for (let n = 0; n < 9; n++) answers.push((await house.visitor.act('requestSignInCode', { email: 'often@else.example' })).__typename);
  expect(answers.slice(0, 8)).toEqual(Array(8).fill('CodeSent'));
  expect(answers[8]).toBe('TooMany');
});

test('ending a session ends it for the next request, and only its own person can', async () => {
  const [ana, bea] = [await house.as('ana@maple.example'), await house.as('bea@maple.example')];
  const { mySessions } = await ana.query('{ mySessions { id isCurrent } }');
  const current = mySessions.find((session: { isCurrent: boolean }) => session.isCurrent);
  expect((await bea.act('endSession', { sessionId: current.id })).__typename).toBe('NotAllowed');
  expect((await ana.act('endSession', { sessionId: current.id })).__typename).toBe('Done');
  expect((await ana.raw('{ mySessions { id } }')).errors?.[0]?.extensions?.['code']).toBe('SignInNeeded');
  await house.settle();
  expect(house.said).toContainEqual({ room: `session:${current.id}`, kind: 'end' });
});

test('an address changes only with the code that went to the new one, and other browsers are signed out', async () => {
  const [here, there] = [await house.as('cal@maple.example', 'Cal'), await house.as('cal@maple.example', 'Cal')];
  const sent = await here.act('requestAddressChange', { email: 'cal@home.example' }, CODE_SENT);
  await house.settle();
  const code = codeIn(house.mails.at(-1) ?? { subject: '' });
  const other = await house.as('dee@maple.example');
  expect((await other.act('confirmAddressChange', { challengeId: sent.challengeId, code })).__typename).toBe('NotAllowed');
  expect(await here.act('confirmAddressChange', { challengeId: sent.challengeId, code }, '... on Me { email }')).toMatchObject({ email: 'cal@home.example' });
  expect((await there.raw('{ mySessions { id } }')).errors).toBeDefined();
});

test('outside the demo nobody signs in as one of its cast', async () => {
  const ana = await house.as('ana@maple.example');
  expect(await house.visitor.query('{ cast { id } }')).toEqual({ cast: [] });
  expect((await house.visitor.act('signInAsCast', { personId: ana.accountId })).__typename).toBe('NotAllowed');
});

test('bad input names its field', async () => {
  const result = await house.visitor.act('requestSignInCode', { email: 'not an address' });
  expect(result).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'email' }] });
});
