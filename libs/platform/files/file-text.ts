import { Injectable } from '@nestjs/common';
import { Database } from '@app/platform/database';
import type { FileReading, Finding } from './file.entity.js';
import { gateOf } from './file-gate.js';
import { Scanner } from './scanner.js';
import type { PartKind } from './workshop/tasks.js';

/** One page, slide, sheet or section of a file, with its words. */
export interface FilePart {
  number: number;
  kind: PartKind;
  /** What a reader would look for: "Page 7", "Slide 3", the name of a sheet, the words of a heading. */
  label: string;
  text: string;
}

interface PartsRow {
  id: string;
  ending: string;
  scan: 'clean' | 'infected' | null;
  reading: FileReading;
  findings: Finding[];
  cleared: boolean;
  parts: FilePart[] | null;
}

/** The words inside files, by their parts. */
@Injectable()
export class FileTexts {
  constructor(
    private readonly db: Database,
    private readonly scanner: Scanner,
  ) {}

  /** The parts of files by file, in order; a file that nobody but its author may have at the moment has none. */
  async partsOf(ids: readonly string[]): Promise<Map<string, FilePart[]>> {
    const rows = await this.db.query<PartsRow>(
      `select f.id, f.ending, f.scan, f.reading, f.findings, f.cleared_at is not null as cleared,
         (select jsonb_agg(jsonb_build_object('number', t.number, 'kind', t.kind, 'label', t.label, 'text', t.text) order by t.number) from file_text t where t.file_id = f.id) as parts
       from file f where f.id = any($1::uuid[])`,
      [[...ids]],
    );
    return new Map(rows.map((row) => [row.id, gateOf(row, this.scanner.isThere) === 'open' ? (row.parts ?? []) : []]));
  }

  /** How the words of a file begin, for somebody who has to judge it; empty where it has none. */
  async beginningOf(id: string, letters: number): Promise<string> {
    const row = await this.db.one<{ text: string | null }>(`select left(string_agg(text, E'\\n' order by number), $2) as text from (select number, text from file_text where file_id = $1 order by number limit 20) t`, [id, letters]);
    return row?.text ?? '';
  }
}
