import { createHash } from 'node:crypto';
import { type Licence, usualLicence } from '../contract/licences.js';
import type { COLUMNS, InventoryRow } from './inventory.js';

type Field = Exclude<(typeof COLUMNS)[number], 'id'>;

/** A thing as the library has it, or will have it. */
export interface Standing {
  title: string;
  summary: string;
  url: string | null;
  body: string | null;
  principles: number[];
  topics: string[];
  licence: Licence;
  audience: string;
  reviewOn: string | null;
}

/** Of each column, what the last import brought, as a mark that tells one value from another. */
export type Marks = Partial<Record<Field, string>>;

/** What a row does to the thing it stands for. */
export interface Merged {
  values: Standing;
  marks: Marks;
  /** The columns that become another. */
  changes: Field[];
  /** Those among them that were changed in the library since the last import: the row takes the place of it. */
  replaces: Field[];
  /** Columns that were changed in the library since, while the row says what it said before: they stay as they are. */
  keeps: Field[];
  /** Whether more people may read it than until now. */
  opens: boolean;
}

const PROPERTIES = {
  title: 'title', summary: 'summary', address: 'url', text: 'body', principles: 'principles', topics: 'topics', licence: 'licence', readers: 'audience', 'review on': 'reviewOn',
} as const satisfies Record<Field, keyof Standing>;
const FIELDS = Object.keys(PROPERTIES) as Field[];

/** From few readers to all. */
const OPENNESS = ['team', 'conference', 'members', 'public'];
const openness = (audience: string): number => OPENNESS.indexOf(audience.split(':')[0] ?? '');

export function markOf(value: Standing[keyof Standing]): string {
  return createHash('sha256').update(Array.isArray(value) ? value.join(',') : (value ?? '')).digest('hex').slice(0, 16);
}

/** What a row means that comes for the first time: an empty cell says what is usual. */
export function begun(row: InventoryRow): Merged {
  const { title, url, body, reviewOn } = row;
  const values: Standing = {
    title, url, body, reviewOn,
    summary: row.summary ?? '', principles: row.principles ?? [], topics: row.topics ?? [],
    licence: row.licence ?? usualLicence(row.form), audience: row.audience ?? 'members',
  };
  const marks = Object.fromEntries(FIELDS.map((field) => [field, markOf(values[PROPERTIES[field]])]));
  return { values, marks, changes: [], replaces: [], keeps: [], opens: false };
}

/**
 * What a row means for a thing that is there: an empty cell leaves what stands, and so does one that says what it said
 * last time. Of things whose last import nobody remembers, `marks` being null, a cell counts as new, but opens nothing.
 */
export function merged(row: InventoryRow, before: Standing, marks: Marks | null): Merged {
  const found: Merged = { values: { ...before }, marks: { ...marks }, changes: [], replaces: [], keeps: [], opens: false };
  for (const field of FIELDS) {
    const property = PROPERTIES[field];
    const given = row[property];
    if (given === null) continue;
    const [was, stands, mark] = [marks?.[field], markOf(before[property]), markOf(given)];
    found.marks[field] = mark;
    if (mark === stands) continue;
    const opens = property === 'audience' && openness(row.audience ?? '') > openness(before.audience);
    if (mark === was || (marks === null && opens)) {
      found.keeps.push(field);
      continue;
    }
    found.changes.push(field);
    if (was !== undefined && was !== stands) found.replaces.push(field);
    if (opens) found.opens = true;
    Object.assign(found.values, { [property]: given });
  }
  return found;
}
