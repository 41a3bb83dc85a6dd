import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MailCategory } from './mail-ledger.entity.js';

export type SuppressionReason = 'unsubscribed' | 'bounced' | 'complaint';

/** An address that is not to be written to: because its owner said so, or because mail to it comes back. */
@Entity('mail_suppression')
export class MailSuppression {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  address: string;

  @Column('text')
  reason: SuppressionReason;

  /** Null stops every category. */
  @Column('text', { nullable: true })
  category: MailCategory | null;

  @Column('timestamptz', { default: () => 'now()' })
  at: Date;
}
