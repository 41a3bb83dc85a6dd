import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LeftOut } from './template.js';

/**
 * `draft` while its writer writes; `confirming` while it waits for the signatures of the district; `confirmed` once all required
 * seats have signed; `published` once a co-sponsor has approved; `retired` when the district no longer stands by it; `closed` when
 * it was given up before; `taken_up` for a new version whose words have taken the place of those that were out.
 */
export type CaseStudyState = 'draft' | 'confirming' | 'confirmed' | 'published' | 'retired' | 'closed' | 'taken_up';

/** How one district came to work as it does, written from a template so that others can follow it step by step. */
@Entity('case_study')
export class CaseStudy {
  @PrimaryColumn('uuid')
  id: string;

  /** Its place in addresses. Never changes. */
  @Column('text')
  slug: string;

  /** The district's team until it is published; then everybody. */
  @Column('text')
  audience: string;

  @Column('uuid')
  districtId: string;

  /** The conference whose materials its first draft was made of. */
  @Column('uuid', { nullable: true })
  conferenceId: string | null;

  /** Counts up whenever a new version takes the place of the one that was out. */
  @Column('integer', { default: 1 })
  version: number;

  /** The case study that this is to be the next version of; null for one that stands for itself. */
  @Column('uuid', { nullable: true })
  revises: string | null;

  @Column('text')
  title: string;

  @Column('smallint', { array: true, default: [] })
  principles: number[];

  @Column('text', { default: 'draft' })
  state: CaseStudyState;

  @Column('uuid', { nullable: true })
  writerId: string | null;

  /** The district itself or a co-sponsor: for whom the writer was asked. */
  @Column('uuid')
  assignedFor: string;

  @Column('uuid', { nullable: true })
  assignedBy: string | null;

  @Column('timestamptz')
  createdAt: Date;

  @Column('text', { default: '' })
  context: string;

  @Column('text', { default: '' })
  process: string;

  @Column('text', { default: '' })
  tools: string;

  @Column('text', { default: '' })
  outcomes: string;

  @Column('text', { default: '' })
  how: string;

  /** What did not fit into the first draft; for those who write and who asked for it, until it is out. */
  @Column('jsonb', { default: [] })
  leftOut: LeftOut[];

  /** Counts every change, so that two windows do not overwrite each other. */
  @Column('integer', { default: 0 })
  revision: number;

  @Column('timestamptz')
  changedAt: Date;

  /** What the district wants changed, when it has sent the draft back. */
  @Column('text', { nullable: true })
  returnedWords: string | null;

  /** The joint act by which the district has confirmed it. */
  @Column('uuid', { nullable: true })
  actId: string | null;

  @Column('timestamptz', { nullable: true })
  confirmedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  publishedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  retiredAt: Date | null;

  @Column('text', { nullable: true })
  retireReason: string | null;

  @Column('timestamptz', { nullable: true })
  hiddenAt: Date | null;

  @Column('text', { nullable: true })
  hiddenReason: string | null;
}
