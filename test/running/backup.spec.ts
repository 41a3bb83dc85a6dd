import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import pg from 'pg';
import { backup, type Manifest, restore } from '@app/platform/backup';
import type { Config } from '@app/platform/config';
import { newId, runMigrationsNamed } from '@app/platform/database';
import { BlobStore, Files, storeOf } from '@app/platform/files';
import { aPdf } from '@app/platform/files/testing/index.js';
import { Readable } from 'node:stream';
import { aTeam, aThread } from '@app/discussions/testing/index.js';
import { features } from '../../libs/features.js';
import { emptyDatabase, type FreshDatabase } from '../setup/database.js';
import { openHouse, type TestHouse } from '../setup/house.js';
import { type S3Store, startS3 } from '../setup/s3.js';

jest.setTimeout(120_000);

const quiet = { progress: () => undefined, say: () => undefined };
const migrations = features.flatMap((feature) => feature.migrations ?? []);
let house: TestHouse;
let config: Config;
let folder: string;
let store: S3Store;
const databases: FreshDatabase[] = [];

beforeAll(async () => {
  [house, store, folder] = await Promise.all([openHouse(), startS3(), mkdtemp(join(tmpdir(), 'accord-backup-'))]);
  config = house.get('CONFIG' as never) as Config;
  const team = await aTeam(house, { superintendent: 'ana@maple.example', labor_leader: 'pete@maple.example' }, { name: 'Ñandú \\N \t 新 "quoted" district' });
  const ana = await house.as('ana@maple.example');
  for (let n = 0; n < 5; n++) await aThread(house, { organizationId: team, authorId: ana.accountId ?? '' }, { letters: 3, body: 'Line one\nline two\\ and a tab\t.' });
  for (let n = 0; n < 3; n++) {
    const file = await house.get(Files).receive(ana.accountId ?? '', `minutes ${n}.pdf`, Readable.from(aPdf(`Minutes ${n}`, ['We met.'])));
    await house.db.transaction(() => house.get(Files).attach(ana.accountId ?? '', file.id, { kind: 'resource', id: newId() }));
  }
  await house.settle();
});

afterAll(async () => {
  await house.close();
  for (const each of databases) await each.drop();
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

const copyTo = (name: string) => backup({ databaseUrl: config.DATABASE_URL ?? '', store: house.get(BlobStore), folder: join(folder, name), secretKey: null, watcher: quiet });

async function empty(): Promise<FreshDatabase> {
  const made = await emptyDatabase();
  databases.push(made);
  return made;
}

function bringBack(from: string, databaseUrl: string, to = storeOf({ ACCORD_DATA: join(folder, `data-${newId()}`), S3_URL: undefined }), replace = false): Promise<string[]> {
  return restore({ databaseUrl, store: to, folder: join(folder, from), replace, secretKey: null, migrate: (names) => runMigrationsNamed(databaseUrl, migrations, names), watcher: quiet });
}

/** Every row of every table as PostgreSQL writes it, counted by other means than those under test. */
async function everything(url: string): Promise<Record<string, string[]>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`set timezone = 'UTC'`);
  const { rows } = await client.query<{ name: string }>(`select tablename as name from pg_tables where schemaname = 'public' and tablename not in ('process_instance', 'socket_io_attachments', 'migration', 'typeorm_metadata') order by 1`);
  const found: Record<string, string[]> = {};
  for (const { name } of rows) found[name] = (await client.query<{ row: string }>(`select t::text as row from "${name}" t order by 1`)).rows.map((each) => each.row);
  await client.end();
  return found;
}

async function schemaOf(url: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(`select conrelid::regclass::text as t, conname, contype, pg_get_constraintdef(oid) as d from pg_constraint where connamespace = 'public'::regnamespace order by 1, 2`);
  const triggers = await client.query(`select tgrelid::regclass::text as t, tgname, tgenabled from pg_trigger where not tgisinternal order by 1, 2`);
  await client.end();
  return { constraints: rows, triggers: triggers.rows };
}

test('a copy that is brought back into an empty database has every row, every file and every rule again', async () => {
  const { manifest, broken } = await copyTo('whole');
  expect(broken).toEqual([]);
  expect(manifest.tables.find((table) => table.name === 'post')?.rows).toBe(15);
  // Each of the three with the picture of its first page.
  expect(manifest.files).toHaveLength(6);
  const target = await empty();
  expect(await bringBack('whole', target.url)).toEqual([]);
  expect(await everything(target.url)).toEqual(await everything(config.DATABASE_URL ?? ''));
  expect(await schemaOf(target.url)).toEqual(await schemaOf(config.DATABASE_URL ?? ''));
});

