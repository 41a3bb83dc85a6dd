import { Column, Entity, PrimaryColumn } from 'typeorm';

export type StepKind = 'digest' | 'message';
export type StepAudience = 'attended' | 'absent';
export type StepState = 'planned' | 'sending' | 'sent' | 'cancelled';

/** One dated step of a conference's follow-up, counted from its end. */
@Entity('ladder_step')
export class LadderStep {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  conferenceId: string;

  @Column('text')
  kind: StepKind;

  /** Those who came, or those who were invited and did not. */
  @Column('text')
  audience: StepAudience;

  /** How long after the end: days and weeks by the calendar of the conference's zone, hours and minutes by the clock. */
  @Column('interval')
  afterEnd: string;

  /** Null until the conference has ended, since until then its end can move. */
  @Column('timestamptz', { nullable: true })
  dueAt: Date | null;

  @Column('text')
  state: StepState;

  /** When it began to be sent. What came later belongs to the next digest. */
  @Column('timestamptz', { nullable: true })
  openedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  sentAt: Date | null;

  /** For how many people a mail was queued, those who want none included. */
  @Column('integer', { nullable: true })
  recipients: number | null;

  /** Whose leader signs a message; null for a digest. */
  @Column('uuid', { nullable: true })
  fromOrganizationId: string | null;

  @Column('text', { nullable: true })
  fromName: string | null;

  @Column('text', { nullable: true })
  fromTitle: string | null;

  @Column('text', { nullable: true })
  subject: string | null;

  /** In the small markdown of posts. */
  @Column('text', { nullable: true })
  body: string | null;

  @Column('uuid', { nullable: true })
  plannedBy: string | null;

  @Column('timestamptz')
  createdAt: Date;
}
