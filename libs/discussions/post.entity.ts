import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SeatRole } from '@app/organizations';

/** One letter in a thread, numbered from 1 without gaps. */
@Entity('post')
export class Post {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  threadId: string;

  @Column('integer')
  number: number;

  @Column('uuid', { nullable: true })
  authorId: string | null;

  @Column('uuid')
  organizationId: string;

  /** The writer's seat when they wrote it; seats change hands, letters do not. */
  @Column('text', { nullable: true })
  seatRole: SeatRole | null;

  @Column('text', { nullable: true })
  seatTitle: string | null;

  /** Markdown as it was typed; empty once removed. */
  @Column('text')
  body: string;

  @Column('timestamptz')
  at: Date;

  @Column('timestamptz', { nullable: true })
  editedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  deletedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  hiddenAt: Date | null;

  @Column('text', { nullable: true })
  hiddenReason: string | null;
}
