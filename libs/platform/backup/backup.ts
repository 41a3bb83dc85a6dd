import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { copyFile, mkdir, open, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { BlobStore } from '@app/platform/files';
import { type Manifest, MANIFEST, type TableEntry } from './manifest.js';
import type { Watcher } from './progress.js';
import { columnsOf, fingerprintOf, migrationsIn, nameOf, sequencesOf, speakPlainly, type Table, tablesOf } from './tables.js';

export interface BackupOptions {
  databaseUrl: string;
  store: BlobStore;
  /** Where the copy is to lie; it must not exist, or be empty. */
  folder: string;
  /** Where the secret key lies, when it lies in a file. */
  secretKey: string | null;
  watcher: Watcher;
}

/** Copies everything within one snapshot. Throws in words; then no folder of that name exists. Answers what was copied, and the files that should have been there and were not whole. */
export async function backup(options: BackupOptions): Promise<{ manifest: Manifest; broken: string[] }> {
  const folder = resolve(options.folder);
  const kept = await readdir(folder).catch(() => null);
  if (kept && kept.length > 0) throw new Error(`${folder} is not empty. Name a folder that does not exist yet.`);
  const draft = join(dirname(folder), `.${basename(folder)}.unfinished`);
  await rm(draft, { recursive: true, force: true });
  await mkdir(join(draft, 'tables'), { recursive: true, mode: 0o700 });
  await mkdir(join(draft, 'files'), { mode: 0o700 });
  const client = new pg.Client({ connectionString: options.databaseUrl, application_name: 'accord-backup' });
  try {
    await client.connect();
    await speakPlainly(client);
    // Every statement below sees the database as it is at the first of them, whatever is written meanwhile.
    await client.query('begin isolation level repeatable read, read only');
    const tables: TableEntry[] = [];
    const found = await tablesOf(client);
    if (found.length === 0) throw new Error('There is nothing to copy: the database has no tables yet.');
    for (const table of found) tables.push(await copyTable(client, table, draft, options.watcher));
    const { files, broken } = await copyFiles(client, options.store, draft, options.watcher);
    if (options.secretKey) await copyFile(options.secretKey, join(draft, 'secret.key'));
    const { rows } = await client.query<{ server: string; at: Date }>(`select current_setting('server_version') as server, now() as at`);
    const manifest: Manifest = {
      accord: 'backup', form: 1, takenAt: rows[0]?.at.toISOString() ?? '', server: rows[0]?.server ?? '', migrations: await migrationsIn(client),
      tables, sequences: await sequencesOf(client), files, secretKey: options.secretKey !== null,
    };
    await client.query('commit');
    await writeFile(join(draft, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
    await settle(draft);
    if (kept) await rmdir(folder);
    await rename(draft, folder);
    return { manifest, broken };
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  } finally {
    await client.end();
  }
}

async function copyTable(client: pg.Client, table: Table, draft: string, watcher: Watcher): Promise<TableEntry> {
  const { rows, hash } = await fingerprintOf(client, table);
  const seen = meter((bytes) => watcher.progress(`${table.name}, bytes`, bytes, bytes));
  const lines = client.query(copyTo(`copy (select ${columnsOf(table)} from ${nameOf(table)}) to stdout`));
  await pipeline(lines, seen.stream, createWriteStream(join(draft, 'tables', `${table.name}.copy`), { flags: 'wx', mode: 0o600 }));
  watcher.say(`copied  ${table.name}  ${rows.toLocaleString('en-US')} rows`);
  return { ...table, rows, hash, ...seen.result() };
}

async function copyFiles(client: pg.Client, store: BlobStore, draft: string, watcher: Watcher): Promise<{ files: Manifest['files']; broken: string[] }> {
  // A copy before an upgrade is taken by the new program of a database that does not know previews yet.
  const { rows: known } = await client.query<{ there: boolean }>(`select to_regclass('public.file_preview') is not null as there`);
  const previews = known[0]?.there ? `union all select p.stored_name, p.size, p.sha256, f.attached_id is not null, 'the preview of ' || f.original_name from public.file_preview p join public.file f on f.id = p.file_id` : '';
  const { rows } = await client.query<{ name: string; size: number; sha256: string; attached: boolean; title: string }>(
    `select stored_name as name, size, sha256, attached_id is not null as attached, original_name as title from public.file ${previews} order by name`,
  );
  const [files, broken]: [Manifest['files'], string[]] = [[], []];
  for (const [at, row] of rows.entries()) {
    watcher.progress('files', at, rows.length);
    const target = join(draft, 'files', row.name);
    const bytes = await store.read(row.name).catch(() => null);
    const found = bytes && (await save(bytes, target));
    if (found && found.sha256 === row.sha256 && found.bytes === row.size) files.push({ name: row.name, size: found.bytes, sha256: found.sha256 });
    else {
      await rm(target, { force: true });
      // What belongs to nothing may be swept away at any time, also since the snapshot.
      if (row.attached) broken.push(`${row.title} (${row.name}) ${found ? 'is not what was sent' : 'is missing'}`);
    }
  }
  watcher.say(`copied  files  ${files.length.toLocaleString('en-US')}`);
  return { files, broken };
}

async function save(bytes: Readable, target: string): Promise<{ bytes: number; sha256: string }> {
  const seen = meter(() => undefined);
  await pipeline(bytes, seen.stream, createWriteStream(target, { flags: 'wx', mode: 0o600 }));
  return seen.result();
}

/** Counts and hashes what passes through. */
export function meter(onBytes: (bytes: number) => void): { stream: Transform; result: () => { bytes: number; sha256: string } } {
  const hash = createHash('sha256');
  let bytes = 0;
  let digest = '';
  const stream = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      hash.update(chunk);
      bytes += chunk.length;
      onBytes(bytes);
      done(null, chunk);
    },
  });
  return { stream, result: () => ({ bytes, sha256: (digest ||= hash.digest('hex')) }) };
}

/** The name is given only to what has reached the disk. */
async function settle(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = await open(join(entry.parentPath, entry.name));
    await file.sync().finally(() => file.close());
  }
}
