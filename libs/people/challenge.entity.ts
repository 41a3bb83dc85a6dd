import { Column, Entity, PrimaryColumn } from 'typeorm';

export type ChallengePurpose = 'sign-in' | 'join' | 'change-address' | 'confirm';

/** A code that was mailed and waits to be typed. The code is derived from the id and the house's key, never stored. */
@Entity('challenge')
export class Challenge {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  address: string;

  @Column('text')
  purpose: ChallengePurpose;

  /** The person whose address is to change; null for sign-in, where the address says who it is. */
  @Column('uuid', { nullable: true })
  accountId: string | null;

  /** What a `confirm` code confirms, such as `sign:ID`; null for the others. */
  @Column('text', { nullable: true })
  about: string | null;

  @Column('integer', { default: 0 })
  tries: number;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  usedAt: Date | null;
}
