import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** A database of one's own, migrated and empty. */
export interface FreshDatabase {
  url: string;
  drop(): Promise<void>;
}

/** Clones the migrated template; call it once per spec file and `drop` it at the end. */
export function freshDatabase(): Promise<FreshDatabase> {
  return databaseFrom('accord_template');
}

/** A database without any table. */
export function emptyDatabase(): Promise<FreshDatabase> {
  return databaseFrom('template0');
}

async function databaseFrom(template: string): Promise<FreshDatabase> {
  const server = process.env.ACCORD_TEST_DATABASE;
  if (!server) throw new Error('The test database is started by Jest: run this through npm test.');
  const name = `test_${process.env.JEST_WORKER_ID ?? '0'}_${randomBytes(4).toString('hex')}`;
  await administer(server, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => administer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

async function administer(server: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    // Two workers cloning at the same moment would meet at the template; this lets them take turns.
    await client.query('SELECT pg_advisory_lock(714025)');
    await client.query(sql);
  } finally {
    await client.end();
  }
}
