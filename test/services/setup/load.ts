import { randomUUID } from 'node:crypto';
import { pause } from '../../faults/mail/process.js';
import { type Member, mutationOf, type Said } from './member.js';

/** One change as its sender saw it. `ok` was acknowledged, `refused` surely not done, `unknown` may be either. */
export interface Entry {
  key: string;
  sentAt: number;
  ms: number;
  outcome: 'ok' | 'refused' | 'unknown';
  status: number;
  codes: string[];
  /** What went wrong, where something did. */
  words: string;
}

/** The history of what was asked and what was answered, against which the database is held at the end. */
export class History {
  readonly entries: Entry[] = [];

  async note(key: string, work: () => Promise<Said<{ result: { message?: string } }>>): Promise<Entry> {
    const began = performance.now();
    const sentAt = Date.now();
    const entry: Entry = await work().then(
      (said) => {
        const done = said.data?.result !== undefined && said.codes.length === 0 && !said.data.result.message;
        return { key, sentAt, ms: performance.now() - began, outcome: done ? 'ok' : said.status === 503 ? 'unknown' : 'refused', status: said.status, codes: said.codes, words: done ? '' : said.words.slice(0, 300) };
      },
      (error: unknown) => ({ key, sentAt, ms: performance.now() - began, outcome: 'unknown', status: 0, codes: [], words: String(error) }),
    );
    this.entries.push(entry);
    return entry;
  }

  count(outcome: Entry['outcome']): number {
    return this.entries.filter((entry) => entry.outcome === outcome).length;
  }
}

/** Writes into a thread, with a key and with words that can be found again. */
export function reply(history: History, member: Member, threadId: string, key: string = randomUUID()): Promise<Entry> {
  return history.note(key, () => member.say(mutationOf('reply', '... on Post { number }'), { input: { idempotencyKey: key, threadId, body: `Written as ${key}` } }));
}

/** Calls `work` so many times a minute until `over`, never waiting for the last one to end: a slow server does not get fewer. */
export async function steadily(aMinute: number, over: () => boolean, work: (n: number) => Promise<unknown>): Promise<void> {
  const under = new Set<Promise<unknown>>();
  const began = performance.now();
  for (let n = 0; !over(); n += 1) {
    const one = work(n).finally(() => under.delete(one));
    under.add(one);
    await pause(Math.max(0, began + ((n + 1) * 60_000) / aMinute - performance.now()));
  }
  await Promise.all(under);
}
