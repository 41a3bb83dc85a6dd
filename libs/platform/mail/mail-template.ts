import type { ReactElement } from 'react';
import { type Get, Point } from '@app/platform/feature';
import type { MailCategory } from './mail-ledger.entity.js';
import type { MailAttachment } from './mail.transport.js';

/** The mail a template is asked to write. */
export interface MailToWrite<Data = Record<string, unknown>> {
  id: string;
  kind: string;
  edition: string;
  category: MailCategory;
  personId: string | null;
  address: string;
  data: Data;
  /** The full address of a page of this Accord: `mail.link('/threads/…')`. */
  link: (path: string) => string;
}

/** What a template writes. The layout around it, with the foot, is added for all mail alike. */
export interface WrittenMail {
  subject: string;
  /** The line shown beside the subject in an inbox; worth opening for. */
  preheader: string;
  /** The body, made of the parts: Heading, Paragraph, Button, List, Quote. */
  element: ReactElement;
  /** The plain text of the body, where the one made from `element` does not read well. */
  text?: string;
  /** Why this person gets it, as a sentence for the foot. */
  because: string;
  /** False takes the stop link from a notice its reader may not do without. Digests and messages always have it, transactional mail never. */
  unsubscribable?: boolean;
  /** What the stop link says, where it stops less than mail of this kind. */
  stopWords?: string;
  attachments?: MailAttachment[];
}

/** One thing that mail is about and that its reader can stop by itself: the stop link of such a mail ends this, and not all mail of its category. */
export interface MailStop {
  /** What the page and the answer say of it: "mail about the search “Calendars”"; null once it is gone. */
  about: (get: Get, mail: StoppedMail) => Promise<{ words: string; stopped: boolean } | null>;
  /** Twice is once. */
  stop: (get: Get, mail: StoppedMail) => Promise<void>;
  resume: (get: Get, mail: StoppedMail) => Promise<void>;
}

/** The mail whose link was used; that it is ours has been proven. */
export type StoppedMail<Data = Record<string, unknown>> = Pick<MailToWrite<Data>, 'category' | 'personId' | 'data'>;

/** How one kind of mail is written, at the moment it is sent. */
export interface MailTemplate {
  readonly kind: string;
  readonly render: (get: Get, mail: MailToWrite) => Promise<WrittenMail | null>;
  /** Mails of one kind and edition for which this answers the same say the same to everybody; only address and stop link differ. */
  readonly sharedBy?: (mail: MailToWrite) => string;
  readonly stop?: MailStop;
}

export const mailTemplates = new Point<MailTemplate>('mail.templates');

/**
 * Declares how a kind of mail is written. Answer null when there is no longer anything to say (the meeting was
 * cancelled, the person left): the ledger keeps the mail as suppressed.
 */
export function mailTemplate<Data extends object = Record<string, unknown>>(template: {
  kind: string;
  render: (get: Get, mail: MailToWrite<Data>) => Promise<WrittenMail | null>;
  sharedBy?: (mail: MailToWrite<Data>) => string;
  stop?: MailStop;
}): MailTemplate {
  return template as MailTemplate;
}
