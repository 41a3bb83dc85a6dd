export interface MailAttachment {
  filename: string;
  contentType: string;
  content: string;
}

/** A mail ready to be handed over. */
export interface MailMessage {
  /** The same for every try, so that a copy can be recognized. */
  messageId: string;
  from: string;
  to: string;
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string>;
  attachments: MailAttachment[];
  /** Where others get the same: of what this one was made, so that a transport need not encode it anew. */
  shared?: { common: CommonMail; mark: string; token: string };
}

/** What many mails have in common, one object for all of them. It holds a mark wherever each has a token of its own. */
export type CommonMail = Readonly<Omit<MailMessage, 'messageId' | 'to' | 'shared'>>;

/** accepted: the relay has it. unknown: it has not, as far as it knows. unsupported: it cannot say. */
export type Found = 'accepted' | 'unknown' | 'unsupported';

/**
 * Thrown by a transport that knows for certain that the mail was not taken. Any other error of `send` leaves it open
 * whether the mail left, and the ledger then asks `find` before it tries again.
 */
export class MailRefused extends Error {
  constructor(
    message: string,
    /** later: worth another try. never: this mail will always be refused. */
    readonly retry: 'later' | 'never',
    /** Whether the address itself is dead, so that nothing more should be written to it. */
    readonly bounced = false,
  ) {
    super(message);
  }
}

/** Who takes a mail from us and carries it on. */
export abstract class MailTransport {
  /** True where there is nobody to hand mail to: the ledger then holds it. */
  readonly holds: boolean = false;

  /** Resolves once the mail is taken. Throws {@link MailRefused} when it certainly was not. */
  abstract send(message: MailMessage): Promise<{ accepted: string }>;

  abstract find(messageId: string): Promise<Found>;

  async close(): Promise<void> {}
}
