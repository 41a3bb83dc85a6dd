import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '@app/platform/config';
import { Database, newId } from '@app/platform/database';
import { Conflict, TooMany } from '@app/platform/graphql';
import type { FileKind } from './file-kinds.js';

export const DAILY_BYTES = 200 * 1024 * 1024;
export const A_DAY_SECONDS = 24 * 60 * 60;
const UNFINISHED_MOST = 10;
const MEGABYTE = 1024 * 1024;

/** Thrown when a district's files have no more room; it says how much there is and how much is used. */
export class DistrictFull extends Conflict {
  constructor(
    readonly limitBytes: number,
    readonly usedBytes: number,
  ) {
    super(`Your district’s files may take ${inWords(limitBytes)} here; ${inWords(usedBytes)} are in use, so this one does not fit. Delete what nobody needs any more, or ask a steward for more room.`);
  }
}

/** Thrown when the disk is full: a file of this size cannot be kept now. */
export class DiskFull extends Error {
  readonly code = 'ENOSPC';
}

/** What a person may still send today, and what their district may still keep. Files on their way count as if they were there. */
@Injectable()
export class FileRoom {
  private readonly usualBytes: number;

  constructor(
    private readonly db: Database,
    @Inject('CONFIG') config: Pick<Config, 'DISTRICT_FILES_MB'>,
  ) {
    this.usualBytes = config.DISTRICT_FILES_MB * MEGABYTE;
  }

  /** Throws where a file of this size does not fit. In a transaction it keeps others from counting at the same time. */
  async need(accountId: string, chargedTo: string | null, file: { size: number; kind: Pick<FileKind, 'ending'>; upload?: string }): Promise<void> {
    // One file of a person and of a district is counted after the other, or ten at once would each find room. Always in this order.
    if (this.db.inTransaction) await this.db.query(`select pg_advisory_xact_lock(hashtextextended('files.' || $1, 0))`, [accountId]);
    if (file.kind.ending !== 'mp4') await this.needDay(accountId, file.size, file.upload);
    if (chargedTo) await this.needDistrict(chargedTo, file.size, file.upload);
  }

  /** A person has at most ten uploads under way; those of a line that broke end after a day. */
  async needTurn(accountId: string): Promise<void> {
    const row = await this.db.one<{ n: number }>(`select count(*)::int as n from (select from upload where account_id = $1 limit $2) u`, [accountId, UNFINISHED_MOST]);
    if ((row?.n ?? 0) >= UNFINISHED_MOST) throw new TooMany(`You have ${UNFINISHED_MOST} files on their way. Let one of them arrive, or take it away, and send this one then.`, 60);
  }

  private async needDay(accountId: string, size: number, upload?: string): Promise<void> {
    const used = await this.db.one<{ bytes: number }>(
      `select (select coalesce(sum(size), 0) from file where uploaded_by = $1 and ending <> 'mp4' and created_at > now() - make_interval(secs => $2))::float8
         + (select coalesce(sum(size), 0) from upload where account_id = $1 and ending <> 'mp4' and id is distinct from $3::uuid)::float8 as bytes`,
      [accountId, A_DAY_SECONDS, upload ?? null],
    );
    if ((used?.bytes ?? 0) + size > DAILY_BYTES) throw new TooMany('You have sent 200 MB within a day, which is all Accord takes from one person. Send the rest tomorrow.', A_DAY_SECONDS);
  }

  /** How much the files of a district may take by a figure of its own; by null as much as is usual. */
  bytesOf(megabytes: number | null): number {
    return megabytes === null ? this.usualBytes : megabytes * MEGABYTE;
  }

  /** How much the files of a district may take, and how much they do. An upload that is being counted is left out. */
  async stateOf(owner: string, upload: string | null = null): Promise<{ usedBytes: number; limitBytes: number }> {
    const row = await this.db.one<{ bytes: number; megabytes: number | null }>(
      `select (select coalesce(sum(size), 0) from file where charged_to = $1)::float8 + (select coalesce(sum(size), 0) from upload where charged_to = $1 and id is distinct from $2::uuid)::float8 as bytes,
         (select megabytes from file_room where owner_id = $1 order by set_at desc, id desc limit 1) as megabytes`,
      [owner, upload],
    );
    return { usedBytes: row?.bytes ?? 0, limitBytes: this.bytesOf(row?.megabytes ?? null) };
  }

  /** Gives a district a room of its own, or with null the usual one. Who did it and why stays on record. */
  async setLimit(owner: string, megabytes: number | null, { reason, by }: { reason: string; by: string }): Promise<void> {
    await this.db.query(`insert into file_room (id, owner_id, megabytes, reason, set_by) values ($1, $2, $3, $4, $5)`, [newId(), owner, megabytes, reason, by]);
  }

  async needDistrict(chargedTo: string, size: number, upload?: string): Promise<void> {
    if (this.db.inTransaction) await this.db.query(`select pg_advisory_xact_lock(hashtextextended('files.of.' || $1, 0))`, [chargedTo]);
    const { usedBytes, limitBytes } = await this.stateOf(chargedTo, upload);
    if (usedBytes + size > limitBytes) throw new DistrictFull(limitBytes, usedBytes);
  }
}

function inWords(bytes: number): string {
  const mega = bytes / (1024 * 1024);
  return mega >= 1024 ? `${(mega / 1024).toFixed(1).replace(/\.0$/, '')} GB` : `${Math.round(mega)} MB`;
}
