import { Database } from '@app/platform/database';
import { job, schedule } from '@app/platform/jobs';
import { Delivery } from './delivery.service.js';
import { DELIVER } from './deliver.order.js';

const SECOND = 1000;
const DAY = 24 * 60 * 60 * SECOND;

export const deliver = job(DELIVER, (get) => get(Delivery).run());

/** The words of a mail are kept a month, that it was sent two years: so long a second copy is impossible and the stop link works. */
export const sweep = job('mail.sweep', async (get) => {
  const db = get(Database);
  await db.query(`update mail_ledger set data = '{}' where data <> '{}' and state not in ('queued', 'sending', 'held') and created_at < now() - interval '30 days'`);
  await db.query(`delete from mail_ledger where state not in ('queued', 'sending', 'held') and created_at < now() - interval '2 years'`);
  await db.query(`delete from mailbox_message where at < now() - interval '30 days'`);
});

export const mailSchedules = [schedule(deliver, { every: SECOND }), schedule(sweep, { every: DAY })];
