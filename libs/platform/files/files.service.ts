import { Injectable } from '@nestjs/common';
import { rename, rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { In } from 'typeorm';
import { Database, newId } from '@app/platform/database';
import { Events } from '@app/platform/events';
import { Conflict, Invalid } from '@app/platform/graphql';
import { type ArrivedBlob, BlobStore, measured, TooLarge } from './blob.store.js';
import { A_DAY_SECONDS, DiskFull, DistrictFull, FileRoom } from './file-room.js';
import { bytesAre, FILE_ENDINGS, type FileKind, kindNamed, maxBytesOf, OFFICE, PICTURES, tooLargeWords } from './file-kinds.js';
import { cleanFileName } from './file-name.js';
import { StoredFile } from './file.entity.js';
import { FileReceived } from './files.events.js';
import { cleanFilm } from './film.js';
import { inWorkshop, OutOfBounds } from './workshop/workshop.js';
import { zipProblem } from './zip-check.js';

const TAKEN = `Accord takes ${FILE_ENDINGS.join(', ')}.`;
const PICTURE_BOUNDS = { ms: 30_000, bytes: 800 * 1024 * 1024 };

/** Where a file is fetched, as a path of this web address. */
export function filePath(file: Pick<StoredFile, 'id' | 'originalName'>): string {
  return `/files/${file.id}/${encodeURIComponent(file.originalName)}`;
}

/** What somebody says they are going to send, made safe. Throws Invalid naming `file`. */
export function announced(givenName: string): { originalName: string; kind: FileKind } {
  const originalName = cleanFileName(givenName);
  const kind = kindNamed(originalName);
  if (!kind) throw new Invalid({ file: `This kind of file cannot be kept here. ${TAKEN}` });
  return { originalName, kind };
}

/** A file that has come whole, and whose it is. */
export interface Arrival {
  id: string;
  accountId: string;
  chargedTo: string | null;
  originalName: string;
  kind: FileKind;
}

/** Files from their arrival to the thing they belong to, and away. */
@Injectable()
export class Files {
  constructor(
    private readonly db: Database,
    private readonly store: BlobStore,
    private readonly room: FileRoom,
    private readonly events: Events,
  ) {}

  /** Receives a file of a person in one go. Throws Invalid naming `file`, TooMany, DistrictFull, or what the disk said; then neither row nor bytes remain. */
  async receive(accountId: string, givenName: string, bytes: Readable, chargedTo: string | null = null): Promise<StoredFile> {
    const { originalName, kind } = announced(givenName);
    await this.room.need(accountId, chargedTo, { size: 0, kind });
    const blob = await this.store.take(bytes, maxBytesOf(kind)).catch((error: unknown) => {
      throw error instanceof TooLarge ? new Invalid({ file: tooLargeWords(kind) }) : error;
    });
    return this.accept({ id: newId(), accountId, chargedTo, originalName, kind }, blob);
  }

  /** Looks at what has arrived and keeps it, or throws; then nothing of it remains. */
  async accept(arrival: Arrival, arrived: ArrivedBlob): Promise<StoredFile> {
    try {
      if (arrived.size === 0) throw new Invalid({ file: 'The file is empty. Choose another.' });
      const blob = await this.inspect(arrival.kind, arrived);
      // Before the transaction: a store elsewhere may be slow, and a waiting connection serves nobody.
      await this.store.keep(blob);
      return await this.enter(arrival, blob);
    } catch (error) {
      // What cannot be dropped now is swept later; the sender is to hear of the first reason and not of the second.
      await this.store.drop(arrived.name).catch(() => undefined);
      throw error;
    }
  }

  /** Whether it is what its name says, and harmless to open. A picture comes out drawn anew, a film without where it was made and by whom; of documents the examiner takes that out. */
  private async inspect(kind: FileKind, blob: ArrivedBlob): Promise<ArrivedBlob> {
    if (!(await bytesAre(kind, blob.path))) throw new Invalid({ file: `What is in this file is not what its name says (.${kind.ending}). ${TAKEN}` });
    if (OFFICE.includes(kind.ending)) {
      const problem = await zipProblem(blob.path);
      if (problem) throw new Invalid({ file: problem });
    }
    if (kind.ending === 'mp4' && (await cleanFilm(blob.path))) return measured(blob.name, blob.path);
    return PICTURES.includes(kind.ending) ? this.drawAnew(kind, blob) : blob;
  }

  private async drawAnew(kind: FileKind, blob: ArrivedBlob): Promise<ArrivedBlob> {
    const { path: anew } = await this.store.draft();
    try {
      const { problem } = await inWorkshop({ kind: 'picture', from: blob.path, to: anew, ending: kind.ending }, PICTURE_BOUNDS).catch((error: unknown) => {
        if (error instanceof OutOfBounds) return { problem: 'pixels' as const };
        throw error;
      });
      if (problem === 'full') throw new DiskFull();
      if (problem === 'pixels') throw new Invalid({ file: 'This picture has more than 100 million points. Make it smaller.' });
      if (problem) throw new Invalid({ file: 'This picture is damaged and cannot be opened. Save it again, or choose another.' });
      await rename(anew, blob.path);
      const drawn = await measured(blob.name, blob.path);
      if (drawn.size > maxBytesOf(kind)) throw new Invalid({ file: tooLargeWords(kind) });
      return drawn;
    } finally {
      await rm(anew, { force: true });
    }
  }

  private async enter({ id, accountId, chargedTo, originalName, kind }: Arrival, blob: ArrivedBlob): Promise<StoredFile> {
    return this.db.transaction(async () => {
      await this.room.need(accountId, chargedTo, { size: blob.size, kind, upload: id });
      const row = { id, storedName: blob.name, originalName, ...kind, size: blob.size, sha256: blob.sha256, uploadedBy: accountId, chargedTo, attachedKind: null, attachedId: null };
      const file = await this.db.of(StoredFile).save({ ...row, scan: null, reading: 'waiting' as const, cut: false, advice: [], findings: [], clearedAt: null, createdAt: new Date() });
      await this.db.query(`delete from upload where id = $1`, [id]);
      await this.events.publish(FileReceived, { fileId: id });
      return file;
    });
  }

  byIds(ids: readonly string[]): Promise<StoredFile[]> {
    return this.db.of(StoredFile).findBy({ id: In([...ids]) });
  }

  find(id: string): Promise<StoredFile | null> {
    return this.db.of(StoredFile).findOneBy({ id });
  }

  /** Gives a person's own waiting file its thing, and counts it against whose that is. Throws Invalid naming `field` when it is not theirs to give or has no room there; twice is once. */
  async attach(accountId: string, fileId: string, to: { kind: string; id: string; chargedTo?: string }, field = 'fileId'): Promise<void> {
    const file = await this.db.one<{ attached_id: string | null; charged_to: string | null; size: number }>(
      `select attached_id, charged_to, size from file where id = $1 and uploaded_by = $2 for update`,
      [fileId, accountId],
    );
    if (!file) throw new Invalid({ [field]: 'This file is not here any more. Choose it again.' });
    if (file.attached_id && file.attached_id !== to.id) throw new Conflict('This file already belongs to something else. Choose it again.');
    if (to.chargedTo && to.chargedTo !== file.charged_to) {
      await this.room.needDistrict(to.chargedTo, file.size).catch((error: unknown) => {
        throw error instanceof DistrictFull ? new Invalid({ [field]: error.message }) : error;
      });
    }
    await this.db.query(`update file set attached_kind = $2, attached_id = $3, charged_to = coalesce($4, charged_to) where id = $1`, [fileId, to.kind, to.id, to.chargedTo ?? null]);
  }

  /** Says what a picture shows, for those who cannot see it; null takes the words away. Throws Invalid naming `field` where there are words and no picture. */
  async describe(fileId: string | null, description: string | null, of: { kind: string; id: string }, field = 'fileDescription'): Promise<void> {
    const picture = await this.db.one(`update file set description = $2 where id = $1 and mime like 'image/%' and attached_kind = $3 and attached_id = $4 returning id`, [fileId, description, of.kind, of.id]);
    if (!picture && description) throw new Invalid({ [field]: 'Only a picture is described. Leave this empty, or choose a picture.' });
  }

  /** Gives a film its captions: a person's own waiting file, which from then on belongs to what the film belongs to. Those it had are let go. */
  async caption(accountId: string, filmId: string, captionsId: string, language: string, to: { kind: string; id: string; chargedTo?: string }, field = 'captionsFileId'): Promise<void> {
    const film = await this.db.one(`select id from file where id = $1 and ending = 'mp4' and attached_kind = $2 and attached_id = $3 for update`, [filmId, to.kind, to.id]);
    if (!film) throw new Conflict('The film is another by now. Load the page again.');
    const captions = await this.find(captionsId);
    if (captions && captions.ending !== 'vtt') throw new Invalid({ [field]: 'Captions are a file that ends with .vtt. Choose one.' });
    await this.attach(accountId, captionsId, to, field);
    await this.db.query(`update file set attached_kind = null, attached_id = null, captions_of = null where captions_of = $1 and id <> $2`, [filmId, captionsId]);
    await this.db.query(`update file set captions_of = $1, language = $3 where id = $2`, [filmId, captionsId, language]);
  }

  /** Says anew in which language a film's captions are. Answers whether it has any. */
  async captionsLanguage(filmId: string, of: { kind: string; id: string }, language: string): Promise<boolean> {
    const said = await this.db.query(`update file set language = $4 where captions_of = $1 and attached_kind = $2 and attached_id = $3 returning id`, [filmId, of.kind, of.id, language]);
    return said.length > 0;
  }

  /** Takes a film's captions away; nobody can fetch them from then on. Answers whether it had any. */
  async uncaption(filmId: string, of: { kind: string; id: string }): Promise<boolean> {
    const gone = await this.db.query(`update file set attached_kind = null, attached_id = null, captions_of = null where captions_of = $1 and attached_kind = $2 and attached_id = $3 returning id`, [filmId, of.kind, of.id]);
    return gone.length > 0;
  }

  /** Takes away from a thing all its files, save those named; nobody can fetch them from then on. */
  async release(from: { kind: string; id: string }, except: readonly string[] = []): Promise<void> {
    await this.db.query(`update file set attached_kind = null, attached_id = null where attached_kind = $1 and attached_id = $2 and not (id = any($3::uuid[]) or coalesce(captions_of = any($3::uuid[]), false))`, [from.kind, from.id, [...except]]);
  }

  /** Removes what nothing has been attached to for a day, and bytes that no row knows. */
  async sweep(): Promise<void> {
    const gone = await this.db.query<{ stored_name: string }>(`delete from file where attached_id is null and created_at < now() - make_interval(secs => $1) returning stored_name`, [A_DAY_SECONDS]);
    for (const { stored_name } of gone) await this.store.drop(stored_name);
    for await (const lying of this.store.olderThanAnHour()) {
      const known = await this.db.query<{ stored_name: string }>(`select stored_name from file where stored_name = any($1) union all select stored_name from file_preview where stored_name = any($1)`, [lying]);
      const kept = new Set(known.map((row) => row.stored_name));
      for (const name of lying) if (!kept.has(name)) await this.store.drop(name);
    }
  }
}
