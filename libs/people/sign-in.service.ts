import { Injectable } from '@nestjs/common';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { Database, newId } from '@app/platform/database';
import { Invalid } from '@app/platform/graphql';
import { Mails } from '@app/platform/mail';
import { SecretKey } from '@app/platform/secrets';
import { Account } from './account.entity.js';
import { Attempts } from './attempts.service.js';
import { Challenge, type ChallengePurpose } from './challenge.entity.js';

const LIVES_MINUTES = 10;
const TRIES = 5;
const CODE_PURPOSE = 'sign-in-code';

/** Says alike that a code is wrong, used, too old or somebody else's. */
export const WRONG_CODE = 'That code is not right, or its ten minutes are over. Check the newest mail, or ask for a new code.';
const STALE_LINK = 'This link is no longer good: it was used, or its ten minutes are over. Ask for a new one.';

/** Sign-in without passwords: a code and a link by mail. Nothing here tells whether an address is known. */
@Injectable()
export class SignIn {
  constructor(
    private readonly db: Database,
    private readonly attempts: Attempts,
    private readonly mails: Mails,
    private readonly secret: SecretKey,
  ) {}

  /** Sends exactly one mail: a code to those we know, how to ask to join to everybody else. */
  async request(email: string, source: string): Promise<Challenge> {
    const address = email.toLowerCase();
    await this.attempts.count([
      { key: `code:address:${address}`, max: 8, per: 15 * 60 },
      { key: `code:source:${source}`, max: 120, per: 60 * 60 },
    ]);
    return this.db.transaction(async () => {
      const account = await this.db.of(Account).findOneBy({ email: address });
      const challenge = await this.challenge({ address, purpose: account ? 'sign-in' : 'join', accountId: account?.id ?? null });
      await this.mails.send({
        to: { address, ...(account ? { personId: account.id } : {}) },
        kind: account ? 'people.sign-in-code' : 'people.how-to-join',
        edition: challenge.id,
        category: 'transactional',
        data: { challengeId: challenge.id },
        priority: 10,
      });
      return challenge;
    });
  }

  /** Sends a code to the address that is to become a person's own. */
  async requestChange(accountId: string, email: string): Promise<Challenge> {
    const address = email.toLowerCase();
    await this.attempts.count([{ key: `change:${accountId}`, max: 5, per: 60 * 60 }]);
    return this.db.transaction(async () => {
      const challenge = await this.challenge({ address, purpose: 'change-address', accountId });
      await this.mails.send({
        to: { address },
        kind: 'people.confirm-address',
        edition: challenge.id,
        category: 'transactional',
        data: { challengeId: challenge.id },
        priority: 10,
      });
      return challenge;
    });
  }

  /** Writes down that a code is on its way. */
  challenge(facts: { address: string; purpose: ChallengePurpose; accountId: string | null; about?: string }): Promise<Challenge> {
    const now = new Date();
    return this.db.of(Challenge).save({
      about: null,
      ...facts,
      id: newId(),
      tries: 0,
      createdAt: now,
      expiresAt: new Date(now.getTime() + LIVES_MINUTES * 60_000),
      usedAt: null,
    });
  }

  /** Takes a typed code; answers the challenge it opens. Throws Invalid after five tries, ten minutes, or one use. */
  async takeCode(challengeId: string, code: string, purpose: ChallengePurpose, source: string): Promise<Challenge> {
    await this.attempts.count([{ key: `try:source:${source}`, max: 300, per: 60 * 60 }]);
    // Counted outside the transaction: a wrong try must stay counted when everything else is rolled back.
    await this.db.source.query(`update challenge set tries = tries + 1 where id = $1`, [challengeId]);
    const expected = this.codeOf(challengeId);
    if (!same(code, expected)) throw new Invalid({ code: WRONG_CODE });
    return this.use(challengeId, purpose, { code: WRONG_CODE }, TRIES);
  }

  /** Takes the link of the mail, pressed by a person: opening the page changes nothing. */
  async takeLink(token: string, purpose: ChallengePurpose): Promise<Challenge> {
    const [challengeId = '', proof = ''] = token.split('.', 2);
    if (!same(proof, this.proofOf(challengeId))) throw new Invalid({ token: STALE_LINK });
    return this.use(challengeId, purpose, { token: STALE_LINK }, null);
  }

  private async use(id: string, purpose: ChallengePurpose, refusal: Record<string, string>, maxTries: number | null): Promise<Challenge> {
    const used = await this.db.query<{ id: string }>(
      `update challenge set used_at = now()
       where id = $1 and purpose = $2 and used_at is null and expires_at > now() and ($3::int is null or tries <= $3) returning id`,
      [id, purpose, maxTries],
    );
    const challenge = used[0] ? await this.db.of(Challenge).findOneBy({ id }) : null;
    if (!challenge) throw new Invalid(refusal);
    return challenge;
  }

  /** The six digits of a challenge; only the mail that is being rendered may know them. */
  codeOf(challengeId: string): string {
    return this.secret.sixDigits(CODE_PURPOSE, challengeId);
  }

  /** The token that a mailed link carries: the challenge and a proof that only this house can make. */
  linkTokenOf(challengeId: string): string {
    return `${challengeId}.${this.proofOf(challengeId)}`;
  }

  private proofOf(challengeId: string): string {
    return createHmac('sha256', this.secret.derive('sign-in-link')).update(challengeId).digest('base64url');
  }
}

function same(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
