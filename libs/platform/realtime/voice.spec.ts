import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { loadConfig } from '@app/platform/config';
import { silentLog } from '@app/platform/log';
import { RemoteVoice } from './index.js';

const unheard: unknown[] = [];
const note = (reason: unknown): void => void unheard.push(reason);

beforeEach(() => {
  unheard.length = 0;
  process.on('unhandledRejection', note);
});
afterEach(() => void process.off('unhandledRejection', note));

// Nobody listens at port 1.
test.each([
  ['Redis', { REDIS_URL: 'redis://127.0.0.1:1', DATABASE_URL: 'postgres://127.0.0.1:1/nothing' }],
  ['PostgreSQL', { DATABASE_URL: 'postgres://127.0.0.1:1/nothing' }],
])('what cannot be said because %s is away is let go: it is not said again and again, and no process dies of it', async (_name, env) => {
  let warned = 0;
  const log = { ...silentLog, warn: () => void (warned += 1) } as unknown as typeof silentLog;
  const voice = new RemoteVoice(loadConfig({ NODE_ENV: 'test', ...env }), log);
  for (let number = 1; number <= 5; number += 1) voice.say({ room: 'thread:1', kind: 'post', number });
  voice.say({ room: 'session:1', kind: 'end' });
  await new Promise((resolve) => setTimeout(resolve, 700));
  await voice.close();
  expect(unheard).toEqual([]);
  // Six that were not said, and the few attempts to connect in so short a time.
  expect(warned).toBeGreaterThanOrEqual(6);
  expect(warned).toBeLessThan(40);
});
