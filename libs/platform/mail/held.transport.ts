import { type Found, MailRefused, MailTransport } from './mail.transport.js';

/** Stands in where no mail server is set: everything waits in the ledger until there is one. */
export class HeldTransport extends MailTransport {
  override readonly holds = true;

  override async send(): Promise<never> {
    throw new MailRefused('No mail server is set (SMTP_URL).', 'later');
  }

  override async find(): Promise<Found> {
    return 'unknown';
  }
}
