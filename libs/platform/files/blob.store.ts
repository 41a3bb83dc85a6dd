import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { link, mkdir, readdir, rm, stat, statfs } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Bytes that have arrived whole and wait to be kept or dropped. */
export interface ArrivedBlob {
  name: string;
  /** Where to look at them before they are kept. */
  path: string;
  size: number;
  sha256: string;
}

export interface ByteRange {
  start: number;
  end: number;
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
      await pipeline(counted, this.writer(path, { flags: 'wx' }));
      return { name, path, size, sha256: hash.digest('hex') };
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
  }

  /** Every byte that comes from outside goes through here to the disk. */
  writer(path: string, options: { flags: string; start?: number }): Writable {
    return createWriteStream(path, { ...options, mode: 0o600 });
  }

  /** Takes in a file that has come to this disk by another way; it waits here under a new name, and stays where it was as well until whoever brought it is done. */
  async adopt(from: string): Promise<ArrivedBlob> {
    await mkdir(this.arriving, { recursive: true, mode: 0o700 });
    const name = randomBytes(24).toString('hex');
    const path = join(this.arriving, name);
    await link(from, path);
    return measured(name, path);
  }

  /** A name and a place for bytes that are made here, such as a preview. */
  async draft(): Promise<{ name: string; path: string }> {
    await mkdir(this.arriving, { recursive: true, mode: 0o700 });
    const name = randomBytes(24).toString('hex');
    return { name, path: join(this.arriving, name) };
  }

  /** How many bytes the disk still takes on which files arrive. */
  async room(): Promise<number> {
    await mkdir(this.arriving, { recursive: true, mode: 0o700 });
    const { bavail, bsize } = await statfs(this.arriving);
    return bavail * bsize;
  }

  /** Keeps what has arrived. Call it before the row is committed: bytes without a row are swept, a row without bytes is a loss. */
  abstract keep(blob: Pick<ArrivedBlob, 'name' | 'path' | 'size'>): Promise<void>;

  /** Forgets bytes, kept or not; twice is once. */
  async drop(name: string): Promise<void> {
    if (!isBlobName(name)) throw new Error('This is no name of a kept file.');
    await rm(join(this.arriving, name), { force: true });
    await this.forget(name);
  }

  /** Throws when there are no such bytes. With a range only these, both ends included. */
  abstract read(name: string, range?: ByteRange): Promise<Readable>;

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

/** What a file on this disk is, by its bytes. */
export async function measured(name: string, path: string): Promise<ArrivedBlob> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
    hash.update(chunk as Buffer);
    size += (chunk as Buffer).length;
  }
  return { name, path, size, sha256: hash.digest('hex') };
}
