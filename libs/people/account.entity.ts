import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person who can sign in. What they may do comes from the seats they hold, never from the account. */
@Entity('account')
export class Account {
  @PrimaryColumn('uuid')
  id: string;

  /** Lower case; a work address or the person's own. */
  @Column('text')
  email: string;

  @Column('text')
  name: string;

  @Column('boolean', { default: false })
  isSteward: boolean;

  /** Belongs to the demo's cast and may be signed in by one click there. */
  @Column('boolean', { default: false })
  invented: boolean;

  @Column('timestamptz')
  createdAt: Date;
}
