import { Point } from '@app/platform/feature';

/** What is compared of a district. Null means that nobody has said. */
export interface Traits {
  enrollment: number | null;
  locale: string | null;
  gradeSpan: string | null;
  affiliation: string | null;
  povertyPercent: number | null;
  state: string | null;
  /** Numbers of the principles it has a practice under. */
  principles: readonly number[];
}

export type ScalarTrait = Exclude<keyof Traits, 'principles'>;

/** The columns of `organization` that hold them. */
const COLUMNS: Readonly<Record<ScalarTrait, string>> = {
  enrollment: 'enrollment',
  locale: 'locale',
  gradeSpan: 'grade_span',
  affiliation: 'affiliation',
  povertyPercent: 'poverty_percent',
  state: 'state',
};

/** Where a trait stands in SQL; `organization` is an alias. */
export const traitIn = (organization: string, trait: ScalarTrait): string => `${organization}.${COLUMNS[trait]}`;

/** The traits of a row of `organization` as columns of a select, for other features' lists; principles are theirs to add. */
export const traitColumns = (organization: string): string =>
  (Object.keys(COLUMNS) as ScalarTrait[]).map((trait) => `${traitIn(organization, trait)} as "${trait}"`).join(', ');

/** The traits of a row of `organization` as JSON. `principles` is an SQL array. */
export const traitsJson = (organization: string, principles: string): string =>
  `jsonb_build_object(${(Object.keys(COLUMNS) as ScalarTrait[]).map((trait) => `'${trait}', ${traitIn(organization, trait)}`).join(', ')}, 'principles', to_jsonb(coalesce(${principles}, '{}')))`;

/**
 * Who practises what, as SQL that answers rows of `organization_id` and `principle`: only what every member may read.
 * The feature that keeps practices fills it, since likeness stands below it.
 */
export const practisedRows = new Point<string>('likeness.practised');

/** All rows of {@link practisedRows} as one table expression. */
export function practisedFrom(contributed: readonly string[]): string {
  return contributed.length > 0 ? contributed.join(' union all ') : 'select null::uuid as organization_id, null::int as principle where false';
}
