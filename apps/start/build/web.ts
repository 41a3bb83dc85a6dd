import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, sourcesOf } from './sources.js';

/** Writes the TypeScript types of every GraphQL document of the web app beside the document. */
export async function generateTypes(): Promise<void> {
  if (!existsSync(join(ROOT, 'apps/api/schema.graphql'))) return;
  if (!(await sourcesOf('web')).some((path) => path.endsWith('.graphql') && path.startsWith('libs/'))) return;
  await tool('@graphql-codegen/cli/cjs/bin.js', ['--config', 'codegen.ts', '--silent']);
}

/** Bundles the web app into `dist/web`. */
export async function bundleWeb(): Promise<void> {
  if (!existsSync(join(ROOT, 'apps/web/vite.config.ts'))) return;
  await tool('vite/bin/vite.js', ['build', '-c', 'apps/web/vite.config.ts', '--logLevel', 'warn'], { NODE_ENV: 'production' });
}

async function tool(file: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<void> {
  const child = spawn(process.execPath, [join(ROOT, 'node_modules', file), ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_OPTIONS: '', ...env },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`${file.split('/')[0] ?? file} ended with code ${code}:\n${said.trim()}`))));
  });
}
