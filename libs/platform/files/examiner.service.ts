import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '@app/platform/database';
import { Events } from '@app/platform/events';
import type { Log } from '@app/platform/log';
import { adviceFor, hasText } from './advice.js';
import { BlobStore, measured, StoreAway } from './blob.store.js';
import type { FileReading } from './file.entity.js';
import { MAX_FILE_BYTES, PICTURES, READABLE } from './file-kinds.js';
import { FileTextExtracted } from './files.events.js';
import { Scanner, ScannerAway, ScannerSilent } from './scanner.js';
import type { ReadDone } from './workshop/tasks.js';
import { inWorkshop } from './workshop/workshop.js';

const TRIES = 3;
const AGAIN_AFTER_SECONDS = 120;
const READ_BOUNDS = { ms: 60_000, bytes: 600 * 1024 * 1024 };
const AT_A_TIME = 20;

interface Draft {
  name: string;
  path: string;
}

interface Claimed {
  id: string;
  stored_name: string;
  ending: string;
}

/** Looks at files after they have come: has them scanned, reads their words, draws their first page. All of it may be done twice. */
@Injectable()
export class Examiner {
  constructor(
    private readonly db: Database,
    private readonly store: BlobStore,
    private readonly scanner: Scanner,
    private readonly events: Events,
    @Inject('LOG') private readonly log: Log,
  ) {}

  /** First the scanner, then the reader: nothing is opened that was not called harmless. A scanner that is away delays and lets nothing through. */
  async examine(fileId: string): Promise<void> {
    await this.look(fileId);
  }

  /** Answers false where the scanner says nothing of any file. */
  private async look(fileId: string): Promise<boolean> {
    const said = this.scanner.isThere ? await this.scan(fileId) : 'clean';
    if (said === 'clean') await this.read(fileId);
    return said !== 'silent';
  }

  /** What nobody has looked at yet: the order was lost, the scanner was away, a worker died. */
  async examineWaiting(): Promise<void> {
    const rows = await this.db.query<{ id: string }>(
      `select id from file where ((reading = 'waiting' and (reading_since is null or reading_since < now() - make_interval(secs => $1))) or ($2 and scan is null)) and created_at < now() - interval '20 seconds' order by reading_since nulls first, created_at limit $3`,
      [AGAIN_AFTER_SECONDS, this.scanner.isThere, AT_A_TIME],
    );
    for (const { id } of rows) if (!(await this.look(id))) return;
  }

  private async scan(fileId: string): Promise<'clean' | 'not clean' | 'silent'> {
    const file = await this.db.one<{ stored_name: string; scan: string | null }>(`select stored_name, scan from file where id = $1`, [fileId]);
    if (!file) return 'not clean';
    if (file.scan) return file.scan === 'clean' ? 'clean' : 'not clean';
    try {
      const said = await this.scanner.scan(() => this.store.read(file.stored_name));
      await this.db.transaction(async () => {
        await this.db.query(`update file set scan = $2, reading_since = null, reading = case when $2 = 'infected' then 'not_read' else reading end where id = $1`, [fileId, said]);
        // Harmful or not: whoever keeps its words has to think again.
        await this.tell(fileId);
      });
      if (said === 'infected') this.log.warn({ file: fileId }, 'a harmful file was refused');
      return said === 'clean' ? 'clean' : 'not clean';
    } catch (error) {
      if (!(error instanceof ScannerAway) && !(error instanceof StoreAway)) throw error;
      this.log.warn({ file: fileId, error: error.message }, 'a file waits for the scanner');
      // It stands behind the others now, so that one which the scanner never takes does not keep them waiting.
      await this.db.query(`update file set reading_since = now() where id = $1`, [fileId]);
      return error instanceof ScannerSilent ? 'silent' : 'not clean';
    }
  }

