import type { Claimed, DeliveryLedger } from './delivery.ledger.js';

/** The mails that one run claims, a batch at a time; the next batch is claimed while the last of the one before are sent. */
export class Claims {
  private readonly left: Claimed[] = [];
  private claiming: Promise<void> | null = null;
  private isDry = false;

  constructor(
    private readonly ledger: DeliveryLedger,
    private readonly batch: number,
    private readonly maxPriority: number,
  ) {}

  /** One mail after the other, until none is due or it is no longer time. */
  async *whileIn(inTime: () => boolean): AsyncGenerator<Claimed, void> {
    while (inTime()) {
      if (this.left.length < this.batch / 2) this.claimMore();
      const mail = this.left.shift();
      if (mail) yield mail;
      else if (this.claiming) await this.claiming;
      else return;
    }
  }

  /** Returns to the ledger what was claimed and not begun. */
  async giveBack(): Promise<void> {
    await this.claiming?.catch(() => undefined);
    for (const token of new Set(this.left.splice(0).map(({ leaseToken }) => leaseToken))) await this.ledger.giveBack(token);
  }

  private claimMore(): void {
    if (this.claiming || this.isDry) return;
    const claiming = this.ledger
      .claim(this.batch, this.maxPriority)
      .then(({ claimed, looked }) => {
        this.left.push(...claimed);
        this.isDry = looked === 0;
      })
      .finally(() => (this.claiming = null));
    // Whoever waits for it hears of the failure; there may be nobody.
    claiming.catch(() => undefined);
    this.claiming = claiming;
  }
}
