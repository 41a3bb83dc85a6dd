import { once } from 'node:events';

/** Closes the server's input, which asks it to stop and to clear its folder. */
export default async function globalTeardown() {
  const server = globalThis.accordTestDatabase;
  if (!server || server.exitCode !== null) return;
  const ended = once(server, 'exit');
  server.stdin.end();
  await ended;
}
