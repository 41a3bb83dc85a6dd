import type { Log } from '@app/platform/log';

/** Within this time of the first signal a process is gone, whatever still holds it. */
export const LONGEST_MS = 9_500;
// A launcher that goes away and passes the signal on tells us twice at once; only a later word is impatience.
const TWICE_MS = 300;

/**
 * Tells the launcher that this process is ready, and ends it cleanly on SIGTERM, SIGINT, or when the launcher is
 * gone: nothing is left running behind anybody's back. A second signal ends it at once, and so does time: what is
 * not finished then is in PostgreSQL and will be done by another.
 */
export function endWithParent(log: Log, ready: object, close: () => Promise<void>): void {
  let began = 0;
  const end = (reason: string): void => {
    if (began) {
      if (Date.now() - began < TWICE_MS) return;
      log.warn({ reason }, 'told again: ending at once');
      process.exit(1);
    }
    began = Date.now();
    log.info({ reason }, 'ending');
    setTimeout(() => {
      log.warn({ ms: LONGEST_MS }, 'not everything was finished in time');
      process.exit(1);
    }, LONGEST_MS).unref();
    close()
      .then(() => {
        log.info({ ms: Date.now() - began }, 'ended');
        process.exit(0);
      })
      .catch((error: unknown) => {
        log.error({ error: String(error) }, 'did not end cleanly');
        process.exit(1);
      });
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => end(signal));
  if (process.send) {
    process.send(ready);
    process.once('disconnect', () => end('the launcher is gone'));
  }
}

/** Runs `main` as a process: whatever it throws is written to the log, which keeps secrets out, and not by Node, which does not. */
export function startProcess(log: Log, main: () => Promise<void>): void {
  const fall = (error: unknown): void => {
    const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined };
    log.fatal({ error: message, stack }, 'cannot go on');
    process.exit(1);
  };
  process.on('uncaughtException', fall);
  process.on('unhandledRejection', fall);
  main().catch(fall);
}
