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
}

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
