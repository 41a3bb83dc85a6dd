import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** What kind of mail it is, and so who may stop it: see the README. */
export type MailCategory = 'transactional' | 'notice' | 'digest' | 'message';

export type MailState = 'queued' | 'sending' | 'sent' | 'uncertain' | 'failed' | 'suppressed' | 'held';

/** One mail to one person: what it is about, and what became of it. */
@Entity('mail_ledger')
@Unique('mail_ledger_once', ['recipientKey', 'kind', 'edition'])
export class LedgerMail {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { nullable: true })
  personId: string | null;

  @Column('text')
  address: string;

  /** The person, or the address of somebody without an account. */
  @Column('text')
  recipientKey: string;

  @Column('text')
  kind: string;

  @Column('text')
  edition: string;

  @Column('text')
  category: MailCategory;

  /** Ids and words for the template. Never a code, a token or a link that signs somebody in. */
  @Column('jsonb', { default: {} })
  data: Record<string, unknown>;

  @Column('text')
  state: MailState;

  /** Why it is not sent: the last answer of the mail server, or the reason it was suppressed. */
  @Column('text', { nullable: true })
  error: string | null;

  @Column('integer', { default: 0 })
  attempts: number;

  /** When delivery was first tried; patience is counted from here. */
  @Column('timestamptz', { nullable: true })
  triedSince: Date | null;

  /** Names the claim that may write the outcome; a worker whose claim was taken over holds an old one. */
  @Column('uuid', { nullable: true })
  leaseToken: string | null;

  @Column('timestamptz', { nullable: true })
  leaseUntil: Date | null;

  /** Set just before the mail is handed to the transport: without it the mail has certainly not left. */
  @Column('timestamptz', { nullable: true })
  handedAt: Date | null;

  @Column('text', { unique: true })
  messageId: string;

  /** 0 goes first. */
  @Column('smallint')
  priority: number;

  @Column('timestamptz', { default: () => 'now()' })
  notBefore: Date;

  @Column('timestamptz', { nullable: true })
  sentAt: Date | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  /** The request or job that caused it, to find it in the log. */
  @Column('text', { nullable: true })
  cause: string | null;
}
