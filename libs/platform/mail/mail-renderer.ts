import { compile } from 'html-to-text';
import { createElement, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { type Config, publicUrl } from '@app/platform/config';
import type { Contributions, Get } from '@app/platform/feature';
import type { LedgerMail } from './mail-ledger.entity.js';
import { MailLayout } from './MailLayout.js';
import { type MailTemplate, mailTemplates, type MailToWrite, type WrittenMail } from './mail-template.js';
import type { CommonMail, MailMessage } from './mail.transport.js';
import type { UnsubscribeLink } from './unsubscribe-link.js';

/** Compiled once: reading the rules takes longer than a mail. */
const fromPage = compile({
  wordwrap: 76,
  selectors: [
    { selector: 'img', format: 'skip' },
    { selector: '[data-skip-in-text=true]', format: 'skip' },
    ...['td', 'th'].map((selector) => ({ selector, format: 'block', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } })),
    ...['h1', 'h2', 'h3'].map((selector) => ({ selector, options: { uppercase: false } })),
    { selector: 'hr', options: { length: 24 } },
    // An address in angle brackets is a link in every program that shows plain text.
    { selector: 'a', options: { linkBrackets: ['<', '>'], hideLinkHrefIfSameAsText: true } },
  ],
});

/** How a page looks is no part of its words, and is most of what would have to be read; in attributes React writes quotes as `&quot;`. */
const toPlainText = (html: string): string => fromPage(html.replace(/ (?:style|class)="[^"]*"/g, ''));

// What mail programs, old ones too, measure and draw alike.
const DOCTYPE = '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">';

/** Mail has nothing to wait for, so it is written in one go. */
const page = (element: ReactElement): string => DOCTYPE + renderToStaticMarkup(element);

/** How many that are shared are kept; mails are sent in the order in which they were queued, so one edition needs few. */
const SHARED = 200;
/** Stands where the token of a stop link comes: as long as one, so that lines of plain text break alike, and found in no text by chance. */
const STOP = 'c29AtopTokenOfThisMailComesHereWhenItIsAdrs';

/** A mail before it has an address. */
interface Rendered {
  common: CommonMail;
  /** Whether it has a stop link, and so something that differs from reader to reader. */
  isStoppable: boolean;
  isShared: boolean;
}

export type MailToRender = Pick<LedgerMail, 'id' | 'personId' | 'address' | 'kind' | 'edition' | 'category' | 'data' | 'messageId'>;

/** Writes a mail of the ledger: asks the feature's template for the words and sets them in the common layout. */
export class MailRenderer {
  private readonly templates: Map<string, MailTemplate>;
  private readonly shared = new Map<string, Promise<Rendered | null>>();
  private readonly home: string;

  constructor(
    contributions: Contributions,
    private readonly get: Get,
    private readonly links: UnsubscribeLink,
    private readonly config: Config,
  ) {
    this.templates = new Map(contributions.of(mailTemplates).map((template) => [template.kind, template]));
    this.home = publicUrl(config);
  }

  /** Null when the template has nothing to say any more. Throws for a kind that no feature knows. */
  async render(mail: MailToRender): Promise<MailMessage | null> {
    const template = this.templates.get(mail.kind);
    if (!template) throw new Error(`No feature writes mail of the kind ${mail.kind}.`);
    const link = (path: string): string => `${this.home}${path.startsWith('/') ? path : `/${path}`}`;
    const order = { ...mail, link };
    const rendered = template.sharedBy ? await this.once([mail.kind, mail.edition, template.sharedBy(order)].join(' '), () => this.rendered(template, order)) : await this.rendered(template, order);
    return rendered && this.addressed(mail, rendered);
  }

  /** Renders what many get once for all of them, as long as it is among the last that were asked for. */
  private once(key: string, work: () => Promise<Rendered | null>): Promise<Rendered | null> {
    const found = this.shared.get(key);
    if (found) return found;
    const made = work();
    this.shared.set(key, made);
    // What failed, or had nothing to say yet, is tried again by the next.
    made.then(
      (rendered) => rendered ?? this.shared.delete(key),
      () => this.shared.delete(key),
    );
    if (this.shared.size > SHARED) this.shared.delete(this.shared.keys().next().value ?? key);
    return made;
  }

  private async rendered(template: MailTemplate, mail: MailToWrite): Promise<Rendered | null> {
    const written = await template.render(this.get, mail);
    if (!written) return null;
    const stop = isStoppable(mail, written) ? `${this.home}/unsubscribe/${STOP}` : null;
    const layout = { subject: oneLine(written.subject), preheader: written.preheader, because: written.because, stop, stopWords: written.stopWords, home: this.home, postalAddress: this.config.MAIL_POSTAL_ADDRESS };
    const html = page(createElement(MailLayout, layout, written.element));
    const text = written.text === undefined ? html : page(createElement(MailLayout, layout, createElement('pre', null, written.text)));
    const common: CommonMail = {
      from: this.config.MAIL_FROM,
      subject: layout.subject,
      html,
      text: toPlainText(text),
      headers: stop ? { 'List-Unsubscribe': `<${stop}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {},
      attachments: (written.attachments ?? []).map((attachment) => ({ ...attachment, filename: oneLine(attachment.filename) })),
    };
    return { common, isStoppable: stop !== null, isShared: template.sharedBy !== undefined };
  }

  /** Makes one person's mail of what was rendered: with their address, and the link that stops it for them alone. */
  private addressed({ id, messageId, address }: MailToRender, { common, isStoppable, isShared }: Rendered): MailMessage {
    if (!isStoppable) return { ...common, messageId, to: address };
    const token = this.links.tokenOf(id);
    const own = (words: string): string => words.replaceAll(STOP, token);
    const headers = Object.fromEntries(Object.entries(common.headers).map(([name, value]) => [name, own(value)]));
    return { ...common, messageId, to: address, html: own(common.html), text: own(common.text), headers, ...(isShared && { shared: { common, mark: STOP, token } }) };
  }
}

function isStoppable({ category }: Pick<MailToRender, 'category'>, { unsubscribable }: WrittenMail): boolean {
  if (category === 'transactional') return false;
  return category !== 'notice' || unsubscribable !== false;
}

/** A line break in a header would begin another header. */
function oneLine(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, ' ').trim();
}
