import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { checkFolder } from './checks.js';

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'accord-checks-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

test('a data folder is made with the folders above it, and may be there already', async () => {
  const data = join(folder, 'kept', 'here');
  await checkFolder(data);
  await checkFolder(data);
  expect((await stat(data)).isDirectory()).toBe(true);
});

test('a data folder that cannot be made is refused at once', async () => {
  await expect(checkFolder('/dev/null/accord')).rejects.toMatchObject({ code: 'ENOTDIR' });
  if (process.platform === 'linux') await expect(checkFolder('/proc/accord/data')).rejects.toMatchObject({ code: 'ENOENT' });
});
