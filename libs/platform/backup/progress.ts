/** Whoever watches a backup or a restore. */
export interface Watcher {
  /** So much of so much is done of something; called often. */
  progress(what: string, done: number, whole: number): void;
  /** Something is finished, or wrong. */
  say(line: string): void;
}

const WIDTH = 24;

/** Shows bars on a terminal, and on anything else only what is finished. */
export function watcherOn(out: NodeJS.WriteStream): Watcher {
  let open = false;
  let shown = 0;
  return {
    progress: (what, done, whole) => {
      if (!out.isTTY || (Date.now() - shown < 80 && done < whole)) return;
      shown = Date.now();
      open = true;
      const full = whole === 0 ? WIDTH : Math.round((Math.min(done, whole) / whole) * WIDTH);
      out.write(`\r\x1b[2K[${'#'.repeat(full)}${'-'.repeat(WIDTH - full)}] ${what} ${done.toLocaleString('en-US')} of ${whole.toLocaleString('en-US')}`);
    },
    say: (line) => {
      if (open) out.write('\r\x1b[2K');
      open = false;
      out.write(`${line}\n`);
    },
  };
}
