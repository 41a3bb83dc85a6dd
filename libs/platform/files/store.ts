import { bucketIn, type Config } from '@app/platform/config';
import type { BlobStore } from './blob.store.js';
import { BucketStore } from './bucket.store.js';
import { FolderStore } from './folder.store.js';

/** The store that the settings ask for: a bucket where S3_URL names one, else a folder under ACCORD_DATA. */
export function storeOf(config: Pick<Config, 'S3_URL' | 'ACCORD_DATA'>): BlobStore {
  if (!config.S3_URL) return new FolderStore(config.ACCORD_DATA);
  const bucket = bucketIn(config.S3_URL);
  if ('problem' in bucket) throw new Error(`S3_URL: ${bucket.problem}`);
  return new BucketStore(config.ACCORD_DATA, bucket);
}
