import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { compileServer } from './server.js';
import { fingerprint, ROOT, sourcesOf } from './sources.js';
import { bundleWeb, generateTypes } from './web.js';

export { compileFile, compileServer } from './server.js';
export { halfOf, ROOT } from './sources.js';
export { bundleGraphiql, bundleWeb, generateTypes } from './web.js';

const STAMP = join(ROOT, 'dist', '.build-stamp');
const SETTINGS = {
  server: ['package-lock.json', '.swcrc', 'tsconfig.base.json'],
  web: ['package-lock.json', 'codegen.ts', 'tsconfig.base.json'],
};
const RESULT = { server: 'dist/apps/api', web: 'dist/web' };

type Half = 'server' | 'web';

/** What a build would have to do now: which halves have changed since they were last built. */
export async function staleHalves(): Promise<{ stale: Half[]; now: Record<Half, string> }> {
  const built = JSON.parse(await readFile(STAMP, 'utf8').catch(() => '{}')) as Partial<Record<Half, string>>;
  const [server, web] = await Promise.all(
    (['server', 'web'] as const).map(async (half) => fingerprint([...SETTINGS[half], ...(await sourcesOf(half))])),
  );
  const now = { server: server ?? '', web: web ?? '' };
  return { stale: (['server', 'web'] as const).filter((half) => built[half] !== now[half] || !existsSync(join(ROOT, RESULT[half]))), now };
}

/** Builds the given halves and remembers from which sources. */
export async function build(halves: Half[], now: Record<Half, string>): Promise<void> {
  try {
    await mkdir(join(ROOT, 'dist'), { recursive: true });
    await writeFile(STAMP, JSON.stringify(await without(halves)));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Error(`Accord has to be built, and its folder ${ROOT} cannot be written (${code}). Make it writable, or build it once as its owner with npm run build.`);
  }
  if (halves.includes('server')) await compileServer();
  if (halves.includes('web')) {
    await generateTypes();
    await bundleWeb();
  }
  await writeFile(STAMP, JSON.stringify({ ...(await without([])), ...Object.fromEntries(halves.map((half) => [half, now[half]])) }));
}

// A build that breaks off must not leave a stamp that calls it whole.
async function without(halves: Half[]): Promise<Partial<Record<Half, string>>> {
  const stamp = JSON.parse(await readFile(STAMP, 'utf8').catch(() => '{}')) as Partial<Record<Half, string>>;
  for (const half of halves) delete stamp[half];
  return stamp;
}
