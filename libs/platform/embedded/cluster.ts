import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { closeSync, fchownSync, openSync } from 'node:fs';
import { appendFile, mkdir, readFile, rename, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Account } from './account.js';
import { EmbeddedDatabaseError } from './errors.js';
import { giveTo, type Places } from './places.js';
import { commandOf, isAlive, waitForExit } from './processes.js';

const run = promisify(execFile);
const MAJOR = '18';
const LOG_LIMIT = 5_000_000;

/** Name of the owner role and of the database that Accord uses. */
export const OWNER = 'accord';

/** Creates the data folder once; an interrupted creation leaves nothing that a later start could mistake for data. */
export async function createCluster(places: Places, account: Account, password: string, durable: boolean): Promise<boolean> {
  const version = await readFile(join(places.data, 'PG_VERSION'), 'utf8').catch(() => '');
  if (version.trim() === MAJOR) return false;
  if (version) {
    throw new EmbeddedDatabaseError(
      'wrong-version',
      `${places.data} was made by PostgreSQL ${version.trim()}, this Accord brings ${MAJOR}. Dump it with the version that made it, or set ACCORD_DATA to another folder.`,
    );
  }
  const draft = `${places.data}.new`;
  const secret = `${places.data}.secret`;
  try {
    await rm(draft, { recursive: true, force: true });
    await mkdir(draft, { mode: 0o700 });
    await rm(secret, { force: true });
    await writeFile(secret, `${password}\n`, { mode: 0o600 });
    for (const path of [draft, secret]) await giveTo(account, path);
    const { file, args, options } = account.command(join(places.programs, 'initdb'), [
      `--pgdata=${draft}`, `--username=${OWNER}`, `--pwfile=${secret}`, '--auth=scram-sha-256', '--encoding=UTF8',
      // macOS knows C.UTF-8 only in recent versions.
      `--locale=${process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'}`, '--lc-messages=C', '--data-checksums',
      ...(durable ? [] : ['--no-sync']),
    ]);
    await run(file, args, { uid: options.uid, gid: options.gid, cwd: '/', env: { PATH: process.env.PATH, LC_MESSAGES: 'C' } });
    // mkdir made the empty folder when the place was chosen; only an empty one may be replaced.
    await rm(places.data, { recursive: true, force: true });
    await rename(draft, places.data);
    return true;
  } catch (error) {
    const detail = (error as { stderr?: string }).stderr?.trim() || (error as Error).message;
    throw new EmbeddedDatabaseError('create-failed', `PostgreSQL could not create its data in ${places.data}: ${detail}`);
  } finally {
    await rm(secret, { force: true });
    await rm(draft, { recursive: true, force: true });
  }
}

/** Ends a server that a killed Accord left behind, and clears its lock when the process is gone or is somebody else's. */
export async function clearLeftover(data: string): Promise<void> {
  const file = join(data, 'postmaster.pid');
  const pid = Number((await readFile(file, 'utf8').catch(() => '')).split('\n')[0]);
  if (!pid) return;
  const command = isAlive(pid) ? await commandOf(pid) : '';
  if (command.includes(data)) {
    await stopServer(pid);
    return;
  }
  // After a crash the number may belong to another program by now, and PostgreSQL would refuse to start.
  await rm(file, { force: true });
}

/** A server that accepts connections. */
export interface Server {
  process: ChildProcess;
  pid: number;
  port: number;
}

/** Starts the server on a free port of the loopback address and waits until it accepts connections. */
export async function startServer(places: Places, account: Account, durable: boolean, logFile: string): Promise<Server> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const outcome = await launch(places, account, durable, logFile, port);
    if (typeof outcome !== 'string') return outcome;
    // Between finding the port and using it somebody else may take it.
    if (!/could not bind|Address already in use/.test(outcome) || attempt === 5) {
      throw new EmbeddedDatabaseError('start-failed', `PostgreSQL did not start (whole log: ${logFile}):\n${outcome}`);
    }
  }
}

/** Stops a server: fast shutdown, and harder when it does not follow. */
export async function stopServer(pid: number): Promise<void> {
  for (const [signal, patience] of [['SIGINT', 6000], ['SIGQUIT', 2000], ['SIGKILL', 2000]] as const) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    if (await waitForExit(pid, patience)) return;
  }
}

async function launch(places: Places, account: Account, durable: boolean, logFile: string, port: number): Promise<Server | string> {
  if ((await stat(logFile).then((found) => found.size, () => 0)) > LOG_LIMIT) await truncate(logFile);
  await appendFile(logFile, '', { mode: 0o600 });
  const logged = (await stat(logFile)).size;
  const settings = [
    'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'log_min_messages=warning', 'log_min_error_statement=panic',
    ...(durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'wal_level=minimal', 'max_wal_senders=0']),
  ];
  const { file, args, options } = account.command(join(places.programs, 'postgres'), [
    '-D', places.data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting]),
  ]);
  const log = openSync(logFile, 'a', 0o600);
  if (account.kind === 'nobody') fchownSync(log, account.uid, account.gid);
  // Detached: Ctrl-C reaches every process of the terminal's group, but the database must outlive those that use it.
  const server = spawn(file, args, { ...options, cwd: '/', detached: true, stdio: ['ignore', log, log], env: { PATH: process.env.PATH, LC_MESSAGES: 'C' } });
  closeSync(log);
  let failure: string | null = null;
  server.once('error', (error) => (failure = error.message));
  server.once('exit', (code, signal) => (failure ??= `it ended at once (${signal ?? `code ${code}`})`));
  if (server.pid) watchOver(server.pid, join(places.data, 'postmaster.pid'), server);

  for (const until = Date.now() + 30_000; ; ) {
    if (failure !== null) break;
    const lines = (await readFile(join(places.data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
    if (lines[0] === String(server.pid) && lines[7]?.trim() === 'ready') return { process: server, pid: server.pid as number, port };
    if (Date.now() > until) {
      await stopServer(server.pid as number);
      failure = 'it was not ready after 30 seconds';
      break;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const written = (await readFile(logFile, 'utf8')).slice(logged).trim();
  return `${failure}${written ? `\n${written.split('\n').slice(-8).join('\n')}` : ''}`;
}

/**
 * A shell of a few kilobytes that waits for our end of a pipe to close, which it does even when we are killed without
 * warning, and then shuts the database down: so no server is ever left without an owner.
 */
function watchOver(pid: number, pidFile: string, server: ChildProcess): void {
  const script = 'read -r _; read -r first 2>/dev/null < "$2"; [ "$first" = "$1" ] && kill -INT "$1"';
  const guard = spawn('/bin/sh', ['-c', script, 'accord-guard', String(pid), pidFile], { cwd: '/', detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  guard.unref();
  guard.on('error', () => undefined);
  guard.stdin.on('error', () => undefined);
  (guard.stdin as unknown as { unref?: () => void }).unref?.();
  server.once('exit', () => guard.stdin.end());
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** The folder that holds the data and its companions (log, lock). */
export function besides(places: Places, name: string): string {
  return join(dirname(places.data), name);
}