test('the files of a copy may go to an S3 store', async () => {
  const bucket = storeOf({ ACCORD_DATA: join(folder, 'elsewhere'), S3_URL: store.url });
  expect(await bringBack('whole', (await empty()).url, bucket)).toEqual([]);
  const manifest = JSON.parse(await readFile(join(folder, 'whole', 'manifest.json'), 'utf8')) as Manifest;
  for (const { name, size } of manifest.files) {
    let read = 0;
    for await (const part of await bucket.read(name)) read += (part as Buffer).length;
    expect(read).toBe(size);
  }
});

test.each(['tables/post.copy', 'files'])('one flipped bit in %s is found before anything is touched', async (where) => {
  const path = join(folder, 'whole', where === 'files' ? join('files', (await readdir(join(folder, 'whole', 'files')))[0] ?? '') : where);
  const bytes = await readFile(path);
  const flipped = Buffer.from(bytes);
  flipped[Math.floor(bytes.length / 2)]! ^= 1;
  await writeFile(path, flipped);
  const target = await empty();
  expect(await bringBack('whole', target.url)).toEqual([expect.stringContaining('is not what was copied')]);
  expect(await everything(target.url)).toEqual({});
  await writeFile(path, bytes);
  expect(await bringBack('whole', target.url)).toEqual([]);
});

test('a count or a fingerprint that is not that of the copy is found, and then nothing is kept', async () => {
  const path = join(folder, 'whole', 'manifest.json');
  const text = await readFile(path, 'utf8');
  const manifest = JSON.parse(text) as Manifest;
  manifest.tables = manifest.tables.map((table) => (table.name === 'account' ? { ...table, hash: '0'.repeat(32) } : table));
  await writeFile(path, JSON.stringify(manifest));
  const target = await empty();
  expect(await bringBack('whole', target.url)).toEqual([expect.stringMatching(/^account has 2 rows/)]);
  expect((await everything(target.url)).account).toEqual([]);
  await writeFile(path, text);
});

test('a database that holds something is refused unless told, and one that is in use even then', async () => {
  const target = await empty();
  expect(await bringBack('whole', target.url)).toEqual([]);
  await expect(bringBack('whole', target.url)).rejects.toThrow('The database is not empty');
  expect(await bringBack('whole', target.url, undefined, true)).toEqual([]);
  const client = new pg.Client({ connectionString: target.url });
  await client.connect();
  await client.query(`insert into process_instance (id, kind, host, pid, storage, key_print) values (gen_random_uuid(), 'worker', 'here', 1, 's', 'k')`);
  await expect(bringBack('whole', target.url, undefined, true)).rejects.toThrow('Accord is running on this database (worker on here)');
  await client.end();
});

test('a copy is of one moment, whatever is written meanwhile, and its folder is there whole or not at all', async () => {
  let round = 0;
  const watcher = {
    progress: () => undefined,
    say: (line: string) => {
      if (line.startsWith('copied  account') && round++ === 0) void house.db.query(`insert into account (id, email, name) values (gen_random_uuid(), 'late@maple.example', 'Late')`);
    },
  };
  const { manifest } = await backup({ databaseUrl: config.DATABASE_URL ?? '', store: house.get(BlobStore), folder: join(folder, 'busy'), secretKey: null, watcher });
  expect(round).toBe(1);
  expect(await bringBack('busy', (await empty()).url)).toEqual([]);
  expect(manifest.tables.find((table) => table.name === 'account')?.rows).toBe(2);
  await expect(copyTo('busy')).rejects.toThrow('is not empty');
  await expect(backup({ databaseUrl: 'postgres://nobody@127.0.0.1:1/nothing', store: house.get(BlobStore), folder: join(folder, 'never'), secretKey: null, watcher: quiet })).rejects.toThrow();
  expect((await readdir(folder)).filter((name) => /never|unfinished/.test(name))).toEqual([]);
  expect((await stat(join(folder, 'whole', 'manifest.json'))).mode & 0o077).toBe(0);
});

test('a file that is gone is told, by the name that its sender gave it', async () => {
  const lost = await house.db.one<{ stored_name: string }>(`select stored_name from file where original_name = 'minutes 1.pdf'`);
  await house.get(BlobStore).drop(lost?.stored_name ?? '');
  const { broken, manifest } = await copyTo('lacking');
  expect(broken).toEqual([expect.stringMatching(/^minutes 1\.pdf .*is missing/)]);
  expect(manifest.files).toHaveLength(5);
});

test('a copy of a newer Accord is not forced into this one', async () => {
  const path = join(folder, 'busy', 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8')) as Manifest;
  await writeFile(path, JSON.stringify({ ...manifest, migrations: [...manifest.migrations, 'AddTomorrow1999999999999'] }));
  await expect(bringBack('busy', (await empty()).url)).rejects.toThrow('taken by a newer Accord');
});
