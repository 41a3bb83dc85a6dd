/** Calls `first` when asked to end (Ctrl-C, SIGTERM, a closed terminal), and `again` when asked a second time. */
export function onEnd({ first, again }: { first: () => void; again: () => void }): void {
  let asked = 0;
  const hear = (): void => {
    const now = Date.now();
    if (!asked) {
      asked = now;
      first();
    } else if (now - asked > 500) {
      // npm passes on a Ctrl-C that the terminal has already delivered: two at once are one.
      again();
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, hear);
  // A closed terminal also breaks the output; that must not end us before the children.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  if (process.env.npm_lifecycle_event) watchParent(hear);
}

// npm that is killed cannot pass the news on; without it nobody would be left to stop us.
function watchParent(hear: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    hear();
  }, 1000);
  timer.unref();
}
