import { Injectable } from '@nestjs/common';
import { Database } from '@app/platform/database';
import { Contributions } from '@app/platform/feature';
import { job, JobQueue, type QueuedJob } from '@app/platform/jobs';
import { type HappenedEvent, listeners, type Listener, liveRules, type LiveMessage, type LiveRule } from './event.js';

/** Says a live message to whoever follows its room, through socket.io; the worker and the tests each have their own voice. */
export abstract class LiveVoice {
  abstract say(message: LiveMessage): void;
}

const BATCH = 100;

interface TellJob {
  listener: string;
  events: string[];
  /** The requests in which they happened, with spaces between; absent from jobs that an older release queued. */
  cause?: string;
}

/** Tells one listener of a batch of events, all in one transaction. */
export const tellListener = job<TellJob>('events.tell', async (get, { listener: name, events: ids }) => {
  const listener = get(Contributions).of(listeners).find((candidate) => candidate.name === name);
  // An event queued by an older release whose listener is gone has nobody left to hear it.
  if (!listener) return;
  const db = get(Database);
  await db.transaction(async () => {
    const events = await db.query<HappenedEvent>(`select id, name, payload, at from outbox where id = any($1::uuid[]) order by id`, [ids]);
    if (events.length > 0) await listener.run(get, events);
  });
});

interface OutboxRecord {
  id: string;
  name: string;
  payload: unknown;
  at: Date;
  cause: string | null;
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
   * Takes up to 100 waiting events. Rows another relay holds are skipped. The jobs are queued before the rows are
   * marked, so that a crash in between repeats a batch rather than losing it. Answers how many were taken.
   */
  async relayOnce(): Promise<number> {
    return this.db.transaction(async () => {
      const rows = await this.db.query<OutboxRecord>(
        `select id, name, payload, at, cause from outbox where relayed_at is null order by id limit ${BATCH} for update skip locked`,
      );
      if (rows.length === 0) return 0;
      await this.queue.add(this.jobsFor(rows));
      await this.db.query(`update outbox set relayed_at = now() where id = any($1::uuid[])`, [rows.map((row) => row.id)]);
      this.db.afterCommit(() => {
        for (const row of rows) this.sayLive(row);
      });
      return rows.length;
    });
  }

  private jobsFor(rows: OutboxRecord[]): QueuedJob[] {
    const batches = new Map<string, OutboxRecord[]>();
    for (const row of rows) {
      for (const listener of this.byEvent.get(row.name) ?? []) batches.set(listener.name, [...(batches.get(listener.name) ?? []), row]);
    }
    return [...batches].map(([listener, events]) => ({
      name: tellListener.name,
      data: { listener, events: events.map((row) => row.id), cause: [...new Set(events.flatMap((row) => row.cause?.split(' ') ?? []))].join(' ') } satisfies TellJob,
      id: `${listener}-${events[0]?.id}-${events.length}`,
    }));
  }

  private sayLive(row: HappenedEvent): void {
    for (const rule of this.liveByEvent.get(row.name) ?? []) for (const message of rule.messages(row)) this.voice.say(message);
  }

  /** Relays until {@link stop}; waits `pauseMs` when the outbox is empty, longer after a failure. */
  start(onError: (error: unknown) => void, pauseMs = 100): void {
    this.running = true;
    this.loop = (async () => {
      while (this.running) {
        let pause = 0;
        try {
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
