import { CsvError, parse } from 'csv-parse/sync';
import { isPrinciple, isTopic, PRINCIPLE_NUMBERS, TOPIC_SLUGS } from '@app/framework';
import { type Licence, LICENCE_WORDS, LICENCES } from '../contract/licences.js';
import { EXTERNAL_ID_MAX, IMPORT_ROWS_MAX, SUMMARY_MAX, TAGS_MAX, TEXT_MAX, TITLE_MAX } from '../contract/limits.js';
import { webAddress } from '../link.js';

/** The columns of an inventory, as its first row names them. */
export const COLUMNS = ['id', 'title', 'summary', 'address', 'text', 'principles', 'topics', 'licence', 'readers', 'review on'] as const;
type Column = (typeof COLUMNS)[number];
const NEEDED: readonly Column[] = ['id', 'title'];
export const TOO_MANY_TAGS = `At most ${TAGS_MAX} tags, principles and topics together.`;

/** What is wrong in one cell; `row` counts as a spreadsheet does, the header being 1. */
export interface InventoryProblem {
  row: number;
  column: string;
  message: string;
}

/** One thing of an inventory, checked. An empty cell is null: it says nothing. */
export interface InventoryRow {
  row: number;
  externalId: string;
  form: 'link' | 'text';
  title: string;
  summary: string | null;
  body: string | null;
  url: string | null;
  principles: number[] | null;
  topics: string[] | null;
  licence: Licence | null;
  audience: 'public' | 'members' | null;
  reviewOn: string | null;
}

export interface Inventory {
  rows: InventoryRow[];
  problems: InventoryProblem[];
  /** Columns that Accord does not know and leaves out. */
  ignored: string[];
}

/** The file to begin with: the columns, and two rows that show how they are filled in. */
export const TEMPLATE = `\uFEFF${[
  COLUMNS.join(','),
  'A-101,How a joint committee begins,"Six steps for the first three months, by people who have done it.",https://www.example.org/joint-committee,,2; 10,shared-accountability,CC BY,public,2027-06-30',
  'A-102,Agenda of a first meeting,One page.,,"Who we are. What we want. What we will not talk about today.",10,,members,members,',
].join('\r\n')}\r\n`;

/** Reads an inventory and checks every cell. Nothing is thrown: whatever is wrong is a problem with its row and column. */
export function readInventory(bytes: Buffer, today: string): Inventory {
  const fails = (message: string, row = 1, column = ''): Inventory => ({ rows: [], problems: [{ row, column, message }], ignored: [] });
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return fails('The file is not in UTF-8. In your spreadsheet, choose “CSV UTF-8” when you save it.');
  }
  let lines: string[][];
  try {
    lines = parse(text, { bom: true, relax_column_count: true, skip_empty_lines: false, delimiter: text.split('\n', 1)[0]?.includes(';') && !text.split('\n', 1)[0]?.includes(',') ? ';' : ',' });
  } catch (error) {
    return fails(error instanceof CsvError && /quote/i.test(error.message) ? 'From here on a quotation mark is missing, so the columns cannot be told apart.' : 'From here on this is no CSV file.', lineOf(error));
  }
  const [header = [], ...records] = lines;
  const names = header.map((name) => name.trim().toLowerCase());
  const missing = NEEDED.filter((name) => !names.includes(name));
  if (missing.length > 0) return fails(`The first row has no column “${missing[0]}”. Begin with the template.`, 1, missing[0]);
  const twice = names.find((name, at) => name && names.indexOf(name) !== at);
  if (twice) return fails(`Two columns are called “${twice}”.`, 1, twice);
  const filled = records.map((cells, at) => ({ row: at + 2, cells })).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (filled.length === 0) return fails('There is nothing below the first row.');
  if (filled.length > IMPORT_ROWS_MAX) return fails(`There are ${filled.length.toLocaleString('en-US')} rows. Bring at most ${IMPORT_ROWS_MAX.toLocaleString('en-US')} at a time.`);
  const found: Inventory = { rows: [], problems: [], ignored: names.filter((name) => name !== '' && !(COLUMNS as readonly string[]).includes(name)) };
  const seen = new Map<string, number>();
  for (const { row, cells } of filled) {
    const own: InventoryProblem[] = [];
    const checked = rowFrom(row, (column) => tidy(cells[names.indexOf(column)] ?? ''), today, (column, message) => own.push({ row, column, message }));
    if (cells.slice(names.length).some((cell) => cell.trim() !== '')) own.push({ row, column: '', message: 'This row has more cells than the first row has columns. A comma in a text needs quotation marks around the text.' });
    const before = seen.get(checked.externalId);
    if (checked.externalId && before) own.push({ row, column: 'id', message: `Row ${before} has the same id.` });
    else seen.set(checked.externalId, row);
    found.problems.push(...own);
    if (own.length === 0) found.rows.push(checked);
  }
  return found;
}

