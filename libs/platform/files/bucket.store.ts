import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { DeleteObjectCommand, GetObjectCommand, HeadBucketCommand, NoSuchKey, paginateListObjectsV2, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { Bucket } from '@app/platform/config';
import { AN_HOUR_MS, type ArrivedBlob, BlobStore, type ByteRange, isBlobName, StoreAway } from './blob.store.js';

/** Keeps the bytes of files in a bucket of an S3 store, so that any number of machines can serve them; what else lies in the bucket is left alone. */
export class BucketStore extends BlobStore {
  private readonly client: S3Client;

  constructor(
    data: string,
    private readonly bucket: Bucket,
  ) {
    super(data);
    // Its note that a later version of itself will want a newer Node is for whoever updates it, not for operators.
    process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
    this.client = new S3Client({
      endpoint: bucket.endpoint,
      region: bucket.region,
      credentials: { accessKeyId: bucket.key, secretAccessKey: bucket.secret },
      // The bucket stands in the path: every store understands that, and a host name of its own few.
      forcePathStyle: true,
      maxAttempts: 3,
      requestHandler: { connectionTimeout: 5_000, requestTimeout: 60_000 },
      // Checksums beyond what S3 always had are not known to every store.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    });
  }

  override async keep(blob: Pick<ArrivedBlob, 'name' | 'path' | 'size'>): Promise<void> {
    await this.client.send(new PutObjectCommand({ ...this.place(blob.name), Body: createReadStream(blob.path), ContentLength: blob.size })).catch(away);
    await rm(blob.path, { force: true });
  }

  override async read(name: string, range?: ByteRange): Promise<Readable> {
    const { Body } = await this.client.send(new GetObjectCommand({ ...this.place(name), ...(range ? { Range: `bytes=${range.start}-${range.end}` } : {}) })).catch(away);
    if (!Body) throw new Error('The file store answered without a file.');
    return Body as Readable;
  }

  override async identity(): Promise<string> {
    return `bucket:${createHash('sha256').update(`${this.bucket.endpoint}/${this.bucket.name}`).digest('hex').slice(0, 32)}`;
  }

  override async reach(): Promise<void> {
    await this.client.send(new HeadBucketCommand({ Bucket: this.bucket.name })).catch(away);
  }

  protected override async forget(name: string): Promise<void> {
    await this.client.send(new DeleteObjectCommand(this.place(name))).catch(away);
  }

  protected override async *keptOlderThanAnHour(): AsyncGenerator<string[]> {
    for await (const page of paginateListObjectsV2({ client: this.client }, { Bucket: this.bucket.name })) {
      yield (page.Contents ?? [])
        .filter((object) => (object.LastModified?.getTime() ?? Infinity) < Date.now() - AN_HOUR_MS)
        .map((object) => object.Key ?? '')
        .filter(isBlobName);
    }
  }

  onModuleDestroy(): void {
    this.client.destroy();
  }

  private place(name: string): { Bucket: string; Key: string } {
    if (!isBlobName(name)) throw new Error('This is no name of a kept file.');
    return { Bucket: this.bucket.name, Key: name };
  }
}

/** Whatever the client says, but for an object that is not there, means that the store did not serve us. Its name and no more: a refused signature comes with the words that were signed. */
function away(error: unknown): never {
  if (error instanceof NoSuchKey) throw error;
  const { name, code } = error as { name?: string; code?: string };
  throw new StoreAway(`The file store did not serve us (${code ?? name ?? 'no reason'}).`);
}
