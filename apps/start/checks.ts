import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { type Config, ConfigError, loadConfig } from '@app/platform/config';
import { ROOT } from './build/index.js';
import { runningAccord } from './runtime.js';

const LOOPBACK = ['127.0.0.1', 'localhost', '::1'];

/** Settings that have been checked, with what follows from them for the launcher. */
export interface Checked {
  config: Config;
  /** Absolute folder of everything Accord keeps. */
  data: string;
  embedded: boolean;
  demo: boolean;
}

/** Reads `.env` and the environment, and checks all of it at once. Throws ConfigError naming every variable at fault. */
export async function checkSettings(): Promise<Checked> {
  checkNode();
  const file = join(ROOT, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
  const problems: string[] = [];
  const config = read(problems);
  if (!config) throw new ConfigError(problems);

  const data = resolve(ROOT, config.ACCORD_DATA);
  const embedded = !config.DATABASE_URL;
  const demo = embedded && config.ACCORD_DEMO && LOOPBACK.includes(config.HOST);
  const planted = existsSync(join(data, 'demo.json'));
  if (demo && config.PUBLIC_URL) {
    problems.push('PUBLIC_URL: the demo is never shown at a public address; set ACCORD_DEMO=off as well, or leave PUBLIC_URL out');
  }
  if (embedded && planted && !demo) {
    problems.push(`ACCORD_DATA: ${data} holds the demo's invented people, and the demo is off (ACCORD_DEMO, or HOST is not loopback); choose another folder for real ones`);
  }
  await checkFolder(data).catch((error: NodeJS.ErrnoException) => {
    problems.push(`ACCORD_DATA: ${data} cannot be written (${error.code}); choose a folder that can`);
  });
  if (problems.length > 0) throw new ConfigError(problems);
  return { config, data, embedded, demo };
}

/** Makes sure the web address is free. Throws ConfigError naming PORT or HOST. */
export async function checkAddress({ config, data }: Checked): Promise<void> {
  const other = await runningAccord(data);
  if (other) throw new ConfigError([`ACCORD_DATA: an Accord already runs on ${data}${other.address ? ` at ${other.address}` : ''} (process ${other.pid}); stop it first, or choose another folder and another PORT`]);
  if (config.PORT === 0) return;
  const code = await tryListening(config.HOST, config.PORT);
  if (code === 'EADDRINUSE') throw new ConfigError([`PORT: ${config.PORT} is in use by another program; choose another, for example PORT=${config.PORT + 1} npm start`]);
  if (code === 'EACCES') throw new ConfigError([`PORT: this account may not listen on ${config.PORT}; choose one above 1023`]);
  if (code) throw new ConfigError([`HOST: it is not possible to listen on ${config.HOST} (${code})`]);
}

function checkNode(): void {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) throw new Error(`Accord needs Node 20.19 or newer; this is ${process.version}.`);
}

function read(problems: string[]): Config | null {
  try {
    return loadConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    problems.push(...error.problems);
    return null;
  }
}

/** Throws when nothing can be kept in the folder, which is made when it is missing. */
export async function checkFolder(data: string): Promise<void> {
  await makeFolder(data);
  const probe = join(data, `.probe-${process.pid}`);
  await writeFile(probe, '');
  await rm(probe);
}

// Not by `recursive`: under /proc it tries for ever.
async function makeFolder(path: string): Promise<void> {
  const code = await mkdir(path).then(
    () => null,
    (error: NodeJS.ErrnoException) => error.code,
  );
  if (code === null || code === 'EEXIST') return;
  if (dirname(path) !== path) await makeFolder(dirname(path));
  await mkdir(path);
}

async function tryListening(host: string, port: number): Promise<string | undefined> {
  return new Promise((settle) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => settle(error.code));
    server.listen(port, host, () => server.close(() => settle(undefined)));
  });
}
