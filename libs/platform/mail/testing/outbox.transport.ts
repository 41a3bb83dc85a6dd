import { type Found, type MailMessage, MailTransport } from '../mail.transport.js';

/** Keeps what was sent in memory, so that a test can read it. */
export class OutboxTransport extends MailTransport {
  readonly sent: MailMessage[] = [];
  /** Thrown by the next sends, one each; for testing what happens when a server refuses. */
  readonly failures: Error[] = [];

  override async send(message: MailMessage): Promise<{ accepted: string }> {
    const failure = this.failures.shift();
    if (failure) throw failure;
    this.sent.push(message);
    return { accepted: 'kept in memory' };
  }

  override async find(messageId: string): Promise<Found> {
    return this.sent.some((message) => message.messageId === messageId) ? 'accepted' : 'unknown';
  }

  /** The latest mail to an address; throws when there is none. */
  to(address: string): MailMessage {
    const message = this.sent.findLast((each) => each.to === address.toLowerCase());
    if (!message) throw new Error(`No mail to ${address}. There is mail to: ${this.sent.map((each) => each.to).join(', ') || 'nobody'}.`);
    return message;
  }
}
