import type { Log } from '@app/platform/log';

/**
 * Tells the launcher that this process is ready, and ends it cleanly on SIGTERM, SIGINT, or when the launcher is
 * gone: nothing is left running behind anybody's back.
 */
export function endWithParent(log: Log, ready: object, close: () => Promise<void>): void {
  let ending = false;
  const end = (reason: string): void => {
    if (ending) return;
    ending = true;
    log.info({ reason }, 'ending');
    const forced = setTimeout(() => process.exit(1), 9_000);
    forced.unref();
    close()
      .then(() => process.exit(0))
      .catch((error: unknown) => {
        log.error({ error: String(error) }, 'did not end cleanly');
        process.exit(1);
      });
  };
  process.once('SIGTERM', () => end('SIGTERM'));
  process.on('SIGINT', () => end('SIGINT'));
  if (process.send) {
    process.send(ready);
    process.once('disconnect', () => end('the launcher is gone'));
  }
}
