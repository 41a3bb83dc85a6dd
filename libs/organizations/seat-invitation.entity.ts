import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SeatRole } from './seat.entity.js';

/** A seat kept for whoever reads mail at one address; the mailed link is derived, never stored. */
@Entity('seat_invitation')
export class SeatInvitation {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  organizationId: string;

  @Column('text')
  role: SeatRole;

  @Column('text', { nullable: true })
  title: string | null;

  @Column('text')
  email: string;

  @Column('uuid', { nullable: true })
  invitedBy: string | null;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  acceptedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  withdrawnAt: Date | null;

  /** For a deputy: the leading seat for which they stand in. The seat owns the place, so it stays when its holder changes. */
  @Column('text', { nullable: true })
  deputyFor: SeatRole | null;

  /** For a guest: after this they read nothing any more. */
  @Column('timestamptz', { nullable: true })
  validUntil: Date | null;
}
