import { Column, Entity, PrimaryColumn } from 'typeorm';

/** By what kind of agreement a practice holds. */
export type Instrument = 'contract' | 'mou' | 'policy' | 'practice';

/** `recorded` comes from the 2011 toolkit, `shared` from a district's own team. */
export type PracticeStatus = 'recorded' | 'shared';

/** A figure that a practice turns on: "Staff support needed, at least 80 %". */
export interface Threshold {
  label: string;
  comparison: '=' | '>=' | '>' | '<=' | '<';
  value: number;
  unit: string;
  /** What the figure is of, where the label alone does not say: "outside turnaround schools". */
  note?: string | null;
  /** Where the toolkit of 2011 says it, by the line of its text. */
  line?: number;
}

/** What came of a practice, with who says so and for which year. */
export interface Outcome {
  text: string;
  source: string;
  year: number;
}

/** How a district came to work together: over many years, out of a crisis, or with new people at the top. */
export type Pathway = 'long_standing' | 'crisis' | 'new_leadership';

/**
 * How far a shared practice is vouched for. `told` by its team; `affirmed` once every required seat has signed; `in_force` once a
 * co-sponsor has approved that as well; `lapsed` when it is done no more, or nobody says any longer that it is.
 */
export type PracticeStage = 'told' | 'affirmed' | 'in_force' | 'lapsed';

/** Why a practice lapsed: its district ended it, a seat took its signature back, or nobody confirmed it. */
export type LapseCause = 'ended' | 'signature' | 'unconfirmed';

/** What one district does under one principle, as a dated record. */
@Entity('practice')
export class Practice {
  @PrimaryColumn('uuid')
  id: string;

  /** Its place in addresses. Never changes. */
  @Column('text')
  slug: string;

  @Column('uuid')
  organizationId: string;

  @Column('smallint')
  principle: number;

  @Column('text')
  title: string;

  /** What they do. */
  @Column('text')
  summary: string;

  /** How it came about; what a district shares always says so, the 2011 record does not. */
  @Column('text', { nullable: true })
  story: string | null;

  @Column('text', { nullable: true })
  instrument: Instrument | null;

  @Column('jsonb', { default: [] })
  thresholds: Threshold[];

  /** What they themselves call it, and the bodies that carry it. */
  @Column('text', { array: true, default: [] })
  names: string[];

  @Column('smallint', { nullable: true })
  startYear: number | null;

  /** The year in which it was carried further: from some schools to all. */
  @Column('smallint', { nullable: true })
  expandedYear: number | null;

  @Column('smallint', { nullable: true })
  endYear: number | null;

  @Column('text', { nullable: true })
  cost: string | null;

  @Column('text', { nullable: true })
  timeNeeded: string | null;

  @Column('text', { nullable: true })
  whatFailed: string | null;

  @Column('text', { nullable: true })
  pathway: Pathway | null;

  @Column('jsonb', { default: [] })
  outcomes: Outcome[];

  @Column('text', { nullable: true })
  funder: string | null;

  @Column('text', { nullable: true })
  consultant: string | null;

  /** Tried out rather than adopted, at the time of the record; null when that is not said. */
  @Column('boolean', { nullable: true })
  pilot: boolean | null;

  @Column('text')
  status: PracticeStatus;

  /** The month for which a recorded practice is known, such as 2011-07. */
  @Column('text', { nullable: true })
  asOf: string | null;

  @Column('text', { nullable: true })
  sourceFile: string | null;

  @Column('text', { nullable: true })
  sourceLines: string | null;

  /** Where the toolkit says who paid, who helped, what it is called: lines of its text by fact. */
  @Column('jsonb', { nullable: true })
  factLines: Record<string, number | number[]> | null;

  /** The record of 2011 that a district goes on from: it still does this. */
  @Column('uuid', { nullable: true })
  continuesId: string | null;

  @Column('text', { default: 'told' })
  stage: PracticeStage;

  /** When the last of the required seats signed the record as it is; null while they have not. */
  @Column('timestamptz', { nullable: true })
  affirmedAt: Date | null;

  /** The joint act by which they did. */
  @Column('uuid', { nullable: true })
  affirmedActId: string | null;

  /** When the district was last asked to confirm it again. */
  @Column('timestamptz', { nullable: true })
  askedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  lapsedAt: Date | null;

  @Column('text', { nullable: true })
  lapseCause: LapseCause | null;

  @Column('text', { nullable: true })
  lapseReason: string | null;

  @Column('text')
  audience: 'public' | 'members';

  @Column('uuid', { nullable: true })
  authorId: string | null;

  @Column('timestamptz', { nullable: true })
  sharedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  changedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  withdrawnAt: Date | null;

  /** Taken down by a steward: nobody but its author sees it any more. */
  @Column('timestamptz', { nullable: true })
  hiddenAt: Date | null;

  @Column('text', { nullable: true })
  hiddenReason: string | null;
}
