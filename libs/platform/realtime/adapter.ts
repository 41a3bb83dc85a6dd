import { createAdapter as createPostgresAdapter } from '@socket.io/postgres-adapter';
import { createAdapter as createRedisAdapter } from '@socket.io/redis-adapter';
import { Redis } from 'ioredis';
import pg from 'pg';
import type { Server } from 'socket.io';
import type { Config } from '@app/platform/config';
import type { Log } from '@app/platform/log';
import { livePool } from './live-pool.js';

const GOODBYE_MS = 500;

/**
 * Lets this process hear live messages through Redis or PostgreSQL. `onBack` is called whenever the line was broken and
 * hears again. The answer ends it.
 */
export function useAdapter(io: Server, config: Config, log: Log, onBack: () => void): () => Promise<void> {
  return config.REDIS_URL ? throughRedis(io, config.REDIS_URL, log, onBack) : throughPostgres(io, config, log, onBack);
}

function throughRedis(io: Server, url: string, log: Log, onBack: () => void): () => Promise<void> {
  // The adapter looks after none of its promises: one that is refused after twenty tries would end the process.
  const publisher = new Redis(url, { maxRetriesPerRequest: null });
  const subscriber = publisher.duplicate();
  for (const connection of [publisher, subscriber]) connection.on('error', (error) => log.warn({ error: error.message }, 'redis'));
  let heard = false;
  subscriber.on('ready', () => {
    if (heard) onBack();
    heard = true;
  });
  io.adapter(createRedisAdapter(publisher, subscriber));
  return async () => {
    publisher.disconnect();
    subscriber.disconnect();
  };
}

function throughPostgres(io: Server, config: Config, log: Log, onBack: () => void): () => Promise<void> {
  const pool = livePool(config, log);
  let line: pg.Client | undefined;
  // The adapter (0.5) takes its listening client from the pool, leaves its errors unheard, which ends the process, and
  // never gives a broken one back, so that after as many breaks as the pool is large nothing is live any more.
  const connect = async (): Promise<pg.Client> => {
    const isFirst = line === undefined;
    line?.removeAllListeners('end');
    line?.end().catch(() => undefined);
    const client = new pg.Client({ connectionString: config.DATABASE_URL, application_name: 'accord-live', connectionTimeoutMillis: 5000, keepAlive: true });
    client.on('error', (error) => log.warn({ error: error.message }, 'live updates'));
    await client.connect();
    line = client;
    if (!isFirst) onBack();
    return Object.assign(client, { release: () => void client.end().catch(() => undefined) });
  };
  const forAdapter = { query: pool.query.bind(pool), connect } as unknown as pg.Pool;
  io.adapter(createPostgresAdapter(forAdapter, { errorHandler: (error) => log.warn({ error: error.message }, 'live updates') }));
  // Closed while its first connection is still being made, the adapter keeps that connection, and the pool would wait for it.
  return () => Promise.race([pool.end(), new Promise<void>((resolve) => void setTimeout(resolve, GOODBYE_MS).unref())]);
}
