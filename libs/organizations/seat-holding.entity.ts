import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SeatRole } from './seat.entity.js';

/** Why somebody no longer sits where they sat. */
export type HoldingEnd = 'handed_over' | 'left' | 'term_ended' | 'found_gone' | 'taken_off' | 'unknown';

/** One person's time in one seat. It stays when they are gone: a team knows who sat there before. */
@Entity('seat_holding')
export class SeatHolding {
  @PrimaryColumn('uuid')
  id: string;

  /** Null once the place itself is gone, as those of staff and observers are. */
  @Column('uuid', { nullable: true })
  seatId: string | null;

  @Column('uuid')
  organizationId: string;

  @Column('text')
  role: SeatRole;

  @Column('text', { nullable: true })
  title: string | null;

  @Column('uuid', { nullable: true })
  accountId: string | null;

  @Column('timestamptz')
  since: Date;

  /** The last day of the term, as its holder has said; null where they have not. */
  @Column('date', { nullable: true })
  termEnds: string | null;

  /** The end of a term of which its holder has been reminded. */
  @Column('date', { nullable: true })
  termWarned: string | null;

  @Column('timestamptz', { nullable: true })
  until: Date | null;

  @Column('text', { nullable: true })
  ended: HoldingEnd | null;

  /** When its holder last said that they still sit there, beyond taking the seat. */
  @Column('timestamptz', { nullable: true })
  confirmedAt: Date | null;

  /** When they were last asked. The question is open while `confirmedAt` is older. */
  @Column('timestamptz', { nullable: true })
  askedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  remindedAt: Date | null;
}
