import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { newId } from '@app/platform/database';
import type { Loose } from '../../test/setup/house.js';
import { signs } from './testing/index.js';
import { ACT, SigningHouse } from './testing/signing-house.js';

let at: SigningHouse;
beforeAll(async () => {
  at = await SigningHouse.open();
});
afterAll(() => at.house.close());
beforeEach(() => at.clear());

describe('another text', () => {
  test('supersedes the open one: a new hash, no signature carried over, and the old one can no longer be signed', async () => {
    const subject = { kind: 'test', id: newId() };
    const first = await at.proposed(at.dana, { subject });
    const before = await at.sign(at.ana, first, 'Union leader', 'Ana Brandt');
    const code = await at.codeFor(at.luis, (await at.seatOf(first, 'Board')).id);
    const second = await at.proposed(at.luis, { subject, text: 'We meet every first Tuesday.' });
    const after = await at.read(at.dana, second);
    expect(after).toMatchObject({ state: 'open', version: 2 });
    expect(after.textHash).not.toBe(before.textHash);
    expect(after.seats.every((seat: Loose) => seat.signature === null)).toBe(true);
    expect((await at.read(at.dana, first)).state).toBe('superseded');
    expect(await at.sign(at.luis, first, 'Board president', 'Luis Ortega', code)).toMatchObject({ __typename: 'Conflict', message: expect.stringContaining('newer text') });
    expect(await at.sign(at.luis, second, 'Board president', 'Luis Ortega', { textHash: before.textHash })).toMatchObject({ __typename: 'Conflict', message: expect.stringContaining('not the one') });
    expect((await at.sign(at.luis, second, 'Board president', 'Luis Ortega')).__typename).toBe('JointAct');
  });

  test('put up twice without a change is one act; put up by two at once are two versions of which one is open', async () => {
    const subject = { kind: 'test', id: newId() };
    expect(await at.proposed(at.dana, { subject })).toBe(await at.proposed(at.luis, { subject }));
    await Promise.all([at.dana, at.luis, at.ana].map((actor, place) => at.proposed(actor, { subject, text: `Text ${place}` })));
    expect(await at.house.db.query(`select state, count(*)::int as n from joint_act where subject_id = $1 group by 1 order by 1`, [subject.id])).toEqual([{ state: 'open', n: 1 }, { state: 'superseded', n: 3 }]);
  });

  test('leaves the complete one standing until all have signed the new one', async () => {
    const subject = { kind: 'test', id: newId() };
    const first = await at.proposed(at.dana, { subject });
    for (const actor of [at.dana, at.luis, at.ana]) await signs(at.house, actor.accountId ?? '', first);
    const second = await at.proposed(at.dana, { subject, text: 'Changed.' });
    for (const actor of [at.dana, at.luis]) await signs(at.house, actor.accountId ?? '', second);
    expect([(await at.read(at.dana, first)).state, (await at.read(at.dana, second)).state]).toEqual(['complete', 'open']);
    await signs(at.house, at.ana.accountId ?? '', second);
    expect([(await at.read(at.dana, first)).state, (await at.read(at.dana, second)).state]).toEqual(['superseded', 'complete']);
  });
});

describe('taking back', () => {
  test('a signer takes an open signature back and may sign again; both stay on record', async () => {
    const id = await at.proposed();
    await at.sign(at.ana, id, 'Union leader', 'Ana Brandt');
    const { id: seatId } = await at.seatOf(id, 'Union');
    for (const actor of [at.dana, at.staff, at.steward, at.stranger]) expect((await actor.act('withdrawSignature', { seatId })).__typename).toBe('NotAllowed');
    const back = await at.ana.act('withdrawSignature', { seatId, reason: 'My members have not seen it yet.' }, ACT);
    expect(back.seats[2]).toMatchObject({ signature: null, withdrawn: [{ name: 'Ana Brandt', withdrawerName: 'Ana Brandt', withdrawalReason: 'My members have not seen it yet.' }], viewerCan: { sign: true } });
    expect((await at.ana.act('withdrawSignature', { seatId })).__typename).toBe('Conflict');
    expect((await at.sign(at.ana, id, 'Union leader', 'Ana Brandt')).seats[2]).toMatchObject({ signature: { name: 'Ana Brandt' }, withdrawn: [{ name: 'Ana Brandt' }] });
  });

  test('once all have signed it takes a reason and a code of its own, ends the act for all, and tells the others', async () => {
    const id = await at.proposed();
    for (const actor of [at.dana, at.luis, at.ana]) await signs(at.house, actor.accountId ?? '', id);
    await at.house.settle();
    at.house.mails.length = 0;
    const { id: seatId } = await at.seatOf(id, 'Union');
    expect(await at.ana.act('withdrawSignature', { seatId })).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'reason' }] });
    expect(await at.ana.act('withdrawSignature', { seatId, reason: 'No.' })).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'code' }] });
    const code = await at.codeFor(at.ana, seatId);
    expect((await at.ana.act('withdrawSignature', { seatId, reason: 'We changed our contract.', ...code, code: code.code === '111111' ? '222222' : '111111' })).__typename).toBe('Invalid');
    const ended = await at.ana.act('withdrawSignature', { seatId, reason: 'We changed our contract.', ...code }, ACT);
    expect(ended).toMatchObject({ state: 'ended', closeReason: 'We changed our contract.', closerName: 'Ana Brandt' });
    expect(ended.seats.map((seat: Loose) => seat.signature?.name ?? seat.withdrawn[0].name)).toEqual(['Dana Whitfield', 'Luis Ortega', 'Ana Brandt']);
    await at.house.settle();
    expect(at.subjects().filter((subject) => subject.includes('no longer holds'))).toEqual(['dana: “A test of joint acts” no longer holds', 'luis: “A test of joint acts” no longer holds']);
    expect(at.told).toEqual([`completed ${id}`, `ended ${id}`]);
  });

  test('a code to sign does not end an act, and one to end it does not sign', async () => {
    const id = await at.proposed();
    const seat = await at.seatOf(id, 'Union');
    const spare = await at.codeFor(at.ana, seat.id);
    for (const actor of [at.dana, at.luis, at.ana]) await signs(at.house, actor.accountId ?? '', id);
    expect(await at.ana.act('withdrawSignature', { seatId: seat.id, reason: 'No.', ...spare })).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'code' }] });
    expect((await at.read(at.dana, id)).state).toBe('complete');
  });

  test('whoever proposed an open act retracts it, and nobody else while they speak for their team', async () => {
    const id = await at.proposed(at.staff);
    for (const actor of [at.dana, at.ana, at.observer]) expect((await actor.act('retractJointAct', { actId: id })).__typename).toBe('NotAllowed');
    for (const actor of [at.stranger, at.steward]) expect((await actor.act('retractJointAct', { actId: id })).__typename).toBe('NotAllowed');
    expect(await at.staff.act('retractJointAct', { actId: id, reason: 'A mistake in it.' }, ACT)).toMatchObject({ state: 'retracted', closeReason: 'A mistake in it.' });
    expect(await at.sign(at.ana, id, 'Union leader', 'Ana Brandt', { challengeId: newId(), code: '123456' })).toMatchObject({ __typename: 'Conflict', message: expect.stringContaining('taken back') });
    expect((await at.staff.act('retractJointAct', { actId: id })).__typename).toBe('Conflict');
  });
});
