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

/** Connects; the caller ends it with `database.source.destroy()`. */
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
    extra: { max: options.pool ?? 10, statement_timeout: 30_000, application_name: 'accord' },
  });
  await source.initialize();
  return new Database(source);
}

// Any constant will do; it only has to be the same in every process that migrates.
const MIGRATION_LOCK = 4_162_011;

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
