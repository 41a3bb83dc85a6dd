import type { Socket } from 'socket.io-client';
import { sessionExpired } from './session-expired.js';

/** What the server sends to a room: which room, what kind of news, and the news itself. */
export interface LiveMessage {
  room: string;
  kind: string;
  [detail: string]: unknown;
}

export type ConnectionState = 'idle' | 'connecting' | 'connected' | 'lost';

interface Follower {
  onMessage: (message: LiveMessage) => void;
  onEntered?: (() => void) | undefined;
  onResume?: (() => void) | undefined;
  onRefused?: (() => void) | undefined;
}

const rooms = new Map<string, Set<Follower>>();
/** The rooms whose messages reach us at this moment. */
const entered = new Set<string>();
const watchers = new Set<() => void>();
let state: ConnectionState = 'idle';
let socket: Socket | undefined;
let opening: Promise<Socket> | undefined;
let connectedBefore = false;

/** Hears what happens in a room until the returned function is called. One connection serves all rooms. */
export function follow(room: string, follower: Follower): () => void {
  const first = !rooms.has(room);
  const followers = rooms.get(room) ?? new Set<Follower>();
  followers.add(follower);
  rooms.set(room, followers);
  if (socket?.connected) {
    if (first) enter(room);
    else if (entered.has(room)) follower.onEntered?.();
  } else void open();
  return () => {
    followers.delete(follower);
    if (followers.size > 0) return;
    rooms.delete(room);
    entered.delete(room);
    if (socket?.connected) socket.emit('unfollow', { room });
  };
}

export function watchConnection(listener: () => void): () => void {
  watchers.add(listener);
  return () => watchers.delete(listener);
}

export function connectionState(): ConnectionState {
  return state;
}

function become(next: ConnectionState) {
  if (next === state) return;
  state = next;
  for (const watcher of watchers) watcher();
}

/** Only once the server has let us in is it certain that nothing goes unheard; asking anew any earlier could miss what comes in between. */
function enter(room: string, again = false) {
  socket?.emit('follow', { room }, (answer: { ok: boolean }) => {
    if (answer.ok) entered.add(room);
    for (const follower of rooms.get(room) ?? []) {
      if (!answer.ok) follower.onRefused?.();
      else {
        follower.onEntered?.();
        if (again) follower.onResume?.();
      }
    }
  });
}

/** The client is 12 kB, so it loads with the first room and not with the first page. */
function open(): Promise<Socket> {
  if (state === 'idle') become('connecting');
  // Refused earlier, as a visitor; by now somebody may have signed in.
  if (socket && !socket.active) socket.connect();
  opening ??= import('socket.io-client').then(
    ({ io }) => {
      const opened = io({ path: '/socket.io', withCredentials: true, transports: ['websocket', 'polling'] });
      socket = opened;
      opened.on('connect', () => {
        become('connected');
        // While we were away messages went unheard: whoever shows them must ask anew.
        for (const room of rooms.keys()) enter(room, connectedBefore);
        connectedBefore = true;
      });
      opened.on('disconnect', (reason) => {
        become('lost');
        entered.clear();
        // The server does not end a connection for good, except to have it made again with a new session.
        if (reason === 'io server disconnect') opened.connect();
      });
      opened.on('connect_error', (error: Error & { data?: { code?: string } }) => {
        // Let in before and not any more: the session ended while the page was open.
        if (connectedBefore && error.data?.code === 'SignInNeeded') sessionExpired();
        // The client goes on trying after a failed connection, but not after a refusal: a visitor hears nothing live.
        become(opened.active ? 'lost' : 'idle');
      });
      opened.on('live', (message: LiveMessage) => {
        for (const follower of rooms.get(message.room) ?? []) follower.onMessage(message);
      });
      return opened;
    },
    (error: unknown) => {
      opening = undefined;
      become('lost');
      throw error;
    },
  );
  opening.catch(() => undefined);
  return opening;
}
