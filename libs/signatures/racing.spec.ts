import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { newId } from '@app/platform/database';
import type { Actor, Loose } from '../../test/setup/house.js';
import { signs } from './testing/index.js';
import { ACT, SigningHouse } from './testing/signing-house.js';

let at: SigningHouse;
beforeAll(async () => {
  // Far fewer connections than there are signers: nobody may wait for ever for one.
  at = await SigningHouse.open({ DATABASE_POOL: '4' });
});
afterAll(() => at.house.close());
beforeEach(() => at.clear());

interface Try {
  who: string;
  actor: Actor;
  input: Record<string, unknown>;
}

const signer = [
  { name: 'Dana Whitfield', words: 'Superintendent' },
  { name: 'Luis Ortega', words: 'Board president' },
  { name: 'Ana Brandt', words: 'Union leader' },
] as const;

/** Fifty who press the button at the same moment: the three, each several times, and others who may not. */
async function fifty(actId: string, round: number): Promise<Try[]> {
  const three = [at.dana, at.luis, at.ana];
  const { textHash, seats } = await at.read(at.dana, actId);
  const tries: Try[] = [];
  for (const [place, { name }] of signer.entries()) {
    const actor = three[place] as Actor;
    const seatId = seats[place].id as string;
    const codes = [await at.codeFor(actor, seatId), await at.codeFor(actor, seatId)];
    const good = { seatId, textHash, name, intent: true };
    // A double press with its key, another browser with a code of its own, and the same code sent again.
    for (let again = 0; again < 4; again++) tries.push({ who: name, actor, input: { ...good, ...codes[0], idempotencyKey: `round-${round}-${place}-one` } });
    for (let again = 0; again < 3; again++) tries.push({ who: name, actor, input: { ...good, ...codes[1] } });
    tries.push({ who: 'a wrong code', actor, input: { ...good, challengeId: newId(), code: '123456' } });
    for (const other of [at.staff, at.observer, at.steward, at.stranger, three[(place + 1) % 3] as Actor]) tries.push({ who: 'another', actor: other, input: { ...good, ...codes[0] } });
    tries.push({ who: 'an old text', actor, input: { ...good, ...codes[1], textHash: 'b'.repeat(64) } });
    tries.push({ who: 'no intent', actor, input: { ...good, ...codes[1], intent: false } });
  }
  while (tries.length < 50) tries.push({ who: 'another', actor: at.stranger, input: { seatId: newId(), textHash, challengeId: newId(), code: '000000', name: 'Otto Grimm', intent: true } });
  // In another order each round, and the same for everybody who repeats it.
  return tries.map((one, place) => ({ one, key: Math.sin(place * 91.7 + round * 13.3) })).sort((a, b) => a.key - b.key).map(({ one }) => one);
}

const FINE = ['JointAct', 'Conflict', 'Invalid', 'NotAllowed'];

test.each([1, 2, 3, 4, 5])('fifty who sign at once leave three signatures and one completion, round %i', async (round) => {
  const id = await at.proposed();
  const tries = await fifty(id, round);
  expect(tries).toHaveLength(50);
  const mutation = `mutation($input: SignJointActInput!) { signJointAct(input: $input) { __typename ... on JointAct { id } ... on Problem { message } } }`;
  const answers = await Promise.all(tries.map(async ({ actor, input, who }) => ({ who, ...(await actor.raw(mutation, { input })) })));
  expect(answers.map((answer) => answer.status)).toEqual(Array(50).fill(200));
  expect(answers.flatMap((answer) => answer.errors ?? [])).toEqual([]);
  const kinds = answers.map((answer) => ({ who: answer.who, kind: (answer.data as Loose)?.signJointAct.__typename as string }));
  expect(kinds.filter(({ kind }) => !FINE.includes(kind))).toEqual([]);
  expect(kinds.filter(({ who, kind }) => kind === 'JointAct' && !signer.some(({ name }) => name === who))).toEqual([]);
  const act = await at.read(at.dana, id);
  expect(act.state).toBe('complete');
  expect(act.seats.map((seat: Loose) => seat.signature.name)).toEqual(['Dana Whitfield', 'Luis Ortega', 'Ana Brandt']);
  expect(await at.house.db.query(`select 1 from joint_signature`)).toHaveLength(3);
  expect(await at.completions()).toEqual([id]);
  expect(at.told).toEqual([`completed ${id}`]);
  await at.house.settle();
  expect(at.subjects().filter((subject) => subject.includes('All have signed'))).toHaveLength(3);
});

test('a signature taken back while the last one is given: either all have signed and it takes more than a click, or one is missing', async () => {
  const ends = { complete: 0, open: 0 };
  for (let round = 0; round < 12; round++) {
    await at.clear();
    const id = await at.proposed();
    for (const actor of [at.dana, at.luis]) await signs(at.house, actor.accountId ?? '', id);
    const { id: seatId } = await at.seatOf(id, 'Superintendent');
    const code = await at.codeFor(at.ana, (await at.seatOf(id, 'Union')).id);
    const [signed, back] = await Promise.all([at.sign(at.ana, id, 'Union leader', 'Ana Brandt', code), at.dana.act('withdrawSignature', { seatId }, ACT)]);
    const { state, seats } = await at.read(at.dana, id);
    const signatures = seats.filter((seat: Loose) => seat.signature).length;
    expect(signed.__typename).toBe('JointAct');
    expect(await at.completions()).toHaveLength(state === 'complete' ? 1 : 0);
    if (state === 'complete') expect([signatures, back.__typename]).toEqual([3, expect.stringMatching(/Conflict|Invalid/)]);
    else expect([state, signatures, back.__typename]).toEqual(['open', 2, 'JointAct']);
    ends[state as 'complete' | 'open'] += 1;
  }
  expect(ends.complete + ends.open).toBe(12);
});

test('whoever leaves the seat while signing has either signed before or not at all', async () => {
  for (let round = 0; round < 8; round++) {
    await at.clear();
    const id = await at.proposed();
    const code = await at.codeFor(at.ana, (await at.seatOf(id, 'Union')).id);
    const [signed] = await Promise.all([
      at.sign(at.ana, id, 'Union leader', 'Ana Brandt', code),
      at.house.db.query(`update seat set account_id = null where organization_id = $1 and role = 'labor_leader'`, [at.maple]),
    ]);
    const kept = (await at.seatOf(id, 'Union')).signature;
    expect([signed.__typename, kept === null]).toEqual(signed.__typename === 'JointAct' ? ['JointAct', false] : ['NotAllowed', true]);
    await at.house.db.query(`update seat set account_id = $2 where organization_id = $1 and role = 'labor_leader'`, [at.maple, at.ana.accountId]);
  }
});
