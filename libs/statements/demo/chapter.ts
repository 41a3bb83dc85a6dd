import { Database } from '@app/platform/database';
import type { Get } from '@app/platform/feature';
import type { Chapter, Story } from '@app/platform/story';
import { Confirmations, Sessions, type Viewer } from '@app/people';
import { Signatures } from '@app/signatures';
import { Statements } from '../statements.service.js';

const CEDAR = `We are three people with three jobs, and we keep them apart. Management proposes, the board decides, the association speaks for those who teach. What we do together is look at the same facts first.

We meet on the first Monday of each month, without a clerk and without an agenda longer than one page. Anybody may say “not yet”, and then it waits one month and no longer.

Before either side takes a question to its own people, the other two have read it. No one of us has to agree. No one of us is surprised.

When we bargain, the monthly meeting goes on. We do not bargain there, and what is said there is not used at the table.

Every June we read this aloud to the board in open session and say what we kept and what we did not.`;

const MAPLE = `We work from one list. What stands on it, all three of us have put there; what one of us wants alone stands on a list of its own, and that is no shame.

We share figures as they are, the ugly ones too, at least a week before we talk about them.

When one of us is asked by a reporter about the others, the answer is: ask them.

We try every change in two schools before we try it in twelve, and the people in those two schools say whether it worked.`;

/** Cedar Ridge has signed how it works together; in Maple Hollow the union’s signature is still missing. */
export const statementsChapter: Chapter = {
  name: 'statements: one signed, one open',
  tell: async (get, story) => {
    const cedar = await proposed(get, story, { district: 'cedar-ridge', by: 'ruth', text: CEDAR, days: 25 });
    for (const [person, days] of [['pete', 24], ['ruth', 24], ['omar', 21]] as const) await signed(get, story, cedar, person, days);
    const maple = await proposed(get, story, { district: 'maple-hollow', by: 'dana', text: MAPLE, days: 1 });
    for (const [person, days] of [['dana', 1], ['luis', 0]] as const) await signed(get, story, maple, person, days);
  },
};

async function viewerNamed(get: Get, story: Story, person: string): Promise<Viewer> {
  const viewer = await get(Sessions).viewerOfPerson(await story.recall(`person:${person}`));
  if (!viewer) throw new Error(`${person} has no account.`);
  return viewer;
}

async function proposed(get: Get, story: Story, given: { district: string; by: string; text: string; days: number }): Promise<string> {
  const viewer = await viewerNamed(get, story, given.by);
  const { open } = await get(Statements).propose(viewer, { organizationId: await story.recall(`organization:${given.district}`), text: given.text, revision: 0 });
  if (!open) throw new Error(`The statement of ${given.district} does not wait for signatures.`);
  await get(Database).query(`update joint_act set created_at = $2 where id = $1`, [open.id, story.ago({ days: given.days, hours: 2 })]);
  await story.remember(`act:${given.district}`, open.id);
  return open.id;
}

/** Signs as on the page: a code is asked for, and typed with the name. Afterwards it was some days ago. */
async function signed(get: Get, story: Story, actId: string, person: string, days: number): Promise<void> {
  const viewer = await viewerNamed(get, story, person);
  const act = await get(Signatures).find(viewer, actId);
  const seat = act?.seats.find((one) => one.holders.some((holder) => holder.id === viewer.accountId));
  if (!act || !seat) throw new Error(`${person} has nothing to sign.`);
  const { challengeId } = await get(Signatures).requestCode(viewer, seat.id);
  await get(Signatures).sign(viewer, { seatId: seat.id, textHash: act.textHash, challengeId, code: get(Confirmations).codeOf(challengeId), name: viewer.name, intent: true });
  const at = story.ago({ days, hours: 1 });
  await get(Database).query(`update joint_signature set signed_at = $2 where seat_id = $1`, [seat.id, at]);
  await get(Database).query(`update joint_act set completed_at = $2 where id = $1 and state = 'complete'`, [actId, at]);
}
