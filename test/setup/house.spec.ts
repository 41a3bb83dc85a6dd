import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from '@jest/globals';
import pg from 'pg';
import { openHouse } from './house.js';

const databases = async (): Promise<string[]> => {
  const client = new pg.Client({ connectionString: process.env.ACCORD_TEST_DATABASE });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(`select datname as name from pg_database where datname like $1`, [`test\\_${process.env.JEST_WORKER_ID ?? '0'}\\_%`]);
  await client.end();
  return rows.map(({ name }) => name).sort();
};

test('a house that is closed twice is closed once, and leaves no database behind', async () => {
  const before = await databases();
  const house = await openHouse();
  expect(await databases()).toHaveLength(before.length + 1);
  await house.close();
  await house.close();
  expect(await databases()).toEqual(before);
});

test('a spec that throws while it fills a house ends all the same, and says first what was wrong', async () => {
  const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js', '-c', 'test/setup/fixtures/jest.config.mjs'];
  const child = spawn(process.execPath, jest, { env: { ...process.env, NODE_OPTIONS: '' }, stdio: ['ignore', 'ignore', 'pipe'], timeout: 50_000 });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  expect(await once(child, 'close')).toEqual([1, null]);
  expect(said).toContain('The seeds do not sprout.');
  expect(said).not.toContain('did not exit');
  expect(said.indexOf('The seeds do not sprout.')).toBeLessThan(said.indexOf(`reading 'close'`));
});
