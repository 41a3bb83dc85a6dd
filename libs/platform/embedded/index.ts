import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { chooseAccount } from './account.js';
import { besides, clearLeftover, createCluster, OWNER, startServer, stopServer } from './cluster.js';
import { EmbeddedDatabaseError } from './errors.js';
import { findPlaces } from './places.js';
import { takeLock } from './processes.js';

export { type Account, chooseAccount } from './account.js';
export { EmbeddedDatabaseError, type EmbeddedProblem } from './errors.js';
export { birthOf, holderOf, isAlive, type Holder } from './processes.js';

/** How to run the embedded database. */
export interface EmbeddedOptions {
  /** The folder that holds it, for example `.accord`; an existing database in it is used again. */
  folder: string;
  /** False gives up safety against a crash for speed: for tests only. */
  durable?: boolean;
  /** False runs it as `nobody` under root even where a user namespace would do. */
  namespaces?: boolean;
  /** Called once when the server ends without having been asked to. */
  onDeath?: (error: EmbeddedDatabaseError) => void;
}

/** A running embedded database. */
export interface EmbeddedDatabase {
  /** Address of the database that Accord uses. */
  url: string;
  port: number;
  pid: number;
  /** Where the data lies. */
  data: string;
  /** True when this start created it. */
  created: boolean;
  /** Stops it; safe to call twice. */
  stop(): Promise<void>;
}

/** Starts the embedded PostgreSQL, creating it the first time. Throws EmbeddedDatabaseError. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const folder = resolve(options.folder);
  const durable = options.durable ?? true;
  const lock = join(folder, 'database.lock');
  await prepare(folder);
  const holder = await takeLock(lock);
  if (holder) {
    throw new EmbeddedDatabaseError(
      'already-running',
      `The database in ${folder} is in use by process ${holder.pid}, another Accord or one of its commands. Wait for it or stop it, or set ACCORD_DATA to another folder.`,
    );
  }
  try {
    const account = await chooseAccount(options.namespaces);
    const places = await findPlaces(folder, account);
    const password = await ownPassword(join(folder, 'database.password'));
    await clearLeftover(places.data);
    const created = await createCluster(places, account, password, durable);
    const logFile = besides(places, 'postgres.log');
    const server = await startServer(places, account, durable, logFile);

    let stopping: Promise<void> | null = null;
    server.process.once('exit', (code, signal) => {
      if (stopping) return;
      stopping = rm(lock, { force: true });
      options.onDeath?.(new EmbeddedDatabaseError('died', `The database ended by itself (${signal ?? `code ${code}`}); its log is ${logFile}`));
    });
    const url = `postgres://${OWNER}:${password}@127.0.0.1:${server.port}/${OWNER}`;
    const stop = () => (stopping ??= stopServer(server.pid).then(() => rm(lock, { force: true })));
    await ensureDatabase(url).catch(async (error: Error) => {
      await stop();
      throw new EmbeddedDatabaseError('start-failed', `The database runs but refuses Accord: ${error.message}`);
    });
    return { url, port: server.port, pid: server.pid, data: places.data, created, stop };
  } catch (error) {
    await rm(lock, { force: true });
    throw error;
  }
}

async function prepare(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    const probe = join(folder, `.probe-${process.pid}`);
    await writeFile(probe, '');
    await rm(probe);
  } catch (error) {
    throw new EmbeddedDatabaseError(
      'folder-not-writable',
      `${folder} cannot be written (${(error as NodeJS.ErrnoException).code}). Set ACCORD_DATA to a folder that can.`,
    );
  }
}

async function ownPassword(file: string): Promise<string> {
  const known = await readFile(file, 'utf8').catch(() => '');
  if (known.trim()) return known.trim();
  const password = randomBytes(24).toString('hex');
  await writeFile(file, `${password}\n`, { mode: 0o600 });
  return password;
}

async function ensureDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url.replace(/[^/]+$/, 'postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [OWNER]);
    if (!rowCount) await client.query(`CREATE DATABASE ${OWNER}`);
  } finally {
    await client.end();
  }
}
