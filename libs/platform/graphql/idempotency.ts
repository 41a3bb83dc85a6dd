import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { Database } from '@app/platform/database';
import { Conflict } from './problems.js';

/** What a key looks like; anything else is refused before it reaches the database. */
export const IDEMPOTENCY_KEY = /^[\w-]{8,64}$/;

interface KeyRow {
  request_hash: string;
  result: unknown;
}

/** Remembers what a mutation with a key answered, so that the same key sent twice has one effect and one answer. */
@Injectable()
export class Idempotency {
  constructor(private readonly db: Database) {}

  /**
   * Runs `work` once per (caller, key). A second call waits for the first, then gets its answer. The key of a
   * mutation that failed is free again, because its row went with the transaction.
   */
  async once<T>(callerId: string, key: string, request: unknown, work: () => Promise<T>): Promise<T> {
    const hash = createHash('sha256').update(JSON.stringify(request)).digest('hex');
    return this.db.transaction(async () => {
      const claimed = await this.db.preparedOne(
        `insert into idempotency_key (caller_id, key, request_hash) values ($1, $2, $3) on conflict (caller_id, key) do nothing returning key`,
        [callerId, key, hash],
      );
      if (!claimed) {
        const row = await this.db.one<KeyRow>(`select request_hash, result from idempotency_key where caller_id = $1 and key = $2`, [callerId, key]);
        if (!row || row.request_hash !== hash) throw new Conflict('This key was used for something else before. Send the change again with a new key.');
        return row.result as T;
      }
      const result = await work();
      this.db.atLast(`update idempotency_key set result = $3 where caller_id = $1 and key = $2`, [callerId, key, JSON.stringify(result)]);
      return result;
    });
  }
}