function rowFrom(row: number, cell: (column: Column) => string, today: string, wrong: (column: Column, message: string) => void): InventoryRow {
  const most = (column: Column, max: number): string => {
    const value = cell(column);
    if (value.length > max) wrong(column, `At most ${max.toLocaleString('en-US')} characters; this has ${value.length.toLocaleString('en-US')}.`);
    return value;
  };
  const externalId = oneLine(most('id', EXTERNAL_ID_MAX));
  if (!externalId) wrong('id', 'Give every row an id of your own. By it the same thing is known again next time.');
  const title = oneLine(most('title', TITLE_MAX));
  if (!title) wrong('title', 'A title is needed.');
  const [address, body] = [cell('address'), most('text', TEXT_MAX)];
  const url = address ? webAddress(address) : null;
  if (address && body) wrong('text', 'A row has an address or a text, not both.');
  else if (address && !url) wrong('address', 'This is not the address of a page. It begins with https:// or http://.');
  else if (!address && !body) wrong('address', 'Give an address, or a text.');
  const { principles, topics } = tagsFrom(cell, wrong);
  return {
    row, externalId, title, principles, topics, url,
    form: url ? 'link' : 'text',
    summary: most('summary', SUMMARY_MAX) || null,
    body: url ? null : body || null,
    licence: licenceFrom(cell('licence'), wrong),
    audience: readersFrom(cell('readers'), wrong),
    reviewOn: dayFrom(cell('review on'), today, wrong),
  };
}

function tagsFrom(cell: (column: Column) => string, wrong: (column: Column, message: string) => void): Pick<InventoryRow, 'principles' | 'topics'> {
  const parts = (column: Column): string[] => [...new Set(cell(column).split(/[;,|\s]+/).filter(Boolean))];
  const principles = parts('principles').map(Number).filter((number, at) => {
    if (!isPrinciple(number)) wrong('principles', `“${parts('principles')[at]}” is no principle. They are numbered ${PRINCIPLE_NUMBERS[0]} to ${PRINCIPLE_NUMBERS.at(-1)}.`);
    return isPrinciple(number);
  });
  const topics = parts('topics').map((topic) => topic.toLowerCase()).filter((topic) => {
    const known = isTopic(topic);
    if (!known) wrong('topics', `“${(topic as string).slice(0, 40)}” is no topic. They are: ${TOPIC_SLUGS.join(', ')}.`);
    return known;
  });
  if (principles.length + topics.length > TAGS_MAX) wrong('principles', TOO_MANY_TAGS);
  return { principles: principles.length > 0 ? principles.sort((a, b) => a - b) : null, topics: topics.length > 0 ? topics : null };
}

function licenceFrom(given: string, wrong: (column: Column, message: string) => void): Licence | null {
  if (!given) return null;
  const key = given.toLowerCase().replace(/\b\d\.\d\b/g, '').replace(/[^a-z0-9]+/g, '_').replace(/^_|_$/g, '');
  const found = LICENCES.find((licence) => licence === key || LICENCE_WORDS[licence].label.toLowerCase() === given.toLowerCase());
  if (!found) wrong('licence', `“${given.slice(0, 40)}” is not in the list: ${LICENCES.map((licence) => (licence.startsWith('cc') ? LICENCE_WORDS[licence].label : licence)).join(', ')}.`);
  return found ?? null;
}

function readersFrom(given: string, wrong: (column: Column, message: string) => void): InventoryRow['audience'] {
  const word = given.toLowerCase();
  if (word === 'public' || word === 'members') return word;
  if (word !== '') wrong('readers', 'Write “public” for everybody, or “members”.');
  return null;
}

function dayFrom(given: string, today: string, wrong: (column: Column, message: string) => void): string | null {
  if (!given) return null;
  const date = new Date(`${given}T00:00:00Z`);
  const isDay = /^\d{4}-\d\d-\d\d$/.test(given) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(given);
  if (!isDay) wrong('review on', 'Write the day as 2027-06-30.');
  else if (given <= today) wrong('review on', 'This day is over. Leave it empty, or choose one to come.');
  return isDay ? given : null;
}

const oneLine = (value: string): string => value.replace(/\s+/g, ' ');

/** As every text that comes in: NFC, without characters that cannot be seen. A cell that a spreadsheet protects from being a formula loses its sign. */
function tidy(value: string): string {
  return value
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, '')
    .trim()
    .replace(/^'(?=[=+\-@])/, '');
}

function lineOf(error: unknown): number {
  const { lines } = error as { lines?: unknown };
  return typeof lines === 'number' ? lines : 1;
}
