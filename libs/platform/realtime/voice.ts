import { decode, encode } from '@msgpack/msgpack';
import { Emitter as PostgresEmitter } from '@socket.io/postgres-emitter';
import { Emitter as RedisEmitter } from '@socket.io/redis-emitter';
import { Redis } from 'ioredis';
import type pg from 'pg';
import type { Config } from '@app/platform/config';
import { type LiveMessage, LiveVoice } from '@app/platform/events';
import type { Log } from '@app/platform/log';
import { livePool } from './live-pool.js';

/** Live messages that concern the connection itself rather than its reader. */
export const END_ROOM = 'end';

/** As much of an emitter as a live message needs. */
interface Rooms {
  in(room: string): { emit(event: string, message: LiveMessage): unknown; disconnectSockets(close?: boolean): unknown };
}

/** The voice of a process without sockets of its own: it reaches every api process through Redis or PostgreSQL. */
export class RemoteVoice extends LiveVoice {
  private readonly rooms: Rooms;
  readonly close: () => Promise<void>;

  constructor(config: Config, log: Log) {
    super();
    // What cannot be said is not kept: when the line is back every page asks anew. Both emitters leave a refused
    // promise to nobody, which would end the process.
    const lost = (error: Error): void => log.warn({ error: error.message }, 'a live message was not said');
    if (config.REDIS_URL) {
      const redis = new Redis(config.REDIS_URL, { enableOfflineQueue: false, maxRetriesPerRequest: 0 });
      redis.on('error', (error) => log.warn({ error: error.message }, 'redis'));
      this.rooms = new RedisEmitter({ publish: (channel: string, message: Buffer) => void redis.publish(channel, message).catch(lost) }) as unknown as Rooms;
      this.close = async () => redis.disconnect();
    } else {
      const pool = livePool(config, log);
      this.rooms = new PostgresEmitter(carefully(pool, lost)) as unknown as Rooms;
      this.close = () => pool.end();
    }
  }

  override say(message: LiveMessage): void {
    const room = this.rooms.in(message.room);
    if (message.kind === END_ROOM) room.disconnectSockets(true);
    else room.emit('live', message);
  }
}

/**
 * What the emitter (0.1.1) needs so that the adapter (0.5) hears it: the namespace, which it leaves out of messages
 * short and long. What fails it would say again as an event named error, and again, for as long as PostgreSQL is away.
 */
function carefully(pool: pg.Pool, lost: (error: Error) => void): pg.Pool {
  const named = (value: string | Uint8Array): string | Buffer =>
    typeof value === 'string' ? JSON.stringify({ ...(JSON.parse(value) as object), nsp: '/' }) : Buffer.from(encode({ ...(decode(value) as object), nsp: '/' }));
  const query = (sql: string, given: (string | Uint8Array)[]): Promise<unknown> => {
    const isNotice = sql.includes('pg_notify');
    return pool.query(sql, isNotice ? [given[0], named(given[1] ?? '{}')] : [named(given[0] ?? '{}')]).catch((error: Error) => {
      lost(error);
      return { rows: [{ id: null }] };
    });
  };
  return { query } as unknown as pg.Pool;
}
