import { Injectable } from '@nestjs/common';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { SecretKey } from '@app/platform/secrets';

/** The last parts of the addresses in mails: an id and a proof that only this house can make. */
@Injectable()
export class MailedLinks {
  constructor(private readonly secret: SecretKey) {}

  /** `moment` binds a link to one question, so that last year's answers nothing this year. */
  tokenOf(id: string, purpose: string, moment = ''): string {
    return `${id}.${this.proofOf(id, purpose, moment)}`;
  }

  /** The id in a token, unproven where the moment must be read first. */
  unprovenId(token: string): string {
    return token.split('.', 1)[0] ?? '';
  }

  /** The id in a token of ours; null for anything else. */
  idIn(token: string, purpose: string, moment = ''): string | null {
    const [id = '', proof = ''] = token.split('.', 2);
    const [given, expected] = [Buffer.from(proof), Buffer.from(this.proofOf(id, purpose, moment))];
    return given.length === expected.length && timingSafeEqual(given, expected) ? id : null;
  }

  private proofOf(id: string, purpose: string, moment: string): string {
    return createHmac('sha256', this.secret.derive(purpose)).update(`${id} ${moment}`).digest('base64url');
  }
}
