import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { In } from 'typeorm';
import { Database, newId } from '@app/platform/database';
import { Conflict, Invalid, TooMany } from '@app/platform/graphql';
import { type ArrivedBlob, BlobStore, TooLarge } from './blob.store.js';
import { StoredFile } from './file.entity.js';
import { bytesAre, FILE_ENDINGS, kindNamed, MAX_FILE_BYTES } from './file-kinds.js';
import { cleanFileName } from './file-name.js';

const DAILY_BYTES = 200 * 1024 * 1024;
const A_DAY = 24 * 60 * 60;
const TAKEN = `Accord takes ${FILE_ENDINGS.join(', ')}.`;

/** Where a file is fetched, as a path of this web address. */
export function filePath(file: Pick<StoredFile, 'id' | 'originalName'>): string {
  return `/files/${file.id}/${encodeURIComponent(file.originalName)}`;
}

/** Files from their arrival to the thing they belong to, and away. */
@Injectable()
export class Files {
  constructor(
    private readonly db: Database,
    private readonly store: BlobStore,
  ) {}

  /** Receives a file of a person. Throws Invalid naming `file`, TooMany, or what the disk said; then neither row nor bytes remain. */
  async receive(accountId: string, givenName: string, bytes: Readable): Promise<StoredFile> {
    const originalName = cleanFileName(givenName);
    const kind = kindNamed(originalName);
    if (!kind) throw new Invalid({ file: `This kind of file cannot be kept here. ${TAKEN}` });
    await this.needRoom(accountId, 0);
    const blob = await this.store.take(bytes, MAX_FILE_BYTES).catch((error: unknown) => {
      throw error instanceof TooLarge ? new Invalid({ file: 'The file is larger than 25 MB. Make it smaller, or post a link to it.' }) : error;
    });
    try {
      if (blob.size === 0) throw new Invalid({ file: 'The file is empty. Choose another.' });
      if (!(await bytesAre(kind, blob.path))) throw new Invalid({ file: `What is in this file is not what its name says (.${kind.ending}). ${TAKEN}` });
      // Before the transaction: a store elsewhere may be slow, and a waiting connection serves nobody.
      await this.store.keep(blob);
      return await this.enter(accountId, { originalName, ...kind }, blob);
    } catch (error) {
      // What cannot be dropped now is swept later; the sender is to hear of the first reason and not of the second.
      await this.store.drop(blob.name).catch(() => undefined);
      throw error;
    }
  }

  private async enter(accountId: string, about: { originalName: string; ending: string; mime: string }, blob: ArrivedBlob): Promise<StoredFile> {
    return this.db.transaction(async () => {
      // One upload of a person is counted after the other, or ten at once would each find room.
      await this.db.query(`select pg_advisory_xact_lock(hashtextextended('files.' || $1, 0))`, [accountId]);
      await this.needRoom(accountId, blob.size);
      return this.db.of(StoredFile).save({
        id: newId(),
        storedName: blob.name,
        ...about,
        size: blob.size,
        sha256: blob.sha256,
        uploadedBy: accountId,
        attachedKind: null,
        attachedId: null,
        createdAt: new Date(),
      });
    });
  }

  private async needRoom(accountId: string, size: number): Promise<void> {
    const used = await this.db.one<{ bytes: number }>(
      `select coalesce(sum(size), 0)::float8 as bytes from file where uploaded_by = $1 and created_at > now() - make_interval(secs => $2)`,
      [accountId, A_DAY],
    );
    if ((used?.bytes ?? 0) + size > DAILY_BYTES) throw new TooMany('You have sent 200 MB within a day, which is all Accord takes from one person. Send the rest tomorrow.', A_DAY);
  }

  byIds(ids: readonly string[]): Promise<StoredFile[]> {
    return this.db.of(StoredFile).findBy({ id: In([...ids]) });
  }

  find(id: string): Promise<StoredFile | null> {
    return this.db.of(StoredFile).findOneBy({ id });
  }

  /** Gives a person's own waiting file its thing. Throws Invalid naming `field` when it is not theirs to give; twice is once. */
  async attach(accountId: string, fileId: string, to: { kind: string; id: string }, field = 'fileId'): Promise<void> {
    const file = await this.db.one<{ attached_id: string | null }>(`select attached_id from file where id = $1 and uploaded_by = $2 for update`, [fileId, accountId]);
    if (!file) throw new Invalid({ [field]: 'This file is not here any more. Choose it again.' });
    if (file.attached_id && file.attached_id !== to.id) throw new Conflict('This file already belongs to something else. Choose it again.');
    await this.db.query(`update file set attached_kind = $2, attached_id = $3 where id = $1`, [fileId, to.kind, to.id]);
  }

  /** Takes away from a thing all its files, save those named; nobody can fetch them from then on. */
  async release(from: { kind: string; id: string }, except: readonly string[] = []): Promise<void> {
    await this.db.query(`update file set attached_kind = null, attached_id = null where attached_kind = $1 and attached_id = $2 and not (id = any($3::uuid[]))`, [from.kind, from.id, [...except]]);
  }

  /** Removes what nothing has been attached to for a day, and bytes that no row knows. */
  async sweep(): Promise<void> {
    const gone = await this.db.query<{ stored_name: string }>(`delete from file where attached_id is null and created_at < now() - make_interval(secs => $1) returning stored_name`, [A_DAY]);
    for (const { stored_name } of gone) await this.store.drop(stored_name);
    for await (const lying of this.store.olderThanAnHour()) {
      const known = await this.db.query<{ stored_name: string }>(`select stored_name from file where stored_name = any($1)`, [lying]);
      const kept = new Set(known.map((row) => row.stored_name));
      for (const name of lying) if (!kept.has(name)) await this.store.drop(name);
    }
  }
}
