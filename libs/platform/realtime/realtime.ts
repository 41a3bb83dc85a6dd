import type { Server as HttpServer } from 'node:http';
import type { Duplex } from 'node:stream';
import { Server, type Socket } from 'socket.io';
import type { Config } from '@app/platform/config';
import { type Get, Point } from '@app/platform/feature';
import type { Log } from '@app/platform/log';
import { useAdapter } from './adapter.js';

/** A kind of room that can be followed, by the prefix of its name, and who may follow it. */
export interface RoomRule<Caller = unknown> {
  prefix: string;
  mayFollow: (get: Get, caller: Caller, id: string) => Promise<boolean>;
}

export const rooms = new Point<RoomRule>('realtime.rooms');

export function room<Caller>(prefix: string, mayFollow: RoomRule<Caller>['mayFollow']): RoomRule {
  return { prefix, mayFollow: mayFollow as RoomRule['mayFollow'] };
}

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
// By then the new line certainly hears, and not everybody comes at once.
const LET_GO_AFTER_MS = 500;
const LET_GO_WITHIN_MS = 3000;

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
  const closeAdapter = useAdapter(io, config, log, () => letGo(io));

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
        log.warn({ error: String(error) }, 'a socket could not be let in');
        comeAgain(socket);
      });
  });

  io.on('connection', (socket) => {
    void socket.join(socket.data.endsWith);
    const on = socket.on.bind(socket) as unknown as (event: string, handler: (message: unknown, answer: unknown) => void) => void;
    on('follow', (message, answer) => {
      follow(socket, message)
        .catch((error: unknown) => {
          log.warn({ error: String(error) }, 'a room could not be followed');
          comeAgain(socket);
          return null;
        })
        .then((ok) => ok !== null && typeof answer === 'function' && (answer as (result: { ok: boolean }) => void)({ ok }));
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

/**
 * While the line between the processes was broken, messages went unheard that nobody will say again. So every page is
 * made to connect anew, each at a moment of its own, and then asks for what it missed.
 */
function letGo(io: Server): void {
  for (const socket of io.sockets.sockets.values()) setTimeout(() => socket.conn.close(), LET_GO_AFTER_MS + Math.random() * LET_GO_WITHIN_MS).unref();
}

/** Breaks a connection that nobody can judge at the moment. A page takes a refusal for an answer and stays away; a broken line it mends by itself, and then asks for what it missed. */
function comeAgain(socket: Socket): void {
  socket.conn.close();
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
