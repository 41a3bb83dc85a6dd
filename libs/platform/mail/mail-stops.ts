import type { Contributions, Get } from '@app/platform/feature';
import type { MailCategory } from './mail-ledger.entity.js';
import { type MailStop, mailTemplates, type StoppedMail } from './mail-template.js';

/** The mail behind a stop link. */
export interface LinkedMail extends StoppedMail {
  kind: string;
  address: string;
  category: MailCategory;
}

/** What the stop links of some kinds of mail end, in place of all mail of their category. */
export class MailStops {
  private readonly stops: Map<string, MailStop>;

  constructor(
    contributions: Contributions,
    private readonly get: Get,
  ) {
    this.stops = new Map(contributions.of(mailTemplates).flatMap(({ kind, stop }) => (stop ? [[kind, stop]] : [])));
  }

  /** Null where the link stops mail of its category, and where what it was about is gone. */
  async about(mail: LinkedMail): Promise<{ words: string; stopped: boolean } | null> {
    return (await this.stops.get(mail.kind)?.about(this.get, mail)) ?? null;
  }

  async stop(mail: LinkedMail): Promise<void> {
    await this.stops.get(mail.kind)?.stop(this.get, mail);
  }

  async resume(mail: LinkedMail): Promise<void> {
    await this.stops.get(mail.kind)?.resume(this.get, mail);
  }
}
