import { loadConfig } from '@app/platform/config';
import { type Database, openDatabase, runMigrations } from '@app/platform/database';
import { JobQueue } from '@app/platform/jobs';
import { mailFeature, Mails, UnsubscribeLink } from '@app/platform/mail';
import { SecretKey } from '@app/platform/secrets';
import { letter } from './letter.js';
import { Child, pause } from './process.js';

export interface Verdict {
  queued: number;
  /** Mails of the ledger that the sink never took. */
  missing: number;
  /** Copies the sink took beyond the first of each. */
  extra: number;
  messageIds: number;
  /** Mails whose ledger row says something else than sent, by state. */
  unsettled: Record<string, number>;
  /** Aimed moments that never came, so that nothing was tried there. */
  missed: string[];
  killed: Record<string, number>;
}

/** Each moment at which a worker may die, and how many of its mails go well before. */
const AIMS = ['after-taken', 'in-look-up', 'before-send', 'before-answer', 'before-commit', 'after-claim'] as const;

const SECRET = 'the battery has no secrets worth keeping';

class NoQueue extends JobQueue {
  override async add(): Promise<void> {}
}

/** One ledger, one sink, and workers that die. */
export class Battery {
  private queued = 0;
  private readonly killed: Record<string, number> = {};
  private readonly missed: string[] = [];

  private constructor(
    private readonly db: Database,
    private readonly mails: Mails,
    private readonly sink: Child,
    private readonly env: Record<string, string>,
    private readonly random: () => number,
  ) {}

  static async open(url: string, random: () => number, mutant: string): Promise<Battery> {
    const env = { NODE_ENV: 'test', DATABASE_URL: url, SECRET_KEY: SECRET, MAIL_FROM: 'Accord <accord@faults.example>', MUTANT: mutant };
    const db = await openDatabase({ url, entities: mailFeature.entities ?? [], migrations: mailFeature.migrations ?? [], pool: 4 });
    await runMigrations(db);
    await db.query('truncate mail_ledger, mail_suppression');
    const sink = new Child('./sink.ts', {});
    const { smtp, web } = (await sink.says('ready')) as unknown as { smtp: string; web: string };
    const mails = new Mails(db, new NoQueue(), new UnsubscribeLink(new SecretKey(SECRET)), loadConfig(env));
    return new Battery(db, mails, sink, { ...env, SMTP_URL: smtp, SINK_WEB: web }, random);
  }

  /** Queues `mails` in as many waves as there are kills, and kills a worker in each; then lets two workers finish. */
  async kill(mails: number, kills: number, aims: readonly string[] = AIMS): Promise<void> {
    const wave = Math.floor(mails / (kills + 1));
    let next = this.worker(aims[0] as string);
    for (let n = 0; n < kills; n += 1) {
      const [worker, aim] = [next, n < aims.length ? (aims[n] as string) : 'random'];
      await worker.says('ready');
      // The next one starts while this one works, so that it is at hand to find what the dead one left.
      if (n + 1 < kills) next = this.worker(n + 1 < aims.length ? (aims[n + 1] as string) : 'random', 0.5);
      await this.killOne(worker, aim, wave);
    }
    await this.queue(mails - this.queued);
    await this.finish();
  }

  private async killOne(worker: Child, aim: string, wave: number): Promise<void> {
    if (aim === 'before-answer') await this.ask(`/hold?after=${this.between(1, wave / 2)}`);
    await this.queue(wave);
    if (aim === 'before-answer') await this.sink.says('holding', 10_000).catch(() => undefined);
    if (aim === 'random') await pause(this.between(20, 600));
    if (aim === 'random' || aim === 'before-answer') worker.signal('SIGKILL');
    if (await worker.diesWithin(12_000)) this.killed[aim] = (this.killed[aim] ?? 0) + 1;
    else {
      this.missed.push(aim);
      worker.signal('SIGKILL');
      await worker.died;
    }
  }

  /** Freezes a worker between claiming a mail and sending it, until another has taken over; then lets it go on. */
  async freeze(times: number): Promise<void> {
    for (let time = 0; time < times; time += 1) {
      const frozen = this.worker('frozen', 0);
      await frozen.says('ready');
      await this.queue(1);
      await frozen.says('freezing');
      const other = this.worker('none');
      await this.settled(15_000);
      frozen.signal('SIGCONT');
      await pause(400);
      for (const each of [frozen, other]) each.signal('SIGKILL');
      await Promise.all([frozen.died, other.died]);
      this.killed.frozen = (this.killed.frozen ?? 0) + 1;
    }
  }

  private worker(aim: string, share = 0.4): Child {
    // Dying at the very first mail as well as deep in a batch; the look-up is needed only for what a dead one left.
    const after = aim === 'in-look-up' ? 1 : 1 + Math.floor(this.random() * 40 * share);
    return new Child('./worker.ts', { ...this.env, AIM: aim, AIM_AFTER: String(after) });
  }

  private between(from: number, to: number): number {
    return Math.floor(from + this.random() * (to - from));
  }

  private async queue(mails: number): Promise<void> {
    const from = this.queued + 1;
    this.queued += mails;
    await this.mails.sendSelected(
      { kind: letter.kind, edition: 'faults', category: 'digest' },
      `select null::uuid as person_id, 'person' || n || '@faults.example' as address, jsonb_build_object('number', n) as data from generate_series($1::int, $2::int) n`,
      [from, this.queued],
    );
  }

  private async finish(): Promise<void> {
    const workers = [this.worker('none'), this.worker('none')];
    await this.settled(25_000);
    for (const worker of workers) worker.signal('SIGKILL');
    await Promise.all(workers.map((worker) => worker.died));
  }

  /** Waits until nothing is open, or until nothing has changed for `ms`: a slow machine is not a lost mail. */
  private async settled(ms: number): Promise<void> {
    let [last, until] = [-1, 0];
    for (;;) {
      const open = (await this.db.one<{ n: number }>(`select count(*)::int as n from mail_ledger where state in ('queued', 'sending')`))?.n ?? 0;
      if (open === 0) return;
      if (open !== last) [last, until] = [open, Date.now() + ms];
      if (Date.now() > until) return;
      await pause(100);
    }
  }

  private async ask(path: string): Promise<{ id: string; copies: string[] }[]> {
    return (await (await fetch(`${this.env.SINK_WEB}${path}`)).json()) as { id: string; copies: string[] }[];
  }

  async verdict(): Promise<Verdict> {
    const log = await this.ask('/log');
    const rows = await this.db.query<{ message_id: string; address: string; state: string }>(
      `select message_id, address, case when state in ('sent', 'failed', 'uncertain') then state
         else concat_ws(', ', state, case when not_before > now() then 'due later' end, case when lease_until > now() then 'leased' end, error) end as state
       from mail_ledger`,
    );
    const taken = new Map(log.map(({ id, copies }) => [id, copies]));
    return {
      queued: rows.length,
      missing: rows.filter((row) => !taken.get(row.message_id)?.includes(row.address)).length,
      extra: log.reduce((sum, { copies }) => sum + copies.length - 1, 0),
      messageIds: taken.size,
      unsettled: rows.filter((row) => row.state !== 'sent').reduce<Record<string, number>>((by, { state }) => ({ ...by, [state]: (by[state] ?? 0) + 1 }), {}),
      missed: this.missed,
      killed: this.killed,
    };
  }

  async close(): Promise<void> {
    await this.db.source.destroy();
    this.sink.signal('SIGKILL');
    await this.sink.died;
  }
}
