import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SeatRole } from './seat.entity.js';

export type ClaimState = 'waiting' | 'accepted' | 'declined' | 'withdrawn';

/** Somebody says that a vacant seat is theirs, and waits until one who knows the team confirms it. */
@Entity('seat_claim')
export class SeatClaim {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  organizationId: string;

  @Column('text')
  role: SeatRole;

  @Column('uuid')
  accountId: string;

  @Column('text', { nullable: true })
  title: string | null;

  /** Who they are, to those who decide. */
  @Column('text')
  words: string;

  @Column('text')
  state: ClaimState;

  /** A word from whoever decided. */
  @Column('text', { nullable: true })
  answer: string | null;

  @Column('uuid', { nullable: true })
  decidedBy: string | null;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  decidedAt: Date | null;
}
