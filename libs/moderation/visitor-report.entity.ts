import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ReportReason } from './report.entity.js';

/** What a visitor says is wrong, until they show that the address is theirs. It is kept for two days. */
@Entity('visitor_report')
export class VisitorReport {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  kind: string;

  @Column('uuid')
  subjectId: string;

  @Column('text')
  reason: ReportReason;

  @Column('text', { nullable: true })
  words: string | null;

  @Column('text')
  address: string;

  @Column('timestamptz')
  madeAt: Date;

  /** When the address was asked to confirm; null where a mail of the same hour asks for this one, too. */
  @Column('timestamptz', { nullable: true })
  mailedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  confirmedAt: Date | null;
}
