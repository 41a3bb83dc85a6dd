import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * `open` until every seat has signed; then `complete`. The proposer may have `retracted` it while it was open, a newer text
 * has `superseded` it, or one of its signers has `ended` what was complete.
 */
export type ActState = 'open' | 'complete' | 'retracted' | 'superseded' | 'ended';

/** One text that several seats sign, each for itself. The text of a row never changes: another text is another act. */
@Entity('joint_act')
export class JointAct {
  @PrimaryColumn('uuid')
  id: string;

  /** Who may read it now. */
  @Column('text')
  audience: string;

  /** Who may read it once all have signed. */
  @Column('text')
  audienceWhenComplete: string;

  @Column('text')
  subjectKind: string;

  @Column('uuid')
  subjectId: string;

  /** 1 for the first text of a subject that was put up for signature. */
  @Column('integer')
  version: number;

  @Column('text')
  title: string;

  @Column('text')
  text: string;

  /** Exactly the characters that were hashed: title, version, text, and the seats that must sign. */
  @Column('text')
  document: string;

  /** SHA-256 of the document in UTF-8, as 64 hexadecimal digits. */
  @Column('text')
  textHash: string;

  @Column('text')
  state: ActState;

  @Column('uuid', { nullable: true })
  proposedBy: string | null;

  @Column('text')
  proposerName: string;

  @Column('uuid')
  proposedFor: string;

  /** How many rounds of reminders have gone out. */
  @Column('smallint', { default: 0 })
  reminders: number;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  completedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  closedAt: Date | null;

  @Column('uuid', { nullable: true })
  closedBy: string | null;

  @Column('text', { nullable: true })
  closerName: string | null;

  @Column('text', { nullable: true })
  closeReason: string | null;
}
