import type { Feature } from '@app/platform/feature';
import { job, jobs, schedule, schedules } from '@app/platform/jobs';
import { Database } from '@app/platform/database';
import { Events } from './events.js';
import { AddOutboxCause1700000000070 } from './migrations/1700000000070-add-outbox-cause.js';
import { CreateOutbox1700000000000 } from './migrations/1700000000000-create-outbox.js';
import { CreateOutboxBatch1700000000080 } from './migrations/1700000000080-create-outbox-batch.js';
import { OutboxRow } from './outbox.entity.js';
import { tellListener } from './telling.js';

const KEPT_DAYS = 30;

const sweep = job('events.sweep', async (get) => {
  const db = get(Database);
  await db.query(`delete from outbox where relayed_at < now() - make_interval(days => $1)`, [KEPT_DAYS]);
  // Nobody is left who would hear these: their listener is gone, or its events are.
  await db.query(`delete from outbox_batch where created_at < now() - make_interval(days => $1)`, [KEPT_DAYS]);
});

export const eventsFeature: Feature = {
  name: 'platform/events',
  entities: [OutboxRow],
  migrations: [CreateOutbox1700000000000, AddOutboxCause1700000000070, CreateOutboxBatch1700000000080],
  providers: [Events],
  contributes: [jobs.with(tellListener, sweep), schedules.with(schedule(sweep, { every: 24 * 60 * 60 * 1000 }))],
};
