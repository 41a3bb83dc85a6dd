import { Injectable } from '@nestjs/common';
import { Database, newId } from '@app/platform/database';
import { Events } from '@app/platform/events';
import { leavesOut } from '@app/platform/search';
import type { Viewer } from '@app/people';
import { easternToday, needVoice } from '@app/organizations';
import { Discussions } from '@app/discussions';
import { TAGS_MAX } from '../contract/limits.js';
import { ResourceDoors } from '../doors.service.js';
import { isReserved } from '../links.service.js';
import { ResourcesImported } from '../resources.events.js';
import { type InventoryProblem, type InventoryRow, readInventory, TOO_MANY_TAGS } from './inventory.js';
import { begun, type Marks, type Merged, merged, type Standing } from './merging.js';

/** What a file would do, or has done. */
export interface ImportReport {
  rows: number;
  fresh: number;
  changed: number;
  same: number;
  problems: InventoryProblem[];
  /** All problems, also those beyond the ones listed. */
  problemCount: number;
  ignored: string[];
  /** Of how many things more people would be readers than until now. */
  opened: number;
  /** Every row that does something, or leaves what was changed in the library since the last import: for the eye. */
  things: Thing[];
}

interface Thing extends Pick<Merged, 'changes' | 'replaces' | 'keeps' | 'opens'> {
  row: number;
  title: string;
  what: 'new' | 'changed' | 'same';
}

interface KnownRow extends Standing {
  id: string;
  externalId: string;
  form: string;
  imported: Marks | null;
}

interface Planned extends Merged, Pick<InventoryRow, 'row' | 'externalId' | 'form'> {
  id: string;
  what: Thing['what'];
}

const BATCH = 100;
const SHOWN_PROBLEMS = 200;

/** A whole inventory out of a file: looked at first, then taken in one transaction. The same file twice changes nothing. */
@Injectable()
export class Imports {
  constructor(
    private readonly db: Database,
    private readonly events: Events,
    private readonly discussions: Discussions,
    private readonly doors: ResourceDoors,
  ) {}

  /** What a file would do; nothing is changed. */
  async preview(viewer: Viewer, organizationId: string, bytes: Buffer): Promise<ImportReport> {
    needVoice(viewer, organizationId);
    return (await this.plan(organizationId, bytes)).report;
  }

  /** Takes a file in, all of it or nothing: with a single problem nothing is changed. `onProgress` hears how many rows are done. */
  async run(viewer: Viewer, organizationId: string, bytes: Buffer, onProgress: (done: number, of: number) => void = () => undefined): Promise<ImportReport> {
    needVoice(viewer, organizationId);
    return this.db.transaction(async () => {
      // Two files of one organization one after the other: the second then sees what the first brought.
      await this.db.query(`select pg_advisory_xact_lock(hashtextextended('resources.import ' || $1, 0))`, [organizationId]);
      // Nor does anybody change one of its things between the look and the taking.
      await this.db.query(`select from resource where organization_id = $1 and external_id is not null order by id for update`, [organizationId]);
      const { report, planned } = await this.plan(organizationId, bytes);
      if (report.problemCount > 0) return report;
      const work = planned.filter((row) => row.what !== 'same');
      for (let at = 0; at < work.length; at += BATCH) {
        onProgress(at, work.length);
        await this.take(viewer.accountId, organizationId, work.slice(at, at + BATCH));
      }
      await this.remember(planned.filter((row) => row.what === 'same'));
      onProgress(work.length, work.length);
      return report;
    });
  }

  private async plan(organizationId: string, bytes: Buffer): Promise<{ report: ImportReport; planned: Planned[] }> {
    const { rows, problems, ignored } = readInventory(bytes, easternToday());
    const known = new Map(
      (
        await this.db.query<KnownRow>(
          `select id, external_id as "externalId", form, title, summary, body, url, principles, topics, licence, audience, review_on::text as "reviewOn", imported from resource where organization_id = $1 and external_id = any($2)`,
          [organizationId, rows.map((row) => row.externalId)],
        )
      ).map((row) => [row.externalId, row]),
    );
    const planned = rows.map((row): Planned => {
      const before = known.get(row.externalId);
      if (before && before.form !== row.form) problems.push({ row: row.row, column: row.form === 'link' ? 'address' : 'text', message: `This is a ${before.form} in the library and stays one. Give the new thing an id of its own.` });
      const { id = newId(), imported = null, externalId: _externalId, form: _form, ...standing } = before ?? {};
      const change = before ? merged(row, standing as Standing, imported) : begun(row);
      if (change.values.principles.length + change.values.topics.length > TAGS_MAX) problems.push({ row: row.row, column: 'principles', message: TOO_MANY_TAGS });
      return { row: row.row, externalId: row.externalId, form: row.form, id, what: !before ? 'new' : change.changes.length > 0 ? 'changed' : 'same', ...change };
    });
    const count = (what: Planned['what']): number => planned.filter((row) => row.what === what).length;
    problems.sort((a, b) => a.row - b.row);
    const report = {
      rows: rows.length, fresh: count('new'), changed: count('changed'), same: count('same'),
      problems: problems.slice(0, SHOWN_PROBLEMS), problemCount: problems.length, ignored,
      opened: planned.filter((row) => row.opens).length,
      things: planned.filter((row) => row.what !== 'same' || row.keeps.length > 0).map(({ row, values, what, changes, replaces, keeps, opens }) => ({ row, title: values.title, what, changes, replaces, keeps, opens })),
    };
    return { report, planned };
  }

