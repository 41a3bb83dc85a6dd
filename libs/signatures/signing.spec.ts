import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { newId } from '@app/platform/database';
import type { Actor, Loose } from '../../test/setup/house.js';
import { signs } from './testing/index.js';
import { SigningHouse } from './testing/signing-house.js';

let at: SigningHouse;
beforeAll(async () => {
  at = await SigningHouse.open();
});
afterAll(() => at.house.close());
beforeEach(() => at.clear());

describe('signing', () => {
  test('three seats sign in any order, each with the code mailed to them; the last completes the act and everybody is told once', async () => {
    const id = await at.proposed();
    await at.house.settle();
    expect(at.subjects()).toEqual(['ana: Dana Whitfield asks you to sign “A test of joint acts”', 'luis: Dana Whitfield asks you to sign “A test of joint acts”']);
    const seat = await at.seatOf(id, 'Union leader');
    const { challengeId } = await at.ana.act('requestSigningCode', { seatId: seat.id }, '... on CodeSent { challengeId }');
    await at.house.settle();
    const code = /^(\d{6}) signs/.exec(at.house.mails.at(-1)?.subject ?? '')?.[1];
    expect(at.house.mails.at(-1)?.to).toContain('ana@sign.example');
    expect(await at.sign(at.ana, id, 'Union leader', 'Ana Brandt', { challengeId, code })).toMatchObject({ __typename: 'JointAct', state: 'open' });
    expect((await at.sign(at.luis, id, 'Board president', 'Luis Ortega')).state).toBe('open');
    const whole = await at.sign(at.dana, id, 'Superintendent', 'Dana Whitfield');
    expect(whole.state).toBe('complete');
    expect(whole.seats.map((one: Loose) => one.signature)).toEqual([
      { name: 'Dana Whitfield', title: 'Superintendent', organizationName: 'Maple Hollow', textHash: whole.textHash, holderChanged: false },
      { name: 'Luis Ortega', title: 'Board president', organizationName: 'Maple Hollow', textHash: whole.textHash, holderChanged: false },
      { name: 'Ana Brandt', title: 'Federation President', organizationName: 'Maple Hollow', textHash: whole.textHash, holderChanged: false },
    ]);
    at.house.mails.length = 0;
    await at.house.settle();
    expect(at.subjects()).toEqual(['ana', 'dana', 'luis'].map((name) => `${name}: All have signed “A test of joint acts”`));
    expect(await at.completions()).toEqual([id]);
    expect(at.told).toEqual([`completed ${id}`]);
    expect(at.house.said.filter((message) => message.room === `act:${id}`)).toHaveLength(4);
  });

  test('a wrong code, a code for another seat and one that was used sign nothing; the right one does', async () => {
    const [id, other] = [await at.proposed(), await at.proposed(at.dana, { text: 'Another text.' })];
    const mine = await at.codeFor(at.luis, (await at.seatOf(id, 'Board')).id);
    const forOther = await at.codeFor(at.luis, (await at.seatOf(other, 'Board')).id);
    const ofAna = await at.codeFor(at.ana, (await at.seatOf(id, 'Union')).id);
    const wrong = mine.code === '000000' ? '000001' : '000000';
    for (const code of [{ ...mine, code: wrong }, forOther, ofAna, { challengeId: newId(), code: mine.code }])
      expect(await at.sign(at.luis, id, 'Board president', 'Luis Ortega', code)).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'code' }] });
    expect((await at.seatOf(id, 'Board')).signature).toBeNull();
    expect((await at.sign(at.luis, id, 'Board president', 'Luis Ortega', mine)).__typename).toBe('JointAct');
    // The code that was refused for this text is still good for its own.
    expect((await at.sign(at.luis, other, 'Board president', 'Luis Ortega', forOther)).__typename).toBe('JointAct');
    expect((await at.sign(at.luis, id, 'Board president', 'Luis Ortega', mine)).__typename).toBe('Conflict');
  });

  test('a code is gone after five wrong tries and after ten minutes', async () => {
    const id = await at.proposed();
    const code = await at.codeFor(at.ana, (await at.seatOf(id, 'Union')).id);
    const wrong = { ...code, code: code.code === '000000' ? '000001' : '000000' };
    for (let tries = 0; tries < 5; tries++) await at.sign(at.ana, id, 'Union leader', 'Ana Brandt', wrong);
    expect((await at.sign(at.ana, id, 'Union leader', 'Ana Brandt', code)).__typename).toBe('Invalid');
    const late = await at.codeFor(at.ana, (await at.seatOf(id, 'Union')).id);
    await at.house.db.query(`update challenge set expires_at = now() - interval '1 second' where id = $1`, [late.challengeId]);
    expect((await at.sign(at.ana, id, 'Union leader', 'Ana Brandt', late)).__typename).toBe('Invalid');
    expect((await at.sign(at.ana, id, 'Union leader', 'Ana Brandt')).__typename).toBe('JointAct');
  });

  test('nobody signs for a seat in which they do not sit: not staff, observers, stewards, other districts or the colleague beside', async () => {
    const id = await at.proposed();
    const seat = await at.seatOf(id, 'Union');
    const code = await at.codeFor(at.ana, seat.id);
    for (const actor of [at.staff, at.observer, at.steward, at.stranger, at.luis]) {
      expect((await actor.act('requestSigningCode', { seatId: seat.id })).__typename).toBe('NotAllowed');
      expect((await at.sign(actor, id, 'Union leader', 'Ana Brandt', code)).__typename).toBe('NotAllowed');
    }
    expect((await at.house.visitor.raw(`mutation { requestSigningCode(input: { seatId: "${seat.id}" }) { __typename } }`)).errors?.[0]?.extensions?.['code']).toBe('SignInNeeded');
    expect((await at.sign(at.ana, id, 'Union leader', 'Ana Brandt', code)).__typename).toBe('JointAct');
  });

  test('another name, an unticked box and the hash of another text are refused in words, and cost no code', async () => {
    const id = await at.proposed();
    const code = await at.codeFor(at.ana, (await at.seatOf(id, 'Union')).id);
    expect(await at.sign(at.ana, id, 'Union leader', 'Luis Ortega', code)).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'name', message: expect.stringContaining('Ana Brandt') }] });
    expect(await at.sign(at.ana, id, 'Union leader', 'Ana Brandt', { ...code, intent: false })).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'intent' }] });
    expect(await at.sign(at.ana, id, 'Union leader', 'Ana Brandt', { ...code, textHash: 'a'.repeat(64) })).toMatchObject({ __typename: 'Conflict', message: expect.stringContaining('not the one') });
    expect((await at.sign(at.ana, id, 'Union leader', 'A. Brandt', code)).__typename).toBe('JointAct');
  });

  test('the same signature sent twice with its key is one, and has one answer', async () => {
    const id = await at.proposed();
    const code = await at.codeFor(at.ana, (await at.seatOf(id, 'Union')).id);
    const answers = await Promise.all([1, 2, 3].map(() => at.sign(at.ana, id, 'Union leader', 'Ana Brandt', { ...code, idempotencyKey: 'one-and-the-same' })));
    expect(answers.map((answer) => answer.__typename)).toEqual(['JointAct', 'JointAct', 'JointAct']);
    expect(await at.house.db.query(`select 1 from joint_signature`)).toHaveLength(1);
  });

  test('the database itself keeps a seat to one signature', async () => {
    const id = await at.proposed();
    await signs(at.house, at.ana.accountId ?? '', id);
    const again = at.house.db.query(`insert into joint_signature (id, act_id, seat_id, name, title, organization_name, text_hash, method) select $1, act_id, seat_id, name, title, organization_name, text_hash, method from joint_signature`, [newId()]);
    await expect(again).rejects.toThrow('joint_signature_once');
  });

  test('opening the link, the receipt and the text signs nothing, however often a filter does it', async () => {
    const id = await at.proposed();
    const before = await at.house.db.query(`select state from joint_act union all select count(*)::text from joint_signature union all select count(*)::text from challenge`);
    for (let time = 0; time < 10; time++) for (const path of ['receipt.pdf', 'text.txt']) for (const method of ['GET', 'HEAD'] as const) expect((await at.ana.http(method, `/files/acts/${id}/${path}`)).status).toBe(200);
    expect(await at.house.db.query(`select state from joint_act union all select count(*)::text from joint_signature union all select count(*)::text from challenge`)).toEqual(before);
  });
});

