import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './build/index.js';

/** Runs a compiled program that ends by itself and returns what it printed; throws with its words when it fails. */
export async function runProgram(path: string, env: NodeJS.ProcessEnv, what: string, args: readonly string[] = []): Promise<string> {
  const file = join(ROOT, 'dist', path);
  if (!existsSync(file)) throw new Error(`${what}: ${file} is missing. Run npm run build.`);
  const child = spawn(process.execPath, ['--enable-source-maps', file, ...args], { cwd: ROOT, env: { ...env, NODE_OPTIONS: '' }, stdio: ['ignore', 'pipe', 'pipe'] });
  const printed: Buffer[] = [];
  const complained: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => printed.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => complained.push(chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      const out = Buffer.concat(printed).toString();
      if (code === 0) resolve(out);
      else reject(new Error(`${what} failed (${signal ?? `code ${code}`}):\n${(Buffer.concat(complained).toString() + out).trim().split('\n').slice(-30).join('\n')}`));
    });
  });
}

/** Applies the migrations that the database does not have yet. */
export async function migrate(env: NodeJS.ProcessEnv): Promise<void> {
  await runProgram('apps/api/migrate.js', env, 'Bringing the database up to date');
}
