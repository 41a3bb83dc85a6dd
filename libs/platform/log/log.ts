import { AsyncLocalStorage } from 'node:async_hooks';
import { pino, type Logger } from 'pino';

export type Log = Logger;

/** What every line written during one request or job carries: its id. */
export const logContext = new AsyncLocalStorage<Record<string, string>>();

/** Structured lines on stderr. Secrets are removed by name wherever they stand. */
export function createLog(options: { level: string; process: string }): Log {
  return pino(
    {
      level: options.level,
      base: { process: options.process },
      mixin: () => logContext.getStore() ?? {},
      redact: { paths: ['*.cookie', '*.authorization', '*.code', '*.token', '*.password', 'cookie', 'authorization', 'code', 'token', 'password'], censor: '[removed]' },
    },
    pino.destination({ dest: 2, sync: true }),
  );
}

export const silentLog: Log = pino({ level: 'silent' });
