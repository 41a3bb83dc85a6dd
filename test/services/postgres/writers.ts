import { randomUUID } from 'node:crypto';
import { pause } from '../../faults/mail/process.js';
import { type Entry, type History, reply } from '../setup/load.js';
import { mutationOf } from '../setup/member.js';
import type { Townsman } from '../setup/town.js';

/** A change that somebody wants, with its key; it is sent again with the same key until it is acknowledged. */
export interface Wish {
  key: string;
  kind: 'reply' | 'openThread';
  acknowledged: boolean;
}

/** One person who writes for as long as `over` is false: mostly replies, sometimes a new thread. */
export async function write({ member, threadId }: Townsman, history: History, wishes: Wish[], over: () => boolean): Promise<void> {
  for (let n = 0; !over(); n += 1) {
    const wish: Wish = { key: randomUUID(), kind: n % 4 === 3 ? 'openThread' : 'reply', acknowledged: false };
    wishes.push(wish);
    const send = (): Promise<Entry> =>
      wish.kind === 'reply'
        ? reply(history, member, threadId, wish.key)
        : history.note(wish.key, () => member.say(mutationOf('openThread', '... on Thread { id }'), { input: { idempotencyKey: wish.key, title: `Opened as ${wish.key}`, body: `Written as ${wish.key}`, audience: 'members' } }));
    // Like a web page: it tries again, and stops trying when its reader has left.
    for (let tries = 0; !wish.acknowledged && tries < 200; tries += 1) {
      const { outcome } = await send();
      if (outcome === 'refused') break;
      wish.acknowledged = outcome === 'ok';
      if (!wish.acknowledged) await pause(200);
    }
    await pause(30);
  }
}
