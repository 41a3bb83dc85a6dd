import { job, schedule } from '@app/platform/jobs';
import { SignatureMail } from './signatures.notifications.js';

/** Reminds those who have not signed, two, five and nine days after they were asked. */
export const remindMissing = job('signatures.remind', async (get) => {
  while ((await get(SignatureMail).remindDue()) > 0);
});

export const signatureSchedules = [schedule(remindMissing, { every: 60 * 60 * 1000 })];
