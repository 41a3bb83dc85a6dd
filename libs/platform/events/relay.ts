import { Injectable } from '@nestjs/common';
import { Database, newId } from '@app/platform/database';
import { Contributions } from '@app/platform/feature';
import { JobQueue, type QueuedJob } from '@app/platform/jobs';
import { type HappenedEvent, listeners, type Listener, liveRules, type LiveMessage, type LiveRule } from './event.js';
import { tellListener, type TellJob } from './telling.js';

/** Says a live message to whoever follows its room, through socket.io; the worker and the tests each have their own voice. */
export abstract class LiveVoice {
  abstract say(message: LiveMessage): void;
}

const BATCH = 100;
/** How often it is asked which batches the queue has lost. */
const REMIND_EVERY_MS = 5000;

interface OutboxRecord {
  id: string;
  name: string;
  payload: unknown;
  at: Date;
  cause: string | null;
}

/** What one listener has to hear at once. */
interface Batch {
  id: string;
  listener: string;
  events: string[];
  cause: string;
}

/** Carries events from the outbox to the queue, one job per listener and batch, and to live rooms. */
@Injectable()
export class Relay {
  private readonly byEvent = new Map<string, Listener[]>();
  private readonly liveByEvent = new Map<string, LiveRule[]>();
  private running = false;
  private loop: Promise<void> = Promise.resolve();

  constructor(
    private readonly db: Database,
    private readonly queue: JobQueue,
    private readonly voice: LiveVoice,
    contributions: Contributions,
  ) {
    for (const listener of contributions.of(listeners)) {
      const hears = typeof listener.hears === 'function' ? listener.hears(contributions) : listener.hears;
      for (const name of new Set(hears)) this.byEvent.set(name, [...(this.byEvent.get(name) ?? []), listener]);
    }
    for (const rule of contributions.of(liveRules)) this.liveByEvent.set(rule.hears, [...(this.liveByEvent.get(rule.hears) ?? []), rule]);
  }

  /**
   * Takes up to 100 waiting events; rows another relay holds are skipped. What each listener has to hear is written
   * down in the transaction that marks them as taken, and only then queued: the queue may lose it, {@link remind}
   * does not. Answers how many were taken.
   */
  async relayOnce(): Promise<number> {
    const { rows, batches } = await this.db.transaction(async () => {
      const taken = await this.db.query<OutboxRecord>(
        `select id, name, payload, at, cause from outbox where relayed_at is null order by id limit ${BATCH} for update skip locked`,
      );
      const made = this.batchesOf(taken);
      if (made.length > 0) {
        await this.db.query(`insert into outbox_batch (id, listener, events, cause) select * from jsonb_to_recordset($1::jsonb) as made(id uuid, listener text, events uuid[], cause text)`, [JSON.stringify(made)]);
      }
      if (taken.length > 0) await this.db.query(`update outbox set relayed_at = now() where id = any($1::uuid[])`, [taken.map((row) => row.id)]);
      return { rows: taken, batches: made };
    });
    for (const row of rows) this.sayLive(row);
    await this.queue.add(batches.map((batch) => orderFor(batch, 0)));
    return rows.length;
  }

  /** Queues once more what no listener has heard by its time: the queue has lost it, or could not be reached. Answers how many batches that were. */
  async remind(): Promise<number> {
    return this.db.transaction(async () => {
      const late = await this.db.query<{ id: string; cause: string | null; tries: number }>(`select id, cause, tries from outbox_batch where due_at <= now() order by due_at limit ${BATCH} for update skip locked`);
      if (late.length === 0) return 0;
      // Before they are put off: a queue that is away must not make their time later.
      await this.queue.add(late.map((batch) => orderFor(batch, batch.tries + 1)));
      await this.db.query(
        `update outbox_batch set tries = tries + 1, due_at = now() + interval '20 seconds' * 2 ^ least(greatest(tries - 3, 0), 8) where id = any($1::uuid[])`,
        [late.map(({ id }) => id)],
      );
      return late.length;
    });
  }

  private batchesOf(rows: readonly OutboxRecord[]): Batch[] {
    const batches = new Map<string, OutboxRecord[]>();
    for (const row of rows) {
      for (const listener of this.byEvent.get(row.name) ?? []) batches.set(listener.name, [...(batches.get(listener.name) ?? []), row]);
    }
    return [...batches].map(([listener, events]) => ({
      id: newId(),
      listener,
      events: events.map((row) => row.id),
      cause: [...new Set(events.flatMap((row) => row.cause?.split(' ') ?? []))].join(' '),
    }));
  }

  private sayLive(row: HappenedEvent): void {
    for (const rule of this.liveByEvent.get(row.name) ?? []) for (const message of rule.messages(row)) this.voice.say(message);
  }

  /** Relays until {@link stop}; waits `pauseMs` when the outbox is empty, longer after a failure. */
  start(onError: (error: unknown) => void, pauseMs = 100): void {
    this.running = true;
    let reminded = 0;
    this.loop = (async () => {
      while (this.running) {
        let pause = 0;
        try {
          if (Date.now() - reminded > REMIND_EVERY_MS) {
            // Noted first: reminding that fails must not keep new events from being carried on.
            reminded = Date.now();
            await this.remind();
          }
          if ((await this.relayOnce()) === 0) pause = pauseMs;
        } catch (error) {
          onError(error);
          pause = 1000;
        }
        if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
      }
    })();
  }

  async stop(): Promise<void> {
    this.running = false;
    await this.loop;
  }
}

/** A new order for each reminder: BullMQ would take the same one twice for one that it has. */
function orderFor({ id, cause }: { id: string; cause: string | null }, tries: number): QueuedJob {
  return { name: tellListener.name, data: { batch: id, ...(cause ? { cause } : {}) } satisfies TellJob, id: `${id}-${tries}` };
}
