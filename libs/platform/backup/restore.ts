import { createReadStream } from 'node:fs';
import { access, copyFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { BlobStore } from '@app/platform/files';
import { meter } from './backup.js';
import { type Manifest, readManifest, type TableEntry } from './manifest.js';
import type { Watcher } from './progress.js';
import { columnsOf, fingerprintOf, migrationsIn, nameOf, speakPlainly } from './tables.js';

export interface RestoreOptions {
  databaseUrl: string;
  store: BlobStore;
  folder: string;
  /** Throws away what the database holds; without it a database that holds anything is refused. */
  replace: boolean;
  /** Where the secret key goes when the copy has one; null when it comes from the settings. */
  secretKey: string | null;
  /** Makes the tables by exactly these migrations; throws when it does not know one. */
  migrate: (names: string[]) => Promise<void>;
  watcher: Watcher;
}

/** Brings a backup back and compares it with its manifest, row by row and byte by byte. Answers every difference; with one, the database stays without the copy. */
export async function restore(options: RestoreOptions): Promise<string[]> {
  const { folder, watcher } = options;
  const manifest = await readManifest(folder);
  const damaged = await lookAt(folder, manifest, watcher);
  if (damaged.length > 0) return damaged;
  const client = new pg.Client({ connectionString: options.databaseUrl, application_name: 'accord-restore' });
  await client.connect();
  try {
    await speakPlainly(client);
    await makeRoom(client, options.replace);
    await options.migrate(manifest.migrations);
    const files = await bringFiles(options.store, folder, manifest, watcher);
    if (files.length > 0) return files;
    // One transaction from the first row to the last comparison: a copy that is not equal is never seen.
    await client.query('begin');
    const differences = await load(client, folder, manifest, watcher);
    await client.query(differences.length > 0 ? 'rollback' : 'commit');
    if (differences.length === 0) await client.query('analyze').catch(() => undefined);
    if (differences.length === 0 && manifest.secretKey && options.secretKey) await bringKey(join(folder, 'secret.key'), options.secretKey, watcher);
    return differences;
  } finally {
    await client.end();
  }
}

/** Whether the copy still is what it was when it was taken. */
async function lookAt(folder: string, manifest: Manifest, watcher: Watcher): Promise<string[]> {
  const parts = [
    ...manifest.tables.map(({ name, bytes, sha256 }) => ({ path: join('tables', `${name}.copy`), bytes, sha256 })),
    ...manifest.files.map(({ name, size, sha256 }) => ({ path: join('files', name), bytes: size, sha256 })),
  ];
  const damaged: string[] = [];
  for (const [at, part] of parts.entries()) {
    watcher.progress('looking at the copy', at, parts.length);
    const found = await digestOf(join(folder, part.path));
    if (!found) damaged.push(`${part.path} is missing from the copy`);
    else if (found.sha256 !== part.sha256 || found.bytes !== part.bytes) damaged.push(`${part.path} is not what was copied`);
  }
  watcher.say(damaged.length > 0 ? `damaged ${damaged.length} of ${parts.length} parts` : `whole   ${parts.length.toLocaleString('en-US')} parts of the copy of ${manifest.takenAt}`);
  return damaged;
}

async function digestOf(path: string): Promise<{ bytes: number; sha256: string } | null> {
  const seen = meter(() => undefined);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  return pipeline(createReadStream(path), seen.stream, nowhere).then(seen.result, () => null);
}

/** Leaves an empty schema; throws in words when somebody's rows are in the way. */
async function makeRoom(client: pg.Client, replace: boolean): Promise<void> {
  const { rows } = await client.query<{ name: string }>(`select relname as name from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace`);
  const there = new Set(rows.map((row) => row.name));
  if (there.has('process_instance')) {
    const alive = await client.query<{ who: string }>(`select kind || ' on ' || host as who from public.process_instance where seen_at > now() - interval '30 seconds'`);
    if (alive.rows[0]) throw new Error(`Accord is running on this database (${alive.rows.map((row) => row.who).join(', ')}). Stop it, or wait 30 seconds if it has died, and restore then.`);
  }
  if (there.size > 0 && !replace) throw new Error('The database is not empty. Name an empty one, or add --replace to throw away what it holds.');
  if (there.size > 0) await client.query(`drop schema public cascade; create schema public`);
  // Jobs of the past speak of rows that may be gone; the queue is filled again from the tables.
  await client.query(`drop schema if exists bullmq cascade`);
}

async function bringFiles(store: BlobStore, folder: string, manifest: Manifest, watcher: Watcher): Promise<string[]> {
  const differences: string[] = [];
  await mkdir(store.arriving, { recursive: true, mode: 0o700 });
  for (const [at, { name, size, sha256 }] of manifest.files.entries()) {
    watcher.progress('files', at, manifest.files.length);
    const path = join(store.arriving, name);
    await copyFile(join(folder, 'files', name), path);
    await store.keep({ name, path, size });
    const seen = meter(() => undefined);
    await pipeline(await store.read(name), seen.stream, new Writable({ write: (_chunk, _encoding, done) => done() }));
    const found = seen.result();
    if (found.sha256 !== sha256 || found.bytes !== size) differences.push(`file ${name} differs after it was brought back`);
  }
  if (differences.length === 0) watcher.say(`equal   files  ${manifest.files.length.toLocaleString('en-US')}`);
  return differences;
}

async function load(client: pg.Client, folder: string, manifest: Manifest, watcher: Watcher): Promise<string[]> {
  const made = await migrationsIn(client);
  if (made.join() !== manifest.migrations.join()) throw new Error('The migrations did not make the tables that the copy was taken from.');
  // References are taken away and put back, which checks them all: whoever owns the tables may do so, and rows may come in any order.
  const { rows: references } = await client.query<{ table: string; name: string; definition: string }>(
    `select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0`,
  );
  for (const { table, name } of references) await client.query(`alter table ${table} drop constraint ${name}`);
  if (manifest.tables.length > 0) await client.query(`truncate ${manifest.tables.map(nameOf).join(', ')}`);
  const differences: string[] = [];
  for (const table of manifest.tables) differences.push(...(await loadTable(client, table, folder, watcher)));
  for (const { table, name, definition } of references) await client.query(`alter table ${table} add constraint ${name} ${definition}`);
  for (const { name, last } of manifest.sequences) if (last !== null) await client.query(`select setval(('public.' || quote_ident($1))::regclass, $2::bigint)`, [name, last]);
  return differences;
}

async function loadTable(client: pg.Client, table: TableEntry, folder: string, watcher: Watcher): Promise<string[]> {
  const seen = meter((bytes) => watcher.progress(`${table.name}, bytes`, bytes, table.bytes));
  await client.query(`alter table ${nameOf(table)} disable trigger user`);
  const into = client.query(copyFrom(`copy ${nameOf(table)} (${columnsOf(table)}) from stdin`));
  await pipeline(createReadStream(join(folder, 'tables', `${table.name}.copy`)), seen.stream, into);
  await client.query(`alter table ${nameOf(table)} enable trigger user`);
  const { rows, hash } = await fingerprintOf(client, table);
  const equal = rows === table.rows && hash === table.hash;
  watcher.say(`${equal ? 'equal  ' : 'DIFFERS'} ${table.name}  ${rows.toLocaleString('en-US')} rows  ${hash}`);
  return equal ? [] : [`${table.name} has ${rows} rows (${hash}), the copy was taken of ${table.rows} (${table.hash})`];
}

async function bringKey(from: string, to: string, watcher: Watcher): Promise<void> {
  const there = await access(to).then(() => true, () => false);
  if (there) return watcher.say(`kept    ${to}: there is a secret key already`);
  await mkdir(dirname(to), { recursive: true });
  await writeFile(to, '', { mode: 0o600 });
  await copyFile(from, to);
  watcher.say(`copied  the secret key to ${to}`);
}
