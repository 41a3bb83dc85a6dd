import type { Server as HttpServer } from 'node:http';
import type { Duplex } from 'node:stream';
import { decode, encode } from '@msgpack/msgpack';
import { createAdapter as createPostgresAdapter } from '@socket.io/postgres-adapter';
import { Emitter as PostgresEmitter } from '@socket.io/postgres-emitter';
import { createAdapter as createRedisAdapter } from '@socket.io/redis-adapter';
import { Emitter as RedisEmitter } from '@socket.io/redis-emitter';
import { Redis } from 'ioredis';
import pg from 'pg';
import { Server, type Socket } from 'socket.io';
import type { Config } from '@app/platform/config';
import { type LiveMessage, LiveVoice } from '@app/platform/events';
import { type Get, Point } from '@app/platform/feature';
import type { Log } from '@app/platform/log';

/** A kind of room that can be followed, by the prefix of its name, and who may follow it. */
export interface RoomRule<Caller = unknown> {
  prefix: string;
  mayFollow: (get: Get, caller: Caller, id: string) => Promise<boolean>;
}

export const rooms = new Point<RoomRule>('realtime.rooms');

export function room<Caller>(prefix: string, mayFollow: RoomRule<Caller>['mayFollow']): RoomRule {
  return { prefix, mayFollow: mayFollow as RoomRule['mayFollow'] };
}

/** Live messages that concern the connection itself rather than its reader. */
export const END_ROOM = 'end';

interface SocketData {
  caller: unknown;
  endsWith: string;
}

export interface RealtimeOptions {
  config: Config;
  log: Log;
  get: Get;
  rules: RoomRule[];
  origin: string;
  /** Who carries this cookie, and the room that ends the connection; null refuses. */
  identify: (cookie: string | undefined) => Promise<{ caller: unknown; endsWith: string } | null>;
}

/** Goes with the refusal of a connection whose session is over, so that an open page can say so at once. */
const SIGN_IN_NEEDED = 'SignInNeeded';
const MAX_MESSAGE = 64 * 1024;
const MAX_ROOMS = 50;

/** The live half of an api process. */
export interface Realtime {
  /** Lets nobody new in. */
  refuse(): void;
  /** Breaks every connection, so that the pages reconnect, each after a moment of its own choosing, to whoever lets them in. */
  part(): void;
  close(): Promise<void>;
}

// A browser that does not answer a goodbye is let go.
const GOODBYE_MS = 500;

/**
 * Live updates beside GraphQL. A socket is let in by its session cookie and its origin; every room is checked when
 * it is followed, and checked again for every reader when their session ends.
 */
export async function openRealtime(server: HttpServer, options: RealtimeOptions): Promise<Realtime> {
  const { config, log, get, rules } = options;
  let open = true;
  const lines = new Set<Duplex>();
  server.on('upgrade', (_request, line: Duplex) => {
    lines.add(line);
    line.once('close', () => lines.delete(line));
  });
  const io = new Server<Record<string, never>, Record<string, never>, Record<string, never>, SocketData>(server, {
    path: '/socket.io',
    serveClient: false,
    maxHttpBufferSize: MAX_MESSAGE,
    perMessageDeflate: false,
    allowRequest: (request, done) => {
      done(null, open && isOwnPage(request.headers.origin, options.origin, request.headers.host));
    },
  });
  const closeAdapter = await useAdapter(io, config, log);

  io.use((socket, next) => {
    options
      .identify(socket.handshake.headers.cookie)
      .then((who) => {
        if (!who) return next(Object.assign(new Error('Sign in to follow along.'), { data: { code: SIGN_IN_NEEDED } }));
        socket.data.caller = who.caller;
        socket.data.endsWith = who.endsWith;
        next();
      })
      .catch((error: unknown) => {
        log.error({ error: String(error) }, 'a socket could not be let in');
        next(new Error('Not now. Try again in a moment.'));
      });
  });

  io.on('connection', (socket) => {
    void socket.join(socket.data.endsWith);
    const on = socket.on.bind(socket) as unknown as (event: string, handler: (message: unknown, answer: unknown) => void) => void;
    on('follow', (message, answer) => {
      follow(socket, message)
        .catch((error: unknown) => {
          log.error({ error: String(error) }, 'a room could not be followed');
          return false;
        })
        .then((ok) => typeof answer === 'function' && (answer as (result: { ok: boolean }) => void)({ ok }));
    });
    on('unfollow', (message) => {
      const name = nameIn(message);
      if (name && name !== socket.data.endsWith) void socket.leave(name);
    });
  });

  async function follow(socket: Socket, message: unknown): Promise<boolean> {
    const name = nameIn(message);
    const [prefix = '', id = ''] = name?.split(':', 2) ?? [];
    const rule = rules.find((candidate) => candidate.prefix === prefix);
    if (!name || !rule || socket.rooms.size > MAX_ROOMS) return false;
    // The session is read again: what its person may see can have changed since the connection was made.
    const who = await options.identify(socket.handshake.headers.cookie);
    if (!who || !(await rule.mayFollow(get, who.caller, id))) return false;
    await socket.join(name);
    return true;
  }

  return {
    refuse: () => void (open = false),
    part: () => {
      io.engine.close();
      setTimeout(() => {
        for (const line of lines) line.destroy();
      }, GOODBYE_MS).unref();
    },
    close: async () => {
      await io.close();
      await closeAdapter();
    },
  };
}

