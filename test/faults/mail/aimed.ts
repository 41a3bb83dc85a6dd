import type { Database } from '@app/platform/database';
import { type Claimed, DeliveryLedger, type Found, type MailMessage, SmtpTransport } from '@app/platform/mail';

/**
 * What a worker of the batteries does to itself at the aimed moment, added to the product's own classes by
 * subclasses: the product knows nothing of it.
 */
const { AIM = 'none', AIM_AFTER = '1', MUTANT = 'none', SINK_WEB = '', LEASE_MS = '1000', GRACE_MS = '2500' } = process.env;
let left = Number(AIM_AFTER);

export function aimedAt(moment: string): boolean {
  if (AIM !== moment) return false;
  left -= 1;
  return left === 0;
}

export function dieAt(moment: string): void {
  if (aimedAt(moment)) process.kill(process.pid, 'SIGKILL');
}

/** SMTP to a sink that can be asked. */
export class SinkTransport extends SmtpTransport {
  override async send(message: MailMessage): Promise<{ accepted: string }> {
    dieAt('before-send');
    const answer = await super.send(message);
    dieAt('after-taken');
    return answer;
  }

  override async find(messageId: string): Promise<Found> {
    dieAt('in-look-up');
    if (MUTANT === 'no-lookup') return 'unknown';
    const reply = await fetch(`${SINK_WEB}/find?id=${encodeURIComponent(messageId)}`);
    return ((await reply.json()) as { accepted: boolean }).accepted ? 'accepted' : 'unknown';
  }
}

export class AimedLedger extends DeliveryLedger {
  constructor(private readonly base: Database) {
    super(base, Number(LEASE_MS), Number(GRACE_MS));
  }

  override async handOver(...given: Parameters<DeliveryLedger['handOver']>): Promise<boolean> {
    dieAt('after-claim');
    const mine = await super.handOver(...given);
    if (aimedAt('frozen')) {
      process.send?.({ say: 'freezing' });
      await new Promise((resolve) => setTimeout(resolve, 50));
      process.kill(process.pid, 'SIGSTOP');
    }
    return mine;
  }

  /** Mails are noted together, and it dies at the nth of them as if each were noted alone. */
  protected override async sentAll(mails: Claimed[]): Promise<boolean[]> {
    return this.base.transaction(async () => {
      const wrote = await super.sentAll(mails);
      for (const _ of mails) dieAt('before-commit');
      return wrote;
    });
  }
}

// A worker that cannot tell that it was frozen; it must send what another has sent meanwhile.
if (MUTANT === 'no-clock') performance.now = () => 0;
