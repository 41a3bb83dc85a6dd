import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SecretKey } from './secret-key.js';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'accord-secret-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

test('processes that start at once agree on one key, which only its owner can read', async () => {
  const data = join(folder, 'shared');
  const keys = await Promise.all(Array.from({ length: 20 }, () => SecretKey.load({ ACCORD_DATA: data })));
  expect(new Set(keys.map((key) => key.derive('a').toString('hex'))).size).toBe(1);
  expect((await stat(join(data, 'secret.key'))).mode & 0o777).toBe(0o600);
  expect(await readdir(data)).toEqual(['secret.key']);
});

test('a given key wins over the kept one, and purposes do not share bytes', async () => {
  const given = await SecretKey.load({ SECRET_KEY: 'x'.repeat(40), ACCORD_DATA: join(folder, 'shared') });
  expect(given.derive('a')).toEqual(new SecretKey('x'.repeat(40)).derive('a'));
  expect(given.derive('a')).not.toEqual(given.derive('b'));
  expect(given.derive('a')).toHaveLength(32);
});

test('a challenge has one code of six digits, and codes spread evenly', () => {
  const key = new SecretKey('y'.repeat(40));
  expect(key.sixDigits('people.sign-in', 'one')).toMatch(/^\d{6}$/);
  expect(key.sixDigits('people.sign-in', 'one')).toBe(key.sixDigits('people.sign-in', 'one'));
  expect(key.sixDigits('people.sign-in', 'one')).not.toBe(key.sixDigits('people.change-address', 'one'));
  const firsts = new Map<string, number>();
  for (let id = 0; id < 5000; id += 1) {
    const first = key.sixDigits('p', String(id))[0] as string;
    firsts.set(first, (firsts.get(first) ?? 0) + 1);
  }
  expect(firsts.size).toBe(10);
  for (const count of firsts.values()) expect(Math.abs(count - 500)).toBeLessThan(120);
});

test('a key too short to be a secret is refused', () => {
  expect(() => new SecretKey('short')).toThrow('fewer than 32');
});
