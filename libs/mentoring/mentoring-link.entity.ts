import { Column, Entity, PrimaryColumn } from 'typeorm';

export type MentoringState = 'asked' | 'accepted' | 'declined' | 'withdrawn' | 'ended';

/** Two districts of which one has asked the other for help, and what became of it. */
@Entity('mentoring_link')
export class MentoringLink {
  @PrimaryColumn('uuid')
  id: string;

  /** Always `link:ID`: those who speak for one of the two districts. */
  @Column({ type: 'text', insert: false, update: false })
  audience: string;

  @Column('uuid')
  mentorOrganizationId: string;

  @Column('uuid')
  menteeOrganizationId: string;

  /** What it is about; null when the asking team did not narrow it down. */
  @Column('smallint', { nullable: true })
  principle: number | null;

  @Column('text')
  state: MentoringState;

  @Column('uuid', { nullable: true })
  askedBy: string | null;

  /** The asking team's short letter. */
  @Column('text')
  words: string;

  @Column('uuid', { nullable: true })
  answeredBy: string | null;

  @Column('text', { nullable: true })
  answerWords: string | null;

  /** The private conversation of both teams; made when the mentor accepts. */
  @Column('uuid', { nullable: true })
  threadId: string | null;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  answeredAt: Date | null;

  /** When somebody of the asking team first saw the answer. */
  @Column('timestamptz', { nullable: true })
  answerSeenAt: Date | null;

  @Column('uuid', { nullable: true })
  endedBy: string | null;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;
}
