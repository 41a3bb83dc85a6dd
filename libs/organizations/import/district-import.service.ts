import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { Database, newId } from '@app/platform/database';
import { Events } from '@app/platform/events';
import { OrganizationsImported } from '../organizations.events.js';
import { openDistrictFile } from './district-file.js';
import { insertSql, updateSql } from './district-import.queries.js';
import { type FactGroup, type FileLayout, GROUPS, type Sources } from './district-layouts.js';
import type { DistrictRow } from './district-rows.js';
import { slugOf } from './slug.js';

export interface ImportReport {
  layout: FileLayout;
  /** Rows read, good and bad. */
  read: number;
  added: number;
  changed: number;
  unchanged: number;
  bad: { line: number; reason: string }[];
}

interface Known {
  nces_id: string;
  organization_id: string;
  /** How many agencies the organization stands for: Helena stands for two. */
  agencies: number;
}

// One event carries at most 500 ids.
const BATCH = 500;
// Any constant will do: two imports at once take turns batch by batch.
const IMPORT_LOCK = 4_162_102;

/** Reads files of districts into the directory. What it does twice it has done once. */
@Injectable()
export class DistrictImport {
  constructor(
    private readonly db: Database,
    private readonly events: Events,
  ) {}

  /** Throws UnknownFile before anything is written when the header is not one of ours. Each batch is a transaction of its own. */
  async run(input: Readable, options: { year?: string | null; onProgress?: (report: ImportReport) => void } = {}): Promise<ImportReport> {
    const file = await openDistrictFile(input, options.year ?? null);
    const report: ImportReport = { layout: file.layout, read: 0, added: 0, changed: 0, unchanged: 0, bad: [] };
    const parts = new Map<string, DistrictRow[]>();
    let batch: DistrictRow[] = [];
    const flush = async (): Promise<void> => {
      await this.take(batch, report, parts);
      batch = [];
      options.onProgress?.(report);
    };
    for await (const entry of file.entries) {
      report.read++;
      if ('reason' in entry) report.bad.push({ line: entry.line, reason: entry.reason });
      else batch.push(entry.row);
      if (batch.length === BATCH) await flush();
    }
    await flush();
    await this.takeTogether(parts, report);
    options.onProgress?.(report);
    return report;
  }

  private async take(rows: DistrictRow[], report: ImportReport, parts: Map<string, DistrictRow[]>): Promise<void> {
    if (rows.length === 0) return;
    await this.db.transaction(async () => {
      await this.db.query(`select pg_advisory_xact_lock($1)`, [IMPORT_LOCK]);
      const known = await this.known(rows);
      const fresh = rows.filter((row) => !known.has(row.nces_id));
      const added = await this.add(fresh, report.layout.sources);
      const single: { id: string; row: DistrictRow }[] = [];
      for (const row of rows) {
        const found = known.get(row.nces_id);
        if (!found) continue;
        if (found.agencies > 1) parts.set(found.organization_id, [...(parts.get(found.organization_id) ?? []), row]);
        else single.push({ id: found.organization_id, row });
      }
      const changed = await this.update(single, report.layout.sources);
      report.added += added.length;
      report.changed += changed.length;
      report.unchanged += single.length - changed.length;
      await this.tell([...added, ...changed]);
    });
  }

  private async known(rows: DistrictRow[]): Promise<Map<string, Known>> {
    const found = await this.db.query<Known>(
      `select n.nces_id, n.organization_id, (select count(*)::int from organization_nces_id o where o.organization_id = n.organization_id) as agencies
       from organization_nces_id n where n.nces_id = any($1)`,
      [rows.map((row) => row.nces_id)],
    );
    return new Map(found.map((row) => [row.nces_id, row]));
  }

  private async add(rows: DistrictRow[], sources: Sources): Promise<string[]> {
    if (rows.length === 0) return [];
    const plain = rows.map((row) => `${slugOf(row.name)}-${row.state.toLowerCase()}`);
    const taken = new Set((await this.db.query<{ slug: string }>(`select slug from organization where slug = any($1)`, [plain])).map(({ slug }) => slug));
    const placed = rows.map((row, at) => {
      const wanted = plain[at] ?? '';
      const slug = taken.has(wanted) ? `${wanted}-${row.nces_id}` : wanted;
      taken.add(slug);
      return { id: newId(), slug, ...withSources(row, sources) };
    });
    await this.db.query(insertSql(sources), [JSON.stringify(placed)]);
    return placed.map(({ id }) => id);
  }

  private async update(rows: { id: string; row: DistrictRow }[], sources: Sources): Promise<string[]> {
    if (rows.length === 0 || Object.keys(sources).length === 0) return [];
    const changed = await this.db.query<{ id: string }>(updateSql(sources), [JSON.stringify(rows.map(({ id, row }) => ({ id, ...withSources(row, sources) })))]);
    return changed.map(({ id }) => id);
  }

  /** Organizations that stand for several agencies get their sums, once all of them have been read. */
  private async takeTogether(parts: Map<string, DistrictRow[]>, report: ImportReport): Promise<void> {
    for (const [id, rows] of parts) {
      const whole = await this.db.one<{ agencies: number }>(`select count(*)::int as agencies from organization_nces_id where organization_id = $1`, [id]);
      const changed = whole?.agencies === rows.length ? await this.db.transaction(() => this.updateTogether(id, rows, report.layout.sources)) : [];
      if (changed.length > 0) report.changed += rows.length;
      else report.unchanged += rows.length;
    }
  }

  private async updateTogether(id: string, rows: DistrictRow[], sources: Sources): Promise<string[]> {
    const inOrder = rows.toSorted((a, b) => a.nces_id.localeCompare(b.nces_id));
    const changed = await this.update([{ id, row: together(inOrder) }], sumSources(sources, rows.length));
    await this.tell(changed);
    return changed;
  }

  private async tell(ids: string[]): Promise<void> {
    if (ids.length > 0) await this.events.publish(OrganizationsImported, { ids });
  }
}

function withSources(row: DistrictRow, sources: Sources): Record<string, unknown> {
  // A source that stands in the row itself counts more than the file's.
  return { ...Object.fromEntries(Object.entries(sources).map(([group, source]) => [GROUPS[group as FactGroup].source, source])), ...row };
}

/** How a figure is named that is the sum over an organization's agencies. */
export function sumSources(sources: Sources, agencies: number): Sources {
  const summed: Sources = { ...sources };
  for (const group of ['enrollment', 'schools'] as const) {
    const source = sources[group];
    if (source) summed[group] = source.replace(/, (?=[^,]*$)/, `, sum of ${agencies} agencies, `);
  }
  return summed;
}

function together(rows: DistrictRow[]): DistrictRow {
  const merged = rows.reduce((all, row) => {
    const result: Record<string, unknown> = { ...all };
    for (const [name, value] of Object.entries(row)) result[name] ??= value;
    return result as unknown as DistrictRow;
  });
  const sum = (pick: (row: DistrictRow) => number | null): number | null => {
    const values = rows.map(pick);
    return values.every((value) => value !== null) ? values.reduce((total, value) => total + value, 0) : null;
  };
  return { ...merged, name: rows.map((row) => row.name).join(' and '), poverty_percent: null, poverty_source: null, enrollment: sum((row) => row.enrollment), schools: sum((row) => row.schools) };
}
