import type { Server as HttpServer } from 'node:http';
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

/**
 * Live updates beside GraphQL. A socket is let in by its session cookie and its origin; every room is checked when
 * it is followed, and checked again for every reader when their session ends.
 */
export async function openRealtime(server: HttpServer, options: RealtimeOptions): Promise<() => Promise<void>> {
  const { config, log, get, rules } = options;
  const io = new Server<Record<string, never>, Record<string, never>, Record<string, never>, SocketData>(server, {
    path: '/socket.io',
    serveClient: false,
    maxHttpBufferSize: MAX_MESSAGE,
    perMessageDeflate: false,
    allowRequest: (request, done) => {
      done(null, isOwnPage(request.headers.origin, options.origin, request.headers.host));
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

  return async () => {
    await io.close();
    await closeAdapter();
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
    const publisher = new Redis(config.REDIS_URL);
    const subscriber = publisher.duplicate();
    for (const connection of [publisher, subscriber]) connection.on('error', (error) => log.warn({ error: error.message }, 'redis'));
    io.adapter(createRedisAdapter(publisher, subscriber));
    return async () => {
      publisher.disconnect();
      subscriber.disconnect();
    };
  }
  const pool = livePool(config);
  io.adapter(createPostgresAdapter(pool, { errorHandler: (error) => log.warn({ error: error.message }, 'live updates') }));
  return () => pool.end();
}

function livePool(config: Config): pg.Pool {
  const pool = new pg.Pool({ connectionString: config.DATABASE_URL, max: 2, application_name: 'accord-live' });
  // A broken idle connection is replaced by the pool; unheard it would end the process.
  pool.on('error', () => undefined);
  return pool;
}

/** The emitter (0.1.1) leaves out the namespace, and the adapter (0.5) hears only messages that name theirs: without this no page would ever move. */
function namingNamespace(pool: pg.Pool): pg.Pool {
  const query = (sql: string, [channel, payload]: [string, string]): Promise<unknown> =>
    pool.query(sql, /pg_notify/.test(sql) ? [channel, JSON.stringify({ ...(JSON.parse(payload) as object), nsp: '/' })] : [channel, payload]);
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
      const redis = new Redis(config.REDIS_URL);
      redis.on('error', (error) => log.warn({ error: error.message }, 'redis'));
      this.emit = send(new RedisEmitter(redis) as never);
      this.close = async () => redis.disconnect();
    } else {
      const pool = livePool(config);
      this.emit = send(new PostgresEmitter(namingNamespace(pool)) as never);
      this.close = () => pool.end();
    }
  }

  override say(message: LiveMessage): void {
    this.emit(message);
  }
}
