import { Injectable } from '@nestjs/common';
import { Database } from '@app/platform/database';
import { Invalid } from '@app/platform/graphql';
import { Mails } from '@app/platform/mail';
import { Attempts } from './attempts.service.js';
import type { Challenge } from './challenge.entity.js';
import { SignIn, WRONG_CODE } from './sign-in.service.js';
import type { Viewer } from './viewer.js';

/** The mail that carries a code; the feature whose deed it confirms writes it. */
export interface ConfirmationMail {
  kind: string;
  data: Record<string, unknown>;
}

/**
 * Fresh codes for what is more than a click, such as a signature: six digits to the address of somebody who is signed in
 * already, ten minutes, five tries, good for one deed. The mail's template gets `challengeId` and asks `codeOf`.
 */
@Injectable()
export class Confirmations {
  constructor(
    private readonly db: Database,
    private readonly attempts: Attempts,
    private readonly mails: Mails,
    private readonly signIns: SignIn,
  ) {}

  /** Sends a code for the deed that `about` names, such as `sign:ID`. */
  async request(viewer: Viewer, about: string, mail: ConfirmationMail): Promise<Challenge> {
    await this.attempts.count([{ key: `confirm:${viewer.accountId}`, max: 12, per: 15 * 60 }]);
    return this.db.transaction(async () => {
      const challenge = await this.signIns.challenge({ address: viewer.email, purpose: 'confirm', accountId: viewer.accountId, about });
      await this.mails.send({
        to: { personId: viewer.accountId, address: viewer.email },
        kind: mail.kind,
        edition: challenge.id,
        category: 'transactional',
        data: { ...mail.data, challengeId: challenge.id },
        priority: 10,
      });
      return challenge;
    });
  }

  /** Takes the typed code. Throws Invalid for a wrong one, one that was sent for another deed or to somebody else, and one used before. */
  async take(viewer: Viewer, about: string, { challengeId, code }: { challengeId: string; code: string }): Promise<void> {
    const challenge = await this.signIns.takeCode(challengeId, code, 'confirm', `account ${viewer.accountId}`);
    if (challenge.accountId !== viewer.accountId || challenge.about !== about) throw new Invalid({ code: WRONG_CODE });
  }

  /** The six digits of a challenge; only the mail that is being rendered may know them. */
  codeOf(challengeId: string): string {
    return this.signIns.codeOf(challengeId);
  }
}
