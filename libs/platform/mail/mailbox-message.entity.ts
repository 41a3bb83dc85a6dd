import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A mail of the demo, kept on the mailbox page instead of being sent. */
@Entity('mailbox_message')
export class MailboxMessage {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { unique: true })
  messageId: string;

  @Column('text')
  to: string;

  @Column('text')
  subject: string;

  @Column('text')
  html: string;

  @Column('text')
  text: string;

  @Column('jsonb', { default: {} })
  headers: Record<string, string>;

  @Column('timestamptz', { default: () => 'now()' })
  at: Date;
}