  private async read(fileId: string): Promise<void> {
    // Counted before it is opened: a file that takes its reader down is not opened for ever.
    const file = await this.db.one<Claimed>(
      `update file set reading_tries = reading_tries + 1, reading_since = now() where id = $1 and reading = 'waiting' and reading_tries < $2
         and (reading_since is null or reading_since < now() - make_interval(secs => $3)) returning id, stored_name, ending`,
      [fileId, TRIES, AGAIN_AFTER_SECONDS],
    );
    if (!file) return void (await this.giveUp(fileId));
    if (!READABLE.includes(file.ending) && !PICTURES.includes(file.ending)) return this.note(file, 'not_read', null);
    const [copy, anew, preview] = [await this.store.draft(), await this.store.draft(), await this.store.draft()];
    try {
      await pipeline(await this.store.read(file.stored_name), createWriteStream(copy.path, { flags: 'wx', mode: 0o600 }));
      const draws = file.ending === 'pdf' || PICTURES.includes(file.ending);
      const done = await inWorkshop({ kind: 'read', path: copy.path, ending: file.ending, anew: anew.path, preview: draws ? preview.path : null }, READ_BOUNDS).catch((error: unknown) => {
        this.log.warn({ file: fileId, error: String(error) }, 'a file could not be read');
        return null;
      });
      const reading = !done || done.locked ? 'unreadable' : PICTURES.includes(file.ending) ? 'not_read' : hasText(done) ? 'read' : 'no_text';
      await this.note(file, reading, done, { anew: done?.cleaned ? anew : null, preview: done?.preview ? preview : null });
    } finally {
      for (const { path } of [copy, anew, preview]) await rm(path, { force: true });
    }
  }

  /** What could not be read after some tries will not be. */
  private async giveUp(fileId: string): Promise<void> {
    const row = await this.db.one<Claimed>(`select id, stored_name, ending from file where id = $1 and reading = 'waiting' and reading_tries >= $2 and reading_since < now() - make_interval(secs => $3)`, [fileId, TRIES, AGAIN_AFTER_SECONDS]);
    if (row) await this.note(row, 'unreadable', null);
  }

  /** Everything that was found out, in one transaction with the word that it was. From then on the file is the one without the names of its makers; the bytes it had before are swept. */
  private async note(file: Claimed, reading: FileReading, done: ReadDone | null, made: { anew: Draft | null; preview: Draft | null } = { anew: null, preview: null }): Promise<void> {
    const [cleaned, drawn] = await Promise.all([made.anew, made.preview].map((one) => one && measured(one.name, one.path)));
    const kept = cleaned && cleaned.size <= MAX_FILE_BYTES ? cleaned : null;
    for (const blob of [kept, drawn]) if (blob) await this.store.keep(blob);
    const advice = done ? adviceFor(file.ending, cleaned && !kept ? { ...done, facts: { ...done.facts, named: true } } : done) : [];
    await this.db.transaction(async () => {
      const still = await this.db.one(`update file set reading = $2, advice = $3, findings = $4::jsonb, stored_name = coalesce($5, stored_name), size = coalesce($6, size), sha256 = coalesce($7, sha256), cut = $8 where id = $1 and reading = 'waiting' returning id`, [
        file.id,
        reading,
        advice,
        JSON.stringify(done?.findings ?? []),
        kept?.name ?? null,
        kept?.size ?? null,
        kept?.sha256 ?? null,
        done?.cut ?? false,
      ]);
      // Somebody else was quicker; bytes that no row names are swept.
      if (!still) return;
      if (reading === 'read') {
        await this.db.query(`insert into file_text (file_id, number, kind, label, text) select $1, n, kind, label, text from unnest($2::int[], $3::text[], $4::text[], $5::text[]) as t (n, kind, label, text)`, [
          file.id,
          done?.parts.map((_, at) => at + 1) ?? [],
          done?.parts.map(({ kind }) => kind) ?? [],
          done?.parts.map(({ label }) => label) ?? [],
          done?.parts.map(({ text }) => text) ?? [],
        ]);
      }
      if (drawn && done?.preview) await this.db.query(`insert into file_preview (file_id, stored_name, size, sha256, width, height) values ($1, $2, $3, $4, $5, $6)`, [file.id, drawn.name, drawn.size, drawn.sha256, done.preview.width, done.preview.height]);
      await this.tell(file.id);
    });
  }

  /** Somebody who may speak for it says that what was found is no data of pupils. Twice is once. */
  async clear(fileId: string, accountId: string): Promise<void> {
    await this.db.transaction(async () => {
      const row = await this.db.one(`update file set cleared_at = now(), cleared_by = $2 where id = $1 and cleared_at is null returning id`, [fileId, accountId]);
      if (row) await this.tell(fileId);
    });
  }

  private async tell(fileId: string): Promise<void> {
    const row = await this.db.one<{ attached_kind: string | null; attached_id: string | null }>(`select attached_kind, attached_id from file where id = $1`, [fileId]);
    if (row) await this.events.publish(FileTextExtracted, { fileId, attachedKind: row.attached_kind, attachedId: row.attached_id });
  }
}
