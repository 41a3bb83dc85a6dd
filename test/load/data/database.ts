import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import pg from 'pg';
import { loadConfig } from '@app/platform/config';
import { startEmbedded } from '@app/platform/embedded';
import { openHouseDatabase } from '@app/platform/house';
import { runMigrations } from '@app/platform/database';
import { features } from '../../../libs/features.js';
import { type Size, sizeOf } from './community.js';
import { fill } from './fill.js';

/** The server on which the benches work, and the databases they keep and make there. */
export class BenchServer {
  private constructor(
    private readonly url: string,
    readonly stop: () => Promise<void>,
  ) {}

  /** The server of DATABASE_URL, where databases of the benches' own are made; without it an embedded one under ACCORD_DATA. */
  static async open(): Promise<BenchServer> {
    const given = process.env.DATABASE_URL;
    if (given) return new BenchServer(given, async () => undefined);
    const embedded = await startEmbedded({ folder: join(process.env.ACCORD_DATA ?? '.accord', 'bench') });
    return new BenchServer(embedded.url, () => embedded.stop());
  }

  urlOf(database: string): string {
    const url = new URL(this.url);
    url.pathname = `/${database}`;
    return url.href;
  }

  async client(database: string): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: this.urlOf(database) });
    await client.connect();
    return client;
  }

  private async administer<Row extends pg.QueryResultRow>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    const client = await this.client('postgres');
    try {
      return (await client.query<Row>(sql, parameters)).rows;
    } finally {
      await client.end();
    }
  }

  /** The kept database of a size, or of a part of the community with more in it, filled the first time and again whenever tables or the community's rules have changed. */
  async kept(scale: number, part: { name: string; size: Size; also: (client: pg.Client) => Promise<void> } | null = null): Promise<string> {
    const name = `accord_bench_${part ? `${part.name}_` : ''}${String(scale).replace('.', '_')}`;
    const stamp = await stampOf(scale, part ? `${JSON.stringify(part.size)}${String(part.also)}` : '');
    const found = await this.administer<{ stamp: string | null }>(`select shobj_description(oid, 'pg_database') as stamp from pg_database where datname = $1`, [name]);
    if (found[0]?.stamp === stamp) return name;
    await this.drop(name);
    await this.administer(`create database ${name}`);
    await migrate(this.urlOf(name));
    const client = await this.client(name);
    try {
      await fill(client, part?.size ?? sizeOf(scale), progress(`community of ${scale}`));
      await part?.also(client);
    } finally {
      await client.end();
    }
    await this.administer(`comment on database ${name} is '${stamp}'`);
    return name;
  }

  /** A copy to work on, so that what a run writes is gone with it. */
  async copyOf(kept: string): Promise<string> {
    const name = `${kept}_run`;
    await this.drop(name);
    await this.administer(`create database ${name} template ${kept}`);
    return name;
  }

  /** A database of its own with nothing in it. */
  async empty(name: string): Promise<string> {
    await this.drop(name);
    await this.administer(`create database ${name}`);
    return name;
  }

  async drop(name: string): Promise<void> {
    await this.administer(`drop database if exists ${name} with (force)`);
  }

  /** The processes that serve a database now: what they cost belongs to whoever asks it. */
  async backends(database: string): Promise<number[]> {
    const rows = await this.administer<{ pid: number }>(`select pid from pg_stat_activity where datname = $1 and backend_type = 'client backend'`, [database]);
    return rows.map(({ pid }) => pid);
  }
}

async function migrate(url: string): Promise<void> {
  const database = await openHouseDatabase(features, loadConfig({ DATABASE_URL: url }));
  try {
    await runMigrations(database);
  } finally {
    await database.source.destroy();
  }
}

async function stampOf(scale: number, part: string): Promise<string> {
  const hash = createHash('sha256').update(String(scale)).update(part);
  for (const migration of features.flatMap((feature) => feature.migrations ?? [])) hash.update(migration.name).update(String(migration.prototype.up));
  for (const file of ['community.ts', 'words.ts', 'fill.ts']) hash.update(await readFile(fileURLToPath(new URL(file, import.meta.url))));
  return hash.digest('hex').slice(0, 32);
}

/** A bar that grows, on a terminal; elsewhere a line for each tenth. */
export function progress(title: string): (what: string, share: number) => void {
  let shown = -1;
  return (what, share) => {
    const full = Math.floor(share * (process.stderr.isTTY ? 40 : 10));
    if (full === shown) return;
    shown = full;
    if (process.stderr.isTTY) process.stderr.write(`\r${title} ${'█'.repeat(full)}${'·'.repeat(40 - full)} ${Math.round(share * 100)} % ${what}${' '.repeat(20)}${share === 1 ? '\n' : ''}`);
    else process.stderr.write(`${title}: ${Math.round(share * 100)} %, ${what}\n`);
  };
}
