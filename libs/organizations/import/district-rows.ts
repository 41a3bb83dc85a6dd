import { hasControlCharacters } from '@app/platform/graphql';
import { STATE_NAMES } from '../contract/states.js';
import { everydayCase } from './everyday-case.js';

/** One agency as a file has it; null is "the file does not say". */
export interface DistrictRow {
  nces_id: string;
  name: string;
  state: string;
  agency_type: string | null;
  city: string | null;
  zip: string | null;
  county: string | null;
  locale: string | null;
  latitude: number | null;
  longitude: number | null;
  enrollment: number | null;
  schools: number | null;
  grade_low: string | null;
  grade_high: string | null;
  poverty_percent: number | null;
  /** The only fact whose source stands in the row. */
  poverty_source: string | null;
  website: string | null;
  phone: string | null;
}

/** Why a row cannot be taken, in words for whoever mends the file. */
export class BadRow extends Error {}

export type Cells = Record<string, string>;

const AGENCY_TYPES: Record<string, string> = {
  1: 'Regular local school district',
  2: 'Local school district in a supervisory union',
  3: 'Supervisory union administrative center',
  4: 'Regional education service agency',
  5: 'State agency',
  6: 'Federal agency',
  7: 'Independent charter district',
  8: 'Other education agency',
  9: 'Specialized public school district',
};
const LOCALES = ['city', 'suburb', 'town', 'rural'];
const GRADES = ['PK', 'KG', ...Array.from({ length: 13 }, (_, at) => String(at + 1).padStart(2, '0')), 'UG', 'AE'];
// How NCES writes "missing", "not applicable" and "low quality" in its files.
const UNSAID = new Set(['', 'M', 'N', '-1', '-2', '-9', '†', '–', '‡']);

/** Reads a row of the tidy list. */
export function tidyRow(cells: Cells): DistrictRow {
  const type = said(cells, 'lea_type');
  if (type !== null && !Object.values(AGENCY_TYPES).includes(type)) throw new BadRow(`lea_type "${type}" is not one of the nine kinds of agency`);
  return {
    ...identity(cells, 'nces_lea_id', 'name', said(cells, 'state')),
    agency_type: type,
    city: line(cells, 'city'),
    zip: line(cells, 'zip', 10),
    county: line(cells, 'county'),
    locale: oneOf(cells, 'locale', LOCALES),
    latitude: within(cells, 'latitude', 90),
    longitude: within(cells, 'longitude', 180),
    enrollment: count(cells, 'enrollment'),
    schools: count(cells, 'schools'),
    grade_low: null,
    grade_high: null,
    ...poverty(cells),
    website: website(said(cells, 'website')),
    phone: line(cells, 'phone', 40),
  };
}

/** Reads a row of the CCD directory file 029. */
export function ccdRow(cells: Cells): DistrictRow {
  const type = said(cells, 'LEA_TYPE');
  if (type !== null && !AGENCY_TYPES[type]) throw new BadRow(`LEA_TYPE "${type}" is not a number from 1 to 9`);
  // The Bureau of Indian Education stands as BI; its agencies are shown where their offices are.
  const state = said(cells, 'ST') === 'BI' ? (said(cells, 'LSTATE') ?? 'BI') : said(cells, 'ST');
  const city = line(cells, 'LCITY');
  return {
    ...identity(cells, 'LEAID', 'LEA_NAME', state),
    agency_type: type === null ? null : (AGENCY_TYPES[type] ?? null),
    city: city === null ? null : everydayCase(city),
    zip: line(cells, 'LZIP', 10),
    county: null,
    locale: null,
    latitude: null,
    longitude: null,
    enrollment: null,
    schools: null,
    grade_low: oneOf(cells, 'GSLO', GRADES),
    grade_high: oneOf(cells, 'GSHI', GRADES),
    poverty_percent: null,
    poverty_source: null,
    website: website(said(cells, 'WEBSITE')),
    phone: phone(line(cells, 'PHONE', 40)),
  };
}

function identity(cells: Cells, idColumn: string, nameColumn: string, state: string | null): Pick<DistrictRow, 'nces_id' | 'name' | 'state'> {
  const id = (cells[idColumn] ?? '').trim();
  // Spreadsheets eat leading zeros.
  const ncesId = /^\d{6}$/.test(id) ? `0${id}` : id;
  if (!/^\d{7}$/.test(ncesId)) throw new BadRow(`${idColumn} "${id}" is not an NCES id of seven digits`);
  const name = line(cells, nameColumn);
  if (name === null) throw new BadRow(`${nameColumn} is empty`);
  if (state === null || !(state.toUpperCase() in STATE_NAMES)) throw new BadRow(`"${state ?? ''}" is not a state, DC or a territory`);
  return { nces_id: ncesId, name: everydayCase(name), state: state.toUpperCase() };
}

function said(cells: Cells, column: string): string | null {
  const text = (cells[column] ?? '').trim();
  return UNSAID.has(text) ? null : text;
}

function line(cells: Cells, column: string, max = 200): string | null {
  const text = said(cells, column)?.normalize('NFC').replace(/\s+/g, ' ') ?? null;
  if (text === null) return null;
  if (text.length > max) throw new BadRow(`${column} has more than ${max} characters`);
  if (hasControlCharacters(text)) throw new BadRow(`${column} holds a character that cannot be shown`);
  return text;
}

function oneOf(cells: Cells, column: string, allowed: readonly string[]): string | null {
  const text = said(cells, column);
  if (text !== null && !allowed.includes(text)) throw new BadRow(`${column} "${text}" is none of ${allowed.join(', ')}`);
  return text;
}

function count(cells: Cells, column: string): number | null {
  const text = said(cells, column);
  if (text === null) return null;
  const value = Number(text.replaceAll(',', ''));
  if (!Number.isInteger(value) || value < 0 || value > 100_000_000) throw new BadRow(`${column} "${text}" is not a whole number`);
  return value;
}

function within(cells: Cells, column: string, limit: number): number | null {
  const text = said(cells, column);
  if (text === null) return null;
  const value = Number(text);
  if (!Number.isFinite(value) || Math.abs(value) > limit) throw new BadRow(`${column} "${text}" is not a number between -${limit} and ${limit}`);
  return value;
}

function poverty(cells: Cells): Pick<DistrictRow, 'poverty_percent' | 'poverty_source'> {
  const text = said(cells, 'poverty_percent');
  if (text === null) return { poverty_percent: null, poverty_source: null };
  const value = Number(text.replace(/\s*%$/, ''));
  if (!Number.isFinite(value) || value < 0 || value > 100) throw new BadRow(`poverty_percent "${text}" is not a number from 0 to 100`);
  const source = line(cells, 'poverty_source');
  if (!/\d{4}(-\d\d)?$/.test(source ?? '')) throw new BadRow('poverty_source must say who counted and end with the year, such as "Census SAIPE, 2022"');
  return { poverty_percent: value, poverty_source: source };
}

// A website that is not one is no reason to lose the district: it counts as unsaid.
function website(text: string | null): string | null {
  if (text === null || text.length > 300) return null;
  try {
    const url = new URL(/^https?:\/\//i.test(text) ? text : `http://${text}`);
    return url.hostname.includes('.') ? text.replace(/^(?!https?:\/\/)/i, 'http://') : null;
  } catch {
    return null;
  }
}

function phone(text: string | null): string | null {
  const digits = text?.replace(/\D/g, '') ?? '';
  return digits.length === 10 ? `${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6)}` : text;
}
