import { Column, Entity, PrimaryColumn } from 'typeorm';

/** By whom somebody is found: as their seat has it, by members at most, or by their own team alone. */
export const FINDABLE_BY = ['as_seated', 'members', 'team'] as const;
export type FindableBy = (typeof FINDABLE_BY)[number];

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

  /** Who finds this person by the search; their seat may let fewer. */
  @Column('text', { default: 'as_seated' })
  findableBy: FindableBy;

  @Column('timestamptz')
  createdAt: Date;
}
