import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { build, ROOT, staleHalves } from '../../apps/start/build/index.js';

/** Compiles the server where it has changed, one process after the other: specs that start real processes run side by side. */
const lock = join(ROOT, 'dist', '.compiling');
await mkdir(join(ROOT, 'dist'), { recursive: true });
for (;;) {
  const taken = await mkdir(lock).then(() => true, () => false);
  if (taken) break;
  const since = await stat(lock).then((found) => found.mtimeMs, () => Date.now());
  if (Date.now() - since > 60_000) await rm(lock, { recursive: true, force: true });
  await new Promise((resolve) => setTimeout(resolve, 100));
}
try {
  const { stale, now } = await staleHalves();
  if (stale.includes('server')) await build(['server'], now);
} finally {
  await rm(lock, { recursive: true, force: true });
}
