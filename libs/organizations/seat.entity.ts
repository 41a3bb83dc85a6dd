import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SeatRole } from './contract/templates.js';

export type { SeatRole };

/** A role in a team and who sits in it. A vacant seat has no row, or one whose person is gone. */
@Entity('seat')
export class Seat {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  organizationId: string;

  @Column('text')
  role: SeatRole;

  /** The organization's own word: "Chief Executive Officer" for an equivalent. */
  @Column('text', { nullable: true })
  title: string | null;

  @Column('uuid', { nullable: true })
  accountId: string | null;

  @Column('timestamptz')
  since: Date;

  /** For a deputy: the leading seat for which they stand in. The seat owns the place, so it stays when its holder changes. */
  @Column('text', { nullable: true })
  deputyFor: SeatRole | null;

  /** For a guest: after this they read nothing any more. */
  @Column('timestamptz', { nullable: true })
  validUntil: Date | null;
}
