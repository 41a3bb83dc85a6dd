import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT, sourcesOf } from './sources.js';

const SCHEMA = 'apps/api/schema.graphql';

/** Writes the TypeScript types of every GraphQL document of the web app beside the document. */
export async function generateTypes(): Promise<void> {
  const documents = (await sourcesOf('web')).filter((path) => path.endsWith('.graphql') && path !== SCHEMA);
  if (documents.length === 0 || (await isUpToDate(documents))) return;
  await tool('@graphql-codegen/cli/cjs/bin.js', ['--config', 'codegen.ts', '--silent']);
}

// A fragment may be used anywhere, so the newest of all sources is compared with the oldest of all results.
async function isUpToDate(documents: string[]): Promise<boolean> {
  const times = (paths: string[]): Promise<number[]> => Promise.all(paths.map((path) => stat(join(ROOT, path)).then((found) => found.mtimeMs, () => 0)));
  const [sources, results] = await Promise.all([
    times([...documents, SCHEMA, 'codegen.ts', 'apps/start/build/typed-document.plugin.mjs']),
    times(documents.map((path) => path.replace(/\.graphql$/, '.generated.ts'))),
  ]);
  return Math.max(...sources) < Math.min(...results);
}

/** Bundles the web app into `dist/web`. */
export async function bundleWeb(): Promise<void> {
  if (!existsSync(join(ROOT, 'apps/web/vite.config.ts'))) return;
  await tool('vite/bin/vite.js', ['build', '-c', 'apps/web/vite.config.ts', '--logLevel', 'warn'], { NODE_ENV: 'production' });
}

/** Bundles GraphiQL for `npm run dev`; the product never carries it. */
export async function bundleGraphiql(): Promise<void> {
  await tool('vite/bin/vite.js', ['build', '-c', 'apps/web/graphiql/vite.config.ts', '--logLevel', 'error'], { NODE_ENV: 'production' });
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
