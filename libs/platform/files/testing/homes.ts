import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { bucketIn } from '@app/platform/config';
import { startS3 } from '../../../../test/setup/s3.js';

/** A place where a house under test keeps its files, seen from behind. */
export interface Home {
  /** The settings that lead a house there. */
  env: Record<string, string>;
  /** The names of everything that lies there, kept or arriving. */
  names(): Promise<string[]>;
  /** Puts bytes there that no row knows. */
  plant(name: string): Promise<void>;
  /** Lets what was planted look as old as can be. */
  age(name: string): Promise<void>;
  /** Lets the place be out of reach while `work` runs; null where a place cannot be. */
  without: ((work: () => Promise<void>) => Promise<void>) | null;
  close(): Promise<void>;
}

const filesIn = async (folder: string): Promise<string[]> => (await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])).filter((entry) => entry.isFile()).map((entry) => entry.name);

/** Files in a folder of this machine. */
export async function aFolder(): Promise<Home> {
  const data = await mkdtemp(join(tmpdir(), 'accord-files-'));
  const files = join(data, 'files');
  return {
    env: { ACCORD_DATA: data },
    names: () => filesIn(files),
    plant: async (name) => {
      await mkdir(files, { recursive: true });
      await writeFile(join(files, name), 'left by a crash');
    },
    age: (name) => utimes(join(files, name), new Date(0), new Date(0)),
    without: null,
    close: () => rm(data, { recursive: true, force: true }),
  };
}

/** Files in a bucket of an S3 store. The store of the tests keeps an object in files whose names begin with its key. */
export async function aBucket(): Promise<Home> {
  const [data, store] = [await mkdtemp(join(tmpdir(), 'accord-files-')), await startS3()];
  const bucket = bucketIn(store.url);
  const kept = join(store.folder, 'problem' in bucket ? '' : bucket.name);
  const object = (name: string): string => join(kept, `${name}._S3rver_object`);
  return {
    env: { ACCORD_DATA: data, S3_URL: store.url },
    names: async () => [
      ...(await filesIn(join(data, 'files'))),
      ...(await filesIn(kept)).filter((file) => file.endsWith('._S3rver_object')).map((file) => file.slice(0, -'._S3rver_object'.length)),
    ],
    plant: async (name) => {
      await mkdir(dirname(object(name)), { recursive: true });
      await writeFile(object(name), 'left by a crash');
      await writeFile(join(kept, `${name}._S3rver_metadata.json`), JSON.stringify({ 'content-type': 'binary/octet-stream' }));
      await writeFile(join(kept, `${name}._S3rver_object.md5`), JSON.stringify('00000000000000000000000000000000'));
    },
    age: (name) => utimes(object(name), new Date(0), new Date(0)),
    without: async (work) => {
      await store.stop();
      await work().finally(() => store.start());
    },
    close: async () => {
      await store.close();
      await rm(data, { recursive: true, force: true });
    },
  };
}
