import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbedded } from '@app/platform/embedded';
import { generateTypes } from '../../apps/start/build/index.js';

const TEMPLATE = 'accord_template';

// A run must not touch what a developer has set up: neither their database nor their settings.
for (const name of ['DATABASE_URL', 'REDIS_URL', 'PUBLIC_URL', 'SMTP_URL']) delete process.env[name];

const folder = await mkdtemp(join(tmpdir(), 'accord-test-'));
await chmod(folder, 0o755);
const database = await startEmbedded({ folder, durable: false, onDeath: (error) => fail(error) });
const end = async (): Promise<void> => {
  await database.stop();
  await rm(folder, { recursive: true, force: true });
};

function fail(error: Error): never {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}

async function migrate(url: string): Promise<void> {
  const child = spawn(process.execPath, ['--import', '@swc-node/register/esm-register', 'apps/api/migrate.ts'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_ENV: 'test', DATABASE_URL: url, ACCORD_DATA: folder },
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error('The migrations failed on the test database; the reason is above.');
}

async function makeTemplate(): Promise<void> {
  const admin = new pg.Client({ connectionString: database.url });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${TEMPLATE}`);
  await admin.end();
  const url = new URL(database.url);
  url.pathname = `/${TEMPLATE}`;
  if (existsSync('apps/api/migrate.ts')) await migrate(url.href);
}

try {
  // Specs of the web app need the types of its documents, which a fresh clone does not have yet.
  await Promise.all([makeTemplate(), generateTypes()]);
} catch (error) {
  await end();
  fail(error as Error);
}

process.stdout.write(`${database.url}\n`);
process.stdin.resume();
process.stdin.once('end', () => void end().then(() => process.exit(0)));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end().then(() => process.exit(0)));
