import { type BackendFactory, type IQueueBackend, type ConnectionOptions, createPostgresBackend, createRedisBackend, DelayedError, Queue, Worker } from 'bullmq';
import type { Config } from '@app/platform/config';
import type { Log } from '@app/platform/log';
import type { JobRunner } from './job-runner.js';
import { JobQueue, type QueuedJob } from './queue.js';
import type { Schedule } from './job.js';

const QUEUE = 'accord';
const LOCK_MS = 10_000;
const ADD_MS = 5000;
const LOOK_EVERY_MS = 10_000;
const OVERDUE_MS = 15_000;
const AT_ONCE = 5;
/** Of those so many may be slow. */
const SLOW_AT_ONCE = 2;
const SLOW_AGAIN_MS = 1000;

/** BullMQ itself would wait up to 20 seconds between tries, and mail with it. */
const retryStrategy = (times: number): number => Math.min(times * 200, 2000);

/**
 * BullMQ keeps its jobs in Redis where there is one, else in a schema of its own in PostgreSQL. Whoever queues is refused at
 * once while Redis is away. Whoever takes jobs must wait instead: BullMQ would ask again without a breath in between, and
 * the process, busy with asking, would never find out that Redis is back.
 */
function backendOf(config: Config, waits: boolean): { connection: ConnectionOptions; factory: BackendFactory } {
  if (config.REDIS_URL) {
    return { connection: { url: config.REDIS_URL, maxRetriesPerRequest: null, enableOfflineQueue: waits, retryStrategy }, factory: createRedisBackend as BackendFactory };
  }
  const connection: unknown = { connectionString: config.DATABASE_URL, schema: 'bullmq', migrate: true, max: 5 };
  return { connection: connection as ConnectionOptions, factory: createPostgresBackend as unknown as BackendFactory };
}

/** The queue of the running product. */
export class BullQueue extends JobQueue {
  private readonly queue: Queue<object, void, string, object, void, string, IQueueBackend>;
  private looking: NodeJS.Timeout | undefined;

  constructor(
    config: Config,
    private readonly log: Log,
  ) {
    super();
    const { connection, factory } = backendOf(config, false);
    this.queue = new Queue(
      QUEUE,
      {
        connection,
        defaultJobOptions: { attempts: 12, backoff: { type: 'exponential', delay: 500 }, removeOnComplete: { age: 3600 }, removeOnFail: { age: 14 * 24 * 3600 } },
      },
      factory,
    );
    this.queue.on('error', (error) => log.warn({ error: error.message }, 'queue'));
  }

  override async add(jobs: QueuedJob[]): Promise<void> {
    if (jobs.length === 0) return;
    // Until its first connection BullMQ waits for ever, and whoever queues holds a transaction open meanwhile.
    await within(ADD_MS, this.queue.addBulk(jobs.map((job) => ({ name: job.name, data: job.data, opts: job.id ? { jobId: job.id.replaceAll(':', '-') } : {} }))));
  }

  /** Sees to it that these jobs are repeated, also after the queue has lost everything or was away at the start. */
  async repeat(schedules: Schedule[], lookEveryMs = LOOK_EVERY_MS): Promise<void> {
    const entered = new Set<string>();
    const look = async (): Promise<void> => {
      const known = new Map((await this.queue.getJobSchedulers()).map((scheduler) => [scheduler.key, scheduler.next ?? 0]));
      for (const { job, every } of schedules) {
        // A repeated job that is long overdue lost its next turn with the worker or the queue that was about to note it.
        const turns = (known.get(job.name) ?? 0) > Date.now() - OVERDUE_MS;
        if (entered.has(job.name) && turns) continue;
        await this.queue.upsertJobScheduler(job.name, { every }, { name: job.name, data: {}, opts: { attempts: 1, removeOnComplete: true, removeOnFail: { age: 24 * 3600 } } });
        if (entered.has(job.name)) this.log.warn({ job: job.name }, 'the queue had forgotten a schedule');
        entered.add(job.name);
      }
    };
    const lookInTime = (): Promise<void> => within(ADD_MS, look()).catch((error: unknown) => this.log.warn({ error: String(error) }, 'schedules'));
    await lookInTime();
    this.looking = setInterval(() => void lookInTime(), lookEveryMs);
  }

  /** Throws when jobs cannot be queued at the moment. */
  async reach(): Promise<void> {
    await this.queue.getJobCountByTypes('waiting');
  }

  async close(): Promise<void> {
    clearInterval(this.looking);
    await this.queue.close();
  }
}

/**
 * Starts taking jobs; the answer stops it: no more are taken, and those under way have `patienceMs` to finish. What is
 * then still running is given back: its lock runs out with this process, and another worker takes it up.
 */
export function startBullWorker(config: Config, runner: JobRunner, log: Log): (patienceMs: number) => Promise<void> {
  let [running, slowOnes] = [0, 0];
  const { connection, factory } = backendOf(config, true);
  const worker = new Worker(
    QUEUE,
    async (job, token) => {
      const slow = runner.isSlow(job.name);
      if (slow && slowOnes >= SLOW_AT_ONCE) {
        // What is repeated comes again by itself.
        if (job.repeatJobKey) return;
        await job.moveToDelayed(Date.now() + SLOW_AGAIN_MS, token);
        throw new DelayedError();
      }
      running += 1;
      if (slow) slowOnes += 1;
      try {
        await runner.run({ name: job.name, data: job.data as object, id: job.id });
      } finally {
        running -= 1;
        if (slow) slowOnes -= 1;
      }
    },
    // A job whose worker was killed is taken up again within two locks; twenty deaths are allowed because every job may run twice.
    { connection, concurrency: AT_ONCE, lockDuration: LOCK_MS, stalledInterval: LOCK_MS / 2, maxStalledCount: 20 },
    factory,
  );
  worker.on('failed', (job, error) => log.error({ job: job?.name, attempt: job?.attemptsMade, error: error.message, stack: error.stack }, 'job failed'));
  worker.on('error', (error) => log.warn({ error: error.message }, 'worker'));
  return async (patienceMs) => {
    const closed = worker.close().then(() => true);
    const late = new Promise<boolean>((resolve) => void setTimeout(() => resolve(false), patienceMs).unref());
    if (!(await Promise.race([closed, late]))) log.warn({ jobs: running }, 'jobs were given back unfinished');
  };
}

/** Gives up waiting after `ms`; the work itself may still end well. */
async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`the queue did not answer within ${ms / 1000} s`)), ms);
  });
  // What is given up may fail later, with nobody left to tell.
  work.catch(() => undefined);
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
