import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { chmod, chown, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { type Account, chooseAccount } from '@app/platform/embedded';
import { freePort, needProgram } from './places.js';

const run = promisify(execFile);
const SETTINGS = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=80', 'shared_buffers=64MB'];

/** How a server can end: letting go of everybody, dropping everything, or without a word. */
export type Ending = 'fast' | 'immediate' | 'kill -9';
const SIGNALS = { fast: 'SIGINT', immediate: 'SIGQUIT', 'kill -9': 'SIGKILL' } as const;

/** A PostgreSQL that belongs to the battery and may be stopped and killed. It keeps every promise about the disk, and checks its pages. */
export class OwnPostgres {
  private server: ChildProcess | null = null;

  private constructor(
    private readonly account: Account,
    private readonly folder: string,
    private readonly data: string,
    readonly port: number,
  ) {}

  static async start(folder: string): Promise<OwnPostgres> {
    const account = await chooseAccount();
    await mkdir(folder, { recursive: true });
    await chmod(folder, 0o755);
    const home = join(folder, 'home');
    await mkdir(home);
    await chown(home, account.uid, account.gid);
    const data = join(home, 'data');
    const { file, args, options } = account.command(await needProgram('initdb', 'postgresql'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '-k']);
    await run(file, args, { uid: options.uid, gid: options.gid, cwd: '/', env: { PATH: process.env.PATH, LC_ALL: 'C' } });
    const postgres = new OwnPostgres(account, folder, data, await freePort());
    await postgres.start();
    return postgres;
  }

  urlOf(database: string): string {
    return `postgres://postgres@127.0.0.1:${this.port}/${database}`;
  }

  /** Starts it and waits until it answers; after a crash that is when it has recovered. */
  async start(): Promise<void> {
    const { file, args, options } = this.account.command(await needProgram('postgres', 'postgresql'), ['-D', this.data, '-p', String(this.port), ...SETTINGS.flatMap((setting) => ['-c', setting])]);
    const logFile = join(this.folder, 'postgres.log');
    const launch = (): ChildProcess => {
      const log = openSync(logFile, 'a');
      const server = spawn(file, args, { ...options, cwd: '/', stdio: ['ignore', log, log], env: { PATH: process.env.PATH, LC_MESSAGES: 'C' } });
      closeSync(log);
      return server;
    };
    this.server = launch();
    for (const until = Date.now() + 30_000; !(await this.answers()); await new Promise((resolve) => setTimeout(resolve, 50))) {
      if (Date.now() > until) throw new Error(`PostgreSQL did not start:\n${(await readFile(logFile, 'utf8')).slice(-2000)}`);
      // After kill -9 it refuses to start while a child of the dead one still holds the shared memory.
      if (this.server.exitCode !== null) this.server = launch();
    }
  }

  async stop(how: Ending): Promise<void> {
    const server = this.server;
    if (!server || server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, 'exit');
    server.kill(SIGNALS[how]);
    await ended;
    this.server = null;
  }

  private async answers(): Promise<boolean> {
    const client = new pg.Client({ connectionString: this.urlOf('postgres'), connectionTimeoutMillis: 2000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      const { rows } = await client.query<{ data_directory: string }>('show data_directory');
      return rows[0]?.data_directory === this.data;
    } catch {
      return false;
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}
