import { randomBytes } from 'node:crypto';
import { Redis } from 'ioredis';
import pg from 'pg';
import { OwnPostgres } from './own-postgres.js';
import { OwnRedis } from './own-redis.js';

/** A server that everybody on this machine may use: ours are only the databases that we make in it. */
interface Shared {
  words: string;
  stop(): Promise<void>;
}

export interface SharedPostgres extends Shared {
  database(): Promise<{ url: string; drop(): Promise<void> }>;
}

export interface SharedRedis extends Shared {
  /** A database number that was empty; what we leave in it is removed key by key. */
  number(): Promise<{ url: string; clear(): Promise<void> }>;
}

const POSTGRES = { host: '127.0.0.1', port: 5432, user: process.env.PGUSER ?? 'postgres', password: process.env.PGPASSWORD };
const REDIS_PORT = 6379;
const MARK = 'accord:services';

/** The PostgreSQL at 127.0.0.1:5432 when it lets us in, else one of our own in `folder`. */
export async function findPostgres(folder: string): Promise<SharedPostgres> {
  const version = await versionAt(POSTGRES);
  if (version) return { words: `PostgreSQL ${version} at 127.0.0.1:5432`, stop: async () => undefined, database: () => databaseAt(POSTGRES) };
  const own = await OwnPostgres.start(folder);
  const place = { host: '127.0.0.1', port: own.port, user: 'postgres', password: undefined };
  return { words: `PostgreSQL ${await versionAt(place)}, started for this run`, stop: () => own.stop('fast'), database: () => databaseAt(place) };
}

type Place = typeof POSTGRES;

async function versionAt(place: Place): Promise<string | null> {
  const client = new pg.Client({ ...place, database: 'postgres', connectionTimeoutMillis: 3000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query<{ server_version: string }>('show server_version')).rows[0]?.server_version.split(' ')[0] ?? null;
  } catch {
    return null;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function databaseAt(place: Place): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `accord_services_${randomBytes(6).toString('hex')}`;
  const ask = async (sql: string): Promise<void> => {
    const client = new pg.Client({ ...place, database: 'postgres' });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  await ask(`create database ${name} template template0 encoding 'UTF8' locale 'C.UTF-8'`);
  const password = place.password ? `:${encodeURIComponent(place.password)}` : '';
  return { url: `postgres://${place.user}${password}@${place.host}:${place.port}/${name}`, drop: () => ask(`drop database if exists ${name} with (force)`) };
}

/** The Redis at 127.0.0.1:6379 when it answers, else one of our own. */
export async function findRedis(folder: string): Promise<SharedRedis> {
  const version = await redisVersion(REDIS_PORT);
  if (version) return { words: `Redis ${version} at 127.0.0.1:${REDIS_PORT}`, stop: async () => undefined, number: () => numberAt(REDIS_PORT) };
  const own = await OwnRedis.start(folder);
  return { words: `Redis ${await redisVersion(own.port)}, started for this run`, stop: () => own.stop('SIGTERM'), number: () => numberAt(own.port) };
}

async function redisVersion(port: number): Promise<string | null> {
  const client = new Redis({ host: '127.0.0.1', port, lazyConnect: true, retryStrategy: () => null, connectTimeout: 3000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return /redis_version:(\S+)/.exec(await client.info('server'))?.[1] ?? null;
  } catch {
    return null;
  } finally {
    client.disconnect();
  }
}

async function numberAt(port: number): Promise<{ url: string; clear(): Promise<void> }> {
  for (let number = 15; number > 0; number -= 1) {
    const url = `redis://127.0.0.1:${port}/${number}`;
    const client = new Redis(url);
    try {
      // Two runs at once must not take the same number.
      if ((await client.dbsize()) === 0 && (await client.set(MARK, process.pid, 'EX', 3600, 'NX'))) return { url, clear: () => clear(url) };
    } finally {
      client.disconnect();
    }
  }
  throw new Error('Every database number of the Redis at hand is in use.');
}

async function clear(url: string): Promise<void> {
  const client = new Redis(url);
  for await (const keys of client.scanStream({ count: 500 }) as AsyncIterable<string[]>) if (keys.length > 0) await client.unlink(...keys);
  client.disconnect();
}
