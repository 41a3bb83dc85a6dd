import { Injectable } from '@nestjs/common';
import { Mails } from '@app/platform/mail';
import { needSteward, type Viewer } from '@app/people';
import { type MailFates, type MailHealth, MailStateName } from './mail-desk.types.js';

/** The mail ledger as stewards see it: states and reasons, never what a mail said. */
@Injectable()
export class MailDesk {
  constructor(private readonly mails: Mails) {}

  async health(viewer: Viewer): Promise<MailHealth> {
    needSteward(viewer);
    const [counts, uncertain, failed] = await Promise.all([this.mails.counts(), this.mails.uncertain(), this.mails.failed()]);
    return { counts: Object.values(MailStateName).flatMap((state) => (counts[state] ? [{ state, count: counts[state] }] : [])), uncertain, failed };
  }

  /** Every mail to an address and what stops it; empty for an address nobody has ever written to. */
  async fates(viewer: Viewer, address: string): Promise<MailFates> {
    needSteward(viewer);
    const { mails, suppressions } = await this.mails.why({ address });
    return { mails, stops: suppressions };
  }
}
