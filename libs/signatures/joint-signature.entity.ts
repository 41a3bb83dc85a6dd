import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How somebody proved that it is they who sign. */
export type SigningMethod = 'mailed_code';

/** One seat's signature under an act, with the names of that moment. One that was taken back stays, with its date. */
@Entity('joint_signature')
export class JointSignature {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  actId: string;

  @Column('uuid')
  seatId: string;

  @Column('uuid', { nullable: true })
  accountId: string | null;

  /** The name as it was typed. */
  @Column('text')
  name: string;

  @Column('text')
  title: string;

  @Column('text')
  organizationName: string;

  /** The hash of the text that was signed. */
  @Column('text')
  textHash: string;

  @Column('text')
  method: SigningMethod;

  @Column('timestamptz')
  signedAt: Date;

  @Column('timestamptz', { nullable: true })
  withdrawnAt: Date | null;

  @Column('uuid', { nullable: true })
  withdrawnBy: string | null;

  @Column('text', { nullable: true })
  withdrawerName: string | null;

  @Column('text', { nullable: true })
  withdrawalReason: string | null;
}
