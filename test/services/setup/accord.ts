import { join } from 'node:path';
import { type Child as Program, startChild } from '../../../apps/start/child.js';
import { migrate } from '../../../apps/start/program.js';
import { freePort } from './places.js';
import type { Bench } from './part.js';

/** A process of the product, built and started as in an installation; it can be stopped and started again at the same address. */
export class Running {
  private program: Program | null = null;
  private died: string | null = null;

  constructor(
    readonly name: 'api' | 'worker',
    private readonly folder: string,
    private readonly env: NodeJS.ProcessEnv,
    readonly address: string,
  ) {}

  async start(): Promise<void> {
    const program = await startChild(this.name, this.folder, this.env);
    this.program = program;
    void program.ended.then((reason) => {
      // An end that nobody asked for is a finding, whatever else is measured.
      if (this.program === program) this.died = reason;
    });
  }

  /** Asks it to end as `SIGTERM` does in an installation; answers how long that took and how it ended. */
  async stop(ms = 20_000): Promise<{ took: number; how: string }> {
    const program = this.program;
    if (!program) return { took: 0, how: 'it did not run' };
    this.program = null;
    const began = Date.now();
    await program.stop(ms);
    return { took: Date.now() - began, how: await program.ended };
  }

  async kill(): Promise<void> {
    const program = this.program;
    this.program = null;
    await program?.stop(0);
  }

  get pid(): number | undefined {
    return this.program?.process.pid;
  }

  /** How it died without having been asked; null while it lives. */
  get unasked(): string | null {
    return this.died;
  }
}

export interface Settings {
  databaseUrl: string;
  redisUrl?: string;
  smtp?: string;
  apis?: number;
  workers?: number;
  publicUrl?: string;
  more?: Record<string, string>;
}

/** The product as an installation runs it, with as many processes as asked for. */
export interface Installation {
  apis: Running[];
  workers: Running[];
  env: NodeJS.ProcessEnv;
  data: string;
}

const SECRET = 'the battery has no secrets worth keeping';

/** Brings the database up to date and starts the processes; the bench ends them. */
export async function install(bench: Bench, settings: Settings): Promise<Installation> {
  const data = join(bench.folder, `data-${(installed += 1)}`);
  const ports = await Promise.all(Array.from({ length: settings.apis ?? 1 }, freePort));
  const address = (port: number): string => `http://127.0.0.1:${port}`;
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PUBLIC_URL: settings.publicUrl ?? (ports[0] ? address(ports[0]) : ''),
    DATABASE_URL: settings.databaseUrl,
    REDIS_URL: settings.redisUrl ?? '',
    SMTP_URL: settings.smtp ?? '',
    MAIL_FROM: 'Accord <accord@services.example>',
    MAIL_POSTAL_ADDRESS: '1 Battery Street, Springfield',
    SECRET_KEY: SECRET,
    ACCORD_DATA: data,
    ACCORD_DEMO: 'off',
    // Every sign-in of the battery comes from one address; it says itself from which.
    TRUST_PROXY: 'on',
    LOG_LEVEL: 'info',
    ...settings.more,
  };
  await migrate(env);
  const apis = ports.map((port, at) => new Running('api', join(data, `api-${at + 1}`), { ...env, PORT: String(port) }, address(port)));
  const workers = Array.from({ length: settings.workers ?? 1 }, (_, at) => new Running('worker', join(data, `worker-${at + 1}`), env, ''));
  const all = [...apis, ...workers];
  bench.later(() => Promise.all(all.map((running) => running.kill())));
  await Promise.all(all.map((running) => running.start()));
  return { apis, workers, env, data };
}

let installed = 0;
