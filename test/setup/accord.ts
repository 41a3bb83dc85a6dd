import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PATIENCE = 120_000;

/** A whole Accord of one's own: api, worker and database, started as `npm start` starts them. */
export interface Accord {
  address: string;
  /** Its data folder; `logs/` in it tells what happened. */
  data: string;
  databaseUrl: string;
  /** Stops it and removes its data. */
  stop(): Promise<void>;
}

/** Starts an Accord on a free port with a data folder of its own, untouched by the settings of whoever runs the tests. */
export async function startAccord(settings: Record<string, string> = {}): Promise<Accord> {
  const data = await mkdtemp(join(tmpdir(), 'accord-browser-'));
  // As root without user namespaces the database runs as nobody, who must be able to enter.
  await chmod(data, 0o755);
  const port = await freePort();
  const env = { ...process.env, NODE_OPTIONS: '', DATABASE_URL: '', REDIS_URL: '', PUBLIC_URL: '', SMTP_URL: '', HOST: '127.0.0.1', PORT: String(port), ACCORD_DATA: data, ACCORD_DEMO: 'on', ...settings };
  const started = spawn(process.execPath, ['--import', '@swc-node/register/esm-register', 'apps/start/main.ts'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [started.stdout, started.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = once(started, 'exit');
  const stop = async (): Promise<void> => {
    if (started.exitCode === null && started.signalCode === null) started.kill('SIGTERM');
    await ended;
    await rm(data, { recursive: true, force: true });
  };
  for (const until = Date.now() + PATIENCE; !said.includes('Ready after'); ) {
    if (started.exitCode !== null || Date.now() > until) {
      await stop();
      throw new Error(`Accord did not start:\n${said}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const runtime = JSON.parse(await readFile(join(data, 'runtime.json'), 'utf8')) as { address: string; databaseUrl: string };
  return { address: runtime.address, databaseUrl: runtime.databaseUrl, data, stop };
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
