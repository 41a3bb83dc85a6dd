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
   * Has `work` count once per (caller, key). The key is written with the answer, at the end of the transaction: whoever
   * comes second, waits there for the first, takes everything back and gives the first's answer. The key of a mutation
   * that failed is free again, because its row went with the transaction.
   */
  async once<T>(callerId: string, key: string, request: unknown, work: () => Promise<T>): Promise<T> {
    const hash = createHash('sha256').update(JSON.stringify(request)).digest('hex');
    try {
      return await this.db.transaction(async () => {
        const result = await work();
        this.db.atLast(`insert into idempotency_key (caller_id, key, request_hash, result) values ($1, $2, $3, $4)`, [callerId, key, hash, JSON.stringify(result)]);
        return result;
      });
    } catch (error) {
      // What came second may have met what the first did long before it met the key, so any failure may be that.
      const first = await this.db.preparedOne<KeyRow>(`select request_hash, result from idempotency_key where caller_id = $1 and key = $2`, [callerId, key]).catch(() => null);
      if (!first) throw error;
      if (first.request_hash !== hash) throw new Conflict('This key was used for something else before. Send the change again with a new key.');
      return first.result as T;
    }
  }
}
