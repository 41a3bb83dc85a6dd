import { Column, type ColumnOptions, Entity, PrimaryColumn } from 'typeorm';

export type OrganizationKind = 'district' | 'state_team' | 'co_sponsor' | 'foundation' | 'other';
export type Locale = 'city' | 'suburb' | 'town' | 'rural';
/** Where a row comes from: named by the field's own documents, read from the federal list, or added here. */
export type Origin = 'named' | 'nces' | 'added';
export type AgencyKind = 'regular' | 'charter' | 'other';
/** How far a sponsor's work reaches. */
export type Level = 'national' | 'state' | 'regional';
/** Which grades a district serves, as far as districts differ by it. */
export type GradeSpan = 'elementary' | 'secondary' | 'all';
export type Affiliation = 'nea' | 'aft' | 'both' | 'other' | 'none';

/** A district, co-sponsor, foundation or state team. The organization is the member; people sit in its seats. */
@Entity('organization')
export class Organization {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  kind: OrganizationKind;

  /** Its place in addresses: `/districts/helena-mt`. Never changes. */
  @Column('text')
  slug: string;

  @Column('text')
  name: string;

  @Column('text', { default: 'added' })
  origin: Origin;

  /** The name on the federal list, where it is not the everyday one. */
  @Column('text', { nullable: true })
  officialName: string | null;

  @Column('text', { nullable: true })
  abbreviation: string | null;

  /** How far its work reaches; null for districts, and where nobody has said. */
  @Column('text', { nullable: true })
  level: Level | null;

  /** Two letters: a state, DC or a territory. */
  @Column('text', { nullable: true })
  state: string | null;

  @Column('text', { nullable: true })
  city: string | null;

  @Column('text', { nullable: true })
  zip: string | null;

  /** Where city and ZIP come from, with the year. */
  @Column('text', { nullable: true })
  placeSource: string | null;

  @Column('text', { nullable: true })
  county: string | null;

  @Column('text', { nullable: true })
  locale: Locale | null;

  /** Where county, locale and the place on the map come from, with the year. */
  @Column('text', { nullable: true })
  localeSource: string | null;

  /** How NCES words the kind of agency; null for what is not an agency. */
  @Column('text', { nullable: true })
  agencyType: string | null;

  @Column('text', { nullable: true })
  agencySource: string | null;

  /** Worked out by the database from the type; null for what is not a district. */
  @Column('text', { nullable: true, insert: false, update: false } as ColumnOptions)
  agencyKind: AgencyKind | null;

  @Column('integer', { nullable: true })
  enrollment: number | null;

  /** Where the figure comes from, with its year: "NCES CCD, 2022-23". */
  @Column('text', { nullable: true })
  enrollmentSource: string | null;

  @Column('integer', { nullable: true })
  schools: number | null;

  @Column('text', { nullable: true })
  schoolsSource: string | null;

  /** As NCES writes it: PK, KG, 01 … 12, UG. */
  @Column('text', { nullable: true })
  gradeLow: string | null;

  @Column('text', { nullable: true })
  gradeHigh: string | null;

  @Column('text', { nullable: true })
  gradeSource: string | null;

  /** Worked out by the database from the two grades; null when they are unknown or tell nothing. */
  @Column('text', { nullable: true, insert: false, update: false } as ColumnOptions)
  gradeSpan: GradeSpan | null;

  /** The share of children in poverty, in percent; null until a file with a source says it. */
  @Column('double precision', { nullable: true })
  povertyPercent: number | null;

  /** Who counted it, what exactly and when. */
  @Column('text', { nullable: true })
  povertySource: string | null;

  @Column('double precision', { nullable: true })
  latitude: number | null;

  @Column('double precision', { nullable: true })
  longitude: number | null;

  @Column('text', { nullable: true })
  website: string | null;

  @Column('text', { nullable: true })
  websiteSource: string | null;

  @Column('text', { nullable: true })
  phone: string | null;

  @Column('text', { nullable: true })
  phoneSource: string | null;

  /** Self-declared; null means nobody has said. */
  @Column('text', { nullable: true })
  affiliation: Affiliation | null;

  @Column('text', { nullable: true })
  affiliationOther: string | null;

  /** The district's own word for its labor organization. */
  @Column('text', { nullable: true })
  laborWord: 'union' | 'association' | null;

  @Column('text', { nullable: true })
  laborName: string | null;

  /** One sentence on what it is, for organizations that are not districts. */
  @Column('text', { nullable: true })
  summary: string | null;

  /** What a reader should know about these facts. */
  @Column('text', { nullable: true })
  note: string | null;

  /** When one of its own seats last edited the profile. */
  @Column('timestamptz', { nullable: true })
  profileAt: Date | null;

  /** Presents at conferences, and so may be asked for mentoring. */
  @Column('boolean', { default: false })
  presenting: boolean;

  /** How many mentoring links it takes at once. */
  @Column('integer', { default: 2 })
  mentorCapacity: number;

  /** Part of the demo: an invented organization. */
  @Column('boolean', { default: false })
  invented: boolean;

  /** When its first seat was taken; null while nobody sits there. */
  @Column('timestamptz', { nullable: true })
  memberSince: Date | null;

  @Column('timestamptz')
  createdAt: Date;

  /** Its page, as a path of the web app. */
  get path(): string {
    return pathOf(this);
  }
}

/** The page of an organization, as a path of the web app. */
export function pathOf(organization: { kind: OrganizationKind; slug: string }): string {
  return `${organization.kind === 'district' ? '/districts' : '/organizations'}/${organization.slug}`;
}
