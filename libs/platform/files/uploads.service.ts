import { join, dirname } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Database, isId } from '@app/platform/database';
import { Invalid, Problem } from '@app/platform/graphql';
import { BlobStore, StoreAway } from './blob.store.js';
import { A_DAY_SECONDS, DiskFull, FileRoom } from './file-room.js';
import { kindNamed, maxBytesOf, tooLargeWords } from './file-kinds.js';
import type { StoredFile } from './file.entity.js';
import { announced, Files } from './files.service.js';
import { alone, UploadLocker } from './upload.lock.js';
import { type UploadRow, UploadStore } from './upload.store.js';

/** So much stays free on the disk for everything else that is written there. */
const KEPT_FREE = 64 * 1024 * 1024;

/** Files that come in pieces: a broken line costs the piece and not the file. Each is its sender's alone, and ends after a day. */
@Injectable()
export class Uploads {
  readonly store: UploadStore;
  readonly locker: UploadLocker;
  private tidied = 0;

  constructor(
    private readonly db: Database,
    private readonly blobs: BlobStore,
    private readonly room: FileRoom,
    private readonly files: Files,
  ) {
    this.store = new UploadStore(join(dirname(blobs.arriving), 'unfinished'), blobs, {
      find: (id) => this.row(id),
      forget: async (id) => void (await this.db.query(`delete from upload where id = $1`, [id])),
    });
    this.locker = new UploadLocker(db);
  }

  /** Makes room for an upload that is announced, or says why there is none. From then on it counts as if it were there. */
  async open(id: string, accountId: string, chargedTo: string | null, about: { name: string; size: number }): Promise<void> {
    const { originalName, kind } = announced(about.name);
    if (!Number.isSafeInteger(about.size) || about.size < 1) throw new Invalid({ file: 'The file is empty. Choose another.' });
    if (about.size > maxBytesOf(kind)) throw new Invalid({ file: tooLargeWords(kind) });
    if ((await this.blobs.room()) < about.size + KEPT_FREE) throw new DiskFull();
    const place = await this.store.identity();
    await this.tidyNowAndThen();
    await this.db.transaction(async () => {
      await this.room.need(accountId, chargedTo, { size: about.size, kind });
      await this.room.needTurn(accountId);
      await this.db.query(`insert into upload (id, account_id, charged_to, original_name, ending, size, place) values ($1, $2, $3, $4, $5, $6, $7)`, [id, accountId, chargedTo, originalName, kind.ending, about.size, place]);
    });
  }

  /** Somebody's own upload that lies here; null for what is another's, elsewhere, or over. */
  async own(accountId: string, id: string): Promise<UploadRow | null> {
    const row = isId(id) ? await this.row(id) : null;
    return row && row.account_id === accountId && row.place === (await this.store.identity()) ? row : null;
  }

  private row(id: string): Promise<UploadRow | null> {
    return this.db.one<UploadRow>(`select id, account_id, charged_to, original_name, ending, size, place, created_at from upload where id = $1 and created_at > now() - make_interval(secs => $2)`, [id, A_DAY_SECONDS]);
  }

  /** What an upload has become; null while it is one. */
  async done(accountId: string, id: string): Promise<StoredFile | null> {
    const file = isId(id) ? await this.files.find(id) : null;
    return file?.uploadedBy === accountId ? file : null;
  }

  /** Turns what has come whole into a file. Twice is once. Throws as {@link Files.receive}; what cannot become one is gone, what only has to wait is not. */
  async finish(accountId: string, id: string): Promise<StoredFile> {
    return alone(this.db, id, async () => {
      const already = await this.done(accountId, id);
      if (already) return already;
      const row = await this.own(accountId, id);
      const kind = row && kindNamed(row.original_name);
      if (!row || !kind) throw new Invalid({ file: 'This upload is over. Choose the file again.' });
      // Asked before the bytes are looked at, which may take a while.
      await this.blobs.reach().catch((error: unknown) => {
        throw error instanceof StoreAway ? error : new StoreAway(String(error));
      });
      const blob = await this.blobs.adopt(this.store.path(id));
      try {
        const file = await this.files.accept({ id, accountId, chargedTo: row.charged_to, originalName: row.original_name, kind }, blob);
        await this.store.end(id);
        return file;
      } catch (error) {
        // What was refused is refused again. Where the disk, the store or the database was not up to it, the bytes wait to be asked for once more.
        if (error instanceof Problem) await this.store.end(id);
        throw error;
      }
    });
  }

  /** How much of an upload has come. */
  offset(id: string): Promise<number | null> {
    return this.store.offset(id);
  }

  /** Ends what was begun more than a day ago, and bytes that no upload knows. */
  async tidy(): Promise<void> {
    const over = await this.db.query<{ id: string }>(`delete from upload where created_at < now() - make_interval(secs => $1) returning id`, [A_DAY_SECONDS]);
    for (const { id } of over) await this.store.end(id);
    const lying = await this.store.olderThan(60 * 60 * 1000);
    const known = await this.db.query<{ id: string }>(`select id from upload where id = any($1::uuid[])`, [lying]);
    const kept = new Set(known.map((row) => row.id));
    for (const id of lying) if (!kept.has(id)) await this.store.end(id);
  }

  /** The worker may not see this disk, so each process looks after its own. */
  private async tidyNowAndThen(): Promise<void> {
    if (Date.now() - this.tidied < 60 * 60 * 1000) return;
    this.tidied = Date.now();
    await this.tidy();
  }
}
