import { Inject, Injectable } from '@nestjs/common';
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Config } from '@app/platform/config';

/** Bytes that have arrived whole and wait to be kept or dropped. */
export interface ArrivedBlob {
  name: string;
  /** Where to look at them before they are kept. */
  path: string;
  size: number;
  sha256: string;
}

/** Thrown when more bytes came than were allowed. */
export class TooLarge extends Error {}

const NAME = /^[0-9a-f]{48}$/;

/** Where the bytes of files lie, under random names: a folder of this machine. */
@Injectable()
export class BlobStore {
  private readonly kept: string;
  private readonly arriving: string;

  constructor(@Inject('CONFIG') config: Config) {
    this.kept = resolve(config.ACCORD_DATA, 'files');
    this.arriving = join(this.kept, 'arriving');
  }

  /** Takes bytes as they come and cuts off after `most`. Whatever goes wrong, nothing is left of them. */
  async take(bytes: Readable, most: number): Promise<ArrivedBlob> {
    await mkdir(this.arriving, { recursive: true, mode: 0o700 });
    const name = randomBytes(24).toString('hex');
    const path = join(this.arriving, name);
    const hash = createHash('sha256');
    let size = 0;
    // Iterated so that the sender's end stays open on failure: it still has to hear the reason.
    async function* counted(): AsyncGenerator<Buffer> {
      for await (const chunk of bytes.iterator({ destroyOnReturn: false })) {
        size += (chunk as Buffer).length;
        if (size > most) throw new TooLarge();
        hash.update(chunk as Buffer);
        yield chunk as Buffer;
      }
    }
    try {
      await pipeline(counted, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
      return { name, path, size, sha256: hash.digest('hex') };
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
  }

  /** Keeps what has arrived. Call it before the row is committed: bytes without a row are swept, a row without bytes is a loss. */
  async keep(blob: ArrivedBlob): Promise<void> {
    const file = await open(blob.path);
    await file.sync().finally(() => file.close());
    await rename(blob.path, join(this.kept, blob.name));
  }

  /** Forgets bytes, kept or not; twice is once. */
  async drop(name: string): Promise<void> {
    await rm(this.place(name), { force: true });
    await rm(join(this.arriving, name), { force: true });
  }

  /** Throws when there are no such bytes. */
  async read(name: string): Promise<Readable> {
    const path = this.place(name);
    await stat(path);
    return createReadStream(path);
  }

  /** The names of everything here that is older than an hour, kept or stuck on arrival. */
  async olderThanAnHour(): Promise<string[]> {
    const found: string[] = [];
    for (const folder of [this.kept, this.arriving]) {
      for (const name of await readdir(folder).catch(() => [])) {
        const about = NAME.test(name) ? await stat(join(folder, name)).catch(() => null) : null;
        if (about && about.mtimeMs < Date.now() - 60 * 60 * 1000) found.push(name);
      }
    }
    return found;
  }

  private place(name: string): string {
    if (!NAME.test(name)) throw new Error('This is no name of a kept file.');
    return join(this.kept, name);
  }
}
