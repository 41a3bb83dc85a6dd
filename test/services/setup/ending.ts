import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** Ends a server that the battery started, politely or as a crash would, and waits until it has ended; one that has ended already is left alone. */
export async function endServer(server: ChildProcess | null, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (!server || server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, 'exit');
  server.kill(signal);
  await ended;
}
