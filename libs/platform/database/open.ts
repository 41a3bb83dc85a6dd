import { DataSource, type MixedList, type MigrationInterface } from 'typeorm';
import { Database } from './database.js';
import { SnakeNaming } from './snake-naming.js';

type Class<T = object> = new (...args: never[]) => T;

export interface DatabaseOptions {
  url: string;
  pool?: number;
  entities: Class[];
  migrations: Class<MigrationInterface>[];
}

const OLDEST = 15;

/** Why a server cannot be used, by what it calls `server_version_num`; null when it can. */
export function whyTooOld(version: number): string | null {
  const major = Math.floor(version / 10_000);
  return major >= OLDEST ? null : `DATABASE_URL: the database is PostgreSQL ${major}.${version % 10_000}. Accord needs PostgreSQL ${OLDEST} or newer.`;
}

/** Connects; the caller ends it with `database.source.destroy()`. Throws in words when the server is too old. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const source = new DataSource({
    type: 'postgres',
    url: options.url,
    entities: options.entities as MixedList<Class>,
    migrations: options.migrations as MixedList<Class<MigrationInterface>>,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    // `pipeline`: what a transaction asks side by side goes out at once, and PostgreSQL answers in that order.
    // Without a limit a request waits for ever on a server that takes connections and does not answer.
    extra: { max: options.pool ?? 10, pipeline: true, connectionTimeoutMillis: 10_000, keepAlive: true, statement_timeout: 30_000, application_name: 'accord' },
  });
  await source.initialize();
  const [{ version }] = (await source.query(`select current_setting('server_version_num')::int as version`)) as [{ version: number }];
  const refusal = whyTooOld(version);
  if (refusal) {
    await source.destroy();
    throw new Error(refusal);
  }
  return new Database(source);
}

// Any constant will do; it only has to be the same in every process that migrates.
const MIGRATION_LOCK = 4_162_011;

/** Runs exactly the migrations of these names, in their order; throws when one is not among `known`. */
export async function runMigrationsNamed(url: string, known: Class<MigrationInterface>[], names: readonly string[]): Promise<void> {
  const wanted = names.map((name) => {
    const found = known.find((each) => (new each() as MigrationInterface & { name?: string }).name === name || each.name === name);
    if (!found) throw new Error(`The migration ${name} is not known here: the copy was taken by a newer Accord. Restore it with that version.`);
    return found;
  });
  const database = await openDatabase({ url, pool: 2, entities: [], migrations: wanted });
  try {
    await runMigrations(database);
  } finally {
    await database.source.destroy();
  }
}

/** Brings the tables up to date. Several processes may call it at once: one works, the others wait. */
export async function runMigrations(database: Database): Promise<string[]> {
  const runner = database.source.createQueryRunner();
  try {
    await runner.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const done = await database.source.runMigrations();
    return done.map((migration) => migration.name);
  } finally {
    await runner.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    await runner.release();
  }
}
