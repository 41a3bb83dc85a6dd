import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Organizations } from '@app/organizations';
import type { Actor } from '../../test/setup/house.js';
import { SignatureMail } from './signatures.notifications.js';
import { signs } from './testing/index.js';
import { ACT, SigningHouse } from './testing/signing-house.js';

let at: SigningHouse;
beforeAll(async () => {
  at = await SigningHouse.open();
});
afterAll(() => at.house.close());
beforeEach(() => at.clear());

describe('reminding', () => {
  const remindDue = (): Promise<number> => at.house.get(SignatureMail).remindDue();
  const old = (id: string, days: number): Promise<unknown> => at.house.db.query(`update joint_act set created_at = now() - make_interval(days => $2) where id = $1`, [id, days]);

  test('goes to the missing only, after two, five and nine days, and never again', async () => {
    const id = await at.proposed();
    await at.sign(at.ana, id, 'Union leader', 'Ana Brandt');
    await at.house.settle();
    const rounds: string[][] = [];
    for (const days of [1, 2, 3, 5, 9, 12, 40]) {
      await old(id, days);
      at.house.mails.length = 0;
      await Promise.all([remindDue(), remindDue()]);
      // Another day has come, for the ledger too.
      await at.house.db.query(`update mail_ledger set edition = edition || $1 where kind = 'signatures.reminder'`, [` day ${days}`]);
      await at.house.settle();
      rounds.push(at.house.mails.map((mail) => mail.to.split('@')[0] ?? '').sort());
    }
    expect(rounds).toEqual([[], ['dana', 'luis'], [], ['dana', 'luis'], ['dana', 'luis'], [], []]);
  });

  test('stops when all have signed, also for a mail that is already on its way', async () => {
    const id = await at.proposed();
    for (const actor of [at.dana, at.luis]) await signs(at.house, actor.accountId ?? '', id);
    await at.house.settle();
    at.house.mails.length = 0;
    await old(id, 3);
    expect(await remindDue()).toBe(1);
    await signs(at.house, at.ana.accountId ?? '', id);
    await old(id, 6);
    expect(await remindDue()).toBe(0);
    await at.house.settle();
    expect(at.subjects().filter((subject) => subject.includes('missing'))).toEqual([]);
  });

  test('by hand is for those who wait, once a day', async () => {
    const id = await at.proposed();
    await at.house.settle();
    at.house.mails.length = 0;
    for (const actor of [at.staff, at.observer, at.stranger]) expect((await actor.act('remindSigners', { actId: id })).__typename).toBe('NotAllowed');
    expect((await at.ana.act('remindSigners', { actId: id })).__typename).toBe('JointAct');
    await at.house.settle();
    expect(at.house.mails.map((mail) => mail.to.split('@')[0]).sort()).toEqual(['dana', 'luis']);
    expect((await at.ana.act('remindSigners', { actId: id })).__typename).toBe('Conflict');
  });
});

describe('when a seat changes hands', () => {
  let newcomer: Actor;
  const leave = async (): Promise<void> => {
    await at.house.db.query(`update seat set account_id = null where organization_id = $1 and role = 'labor_leader'`, [at.maple]);
  };
  const take = async (actor: Actor): Promise<void> => {
    await leave();
    await at.house.get(Organizations).seat(at.maple, 'labor_leader', actor.accountId ?? '');
    await at.house.settle();
  };
  beforeAll(async () => {
    newcomer = await at.house.as('noor@sign.example', 'Noor Haddad');
  });

  test('an open signature stays and counts; the successor is told and may take it back, the former holder may not', async () => {
    const id = await at.proposed();
    await at.sign(at.ana, id, 'Union leader', 'Ana Brandt');
    const { id: seatId } = await at.seatOf(id, 'Union');
    await at.house.settle();
    [at.house.mails.length, at.house.said.length] = [0, 0];
    await take(newcomer);
    expect(at.subjects()).toEqual(['noor: Your seat has signed “A test of joint acts”']);
    expect(at.house.said).toContainEqual({ room: `act:${id}`, kind: 'changed', actId: id });
    expect((await at.read(newcomer, id)).seats[2]).toMatchObject({ signature: { name: 'Ana Brandt', holderChanged: true }, holders: [{ name: 'Noor Haddad' }], viewerCan: { sign: false, withdraw: true } });
    expect((await at.ana.act('withdrawSignature', { seatId })).__typename).toBe('NotAllowed');
    // It counts: the two others complete the act.
    await signs(at.house, at.dana.accountId ?? '', id);
    expect((await at.sign(at.luis, id, 'Board president', 'Luis Ortega')).state).toBe('complete');
    // With the names of then; the page says who sits there now. Who has signed can still read it.
    expect((await at.read(at.ana, id)).seats[2]).toMatchObject({ signature: { name: 'Ana Brandt' }, holders: [{ name: 'Noor Haddad' }] });
    await take(at.ana);
  });

  test('a successor takes back what the seat has signed, and signs it themselves', async () => {
    const id = await at.proposed();
    await at.sign(at.ana, id, 'Union leader', 'Ana Brandt');
    await take(newcomer);
    const { id: seatId } = await at.seatOf(id, 'Union');
    expect((await newcomer.act('withdrawSignature', { seatId, reason: 'I want to read it first.' }, ACT)).seats[2]).toMatchObject({ signature: null, withdrawn: [{ name: 'Ana Brandt', withdrawerName: 'Noor Haddad' }] });
    expect((await at.sign(newcomer, id, 'Union leader', 'Noor Haddad')).seats[2].signature).toMatchObject({ name: 'Noor Haddad', title: 'Federation President' });
    await take(at.ana);
  });

  test('who has left the seat does not sign any more, not even with a code asked for before; the successor is asked and does', async () => {
    const id = await at.proposed();
    const code = await at.codeFor(at.ana, (await at.seatOf(id, 'Union')).id);
    await at.house.settle();
    at.house.mails.length = 0;
    await take(newcomer);
    expect(at.subjects()).toEqual(['noor: Dana Whitfield asks you to sign “A test of joint acts”']);
    expect((await at.sign(at.ana, id, 'Union leader', 'Ana Brandt', code)).__typename).toBe('NotAllowed');
    expect(await at.read(at.ana, id)).toBeNull();
    expect((await at.sign(newcomer, id, 'Union leader', 'Noor Haddad')).__typename).toBe('JointAct');
    await take(at.ana);
  });

  test('a proposer who has left leaves their open act to the seats that sign', async () => {
    const id = await at.proposed(at.ana);
    expect((await at.dana.act('retractJointAct', { actId: id })).__typename).toBe('NotAllowed');
    await take(newcomer);
    expect((await at.staff.act('retractJointAct', { actId: id })).__typename).toBe('NotAllowed');
    expect((await at.dana.act('retractJointAct', { actId: id }, ACT)).state).toBe('retracted');
    await take(at.ana);
  });
});
