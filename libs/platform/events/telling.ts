import { Database } from '@app/platform/database';
import { Contributions } from '@app/platform/feature';
import { job } from '@app/platform/jobs';
import { type HappenedEvent, listeners } from './event.js';

/**
 * The order to tell a listener of a batch; releases before the batches were kept named listener and events instead.
 * `cause` are the requests in which they happened, with spaces between.
 */
export type TellJob = ({ batch: string } | { listener: string; events: string[] }) & { cause?: string };

interface BatchRow {
  listener: string;
  events: string[];
}

/**
 * Tells one listener of a batch of events, all in one transaction: a batch that was heard is gone with it, so that a
 * second order finds nothing to do.
 */
export const tellListener = job<TellJob>('events.tell', async (get, order) => {
  const db = get(Database);
  await db.transaction(async () => {
    const batch = 'batch' in order ? await db.one<BatchRow>(`select listener, events from outbox_batch where id = $1 for update`, [order.batch]) : order;
    const listener = get(Contributions).of(listeners).find((candidate) => candidate.name === batch?.listener);
    // During an upgrade this may be the older release, which does not know the listener yet: the batch waits for one that does.
    if (!batch || !listener) return;
    const events = await db.query<HappenedEvent>(`select id, name, payload, at from outbox where id = any($1::uuid[]) order by id`, [batch.events]);
    if (events.length > 0) await listener.run(get, events);
    if ('batch' in order) await db.query(`delete from outbox_batch where id = $1`, [order.batch]);
  });
});
