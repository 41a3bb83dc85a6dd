import { job, schedule } from '@app/platform/jobs';
import { Affirmations } from './affirmations.service.js';

/** Asks districts to confirm what they affirmed a year ago, and lets lapse what nobody has confirmed for two. */
export const confirmAgain = job('practices.confirm-again', async (get) => {
  while ((await get(Affirmations).lapseUnconfirmed()) > 0);
  while ((await get(Affirmations).askDue()) > 0);
});

export const practiceSchedules = [schedule(confirmAgain, { every: 60 * 60 * 1000 })];
