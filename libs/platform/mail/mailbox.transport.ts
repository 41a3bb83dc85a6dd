import { Database, newId } from '@app/platform/database';
import { type Found, type MailMessage, MailTransport } from './mail.transport.js';

/** Puts mail on the demo's mailbox page; nothing leaves the machine. */
export class MailboxTransport extends MailTransport {
  constructor(private readonly db: Database) {
    super();
  }

  override async send(message: MailMessage): Promise<{ accepted: string }> {
    await this.db.query(
      `insert into mailbox_message (id, message_id, "to", subject, html, text, headers) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (message_id) do nothing`,
      [newId(), message.messageId, message.to, message.subject, message.html, message.text, JSON.stringify(message.headers)],
    );
    return { accepted: 'kept on the mailbox page' };
  }

  override async find(messageId: string): Promise<Found> {
    return (await this.db.one(`select 1 from mailbox_message where message_id = $1`, [messageId])) ? 'accepted' : 'unknown';
  }
}
