import type { Database } from '@app/platform/database';
import type { Files } from '@app/platform/files';
import { FORMER_FILES_MAX } from './contract/limits.js';

/** Keeps what stands as a former version; another is about to take its place. */
export async function keepFormer(db: Database, id: string, at: Date): Promise<void> {
  await db.query(`insert into resource_version (resource_id, number, body, url, file_id, note, made_at, replaced_at) select id, version, body, url, file_id, version_note, versioned_at, $2 from resource where id = $1`, [id, at]);
}

/** Of the oldest former versions the files go, and what they were stays: a file that is changed every week would fill its team's room. */
export async function letOldFilesGo(db: Database, files: Files, id: string): Promise<void> {
  await db.query(
    `update resource_version v set file_id = null, file_was = jsonb_build_object('name', f.original_name, 'ending', f.ending, 'size', f.size) from file f
     where v.resource_id = $1 and f.id = v.file_id and v.number in (select number from resource_version where resource_id = $1 and file_id is not null order by number desc offset ${FORMER_FILES_MAX})`,
    [id],
  );
  await releaseOthers(db, files, id);
}

/** Lets go of every file that neither the resource nor one of its former versions has any more. */
export async function releaseOthers(db: Database, files: Files, id: string): Promise<void> {
  const kept = await db.query<{ file_id: string }>(`select file_id from resource where id = $1 and file_id is not null union all select file_id from resource_version where resource_id = $1 and file_id is not null`, [id]);
  await files.release({ kind: 'resource', id }, kept.map((row) => row.file_id));
}
