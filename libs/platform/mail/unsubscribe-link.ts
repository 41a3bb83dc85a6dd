import { createHmac, timingSafeEqual } from 'node:crypto';
import { parse, stringify } from 'uuid';
import type { SecretKey } from '@app/platform/secrets';

const ID_BYTES = 16;
const PROOF_BYTES = 16;

/**
 * The token in the foot of a mail that stops mail of its category: the mail's id and 128 bits of proof that we made
 * it. Nothing is stored for it, and it works for as long as the ledger remembers the mail.
 */
export class UnsubscribeLink {
  constructor(private readonly key: SecretKey) {}

  tokenOf(mailId: string): string {
    const id = Buffer.from(parse(mailId));
    return Buffer.concat([id, this.proofOf(id)]).toString('base64url');
  }

  /** The id of the mail the token was made for; null for anything we did not make. */
  mailOf(token: string): string | null {
    if (token.length > 64) return null;
    const bytes = Buffer.from(token, 'base64url');
    if (bytes.length !== ID_BYTES + PROOF_BYTES) return null;
    const id = bytes.subarray(0, ID_BYTES);
    return timingSafeEqual(bytes.subarray(ID_BYTES), this.proofOf(id)) ? stringify(id) : null;
  }

  private proofOf(id: Buffer): Buffer {
    return createHmac('sha256', this.key.derive('mail.unsubscribe')).update(id).digest().subarray(0, PROOF_BYTES);
  }
}
