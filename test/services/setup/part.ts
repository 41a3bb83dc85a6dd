import type { OwnPostgres } from './own-postgres.js';
import type { OwnRedis } from './own-redis.js';
import type { Report } from './report.js';

/** What every part may use; whatever it opens it also hands to `later`, which is called in reverse when the part is over. */
export interface Bench {
  report: Report;
  /** Sizes for a machine that checks every change; full ones otherwise. */
  quick: boolean;
  seed: number;
  random: () => number;
  /** A folder of the part's own; it goes with it. */
  folder: string;
  /** Makes a database of its own and drops it when the part is over. Answers its address. */
  database(): Promise<string>;
  /** A database number of its own on the Redis at hand, emptied key by key when the part is over. Answers its address. */
  redis(): Promise<string>;
  /** A PostgreSQL that this part may stop and kill. */
  ownPostgres(): Promise<OwnPostgres>;
  /** A Redis that this part may stop, empty and kill. */
  ownRedis(): Promise<OwnRedis>;
  later(end: () => Promise<unknown>): void;
}

/** One part of the battery. */
export interface Part {
  name: string;
  /** After this it is stopped and counts as failed. */
  minutes: { quick: number; full: number };
  run(bench: Bench): Promise<void>;
}
