import { render, toPlainText } from '@react-email/render';
import { createElement } from 'react';
import { type Config, publicUrl } from '@app/platform/config';
import type { Contributions, Get } from '@app/platform/feature';
import type { LedgerMail } from './mail-ledger.entity.js';
import { MailLayout } from './MailLayout.js';
import { type MailTemplate, mailTemplates, type WrittenMail } from './mail-template.js';
import type { MailMessage } from './mail.transport.js';
import type { UnsubscribeLink } from './unsubscribe-link.js';

const TEXT = {
  wordwrap: 76,
  selectors: [
    ...['h1', 'h2', 'h3'].map((selector) => ({ selector, options: { uppercase: false } })),
    { selector: 'hr', options: { length: 24 } },
    // An address in angle brackets is a link in every program that shows plain text.
    { selector: 'a', options: { linkBrackets: ['<', '>'] as [string, string], hideLinkHrefIfSameAsText: true } },
  ],
};

export type MailToRender = Pick<LedgerMail, 'id' | 'personId' | 'address' | 'kind' | 'edition' | 'category' | 'data' | 'messageId'>;

/** Writes a mail of the ledger: asks the feature's template for the words and sets them in the common layout. */
export class MailRenderer {
  private readonly templates: Map<string, MailTemplate>;
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
    const written = await template.render(this.get, { ...mail, link });
    if (!written) return null;

    const stop = isStoppable(mail, written) ? `${this.home}/unsubscribe/${this.links.tokenOf(mail.id)}` : null;
    const layout = { subject: oneLine(written.subject), preheader: written.preheader, because: written.because, stop, home: this.home, postalAddress: this.config.MAIL_POSTAL_ADDRESS };
    const html = await render(createElement(MailLayout, layout, written.element));
    const text = written.text === undefined ? html : await render(createElement(MailLayout, layout, createElement('pre', null, written.text)));
    return {
      messageId: mail.messageId,
      from: this.config.MAIL_FROM,
      to: mail.address,
      subject: layout.subject,
      html,
      text: toPlainText(text, TEXT),
      headers: stop ? { 'List-Unsubscribe': `<${stop}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {},
      attachments: (written.attachments ?? []).map((attachment) => ({ ...attachment, filename: oneLine(attachment.filename) })),
    };
  }
}

function isStoppable({ category }: MailToRender, { unsubscribable }: WrittenMail): boolean {
  if (category === 'transactional') return false;
  return category !== 'notice' || unsubscribable !== false;
}

/** A line break in a header would begin another header. */
function oneLine(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, ' ').trim();
}
