import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { mkdir, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './build/index.js';

const LOG_LIMIT = 20_000_000;
const PATIENCE = 60_000;

/** A program of Accord's that the launcher started. */
export interface Child {
  process: ChildProcess;
  address?: string;
  /** Asks it to end, and makes it after `ms`. */
  stop(ms: number): Promise<void>;
  /** Resolves when it has ended, with the reason in words. */
  ended: Promise<string>;
}

/** Starts api or worker and waits until it says that it is ready; its output goes to `logs/NAME.log` in the data folder, or to the terminal. */
export async function startChild(name: 'api' | 'worker', data: string, env: NodeJS.ProcessEnv, output: 'file' | 'terminal' = 'file'): Promise<Child> {
  const file = await logFile(name, data);
  const log = openSync(file, 'a', 0o600);
  const { size: before } = await stat(file);
  const leash = pathToFileURL(join(ROOT, 'dist/apps/start/leash.js')).href;
  // Detached: Ctrl-C in the terminal is for the launcher, which ends its children in order.
  const started = spawn(process.execPath, ['--enable-source-maps', '--import', leash, join(ROOT, `dist/apps/${name}/main.js`)], {
    cwd: ROOT,
    detached: true,
    env: { ...env, NODE_OPTIONS: '' },
    stdio: output === 'file' ? ['ignore', log, log, 'ipc'] : ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  closeSync(log);
  const ended = new Promise<string>((resolve) => {
    started.once('error', (error) => resolve(error.message));
    started.once('exit', (code, signal) => resolve(signal ? `signal ${signal}` : `code ${code}`));
  });
  const child: Child = { process: started, ended, stop: (ms) => stop(started, ended, ms) };
  try {
    child.address = await ready(started, ended);
    return child;
  } catch (error) {
    await child.stop(0);
    const tail = (await readFile(file)).subarray(before).toString().trim().split('\n').slice(-20).join('\n');
    throw new Error(`The ${name} did not start: ${(error as Error).message}. Its log is ${file}${tail ? `\n\n${tail}` : ''}`);
  }
}

async function ready(started: ChildProcess, ended: Promise<string>): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`it was not ready after ${PATIENCE / 1000} seconds`)), PATIENCE);
    started.on('message', (message: { ready?: boolean; address?: string }) => {
      if (!message.ready) return;
      clearTimeout(timer);
      resolve(message.address);
    });
    void ended.then((reason) => {
      clearTimeout(timer);
      reject(new Error(`it ended with ${reason}`));
    });
  });
}

async function stop(started: ChildProcess, ended: Promise<string>, ms: number): Promise<void> {
  if (started.exitCode !== null || started.signalCode !== null) return;
  started.kill(ms > 0 ? 'SIGTERM' : 'SIGKILL');
  const timer = setTimeout(() => started.kill('SIGKILL'), ms);
  await ended;
  clearTimeout(timer);
}

async function logFile(name: string, data: string): Promise<string> {
  const folder = join(data, 'logs');
  await mkdir(folder, { recursive: true });
  const file = join(folder, `${name}.log`);
  if ((await stat(file).then((found) => found.size, () => 0)) > LOG_LIMIT) await rename(file, `${file}.1`);
  return file;
}
