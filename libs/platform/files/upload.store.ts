import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { FileStore } from '@tus/file-store';
import { Upload } from '@tus/utils';
import { isId } from '@app/platform/database';
import type { BlobStore } from './blob.store.js';

/** What the table knows of an upload. */
export interface UploadRow {
  id: string;
  account_id: string;
  charged_to: string | null;
  original_name: string;
  ending: string;
  size: number;
  place: string;
  created_at: Date;
}

/** Where the library asks for an upload; PostgreSQL answers. */
export interface UploadRows {
  find(id: string): Promise<UploadRow | null>;
  forget(id: string): Promise<void>;
}

/**
 * The unfinished uploads of one folder: the library's own store, with their rows in PostgreSQL in place of files beside
 * them, and with the reason of a write that failed.
 */
export class UploadStore extends FileStore {
  constructor(
    readonly folder: string,
    private readonly blobs: BlobStore,
    private readonly rows: UploadRows,
  ) {
    super({
      directory: folder,
      configstore: {
        get: async (id: string) => {
          const row = await rows.find(id);
          return row ? new Upload({ id, size: row.size, offset: 0, creation_date: row.created_at.toISOString() }) : undefined;
        },
        // The row was there before the library asked: no upload without an owner.
        set: async () => undefined,
        delete: (id: string) => rows.forget(id),
      },
    });
    this.extensions = ['creation', 'creation-with-upload', 'termination'];
  }

  path(id: string): string {
    if (!isId(id)) throw new Error('This is no name of an upload.');
    return join(this.folder, id);
  }

  override async create(upload: Upload): Promise<Upload> {
    try {
      await mkdir(this.folder, { recursive: true, mode: 0o700 });
      await pipeline([Buffer.alloc(0)], this.blobs.writer(this.path(upload.id), { flags: 'wx' }));
      return upload;
    } catch (error) {
      await this.end(upload.id);
      throw error;
    }
  }

  override async write(bytes: Readable, id: string, offset: number): Promise<number> {
    let received = 0;
    async function* counted(): AsyncGenerator<Buffer> {
      for await (const chunk of bytes) {
        received += (chunk as Buffer).length;
        yield chunk as Buffer;
      }
    }
    try {
      await pipeline(counted, this.blobs.writer(this.path(id), { flags: 'r+', start: offset }));
      return offset + received;
    } catch (error) {
      // Half a file on a full disk helps nobody, and its room helps the others.
      if (isFull(error)) await this.end(id);
      throw error;
    }
  }

  /** How much has come; null where nothing lies here. */
  async offset(id: string): Promise<number | null> {
    return stat(this.path(id)).then(({ size }) => size, () => null);
  }

  /** Forgets an upload, its bytes first. */
  async end(id: string): Promise<void> {
    await rm(this.path(id), { force: true });
    await this.rows.forget(id);
  }

  /** The ids of what lies here and is older than this. */
  async olderThan(ms: number): Promise<string[]> {
    const found: string[] = [];
    for (const name of await readdir(this.folder).catch(() => [])) {
      const about = isId(name) ? await stat(join(this.folder, name)).catch(() => null) : null;
      if (about && about.mtimeMs < Date.now() - ms) found.push(name);
    }
    return found;
  }

  /** Which folder this is, the same for all processes that share it. */
  async identity(): Promise<string> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const file = join(this.folder, 'place.id');
    await writeFile(file, randomUUID(), { flag: 'wx', mode: 0o600 }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
    return (await readFile(file, 'utf8')).trim();
  }
}

export function isFull(error: unknown): boolean {
  return ['ENOSPC', 'EDQUOT', 'EFBIG'].includes((error as NodeJS.ErrnoException)?.code ?? '');
}
