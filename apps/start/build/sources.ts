import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the whole repository, whether this runs from `apps/start` or from `dist/apps/start`. */
export const ROOT = findRoot(dirname(fileURLToPath(import.meta.url)));

function findRoot(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : findRoot(dirname(folder));
}

/** Which half of the repository a source file belongs to; null for tests and for what the build itself writes. */
export function halfOf(path: string): 'server' | 'web' | 'both' | null {
  if (/\.spec\.tsx?$|\.generated\.ts$|\.d\.ts$|\.md$|(^|\/)\./.test(path)) return null;
  if (/^apps\/web\/|^libs\/(platform\/)?[^/]+\/web\/|^libs\/ui\/|^libs\/features\.web\.ts$/.test(path)) return 'web';
  if (path === 'apps/api/schema.graphql') return 'web';
  if (/\/contract\//.test(path)) return 'both';
  return 'server';
}

/** All source files of one half, as paths from the root, sorted. */
export async function sourcesOf(half: 'server' | 'web'): Promise<string[]> {
  const found = (await Promise.all(['apps', 'libs'].map((folder) => walk(join(ROOT, folder))))).flat();
  return found
    .map((file) => relative(ROOT, file))
    .filter((path) => [half, 'both'].includes(halfOf(path) ?? ''))
    .sort();
}

/** A fingerprint of files: it changes when one is added, removed, renamed or changed, and not when one is only touched. */
export async function fingerprint(paths: string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const path of paths) {
    hash.update(`${path}\0`);
    hash.update(await readFile(join(ROOT, path)).catch(() => ''));
  }
  return hash.digest('hex');
}

async function walk(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const nested = entries
    .filter((entry) => entry.name !== 'node_modules')
    .map(async (entry) => (entry.isDirectory() ? walk(join(folder, entry.name)) : [join(folder, entry.name)]));
  return (await Promise.all(nested)).flat();
}
