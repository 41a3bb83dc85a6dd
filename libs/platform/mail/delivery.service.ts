import { Turns } from '@app/platform/database';
import type { Log } from '@app/platform/log';
import { Claims } from './claims.js';
import type { Claimed, DeliveryLedger, Expired, Outcome } from './delivery.ledger.js';
import type { MailRenderer } from './mail-renderer.js';
import { MailRefused, type MailTransport } from './mail.transport.js';

export interface DeliveryOptions {
  /** How long one run may last before it leaves the rest to the next. */
  runMs?: number;
}

/** Sends a share of the ledger, one run at a time. */
interface Lane {
  maxPriority: number;
  batch: number;
  /** How many mails are on their way at once: written, noted or being taken. */
  concurrency: number;
  /** Of these, how many the server may be taking. */
  sending: Turns;
  busy: boolean;
  again: boolean;
}

const lane = (maxPriority: number, batch: number, concurrency: number, connections: number): Lane => ({ maxPriority, batch, concurrency, sending: new Turns(connections), busy: false, again: false });
const URGENT = 0;
const ANY = 32_767;
/**
 * So many mails are on their way at once, and so many at most are left open when a worker dies: the server is taking some
 * while others are written and noted, so that no connection waits for the ledger.
 */
const ON_THEIR_WAY = 20;

/**
 * Sends what the ledger says is due. Any number of workers may do so at once, and any of them may die at any moment:
 * a mail whose outcome is not known is never sent again before the transport was asked about it.
 */
export class Delivery {
  // A sign-in code does not wait behind a batch of digests that a slow server takes one by one.
  private readonly lanes = [lane(URGENT, 10, 2, 2), lane(ANY, 100, ON_THEIR_WAY, 5)];
  private stopped = false;
  private released = false;
  private reconciling = false;

  constructor(
    private readonly ledger: DeliveryLedger,
    private readonly transport: MailTransport,
    private readonly renderer: MailRenderer,
    private readonly log: Log,
    private readonly options: DeliveryOptions = {},
  ) {}

  /** Sends everything that is due now, and finds out what became of mails whose worker died. */
  async run(): Promise<void> {
    if (this.transport.holds) return this.hold();
    if (!this.released) {
      await this.ledger.release();
      this.released = true;
    }
    await this.reconcile();
    await Promise.all(this.lanes.map((each) => this.drain(each)));
  }

  /** Lets what is being handed over finish and takes nothing more. */
  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    while (this.lanes.some((each) => each.busy)) await new Promise((resolve) => setTimeout(resolve, 20));
    await this.transport.close();
  }

  private async hold(): Promise<void> {
    const held = await this.ledger.hold();
    if (held > 0) this.log.warn({ held }, 'mail is held in the ledger: set SMTP_URL to send it');
  }

  private async drain(each: Lane): Promise<void> {
    each.again = true;
    if (each.busy) return;
    each.busy = true;
    const until = Date.now() + (this.options.runMs ?? 8_000);
    try {
      const inTime = (): boolean => !this.stopped && Date.now() < until;
      while (each.again && inTime()) {
        each.again = false;
        const claims = new Claims(this.ledger, each.batch, each.maxPriority);
        await inParallel(claims.whileIn(inTime), each.concurrency, (mail) => this.deliver(mail, each.sending)).finally(() => claims.giveBack());
      }
    } finally {
      each.busy = false;
    }
  }

  private async deliver(mail: Claimed, sending: Turns): Promise<void> {
    try {
      const outcome = await this.attempt(mail, sending);
      if (outcome && !(await this.ledger.settle(mail, outcome))) this.log.warn({ mail: mail.id }, 'the outcome of a mail came after its lease had ended');
      else if (outcome?.state === 'sent') this.log.info({ mail: mail.id, kind: mail.kind, cause: mail.cause ?? undefined }, 'mail handed over');
    } catch (error) {
      // Most likely the database is away; the lease ends by itself and the mail is reconciled.
      this.log.error({ mail: mail.id, error: String(error) }, 'mail');
    }
  }

  /** Null when another worker has the mail, or when its outcome is open. */
  private async attempt(mail: Claimed, sending: Turns): Promise<Outcome | null> {
    let message;
    try {
      message = await this.renderer.render(mail);
    } catch (error) {
      this.log.error({ mail: mail.id, kind: mail.kind, error: String(error) }, 'a mail could not be written');
      return { state: 'later', reason: `It could not be written: ${String(error)}` };
    }
    if (!message) return { state: 'suppressed', reason: 'There was nothing to say any more.' };
    const began = performance.now();
    if (!(await this.ledger.handOver(mail))) return null;
    try {
      // An earlier worker may have been slow rather than dead.
      if (mail.attempts > 0 && (await this.transport.find(mail.messageId)) === 'accepted') return { state: 'sent' };
      return await sending.take<Outcome>(async () => {
        // It may have waited long for its turn, or this process been frozen, and the mail be taken over: then it is no longer
        // ours to send. Where it still is ours it goes back, for it has certainly not left.
        if (performance.now() - began > this.ledger.leaseMs / 2) return { state: 'again' };
        await this.transport.send(message);
        return { state: 'sent' };
      });
    } catch (error) {
      if (!(error instanceof MailRefused)) {
        this.log.warn({ mail: mail.id, error: String(error) }, 'it is open whether a mail was taken');
        await this.ledger.leaveOpen(mail, String(error));
        return null;
      }
      return error.retry === 'later' ? { state: 'later', reason: error.message } : { state: 'failed', reason: error.message, bounced: error.bounced };
    }
  }

  private async reconcile(): Promise<void> {
    if (this.reconciling) return;
    this.reconciling = true;
    try {
      await this.ledger.requeueUnhanded();
      await inParallel(await this.ledger.claimExpired(100), 5, (mail) => this.reconcileOne(mail));
    } finally {
      this.reconciling = false;
    }
  }

  private async reconcileOne(mail: Expired): Promise<void> {
    try {
      const outcome = reconciled(mail, await this.transport.find(mail.messageId));
      if (outcome) await this.ledger.settle(mail, outcome);
      else await this.ledger.waitForGrace(mail);
    } catch (error) {
      // Asked again when this lease ends.
      this.log.warn({ mail: mail.id, error: String(error) }, 'the mail server could not be asked about a mail');
    }
  }
}

/** What to make of a mail whose worker died after beginning to hand it over; null waits for the grace to end. */
function reconciled(mail: Expired, found: 'accepted' | 'unknown' | 'unsupported'): Outcome | null {
  if (found === 'accepted') return { state: 'sent' };
  if (!mail.overGrace) return null;
  if (found === 'unknown') return { state: 'again' };
  // Nobody can say: a second copy of a digest annoys, a code or an answer that never came does harm.
  const onceAtMost = mail.category === 'digest' || mail.category === 'message';
  return onceAtMost ? { state: 'uncertain', reason: 'The mail server cannot say whether it took it.' } : { state: 'again' };
}

async function inParallel<Item>(items: Iterable<Item> | AsyncIterable<Item>, concurrency: number, work: (item: Item) => Promise<void>): Promise<void> {
  const left = Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
  const hands = Array.from({ length: concurrency }, async () => {
    for (let next = await left.next(); !next.done; next = await left.next()) await work(next.value);
  });
  // What one hand cannot go on with, the others still finish.
  const failed = (await Promise.allSettled(hands)).find((hand) => hand.status === 'rejected');
  if (failed) throw failed.reason;
}
