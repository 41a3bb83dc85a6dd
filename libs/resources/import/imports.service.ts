import { Injectable } from '@nestjs/common';
import { Database, newId } from '@app/platform/database';
import { Events } from '@app/platform/events';
import { shut } from '@app/platform/search';
import type { Viewer } from '@app/people';
import { easternToday, needVoice } from '@app/organizations';
import { Discussions } from '@app/discussions';
import { isReserved } from '../links.service.js';
import { ResourcesImported } from '../resources.events.js';
import { type InventoryProblem, type InventoryRow, readInventory } from './inventory.js';

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
  /** The first rows as they would stand, for the eye. */
  sample: { row: number; title: string; what: 'new' | 'changed' | 'same' }[];
}

interface KnownRow {
  id: string;
  external_id: string;
  form: string;
  title: string;
  summary: string;
  body: string | null;
  url: string | null;
  principles: number[];
  topics: string[];
  licence: string;
  audience: string;
  review_on: string | null;
}

interface Planned extends InventoryRow {
  id: string;
  what: 'new' | 'changed' | 'same';
}

const BATCH = 100;
const SHOWN_PROBLEMS = 200;
const SHOWN_ROWS = 10;

/** A whole inventory out of a file: looked at first, then taken in one transaction. The same file twice changes nothing. */
@Injectable()
export class Imports {
  constructor(
    private readonly db: Database,
    private readonly events: Events,
    private readonly discussions: Discussions,
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
      const { report, planned } = await this.plan(organizationId, bytes);
      if (report.problemCount > 0) return report;
      const work = planned.filter((row) => row.what !== 'same');
      for (let at = 0; at < work.length; at += BATCH) {
        onProgress(at, work.length);
        await this.take(viewer.accountId, organizationId, work.slice(at, at + BATCH));
      }
      onProgress(work.length, work.length);
      return report;
    });
  }

  private async plan(organizationId: string, bytes: Buffer): Promise<{ report: ImportReport; planned: Planned[] }> {
    const { rows, problems, ignored } = readInventory(bytes, easternToday());
    const known = new Map(
      (
        await this.db.query<KnownRow>(
          `select id, external_id, form, title, summary, body, url, principles, topics, licence, audience, review_on::text from resource where organization_id = $1 and external_id = any($2)`,
          [organizationId, rows.map((row) => row.externalId)],
        )
      ).map((row) => [row.external_id, row]),
    );
    const planned = rows.map((row): Planned => {
      const before = known.get(row.externalId);
      if (before && before.form !== row.form) problems.push({ row: row.row, column: row.form === 'link' ? 'address' : 'text', message: `This is a ${before.form} in the library and stays one. Give the new thing an id of its own.` });
      return { ...row, id: before?.id ?? newId(), what: !before ? 'new' : isSame(before, row) ? 'same' : 'changed' };
    });
    const count = (what: Planned['what']): number => planned.filter((row) => row.what === what).length;
    problems.sort((a, b) => a.row - b.row);
    const report = {
      rows: rows.length, fresh: count('new'), changed: count('changed'), same: count('same'),
      problems: problems.slice(0, SHOWN_PROBLEMS), problemCount: problems.length, ignored,
      sample: planned.slice(0, SHOWN_ROWS).map(({ row, title, what }) => ({ row, title, what })),
    };
    return { report, planned };
  }

  private async take(authorId: string, organizationId: string, rows: readonly Planned[]): Promise<void> {
    const given = JSON.stringify(rows.map(({ externalId, reviewOn, ...row }) => ({ ...row, external_id: externalId, review_on: reviewOn })));
    const GIVEN = `jsonb_to_recordset($1::jsonb) as g (id uuid, external_id text, form text, title text, summary text, body text, url text, principles smallint[], topics text[], licence text, audience text, review_on date)`;
    await this.db.query(
      `insert into resource_version (resource_id, number, body, url, file_id, note, made_at)
       select r.id, r.version, r.body, r.url, r.file_id, r.version_note, r.versioned_at from resource r join ${GIVEN} on g.id = r.id where (r.body, r.url) is distinct from (g.body, g.url)`,
      [given],
    );
    const fewer = await this.db.query<{ id: string }>(`select r.id from resource r join ${GIVEN} on g.id = r.id where g.audience <> r.audience and g.audience <> 'public'`, [given]);
    await this.db.query(
      `insert into resource as r (id, external_id, form, title, summary, body, url, principles, topics, licence, audience, review_on, organization_id, author_id)
       select g.id, g.external_id, g.form, g.title, g.summary, g.body, g.url, g.principles, g.topics, g.licence, g.audience, g.review_on, $2::uuid, $3::uuid from ${GIVEN}
       on conflict (id) do update set title = excluded.title, summary = excluded.summary, body = excluded.body, url = excluded.url, principles = excluded.principles, topics = excluded.topics,
         licence = excluded.licence, audience = excluded.audience, review_on = excluded.review_on, updated_at = now(),
         version = r.version + ((r.body, r.url) is distinct from (excluded.body, excluded.url))::int,
         version_note = case when (r.body, r.url) is distinct from (excluded.body, excluded.url) then null else r.version_note end,
         versioned_at = case when (r.body, r.url) is distinct from (excluded.body, excluded.url) then now() else r.versioned_at end`,
      [given, organizationId, authorId],
    );
    await this.db.query(
      `insert into resource_link as l (resource_id, url, due_at) select g.id, g.url, case when g.id = any($2::uuid[]) then null else now() end from ${GIVEN} where g.url is not null
       on conflict (resource_id) do update set url = excluded.url, due_at = excluded.due_at, title = null, description = null, asked_at = null, answered_at = null, failures = 0, silent_since = null, why = null, told_since = null
         where l.url <> excluded.url`,
      [given, rows.filter((row) => row.url && isReserved(row.url)).map((row) => row.id)],
    );
    for (const { id, title, audience } of rows.filter((row) => row.what === 'changed')) await this.discussions.subjectChanged('resource', id, { title, path: `/library/${id}`, audience });
    await shut(this.db, 'resource', fewer.map(({ id }) => id));
    await this.events.publish(ResourcesImported, { ids: rows.map((row) => row.id) });
  }
}

function isSame(before: KnownRow, row: InventoryRow): boolean {
  const shape = (one: Pick<InventoryRow, 'title' | 'summary' | 'body' | 'url' | 'principles' | 'topics'> & { licence: string; audience: string }, reviewOn: string | null): string =>
    JSON.stringify([one.title, one.summary, one.body, one.url, one.principles, one.topics, one.licence, one.audience, reviewOn]);
  return shape(before, before.review_on) === shape(row, row.reviewOn);
}
