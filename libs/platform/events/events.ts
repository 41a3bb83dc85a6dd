import { Injectable } from '@nestjs/common';
import { Database, newId } from '@app/platform/database';
import { currentCause } from '@app/platform/log';
import type { EventType } from './event.js';

/** Writes down what happened, in the transaction in which it happened. The relay carries it on later. */
@Injectable()
export class Events {
  constructor(private readonly db: Database) {}

  /** Throws outside a transaction: an event without its cause, or a cause without its event, must not exist. */
  async publish<Payload extends object>(type: EventType<Payload>, payload: Payload): Promise<void> {
    await this.publishAll(type, [payload]);
  }

  async publishAll<Payload extends object>(type: EventType<Payload>, payloads: Payload[]): Promise<void> {
    if (!this.db.inTransaction) throw new Error(`${type.name} was published outside a transaction`);
    if (payloads.length === 0) return;
    // Nothing in the transaction reads the outbox, so what happened is written down at its end.
    this.db.atLast(`insert into outbox (id, name, payload, cause) select *, $4::text from unnest($1::uuid[], $2::text[], $3::jsonb[])`, [
      payloads.map(() => newId()),
      payloads.map(() => type.name),
      payloads.map((payload) => JSON.stringify(payload)),
      currentCause(),
    ]);
  }
}
