import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';

const POSTGRES_ROOT = '/usr/lib/postgresql';

/** A port of the loopback address that nobody uses at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

/** Where a program of a server lies, or null: Debian keeps PostgreSQL's outside PATH, and nginx in sbin. */
export async function findProgram(name: string): Promise<string | null> {
  const versions = await readdir(POSTGRES_ROOT).catch(() => [] as string[]);
  const debian = versions.sort((a, b) => Number(b) - Number(a)).map((version) => join(POSTGRES_ROOT, version, 'bin'));
  const folders = [...debian, ...(process.env.PATH ?? '').split(':'), '/usr/sbin', '/usr/local/sbin'];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null;
}

/** As {@link findProgram}; throws with the way out when it is missing. */
export async function needProgram(name: string, debianPackage: string): Promise<string> {
  const path = await findProgram(name);
  if (!path) throw new Error(`There is no ${name} here, and nothing can be tried without one. Install it (on Debian: apt-get install ${debianPackage}).`);
  return path;
}
