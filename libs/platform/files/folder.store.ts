import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, constants, link, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { type ArrivedBlob, BlobStore, type ByteRange, isBlobName, oldIn } from './blob.store.js';

/** Keeps the bytes of files in a folder of this machine. */
export class FolderStore extends BlobStore {
  private readonly kept = dirname(this.arriving);

  override async keep(blob: Pick<ArrivedBlob, 'name' | 'path'>): Promise<void> {
    const file = await open(blob.path);
    await file.sync().finally(() => file.close());
    await rename(blob.path, this.place(blob.name));
  }

  override async read(name: string, range?: ByteRange): Promise<Readable> {
    const path = this.place(name);
    await stat(path);
    return createReadStream(path, range);
  }

  /** A random name that the folder keeps for ever: two processes that read the same one see the same files. */
  override async identity(): Promise<string> {
    const file = join(this.kept, 'storage.id');
    const known = await readFile(file, 'utf8').catch(() => '');
    if (known) return `folder:${known.trim()}`;
    await mkdir(this.kept, { recursive: true, mode: 0o700 });
    const draft = `${file}.${randomUUID()}`;
    const handle = await open(draft, 'wx', 0o600);
    await handle.writeFile(`${randomUUID()}\n`);
    await handle.sync().finally(() => handle.close());
    // A link appears whole or not at all, and not where another process was quicker: its name is as good.
    await link(draft, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
    await rm(draft, { force: true });
    return `folder:${(await readFile(file, 'utf8')).trim()}`;
  }

  override async reach(): Promise<void> {
    await mkdir(this.arriving, { recursive: true, mode: 0o700 });
    await access(this.arriving, constants.W_OK | constants.X_OK);
  }

  protected override async forget(name: string): Promise<void> {
    await rm(this.place(name), { force: true });
  }

  protected override async *keptOlderThanAnHour(): AsyncGenerator<string[]> {
    yield await oldIn(this.kept);
  }

  private place(name: string): string {
    if (!isBlobName(name)) throw new Error('This is no name of a kept file.');
    return join(this.kept, name);
  }
}
