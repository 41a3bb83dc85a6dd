import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Actor, Loose } from '../../test/setup/house.js';
import { Confirmations } from '@app/people';
import { AffirmingHouse, RECORD } from './testing/affirming-house.js';
import { aPractice } from './testing/index.js';

let at: AffirmingHouse;
beforeAll(async () => {
  at = await AffirmingHouse.open({ DATABASE_POOL: '4' });
});
afterAll(() => at.house.close());
beforeEach(() => at.fresh());

const REASON = 'Both sides agreed that it no longer helps anybody.';

/** Everything that is needed to sign, so that the signatures themselves can be given at once. */
async function readyToSign(practice: Loose): Promise<(() => Promise<Loose>)[]> {
  const asked = await at.dana.act('askToAffirm', { practiceId: practice.id }, RECORD);
  const { jointAct } = await at.dana.query(`query($id: ID!) { jointAct(id: $id) { textHash seats { id } } }`, { id: asked.acts.open.id });
  const names = ['Dana Whitfield', 'Luis Ortega', 'Ana Brandt'];
  return Promise.all(
    at.three.map(async (actor, place) => {
      const { challengeId } = await actor.act('requestSigningCode', { seatId: jointAct.seats[place].id }, '... on CodeSent { challengeId }');
      const code = at.house.get(Confirmations).codeOf(challengeId);
      return () => actor.act('signJointAct', { seatId: jointAct.seats[place].id, textHash: jointAct.textHash, name: names[place], intent: true, challengeId, code });
    }),
  );
}

const states = async (slug: string): Promise<{ stage: string; affirmed: number; approvals: number; completeActs: number; openActs: number }> => {
  const row = await at.house.db.one<{ stage: string; affirmed: number; approvals: number; complete: number; open: number }>(
    `select p.stage, (select count(*)::int from practice_moment m where m.practice_id = p.id and m.what in ('affirmed', 'reaffirmed')) as affirmed, (select count(*)::int from practice_approval a where a.practice_id = p.id) as approvals,
       (select count(*)::int from joint_act j where j.subject_id = p.id and j.state = 'complete') as complete, (select count(*)::int from joint_act j where j.subject_id = p.id and j.state = 'open') as open
     from practice p where p.slug = $1`,
    [slug],
  );
  if (!row) throw new Error(slug);
  return { stage: row.stage, affirmed: row.affirmed, approvals: row.approvals, completeActs: row.complete, openActs: row.open };
};

test('ten who ask the seats at once put up one text', async () => {
  const practice = await at.shared({ title: 'Asked at once' });
  const answers = await Promise.all([...at.three, at.staff, ...at.three, ...at.three].map((actor) => actor.act('askToAffirm', { practiceId: practice.id }, RECORD)));
  expect(new Set(answers.map((answer) => answer.acts?.open.id)).size).toBe(1);
  expect(await states(practice.slug)).toMatchObject({ stage: 'told', openActs: 1 });
});

test.each([1, 2, 3, 4])('three who sign at once while others change, end and approve it: exactly one state is left, round %i', async (round) => {
  const practice = await at.shared({ title: `At the same moment ${round}` });
  const signing = await readyToSign(practice);
  const others: [Actor, string, Record<string, unknown>][] = [
    [at.luis, 'editPractice', { ...aPractice({ title: `Other words ${round}` }), practiceId: practice.id }],
    [at.staff, 'lapsePractice', { practiceId: practice.id, reason: REASON }],
    [at.dana, 'withdrawPractice', { practiceId: practice.id }],
    [at.nora, 'approvePractice', { practiceId: practice.id }],
    [at.marcus, 'approvePractice', { practiceId: practice.id }],
    [at.ana, 'askToAffirm', { practiceId: practice.id }],
  ];
  const tries = [...signing.map((sign) => ({ who: 'signer', go: sign })), ...others.map(([actor, verb, input]) => ({ who: verb, go: () => actor.act(verb, input) }))];
  const order = tries.map((one, place) => ({ one, key: Math.sin(place * 17.3 + round * 5.1) })).sort((a, b) => a.key - b.key).map(({ one }) => one);
  const answers = await Promise.all(order.map(async ({ who, go }) => ({ who, kind: (await go()).__typename as string })));
  // All three had their codes before: whatever else happened, they have signed.
  expect(answers.filter(({ who }) => who === 'signer').map(({ kind }) => kind)).toEqual(['JointAct', 'JointAct', 'JointAct']);
  for (const { kind } of answers) expect(['Practice', 'JointAct', 'Done', 'Conflict', 'NotAllowed']).toContain(kind);
  const went = (verb: string): boolean => answers.some(({ who, kind }) => who === verb && kind === 'Practice');
  const after = await states(practice.slug);
  expect(after).toMatchObject({ affirmed: 1, completeActs: 1 });
  expect(answers.find(({ who }) => who === 'withdrawPractice')?.kind).toBe('Conflict');
  const record = await at.read(at.dana, practice.slug);
  if (went('lapsePractice')) expect(record).toMatchObject({ state: 'lapsed', lapseReason: REASON });
  else if (went('editPractice')) expect(record).toMatchObject({ state: 'told', affirmedAt: null, approvals: [] });
  else expect(record.state).toBe(after.approvals > 0 ? 'in_force' : 'affirmed');
});

test('many who approve and take back at once leave what the approvals say', async () => {
  const practice = await at.affirmed({ title: 'Approved at once' });
  await Promise.all([1, 2, 3].flatMap(() => [at.nora, at.marcus].flatMap((actor) => [actor.act('approvePractice', { practiceId: practice.id }), actor.act('withdrawApproval', { practiceId: practice.id, reason: REASON })])));
  const after = await states(practice.slug);
  expect(after.stage).toBe(after.approvals > 0 ? 'in_force' : 'affirmed');
});
