import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One signed-in browser of one person. Ending the row ends it at once, for requests and open sockets. */
@Entity('session')
export class Session {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  accountId: string;

  /** SHA-256 of the cookie's token; the token itself is nowhere. */
  @Column('text')
  tokenHash: string;

  /** What the browser says it is, shown on "my sessions". */
  @Column('text')
  browser: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  seenAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;
}
