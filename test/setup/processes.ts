import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** How a process ended, and how long after it was last signalled. */
export interface End {
  code: number | null;
  signal: NodeJS.Signals | null;
  ms: number;
}

/** An api or a worker as an operator runs it: compiled, in a process of its own. */
export interface RealProcess {
  pid: number;
  /** Where an api listens. */
  address: string;
  /** Everything it has written so far. */
  said(): string;
  signal(signal: NodeJS.Signals): void;
  ended: Promise<End>;
}

// A busy machine takes its time; a process that has died is noticed at once.
const PATIENCE_MS = 90_000;

/** Compiles what the processes below are started from. */
export async function compileProcesses(): Promise<void> {
  const child = spawn(process.execPath, ['--import', '@swc-node/register/esm-register', 'test/setup/compile.ts'], { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, NODE_OPTIONS: '' } });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error('The server does not compile; the reason is above.');
}

/** Starts a process with these settings and no others; throws with its words when it is not ready in time. */
export async function startProcess(name: 'api' | 'worker', settings: Record<string, string>): Promise<RealProcess> {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'production', PORT: '0', LOG_LEVEL: 'info', ...settings };
  const child = spawn(process.execPath, ['--enable-source-maps', `dist/apps/${name}/main.js`], { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  let signalled = Date.now();
  const ended = once(child, 'close').then(([code, signal]): End => ({ code: code as number | null, signal: signal as NodeJS.Signals | null, ms: Date.now() - signalled }));
  const ready = new Promise<string>((resolve) => {
    child.on('message', (message: { ready?: boolean; address?: string }) => message.ready && resolve(message.address ?? ''));
  });
  const late = new Promise<null>((resolve) => void setTimeout(() => resolve(null), PATIENCE_MS).unref());
  const address = await Promise.race([ready, late, ended.then(() => null)]);
  if (address === null) {
    child.kill('SIGKILL');
    await ended;
    throw new Error(`The ${name} was not ready:\n${said}`);
  }
  return {
    pid: child.pid ?? 0,
    address,
    said: () => said,
    signal: (signal) => {
      signalled = Date.now();
      child.kill(signal);
    },
    ended,
  };
}
