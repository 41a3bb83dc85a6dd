import { AsyncLocalStorage } from 'node:async_hooks';
import { pino, type Logger } from 'pino';
import { scrubber } from './scrub.js';

export type Log = Logger;

/** What every line written during one request or job carries. */
export interface LogContext {
  /** The id of the request. */
  request?: string;
  /** The change that the request asks for. */
  mutation?: string;
  /** The id of the job. */
  job?: string;
  /** The ids of the requests that caused the job, with spaces between. */
  cause?: string;
}

export const logContext = new AsyncLocalStorage<LogContext>();

/**
 * What caused whatever happens now: the request, or those that caused the job, or the job itself. It is written beside
 * events and mails, so that one search through the log follows a change to the last mail that came of it.
 */
export function currentCause(): string | null {
  const { request, job, cause } = logContext.getStore() ?? {};
  return request ?? cause ?? job ?? null;
}

/** Structured lines on stderr. Secrets are removed by name wherever they stand, by their look, and, where they are `known`, by their very letters. */
export function createLog(options: { level: string; process: string; known?: readonly string[] }, write?: (line: string) => void): Log {
  const scrub = scrubber(options.known ?? []);
  return pino(
    {
      level: options.level,
      base: { process: options.process },
      mixin: () => logContext.getStore() ?? {},
      redact: { paths: ['*.cookie', '*.authorization', '*.code', '*.token', '*.password', 'cookie', 'authorization', 'code', 'token', 'password'], censor: '[removed]' },
      hooks: { streamWrite: scrub },
    },
    write ? { write } : pino.destination({ dest: 2, sync: true }),
  );
}

export const silentLog: Log = pino({ level: 'silent' });
