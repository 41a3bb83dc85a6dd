import { createTransport, type NodemailerError, type SMTPPoolSentMessageInfo, type SMTPPoolOptions, type Transporter } from 'nodemailer';
import { type Found, type MailMessage, MailRefused, MailTransport } from './mail.transport.js';
import { SharedMails } from './shared-mails.js';

export interface SmtpOptions {
  url: string;
  dkim?: { domain: string; selector: string; privateKey: string };
}

/**
 * The header fields a DKIM signature covers. nodemailer's own list leaves out List-Unsubscribe-Post, and mail
 * programs show their unsubscribe button only where both list headers are signed (RFC 8058).
 */
const SIGNED_FIELDS =
  'From:Sender:Reply-To:Subject:Date:Message-ID:To:Cc:MIME-Version:Content-Type:Content-Transfer-Encoding:' +
  'In-Reply-To:References:List-Id:List-Help:List-Unsubscribe:List-Unsubscribe-Post:List-Subscribe:List-Post:List-Owner:List-Archive';

/** Hands mail to the operator's SMTP relay. SMTP cannot be asked later what became of a message. */
export class SmtpTransport extends MailTransport {
  private readonly mailer: Transporter<SMTPPoolSentMessageInfo, SMTPPoolOptions>;
  private readonly shared = new SharedMails();

  constructor({ url, dkim }: SmtpOptions) {
    super();
    this.mailer = createTransport({
      url,
      pool: true,
      maxConnections: 7,
      // By default the pool itself sends again when a connection ends in the middle of a mail, which may have arrived.
      maxRequeues: 0,
      // Shorter than a relay's own patience, so that a mail does not meet a connection that is just being closed.
      idleTimeout: 20_000,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 30_000,
      disableFileAccess: true,
      disableUrlAccess: true,
      ...(dkim && {
        dkim: {
          domainName: dkim.domain,
          keySelector: dkim.selector,
          // An environment variable often carries the line breaks of a PEM file as \n.
          privateKey: dkim.privateKey.replaceAll('\\n', '\n'),
          headerFieldNames: SIGNED_FIELDS,
        },
      }),
    });
    // Every failure also reaches the send it belongs to; without a listener an idle connection's end would be fatal.
    this.mailer.on('error', () => undefined);
  }

  override async send(message: MailMessage): Promise<{ accepted: string }> {
    try {
      const raw = await this.shared.encode(message);
      // As an object, so that an address is never read as a list of addresses.
      const to = { name: '', address: message.to };
      const { messageId, from, subject, html, text, headers, attachments } = message;
      const info = await this.mailer.sendMail(raw ? { raw, envelope: { from, to } } : { messageId, from, to, subject, html, text, headers, attachments });
      return { accepted: info.response };
    } catch (error) {
      throw refusalOf(error as SmtpError) ?? error;
    }
  }

  override async find(_messageId: string): Promise<Found> {
    return 'unsupported';
  }

  override async close(): Promise<void> {
    this.mailer.close();
  }
}

type SmtpError = NodemailerError & { command?: string; responseCode?: number; response?: string; timeoutType?: string; syscall?: string };

const ABOUT_THE_MAIL = new Set(['MAIL FROM', 'RCPT TO', 'DATA']);
// These can only happen before the first byte of a mail has been handed over.
const BEFORE_THE_MAIL = new Set(['EDNS', 'EAUTH', 'ETLS', 'EPROXY']);
const EARLY_TIMEOUTS = new Set(['CONNECT_TIMEOUT', 'GREETING_TIMEOUT', 'UPGRADE_TIMEOUT']);

/** What an SMTP error says for certain; null when the mail may have been taken all the same. */
export function refusalOf(error: SmtpError): MailRefused | null {
  const said = error.message;
  if (error.responseCode) {
    const final = error.responseCode >= 500 && ABOUT_THE_MAIL.has(error.command ?? '');
    return final ? new MailRefused(said, 'never', isDead(error)) : new MailRefused(said, 'later');
  }
  const neverConnected = error.syscall === 'connect' || EARLY_TIMEOUTS.has(error.timeoutType ?? '');
  if (neverConnected || BEFORE_THE_MAIL.has(error.code ?? '')) return new MailRefused(said, 'later');
  if (error.code === 'EENVELOPE') return new MailRefused(said, 'never');
  return null;
}

/** Whether a final refusal is about the address. 5.7.x and the like are about us or this mail, and the address may be fine. */
function isDead({ command, response }: SmtpError): boolean {
  if (command === 'MAIL FROM') return false;
  const enhanced = /^\d{3}[ -](5\.\d{1,3}\.\d{1,3})\b/.exec(response ?? '')?.[1];
  return !enhanced || enhanced.startsWith('5.1.') || enhanced === '5.2.1' || enhanced === '5.0.0';
}
