import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Why something is reported; the same list in the table, the API and the page. */
export const REPORT_REASONS = ['names_a_student', 'confidential', 'hostile', 'misleading', 'advertising', 'not_theirs', 'other'] as const;
export type ReportReason = (typeof REPORT_REASONS)[number];

export type ReportState = 'open' | 'dismissed' | 'taken_down' | 'restored';

/** A member's or a visitor's word that something should not stand as it does, with a copy of it as it stood then. */
@Entity('report')
export class Report {
  @PrimaryColumn('uuid')
  id: string;

  /** Of the reportable: `post`, `resource`. */
  @Column('text')
  kind: string;

  @Column('uuid')
  subjectId: string;

  @Column('uuid', { nullable: true })
  reporterId: string | null;

  @Column('uuid', { nullable: true })
  reporterOrganizationId: string | null;

  /** Somebody without an account; {@link visitorAddress} is theirs until it is decided. */
  @Column('boolean')
  byVisitor: boolean;

  @Column('text', { nullable: true })
  visitorAddress: string | null;

  @Column('text')
  reason: ReportReason;

  @Column('text', { nullable: true })
  words: string | null;

  @Column('text')
  title: string;

  @Column('text')
  text: string;

  @Column('text')
  path: string;

  @Column('uuid', { nullable: true })
  authorId: string | null;

  @Column('uuid', { nullable: true })
  authorOrganizationId: string | null;

  @Column('text')
  state: ReportState;

  /** The decision that closed it; one decision closes every open report on the same thing. */
  @Column('uuid', { nullable: true })
  decisionId: string | null;

  @Column('uuid', { nullable: true })
  decidedBy: string | null;

  @Column('text', { nullable: true })
  decisionWords: string | null;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  decidedAt: Date | null;
}
