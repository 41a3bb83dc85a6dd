import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SeatRole } from './seat.entity.js';

export type JoinState = 'waiting' | 'asked_back' | 'opened' | 'declined' | 'withdrawn';
export type JoinAnswer = 'wanted' | 'refused';

/** A whole district asks to join as a team. One such request is open for a district at a time. */
@Entity('join_request')
export class JoinRequest {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  organizationId: string;

  /** Who asks, for the seat that is theirs. */
  @Column('uuid')
  accountId: string;

  @Column('text')
  role: SeatRole;

  /** What the district wants here, in its own words. */
  @Column('text')
  statement: string;

  @Column('text')
  state: JoinState;

  /** What those who decide asked back last, and what they were answered. */
  @Column('text', { nullable: true })
  question: string | null;

  @Column('text', { nullable: true })
  reply: string | null;

  /** Why it was declined. */
  @Column('text', { nullable: true })
  answer: string | null;

  @Column('uuid', { nullable: true })
  decidedBy: string | null;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  decidedAt: Date | null;
}

/** One of the three leaders of a district that asks to join, as far as the asker knows them. */
@Entity('join_leader')
export class JoinLeader {
  /** Proves its mailed link; another address for the same seat is another row, so the old link ends. */
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  requestId: string;

  @Column('text')
  role: SeatRole;

  @Column('text', { nullable: true })
  name: string | null;

  @Column('text', { nullable: true })
  title: string | null;

  @Column('text', { nullable: true })
  email: string | null;

  @Column('text', { nullable: true })
  answer: JoinAnswer | null;

  @Column('timestamptz', { nullable: true })
  answeredAt: Date | null;
}