/** Whether a browser says that it shows one of our own pages; programs that are no browsers say nothing. Nobody's word may throw here: it would end the process. */
function isOwnPage(origin: string | undefined, ours: string, host: string | undefined): boolean {
  if (origin === undefined || origin === ours) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}

function nameIn(message: unknown): string | null {
  if (typeof message !== 'object' || message === null || !('room' in message)) return null;
  const name = (message as { room: unknown }).room;
  return typeof name === 'string' && name.length <= 100 ? name : null;
}

async function useAdapter(io: Server, config: Config, log: Log): Promise<() => Promise<void>> {
  if (config.REDIS_URL) {
    const publisher = redisPublisher(config.REDIS_URL, log);
    const subscriber = new Redis(config.REDIS_URL, { maxRetriesPerRequest: null });
    subscriber.on('error', (error) => log.warn({ error: error.message }, 'redis'));
    io.adapter(createRedisAdapter(publisher, subscriber));
    return async () => {
      publisher.disconnect();
      subscriber.disconnect();
    };
  }
  const pool = livePool(config, log);
  io.adapter(createPostgresAdapter(pool, { errorHandler: (error) => log.warn({ error: error.message }, 'live updates') }));
  // Closed while its first connection is still being made, the adapter keeps that connection for ever, and the pool would wait for it.
  return () => Promise.race([pool.end(), new Promise<void>((resolve) => void setTimeout(resolve, GOODBYE_MS).unref())]);
}

/** A connection that speaks or is silent: adapter and emitter wait for no answer, so a failure of theirs would be nobody's and end the process. */
function redisPublisher(url: string, log: Log): Redis {
  const redis = new Redis(url, { enableOfflineQueue: false, maxRetriesPerRequest: null });
  redis.on('error', (error) => log.warn({ error: error.message }, 'redis'));
  const publish = redis.publish.bind(redis) as (channel: string | Buffer, message: string | Buffer) => Promise<number>;
  redis.publish = ((channel: string | Buffer, message: string | Buffer) =>
    publish(channel, message).catch((error: Error) => {
      log.warn({ error: error.message }, 'a live message was lost');
      return 0;
    })) as typeof redis.publish;
  return redis;
}

function livePool(config: Config, log: Log): pg.Pool {
  const pool = new pg.Pool({ connectionString: config.DATABASE_URL, max: 2, application_name: 'accord-live' });
  const broken = (error: Error): void => log.warn({ error: error.message }, 'live updates');
  // A broken connection is replaced, idle or in use; unheard, its error would end the process.
  pool.on('error', broken);
  pool.on('connect', (client) => client.on('error', broken));
  return pool;
}

/**
 * What the emitter (0.1.1) needs so that the adapter (0.5) hears it: the namespace, which it leaves out of messages
 * short and long. And a failure stays here: the emitter would tell of it by emitting, which fails again, without end.
 */
function namingNamespace(pool: pg.Pool, log: Log): pg.Pool {
  const named = (value: string | Uint8Array): string | Buffer =>
    typeof value === 'string' ? JSON.stringify({ ...(JSON.parse(value) as object), nsp: '/' }) : Buffer.from(encode({ ...(decode(value) as object), nsp: '/' }));
  const query = async (sql: string, given: (string | Uint8Array)[]): Promise<unknown> => {
    const isNotice = sql.includes('pg_notify');
    return pool.query(sql, isNotice ? [given[0], named(given[1] ?? '{}')] : [named(given[0] ?? '{}')]).catch((error: Error) => {
      log.warn({ error: error.message }, 'a live message was lost');
      return { rows: [{ id: null }] };
    });
  };
  return { query } as unknown as pg.Pool;
}

/** The voice of a process without sockets of its own: it reaches every api process through Redis or PostgreSQL. */
export class RemoteVoice extends LiveVoice {
  private readonly emit: (message: LiveMessage) => void;
  readonly close: () => Promise<void>;

  constructor(config: Config, log: Log) {
    super();
    const send = (io: { in(room: string): { emit(event: string, message: LiveMessage): unknown; disconnectSockets(close?: boolean): unknown } }) => (message: LiveMessage) => {
      if (message.kind === END_ROOM) io.in(message.room).disconnectSockets(true);
      else io.in(message.room).emit('live', message);
    };
    if (config.REDIS_URL) {
      const redis = redisPublisher(config.REDIS_URL, log);
      this.emit = send(new RedisEmitter(redis) as never);
      this.close = async () => redis.disconnect();
    } else {
      const pool = livePool(config, log);
      this.emit = send(new PostgresEmitter(namingNamespace(pool, log)) as never);
      this.close = () => pool.end();
    }
  }

  override say(message: LiveMessage): void {
    this.emit(message);
  }
}
