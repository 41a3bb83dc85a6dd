import { copyFile, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { transformFile } from '@swc/core';
import { ROOT, sourcesOf } from './sources.js';

const DIST = join(ROOT, 'dist');
const HALVES = ['apps', 'libs'];

/** Compiles api, worker, launcher and libs in one pass into `dist`, aliases turned into relative paths; data files are copied. */
export async function compileServer(): Promise<number> {
  const sources = await sourcesOf('server');
  await Promise.all(sources.map(compileFile));
  const wanted = new Set(sources.flatMap((path) => (isCode(path) ? [outputOf(path), `${outputOf(path)}.map`] : [path])));
  for (const half of HALVES) await prune(join(DIST, half), wanted);
  return sources.length;
}

/** Compiles or copies one source file; throws with the compiler's words when it does not parse. */
export async function compileFile(path: string): Promise<void> {
  const target = join(DIST, outputOf(path));
  await mkdir(dirname(target), { recursive: true });
  if (!isCode(path)) return copyFile(join(ROOT, path), target);
  const { code, map } = await transformFile(join(ROOT, path), {
    configFile: join(ROOT, '.swcrc'),
    sourceMaps: true,
    sourceFileName: relative(dirname(target), join(ROOT, path)),
    jsc: { baseUrl: ROOT, paths: { '@app/*': ['./libs/*', './libs/*/index.ts'] } },
    // Node wants whole file names: `@app/people` becomes `../people/index.js`.
    module: { type: 'nodenext', resolveFully: true },
  }).catch((error: Error) => {
    throw new Error(`${path} does not compile.\n${error.message.split('Caused by:')[0]?.trim()}`);
  });
  const name = target.slice(target.lastIndexOf('/') + 1);
  await writeFile(target, `${code}\n//# sourceMappingURL=${name}.map\n`);
  if (map) await writeFile(`${target}.map`, map);
}

function isCode(path: string): boolean {
  return /\.tsx?$/.test(path);
}

function outputOf(path: string): string {
  return path.replace(/\.tsx?$/, '.js');
}

// A file that no source stands behind any more could still be found, for instance by a search for migrations.
async function prune(folder: string, wanted: Set<string>): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await prune(path, wanted);
    else if (!wanted.has(relative(DIST, path))) await rm(path);
  }
}