describe('reading', () => {
  test('an open act is read by its team and nobody else; a complete one by whoever its feature said', async () => {
    const id = await at.proposed();
    for (const actor of [at.dana, at.luis, at.ana, at.staff, at.observer]) expect((await at.read(actor, id)).title).toBe('A test of joint acts');
    for (const actor of [at.stranger, at.steward, at.house.visitor]) {
      expect(await at.read(actor, id)).toBeNull();
      expect((await actor.http('GET', `/files/acts/${id}/receipt.pdf`)).status).toBe(404);
      expect((await actor.http('GET', `/files/acts/${id}/text.txt`)).status).toBe(404);
    }
    for (const actor of [at.dana, at.luis, at.ana]) await signs(at.house, actor.accountId ?? '', id);
    for (const actor of [at.stranger, at.steward, at.house.visitor]) expect((await at.read(actor, id)).state).toBe('complete');
    expect((await at.house.visitor.http('GET', `/files/acts/${id}/receipt.pdf`)).status).toBe(200);
  });

  test('a missing signature waits first for whoever sits in the seat, and for nobody else', async () => {
    await at.proposed();
    const waiting = async (actor: Actor): Promise<Loose[]> => (await actor.query('{ waiting { title urgency } }')).waiting;
    expect(await waiting(at.ana)).toEqual([{ title: 'Dana Whitfield asks you to sign “A test of joint acts”', urgency: 1 }]);
    expect(await waiting(at.dana)).toEqual([{ title: 'You have yet to sign “A test of joint acts”', urgency: 1 }]);
    for (const actor of [at.staff, at.observer, at.stranger]) expect(await waiting(actor)).toEqual([]);
  });
});
