import { Injectable } from '@nestjs/common';
import { Database } from '@app/platform/database';
import { type MailCategory, Mails } from '@app/platform/mail';
import { NotAllowed } from '@app/platform/graphql';
import type { Viewer } from '@app/people';

/** The kinds of mail that a reader decides about; sign-in codes are not among them. */
export const STOPPABLE = ['digest', 'message', 'notice'] as const satisfies readonly MailCategory[];
export type Stoppable = (typeof STOPPABLE)[number];

export interface MailChoice {
  category: Stoppable;
  wanted: boolean;
}

export interface MailChoices {
  address: string;
  /** Mail to it comes back, or its owner reported us: nothing is sent until a steward lifts it. */
  unreachable: boolean;
  choices: MailChoice[];
}

/** What mail a person wants, by their own word: on a page of theirs, or by the link in a mail. */
@Injectable()
export class MailChoicesOf {
  constructor(
    private readonly db: Database,
    private readonly mails: Mails,
  ) {}

  async mine(viewer: Viewer): Promise<MailChoices> {
    const { suppressions } = await this.mails.why({ address: viewer.email });
    const own = suppressions.filter(({ reason }) => reason === 'unsubscribed').map(({ category }) => category);
    return {
      address: viewer.email,
      unreachable: suppressions.some(({ reason }) => reason !== 'unsubscribed'),
      choices: STOPPABLE.map((category) => ({ category, wanted: !own.includes(category) && !own.includes(null) })),
    };
  }

  async choose(viewer: Viewer, category: Stoppable, wanted: boolean): Promise<MailChoices> {
    return this.db.transaction(async () => {
      const before = await this.mine(viewer);
      if (wanted) {
        await this.mails.allow(viewer.email, category);
        await this.mails.allow(viewer.email, null);
        // Whoever had stopped everything and wants one thing back still does not want the rest.
        for (const other of before.choices) if (!other.wanted && other.category !== category) await this.mails.stop(viewer.email, other.category);
      } else await this.mails.stop(viewer.email, category);
      return this.mine(viewer);
    });
  }

  /** What a link in a mail is about; null when it is not ours. Changes nothing. */
  async byToken(token: string) {
    return this.mails.subscriptionOf(token);
  }

  async stopByToken(token: string, everything: boolean) {
    return (await this.mails.unsubscribe(token, everything ? 'everything' : 'category')) ?? refused();
  }

  async resumeByToken(token: string) {
    return (await this.mails.resubscribe(token)) ?? refused();
  }
}

function refused(): never {
  throw new NotAllowed('This link is not one of ours, or it is too old. Sign in to choose what mail you get.');
}
