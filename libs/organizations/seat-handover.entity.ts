import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SeatRole } from './seat.entity.js';

/** A holder names who sits in their seat after them, and from which day. The mailed link is derived, never stored. */
@Entity('seat_handover')
export class SeatHandover {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  seatId: string;

  @Column('uuid')
  organizationId: string;

  @Column('text')
  role: SeatRole;

  /** The successor's title, where the district has a word of its own for the seat. */
  @Column('text', { nullable: true })
  title: string | null;

  @Column('uuid', { nullable: true })
  fromAccountId: string | null;

  @Column('text')
  email: string;

  /** A word to the successor; it stands above their brief. */
  @Column('text', { nullable: true })
  words: string | null;

  /** Null means as soon as the successor accepts. */
  @Column('date', { nullable: true })
  day: string | null;

  /** The first moment of `day`, Eastern time. */
  @Column('timestamptz')
  effectiveAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz')
  createdAt: Date;

  @Column('uuid', { nullable: true })
  acceptedBy: string | null;

  @Column('timestamptz', { nullable: true })
  acceptedAt: Date | null;

  /** When the seat changed hands. */
  @Column('timestamptz', { nullable: true })
  doneAt: Date | null;

  @Column('timestamptz', { nullable: true })
  withdrawnAt: Date | null;
}
