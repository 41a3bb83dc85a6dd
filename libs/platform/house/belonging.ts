import type { Config } from '@app/platform/config';
import type { Database } from '@app/platform/database';
import { type BlobStore, storeOf } from '@app/platform/files';
import type { Log } from '@app/platform/log';
import { enterProcess } from '@app/platform/processes';
import { SecretKey } from '@app/platform/secrets';
import type { Needs } from './readiness.js';

/** A process that has found its place among the others. */
export interface Belonging {
  /** What it needs besides the queue. */
  needs: Needs;
  leave(): Promise<void>;
}

/** Takes a process in among those of the installation; throws in words when its files or its key are not theirs, or when there are no tables yet. */
export async function belong(kind: 'api' | 'worker', config: Config, database: Database, log: Log): Promise<Belonging> {
  const store = storeOf(config);
  const [storage, key] = await Promise.all([identityOf(store), SecretKey.load(config)]);
  const keyPrint = key.derive('platform.processes').toString('hex').slice(0, 16);
  const leave = await enterProcess(database, { kind, storage, keyPrint }, log).catch((error: unknown) => {
    if ((error as { code?: string }).code === '42P01') throw new Error('The database has not been prepared. Run "node dist/apps/api/migrate.js" first.');
    throw error;
  });
  return { needs: { database: () => database.source.query('select 1'), storage: () => store.reach() }, leave };
}

async function identityOf(store: BlobStore): Promise<string> {
  return store.identity().catch((error: Error) => {
    throw new Error(`ACCORD_DATA: files cannot be kept there (${error.message}).`);
  });
}
