import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Why it is asked: their mail came back, their yearly question stayed unanswered, or a steward asks. */
export type CheckReason = 'bounced' | 'unconfirmed' | 'asked';
export type CheckAnswer = 'here' | 'left' | 'unknown';

/** The question to the other seats whether somebody still sits where they sat. */
@Entity('seat_check')
export class SeatCheck {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  holdingId: string;

  @Column('uuid')
  organizationId: string;

  @Column('text')
  reason: CheckReason;

  @Column('timestamptz')
  openedAt: Date;

  /** When the seat falls vacant unless its holder is heard of; null until the others agree that they have left. */
  @Column('timestamptz', { nullable: true })
  vacatesAt: Date | null;

  @Column('timestamptz', { nullable: true })
  closedAt: Date | null;

  @Column('text', { nullable: true })
  outcome: 'here' | 'left' | 'over' | null;
}
