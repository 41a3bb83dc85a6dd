import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { type FreshDatabase, freshDatabase } from './database.js';

let first: FreshDatabase;
let second: FreshDatabase;

beforeAll(async () => {
  [first, second] = await Promise.all([freshDatabase(), freshDatabase()]);
});

afterAll(async () => {
  await Promise.all([first.drop(), second.drop()]);
});

test('what one test writes, another does not see', async () => {
  expect(await tablesAfter(first.url, 'CREATE TABLE only_here ()')).toContain('only_here');
  expect(await tablesAfter(second.url, 'SELECT 1')).not.toContain('only_here');
});

test('the database sorts and folds letters as Unicode does', async () => {
  const client = new pg.Client({ connectionString: first.url });
  await client.connect();
  const { rows } = await client.query<{ lower: string; encoding: string }>(`SELECT lower('ÉCOLE'), current_setting('server_encoding') AS encoding`);
  await client.end();
  expect(rows[0]).toEqual({ lower: 'école', encoding: 'UTF8' });
});

async function tablesAfter(url: string, sql: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  const { rows } = await client.query<{ name: string }>(`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`);
  await client.end();
  return rows.map((row) => row.name);
}
