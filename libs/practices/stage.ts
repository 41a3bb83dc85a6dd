import { CONFIRM_EVERY_YEARS } from './contract/limits.js';
import type { Practice } from './practice.entity.js';

/** How far a practice is vouched for today: its stage, and whether it is time to confirm it again. */
export type StateOfPractice = 'recorded' | 'told' | 'affirmed' | 'in_force' | 'due' | 'lapsed';

const STILL_CONFIRMED = `p.affirmed_at > now() - interval '${CONFIRM_EVERY_YEARS} year'`;
const TOO_LONG_AGO = `p.affirmed_at <= now() - interval '${CONFIRM_EVERY_YEARS} year'`;

/** For SQL on `practice p`: that a practice is in this state. They exclude each other, and each practice is in one. */
export const BY_STATE: Record<StateOfPractice, string> = {
  recorded: `p.status = 'recorded'`,
  told: `p.status = 'shared' and p.stage = 'told'`,
  affirmed: `p.status = 'shared' and p.stage = 'affirmed' and ${STILL_CONFIRMED}`,
  in_force: `p.status = 'shared' and p.stage = 'in_force' and ${STILL_CONFIRMED}`,
  due: `p.status = 'shared' and p.stage in ('affirmed', 'in_force') and ${TOO_LONG_AGO}`,
  lapsed: `p.status = 'shared' and p.stage = 'lapsed'`,
};

/** For SQL on `practice p`: the state as a word. */
export const STATE = `case ${(Object.keys(BY_STATE) as StateOfPractice[]).map((state) => `when ${BY_STATE[state]} then '${state}'`).join(' ')} end`;

/** The day from which a practice that was affirmed is to be confirmed again. */
export function dueAt(affirmedAt: Date): Date {
  const due = new Date(affirmedAt);
  due.setUTCFullYear(due.getUTCFullYear() + CONFIRM_EVERY_YEARS);
  return due;
}

/** As {@link BY_STATE}, of a practice at hand. */
export function stateOf({ status, stage, affirmedAt }: Pick<Practice, 'status' | 'stage' | 'affirmedAt'>, now = new Date()): StateOfPractice {
  if (status === 'recorded') return 'recorded';
  if ((stage === 'affirmed' || stage === 'in_force') && affirmedAt && dueAt(affirmedAt) <= now) return 'due';
  return stage;
}
