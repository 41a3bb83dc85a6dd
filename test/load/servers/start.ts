import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { compileProcesses } from '../../setup/processes.js';

/** A server under test, in a process of its own that ends with the bench. */
export interface Started {
  pid: number;
  port: number;
  stop: () => Promise<void>;
}

const TYPESCRIPT = ['--import', '@swc-node/register/esm-register'];
const PATIENCE_MS = 60_000;

async function started(child: ChildProcess): Promise<Started> {
  const died = once(child, 'exit').then(([code]) => {
    throw new Error(`A server ended with code ${String(code)} before it was ready.`);
  });
  const late = new Promise<never>((_, fail) => setTimeout(() => fail(new Error('A server was not ready in time.')), PATIENCE_MS).unref());
  const [message] = (await Promise.race([once(child, 'message'), died, late])) as [{ address: string }];
  died.catch(() => undefined);
  return {
    pid: child.pid ?? 0,
    port: Number(new URL(message.address).port),
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

let compiled: Promise<void> | undefined;

/** The api as an operator runs it: compiled, in production. It is compiled first where it has changed, so that nobody measures what was there before. */
export async function startProduct(databaseUrl: string, flags: readonly string[] = []): Promise<Started> {
  const env = { ...process.env, NODE_ENV: 'production', DATABASE_URL: databaseUrl, HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'error', PUBLIC_URL: '', SMTP_URL: '', ACCORD_DEMO: 'off', SECRET_KEY: 'a secret that is only good for a bench on loopback', NODE_OPTIONS: '' };
  await (compiled ??= compileProcesses());
  return started(fork('dist/apps/api/main.js', { env, execArgv: [...flags], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] }));
}

export function startBare(databaseUrl: string): Promise<Started> {
  return started(fork(fileURLToPath(new URL('./bare.ts', import.meta.url)), { env: { ...process.env, NODE_ENV: 'production', DATABASE_URL: databaseUrl }, execArgv: TYPESCRIPT, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] }));
}
