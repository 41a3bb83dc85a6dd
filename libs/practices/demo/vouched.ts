import { Database } from '@app/platform/database';
import type { Get } from '@app/platform/feature';
import type { Chapter, Story } from '@app/platform/story';
import { Sessions, type Viewer } from '@app/people';
import { signs } from '@app/signatures/testing';
import { Affirmations } from '../affirmations.service.js';

interface Vouched {
  /** As the chapter of what was shared remembers it. */
  practice: string;
  by: string;
  signers: readonly string[];
  days: number;
  approved?: { by: string; days: number };
  lapsed?: { by: string; days: number; reason: string; endYear: number };
}

/** Records in every state: in force, signed but not approved, due, waiting for a signature, lapsed. */
const vouched: Vouched[] = [
  { practice: 'ruth:4', by: 'ruth', signers: ['pete', 'omar', 'ruth'], days: 32, approved: { by: 'eleanor', days: 28 } },
  { practice: 'pete:5', by: 'pete', signers: ['ruth', 'pete', 'omar'], days: 21, approved: { by: 'marcus', days: 20 } },
  { practice: 'ruth:7', by: 'ruth', signers: ['ruth', 'pete', 'omar'], days: 391, approved: { by: 'nora', days: 380 } },
  { practice: 'omar:9', by: 'omar', signers: ['omar', 'ruth', 'pete'], days: 640, lapsed: { by: 'pete', days: 75, endYear: 2025, reason: 'The levy of that spring failed, and the bonus with it. By then two teams had asked to leave anyway: the figures came too late to learn from.' } },
  { practice: 'gloria:9', by: 'gloria', signers: ['mei', 'james', 'gloria'], days: 18, approved: { by: 'marcus', days: 12 } },
  { practice: 'mei:10', by: 'mei', signers: ['gloria', 'mei', 'james'], days: 6 },
  { practice: 'ana:3', by: 'ana', signers: ['ana', 'dana'], days: 1 },
];

/** What some districts' seats have signed of what they practise, and who stands behind it. */
export const vouchedPractices: Chapter = {
  name: 'practices: which are vouched for',
  tell: async (get, story) => {
    for (const one of vouched) await vouch(get, story, one);
  },
};

async function vouch(get: Get, story: Story, { practice: key, by, signers, days, approved, lapsed }: Vouched): Promise<void> {
  const [db, affirmations] = [get(Database), get(Affirmations)];
  const id = await story.recall(`practice:${key}`);
  const viewer = await viewerNamed(get, story, by);
  const asked = await affirmations.ask(viewer, id);
  const { open } = await affirmations.actsOf(viewer, asked);
  if (!open) throw new Error(`${asked.title} does not wait for signatures.`);
  await story.remember(`act:practice:${key}`, open.id);
  for (const person of signers) await signs({ db, get }, await story.recall(`person:${person}`), open.id);
  const at = story.ago({ days, hours: 1 });
  await db.query(`update joint_signature set signed_at = $2 where act_id = $1`, [open.id, at]);
  await db.query(`update joint_act set created_at = $2, completed_at = case when state = 'complete' then $3::timestamptz end where id = $1`, [open.id, story.ago({ days: days + 2 }), at]);
  await db.query(`update practice set affirmed_at = $2 where id = $1 and affirmed_at is not null`, [id, at]);
  await db.query(`update practice_moment set at = $2 where practice_id = $1`, [id, at]);
  // What happened so long ago has been told by mail so long ago.
  await db.query(`delete from mail_ledger where data ->> 'actId' = $1`, [open.id]);
  if (approved) {
    await affirmations.approve(await viewerNamed(get, story, approved.by), id);
    const then = story.ago({ days: approved.days });
    await db.query(`update practice_approval set at = $2 where practice_id = $1`, [id, then]);
    await db.query(`update practice_moment set at = $2 where practice_id = $1 and what = 'approved'`, [id, then]);
  }
  if (lapsed) {
    await affirmations.lapse(await viewerNamed(get, story, lapsed.by), id, lapsed.reason, lapsed.endYear);
    const then = story.ago({ days: lapsed.days });
    await db.query(`update practice set lapsed_at = $2 where id = $1`, [id, then]);
    await db.query(`update practice_moment set at = $2 where practice_id = $1 and what = 'lapsed'`, [id, then]);
  }
  await db.query(`delete from mail_ledger where data ->> 'practiceId' = $1`, [id]);
}

async function viewerNamed(get: Get, story: Story, person: string): Promise<Viewer> {
  const viewer = await get(Sessions).viewerOfPerson(await story.recall(`person:${person}`));
  if (!viewer) throw new Error(`${person} has no account.`);
  return viewer;
}
