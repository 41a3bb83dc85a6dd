import type { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { describeLayout, type FileLayout, layoutOf, schoolYear, UnknownFile } from './district-layouts.js';
import { BadRow, ccdRow, type Cells, type DistrictRow, tidyRow } from './district-rows.js';

export type Entry = { line: number; row: DistrictRow } | { line: number; reason: string };

export interface DistrictFile {
  layout: FileLayout;
  entries: AsyncIterable<Entry>;
}

interface ParsedRecord {
  record: string[];
  info: { lines: number };
}

/** Opens a file of districts: its header decides how it is read. Throws {@link UnknownFile} when it is not one of ours. */
export async function openDistrictFile(input: Readable, year: string | null = null): Promise<DistrictFile> {
  const parser = parse({ bom: true, info: true, relax_column_count: true, skip_empty_lines: true });
  input.on('error', (error) => parser.destroy(error));
  const records = input.pipe(parser)[Symbol.asyncIterator]() as AsyncIterator<ParsedRecord>;
  const head = await next(records);
  const header = (head?.record ?? []).map((name) => name.trim());
  const kind = layoutOf(header);
  const firstRecord = await next(records);
  const yearOfFile = firstRecord ? schoolYear(firstRecord.record[header.indexOf('SCHOOL_YEAR')]) : null;
  const layout = describeLayout(kind, header, year ?? yearOfFile);
  return { layout, entries: entriesOf(kind, header, firstRecord, records) };
}

async function next(records: AsyncIterator<ParsedRecord>): Promise<ParsedRecord | null> {
  try {
    const { value, done } = await records.next();
    return done ? null : value;
  } catch (error) {
    if (error instanceof CsvError) throw new UnknownFile(`The file cannot be read as a table: ${error.message}. Nothing was imported.`);
    throw error;
  }
}

async function* entriesOf(kind: 'tidy' | 'ccd', header: string[], first: ParsedRecord | null, records: AsyncIterator<ParsedRecord>): AsyncGenerator<Entry> {
  const lineOfId = new Map<string, number>();
  const read = kind === 'tidy' ? tidyRow : ccdRow;
  let last = 1;
  for (let current = first; current !== null; ) {
    const line = current.info.lines;
    last = line;
    yield entryOf(current.record, line);
    try {
      const { value, done } = await records.next();
      current = done ? null : value;
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
      // A quotation mark out of place hides where the next row begins, so nothing after it can be trusted.
      yield { line: last + 1, reason: `the table breaks off here: ${error.message}` };
      return;
    }
  }

  function entryOf(record: string[], line: number): Entry {
    if (record.length !== header.length) return { line, reason: `it has ${record.length} cells where the header has ${header.length}` };
    const cells: Cells = {};
    for (const [at, name] of header.entries()) cells[name] = record[at] ?? '';
    try {
      const row = read(cells);
      const before = lineOfId.get(row.nces_id);
      if (before !== undefined) return { line, reason: `agency ${row.nces_id} stood already on line ${before}` };
      lineOfId.set(row.nces_id, line);
      return { line, row };
    } catch (error) {
      if (error instanceof BadRow) return { line, reason: error.message };
      throw error;
    }
  }
}
