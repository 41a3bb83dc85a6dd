import { createHash, randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

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

/** Thrown when the store cannot be reached; what was to be kept is not. */
export class StoreAway extends Error {}

const NAME = /^[0-9a-f]{48}$/;
export const AN_HOUR_MS = 60 * 60 * 1000;

export function isBlobName(name: string): boolean {
  return NAME.test(name);
}

/**
 * Where the bytes of files lie, under random names. Wherever that is, they first arrive whole in a folder of this
 * machine, where they are looked at: a store elsewhere never sees what is refused, nor half of anything.
 */
export abstract class BlobStore {
  /** Where bytes wait until they are kept. */
  readonly arriving: string;

  constructor(data: string) {
    this.arriving = resolve(data, 'files', 'arriving');
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
  abstract keep(blob: Pick<ArrivedBlob, 'name' | 'path' | 'size'>): Promise<void>;

  /** Forgets bytes, kept or not; twice is once. */
  async drop(name: string): Promise<void> {
    if (!isBlobName(name)) throw new Error('This is no name of a kept file.');
    await rm(join(this.arriving, name), { force: true });
    await this.forget(name);
  }

  /** Throws when there are no such bytes. */
  abstract read(name: string): Promise<Readable>;

  /** The names of everything here that is older than an hour, kept or stuck on arrival, some at a time. */
  async *olderThanAnHour(): AsyncGenerator<string[]> {
    yield await oldIn(this.arriving);
    yield* this.keptOlderThanAnHour();
  }

  /** Which place this is, the same for all processes that share it. */
  abstract identity(): Promise<string>;

  /** Throws when nothing can be kept here at the moment. */
  abstract reach(): Promise<void>;

  protected abstract forget(name: string): Promise<void>;

  protected abstract keptOlderThanAnHour(): AsyncGenerator<string[]>;
}

/** The names of the bytes in a folder that are older than an hour. */
export async function oldIn(folder: string): Promise<string[]> {
  const found: string[] = [];
  for (const name of await readdir(folder).catch(() => [])) {
    const about = isBlobName(name) ? await stat(join(folder, name)).catch(() => null) : null;
    if (about && about.mtimeMs < Date.now() - AN_HOUR_MS) found.push(name);
  }
  return found;
}