  private async take(authorId: string, organizationId: string, rows: readonly Planned[]): Promise<void> {
    const given = JSON.stringify(rows.map(({ id, externalId, form, marks, values: { reviewOn, ...values } }) => ({ ...values, id, form, external_id: externalId, imported: marks, review_on: reviewOn })));
    const GIVEN = `jsonb_to_recordset($1::jsonb) as g (id uuid, external_id text, form text, title text, summary text, body text, url text, principles smallint[], topics text[], licence text, audience text, review_on date, imported jsonb)`;
    await this.db.query(
      `insert into resource_version (resource_id, number, body, url, file_id, note, made_at)
       select r.id, r.version, r.body, r.url, r.file_id, r.version_note, r.versioned_at from resource r join ${GIVEN} on g.id = r.id where (r.body, r.url) is distinct from (g.body, g.url)`,
      [given],
    );
    const moved = await this.db.query<{ id: string; before: string; after: string }>(`select r.id, r.audience as before, g.audience as after from resource r join ${GIVEN} on g.id = r.id where g.audience <> r.audience`, [given]);
    await this.db.query(
      `insert into resource as r (id, external_id, form, title, summary, body, url, principles, topics, licence, audience, review_on, imported, organization_id, author_id)
       select g.id, g.external_id, g.form, g.title, g.summary, g.body, g.url, g.principles, g.topics, g.licence, g.audience, g.review_on, g.imported, $2::uuid, $3::uuid from ${GIVEN}
       on conflict (id) do update set title = excluded.title, summary = excluded.summary, body = excluded.body, url = excluded.url, principles = excluded.principles, topics = excluded.topics,
         licence = excluded.licence, audience = excluded.audience, review_on = excluded.review_on, imported = excluded.imported, updated_at = now(),
         version = r.version + ((r.body, r.url) is distinct from (excluded.body, excluded.url))::int,
         version_note = case when (r.body, r.url) is distinct from (excluded.body, excluded.url) then null else r.version_note end,
         versioned_at = case when (r.body, r.url) is distinct from (excluded.body, excluded.url) then now() else r.versioned_at end`,
      [given, organizationId, authorId],
    );
    await this.db.query(
      `insert into resource_link as l (resource_id, url, due_at) select g.id, g.url, case when g.id = any($2::uuid[]) then null else now() end from ${GIVEN} where g.url is not null
       on conflict (resource_id) do update set url = excluded.url, due_at = excluded.due_at, title = null, description = null, asked_at = null, answered_at = null, failures = 0, silent_since = null, why = null, told_since = null
         where l.url <> excluded.url`,
      [given, rows.filter(({ values: { url } }) => url && isReserved(url)).map((row) => row.id)],
    );
    for (const { id, values: { title, audience } } of rows.filter((row) => row.what === 'changed')) await this.discussions.subjectChanged('resource', id, { title, path: `/library/${id}`, audience });
    await this.doors.shut(moved.filter(({ before, after }) => leavesOut(before, after)).map(({ id }) => id));
    await this.events.publish(ResourcesImported, { ids: rows.map((row) => row.id) });
  }

  /** Notes what rows said that change nothing, so that the next file is told from this one. */
  private async remember(rows: readonly Planned[]): Promise<void> {
    await this.db.query(`update resource r set imported = g.imported from jsonb_to_recordset($1::jsonb) as g (id uuid, imported jsonb) where r.id = g.id and r.imported is distinct from g.imported`, [
      JSON.stringify(rows.map(({ id, marks }) => ({ id, imported: marks }))),
    ]);
  }
}
