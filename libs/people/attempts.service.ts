import { Injectable } from '@nestjs/common';
import { Database } from '@app/platform/database';
import { TooMany } from '@app/platform/graphql';

export interface Limit {
  /** What is counted, such as `code:address:ana@example.org`. */
  key: string;
  max: number;
  /** Length of the window in seconds. */
  per: number;
}

/** Counts tries in PostgreSQL, so that a limit holds across processes and restarts. */
@Injectable()
export class Attempts {
  constructor(private readonly db: Database) {}

  /**
   * Counts one try against each limit; throws TooMany when one is passed. It counts outside the ambient
   * transaction, because a try that failed was a try all the same.
   */
  async count(limits: Limit[]): Promise<void> {
    for (const { key, max, per } of limits) {
      const [row] = (await this.db.source.query(
        `insert into attempt (key, window_start) values ($1, to_timestamp(floor(extract(epoch from now()) / $2) * $2))
         on conflict (key, window_start) do update set count = attempt.count + 1
         returning count, ceil(extract(epoch from window_start) + $2 - extract(epoch from now()))::int as wait`,
        [key, per],
      )) as { count: number; wait: number }[];
      if (row && row.count > max) throw new TooMany(`Too many tries. Try again in ${inWords(row.wait)}.`, row.wait);
    }
  }
}

function inWords(seconds: number): string {
  if (seconds < 90) return `${Math.max(1, seconds)} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 90 ? `${minutes} minutes` : `${Math.ceil(minutes / 60)} hours`;
}
