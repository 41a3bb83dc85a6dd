/** A fact group: columns of an organization that come from one place and carry one source. */
export type FactGroup = 'agency' | 'place' | 'locale' | 'enrollment' | 'schools' | 'grades' | 'poverty' | 'website' | 'phone';

/** The columns of each group with their SQL types, and the column that holds the group's source. */
export const GROUPS: Record<FactGroup, { source: string; columns: Record<string, string> }> = {
  agency: { source: 'agency_source', columns: { agency_type: 'text' } },
  place: { source: 'place_source', columns: { city: 'text', zip: 'text' } },
  locale: { source: 'locale_source', columns: { county: 'text', locale: 'text', latitude: 'double precision', longitude: 'double precision' } },
  enrollment: { source: 'enrollment_source', columns: { enrollment: 'integer' } },
  schools: { source: 'schools_source', columns: { schools: 'integer' } },
  grades: { source: 'grade_source', columns: { grade_low: 'text', grade_high: 'text' } },
  poverty: { source: 'poverty_source', columns: { poverty_percent: 'double precision' } },
  website: { source: 'website_source', columns: { website: 'text' } },
  phone: { source: 'phone_source', columns: { phone: 'text' } },
};

export type Sources = Partial<Record<FactGroup, string>>;

/** Which facts a file tells, and from where and when each is. */
export interface FileLayout {
  name: string;
  sources: Sources;
  /** Columns of the file that Accord does not keep. */
  unused: string[];
}

/** A file whose header row is not one that Accord knows. */
export class UnknownFile extends Error {}

const TIDY_NEEDED = ['nces_lea_id', 'name', 'state'];
const TIDY_OPTIONAL = ['city', 'zip', 'county', 'locale_code', 'locale', 'lea_type', 'schools', 'enrollment', 'latitude', 'longitude', 'website', 'phone', 'poverty_percent', 'poverty_source'];
const CCD_NEEDED = ['LEAID', 'LEA_NAME', 'ST'];
const CCD_USED = [...CCD_NEEDED, 'LCITY', 'LSTATE', 'LZIP', 'PHONE', 'WEBSITE', 'LEA_TYPE', 'GSLO', 'GSHI', 'SCHOOL_YEAR'];

/** What the tidy list says and when it was counted; its columns come from files of different years. */
export const TIDY_SOURCES: Sources = {
  agency: 'NCES CCD, 2022-23',
  place: 'NCES CCD, 2018-19 to 2021-22',
  locale: 'NCES EDGE, 2018-19 to 2021-22',
  enrollment: 'NCES CCD, 2022-23',
  schools: 'NCES CCD, 2020-21',
  // Each row names its own, because districts are counted by different programmes.
  poverty: 'poverty_source',
  website: 'NCES CCD, 2017-18',
  phone: 'NCES CCD, 2020-21',
};

/** Recognizes a file by its header row. Throws {@link UnknownFile} with what is missing or not known. */
export function layoutOf(header: readonly string[]): 'tidy' | 'ccd' {
  const missing = (needed: string[]): string[] => needed.filter((name) => !header.includes(name));
  if (missing(CCD_NEEDED).length === 0) return 'ccd';
  if (missing(TIDY_NEEDED).length === 0) {
    const unknown = header.filter((name) => ![...TIDY_NEEDED, ...TIDY_OPTIONAL].includes(name));
    if (unknown.length === 0) return 'tidy';
    throw new UnknownFile(`These columns are not known: ${unknown.join(', ')}. Known are ${[...TIDY_NEEDED, ...TIDY_OPTIONAL].join(', ')}. Rename or remove them and try again; nothing was imported.`);
  }
  throw new UnknownFile(
    `The first row of the file is not one that Accord knows: ${header.slice(0, 8).join(', ') || 'it is empty'}. ` +
      `It takes the tidy list (${TIDY_NEEDED.join(', ')} and more) and the directory file 029 of the NCES Common Core of Data (${CCD_NEEDED.join(', ')} and more). Nothing was imported.`,
  );
}

/** The sources of a layout, as far as the file has the columns. */
export function describeLayout(kind: 'tidy' | 'ccd', header: readonly string[], year: string | null): FileLayout {
  if (kind === 'tidy') {
    const has = (group: FactGroup): boolean => (group === 'agency' ? header.includes('lea_type') : Object.keys(GROUPS[group].columns).some((column) => header.includes(column)));
    return { name: 'the tidy list', sources: only(TIDY_SOURCES, has), unused: [] };
  }
  if (!year) throw new UnknownFile('The file has no column SCHOOL_YEAR. Say which school year it is of, such as --year 2024-25. Nothing was imported.');
  const source = `NCES CCD, ${year}`;
  const all: Sources = { agency: source, place: source, grades: source, website: source, phone: source };
  const columns: Partial<Record<FactGroup, string[]>> = { agency: ['LEA_TYPE'], place: ['LCITY', 'LZIP'], grades: ['GSLO', 'GSHI'], website: ['WEBSITE'], phone: ['PHONE'] };
  return {
    name: `the CCD directory file of ${year}`,
    sources: only(all, (group) => (columns[group] ?? []).some((column) => header.includes(column))),
    unused: header.filter((name) => !CCD_USED.includes(name)),
  };
}

function only(sources: Sources, has: (group: FactGroup) => boolean): Sources {
  return Object.fromEntries(Object.entries(sources).filter(([group]) => has(group as FactGroup)));
}

/** "2022-2023" and "2022-23" as the latter; null for anything else. */
export function schoolYear(text: string | undefined): string | null {
  const found = /^(20\d\d)-(?:20)?(\d\d)$/.exec(text?.trim() ?? '');
  return found?.[1] && found[2] && (Number(found[1]) + 1) % 100 === Number(found[2]) ? `${found[1]}-${found[2]}` : null;
}
