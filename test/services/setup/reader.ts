import { io, type Socket } from 'socket.io-client';
import { keepUp, threadRoom } from '@app/discussions/contract';
import { pause } from '../../faults/mail/process.js';
import type { Member } from './member.js';

interface Post {
  number: number;
  body: string;
}

/** Somebody with a thread open: hears of new posts and fetches them by number, as the thread's page does. */
export class Reader {
  readonly seen: Post[] = [];
  /** How often the connection broke. */
  cuts = 0;
  private readonly socket: Socket;
  private readonly letters;

  constructor(
    private readonly member: Member,
    threadId: string,
    after: number,
  ) {
    this.socket = io(member.address, { path: '/socket.io', transports: ['websocket'], forceNew: true, reconnectionDelay: 200, reconnectionDelayMax: 1000, extraHeaders: member.headers });
    this.letters = keepUp<Post>({
      after,
      pause: 500,
      fetchAfter: async (number) => (await this.member.ask<{ postsSince: Post[] }>('query ($threadId: ID!, $after: Int!) { postsSince(threadId: $threadId, after: $after, first: 20) { number body } }', { threadId, after: number })).postsSince,
      onLetters: (fresh) => void this.seen.push(...fresh),
    });
    this.socket.on('connect', () => this.socket.emit('follow', { room: threadRoom(threadId) }, ({ ok }: { ok: boolean }) => ok && this.letters.resume()));
    this.socket.on('disconnect', (reason) => {
      this.cuts += 1;
      // As the web app does: the server lets go only to be asked again.
      if (reason === 'io server disconnect') this.socket.connect();
    });
    this.socket.on('live', (message: { number?: number }) => typeof message.number === 'number' && this.letters.heard(message.number));
  }

  /** Waits until the thread is followed. */
  async entered(ms = 10_000): Promise<this> {
    for (const until = Date.now() + ms; !this.socket.connected; await pause(20)) if (Date.now() > until) throw new Error(`${this.member.email} could not follow the thread`);
    return this;
  }

  /** Waits until so many posts are seen; answers how long that took, or null. */
  async sees(count: number, ms: number): Promise<number | null> {
    const began = performance.now();
    for (const until = Date.now() + ms; this.seen.length < count; await pause(5)) if (Date.now() > until) return null;
    return Math.round(performance.now() - began);
  }

  /** Whether what was seen are the numbers after `after`, each once and in order. */
  inOrder(after: number): boolean {
    return this.seen.every(({ number }, at) => number === after + at + 1);
  }

  leave(): void {
    this.letters.stop();
    this.socket.disconnect();
  }
}
