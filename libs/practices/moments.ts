import { type Database, newId } from '@app/platform/database';
import type { MomentRow } from './practices.queries.js';

interface Moment {
  practiceId: string;
  what: MomentRow['what'];
  organizationId?: string | null;
  actId?: string;
  reason?: string;
}

/** Writes down what became of a practice, in the transaction in which it did. */
export async function recordMoment(db: Database, { practiceId, what, organizationId = null, actId, reason }: Moment): Promise<void> {
  await db.query(`insert into practice_moment (id, practice_id, what, organization_id, act_id, reason) values ($1, $2, $3, $4, $5, $6)`, [newId(), practiceId, what, organizationId, actId ?? null, reason ?? null]);
}

/** Whether every required seat of its district has ever signed a practice, whatever became of it since. */
export async function signedEver(db: Database, practiceId: string): Promise<boolean> {
  return (await db.readOne(`select 1 from practice_moment where practice_id = $1 and what = 'affirmed' limit 1`, [practiceId])) !== null;
}
