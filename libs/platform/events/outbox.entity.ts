import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A fact written in the transaction that caused it, waiting to be carried on. */
@Entity('outbox')
export class OutboxRow {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  @Column('jsonb')
  payload: unknown;

  @Column('timestamptz')
  at: Date;

  @Column('timestamptz', { nullable: true })
  relayedAt: Date | null;

  /** The request or job in which it happened. */
  @Column('text', { nullable: true })
  cause: string | null;
}
