import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SeatRole } from '@app/organizations';

/** A conversation of letters under one title, on a subject or open. */
@Entity('thread')
export class Thread {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  title: string;

  /** What it is about, such as `practice`; null for an open thread. */
  @Column('text', { nullable: true })
  subjectKind: string | null;

  @Column('uuid', { nullable: true })
  subjectId: string | null;

  /** The subject's name and page as they were when last told; null without a subject or when it is gone. */
  @Column('text', { nullable: true })
  subjectTitle: string | null;

  @Column('text', { nullable: true })
  subjectPath: string | null;

  @Column('text')
  audience: string;

  @Column('uuid')
  organizationId: string;

  @Column('uuid', { nullable: true })
  authorId: string | null;

  /** The opener's seat when they opened it. */
  @Column('text', { nullable: true })
  seatRole: SeatRole | null;

  @Column('text', { nullable: true })
  seatTitle: string | null;

  @Column('timestamptz')
  openedAt: Date;

  /** Letters after the first that can be read. */
  @Column('integer', { default: 0 })
  replyCount: number;

  /** The highest number given so far; letters that were removed keep theirs. */
  @Column('integer', { default: 0 })
  lastPostNumber: number;

  @Column('timestamptz')
  lastPostAt: Date;

  @Column('uuid', { nullable: true })
  lastPostAuthor: string | null;

  @Column('timestamptz', { nullable: true })
  closedAt: Date | null;

  /** Taken down together with its first letter. */
  @Column('timestamptz', { nullable: true })
  hiddenAt: Date | null;

  @Column('integer', { array: true, default: [] })
  principles: number[];

  @Column('text', { array: true, default: [] })
  topics: string[];
}
