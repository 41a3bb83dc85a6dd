import { Database, newId } from '@app/platform/database';
import { Events } from '@app/platform/events';
import { blockedReason } from './ledger.sql.js';
import { MailBounced } from './mail.events.js';
import type { MailToRender } from './mail-renderer.js';
import { Together } from './together.js';

export interface Claimed extends MailToRender {
  attempts: number;
  leaseToken: string;
  /** The request or job that caused it. */
  cause: string | null;
}

export interface Expired extends Claimed {
  /** Whether the relay has had time to say whether it has the mail. */
  overGrace: boolean;
}

/** How a try ended. `later` comes back after the back-off, or fails when patience is over. */
export type Outcome =
  | { state: 'sent' }
  | { state: 'uncertain'; reason: string }
  | { state: 'suppressed'; reason: string }
  | { state: 'failed'; reason: string; bounced: boolean }
  | { state: 'later'; reason: string }
  | { state: 'again' };

const MINUTES_BETWEEN_TRIES = [1, 5, 15, 60, 240, 480];
const PATIENCE = `interval '72 hours'`;
const COLUMNS = `m.id, m.person_id as "personId", m.address, m.kind, m.edition, m.category, m.data, m.message_id as "messageId", m.attempts, m.lease_token as "leaseToken", m.cause`;

/**
 * The statements by which delivery claims mail and writes down its outcome. All times are the database's; every
 * outcome is written only by whoever still holds the claim.
 */
export class DeliveryLedger {
  private readonly handing = new Together((mails: Claimed[]) => this.handOverAll(mails));
  private readonly sending = new Together((mails: Claimed[]) => this.sentAll(mails));

  constructor(
    private readonly db: Database,
    /** How long a claim lasts without a sign of life. */
    readonly leaseMs: number,
    /** How long after the handing over a relay may still say `unknown` of a mail it has. */
    private readonly graceMs: number,
  ) {}

  /** Takes up to `limit` due mails of at most `priority`; rows that others hold are skipped, suppressed ones settled at once. */
  async claim(limit: number, priority: number): Promise<{ claimed: Claimed[]; looked: number }> {
    const rows = await this.db.query<Claimed & Urgency & { state: string }>(
      `with due as (
         select id, ${blockedReason('mail_ledger.address', 'mail_ledger.category')} as blocked
         from mail_ledger where state = 'queued' and not_before <= now() and priority <= $2
         order by priority, not_before, id limit $1 for update of mail_ledger skip locked
       )
       update mail_ledger m set
         state = case when due.blocked is null then 'sending' else 'suppressed' end, error = due.blocked,
         lease_token = case when due.blocked is null then $3::uuid end,
         lease_until = case when due.blocked is null then now() + make_interval(secs => $4::float8 / 1000) end,
         handed_at = null, tried_since = coalesce(tried_since, now())
       from due where m.id = due.id
       returning m.state, m.priority, m.not_before, ${COLUMNS}`,
      [limit, priority, newId(), this.leaseMs],
    );
    // An update answers its rows in any order.
    const inOrder = rows.sort(byUrgency);
    return { claimed: inOrder.filter((row) => row.state === 'sending'), looked: rows.length };
  }

  /** Notes that the mail is being handed over now. False when the claim ran out and may be somebody else's. */
  async handOver(mail: Claimed): Promise<boolean> {
    return this.handing.do(mail);
  }

  /** Notes it of those whose turn has come at the same moment, and of no others, in one statement. */
  protected handOverAll(mails: Claimed[]): Promise<boolean[]> {
    return this.wroteAll(
      `update mail_ledger m set handed_at = now(), attempts = attempts + 1, lease_until = now() + make_interval(secs => $3::float8 / 1000)
       from unnest($1::uuid[], $2::uuid[]) as mine (id, token) where m.id = mine.id and m.lease_token = mine.token and m.state = 'sending' and m.lease_until > now() returning m.id`,
      mails,
      [this.leaseMs],
    );
  }

  /** Writes that the server took these mails. */
  protected sentAll(mails: Claimed[]): Promise<boolean[]> {
    return this.wroteAll(
      `update mail_ledger m set state = 'sent', sent_at = now(), error = null, lease_token = null, lease_until = null
       from unnest($1::uuid[], $2::uuid[]) as mine (id, token) where m.id = mine.id and m.lease_token = mine.token and m.state = 'sending' returning m.id`,
      mails,
    );
  }

  private async wroteAll(sql: string, mails: Claimed[], more: unknown[] = []): Promise<boolean[]> {
    const rows = await this.db.prepared<{ id: string }>(sql, [mails.map(({ id }) => id), mails.map(({ leaseToken }) => leaseToken), ...more]);
    const wrote = new Set(rows.map(({ id }) => id));
    return mails.map(({ id }) => wrote.has(id));
  }

  /** Writes the outcome where the claim still holds; false where it does not. */
  async settle(mail: Claimed, outcome: Outcome): Promise<boolean> {
    const mine = `where id = $1 and lease_token = $2 and state = 'sending' returning id`;
    const of = [mail.id, mail.leaseToken];
    switch (outcome.state) {
      case 'sent':
        return this.sending.do(mail);
      case 'later':
        return this.wrote(
          `update mail_ledger set error = $3, lease_token = null, lease_until = null, handed_at = null,
             attempts = case when handed_at is null then attempts + 1 else attempts end,
             state = case when now() - tried_since > ${PATIENCE} then 'failed' else 'queued' end,
             not_before = now() + make_interval(mins => ($4::int[])[least(case when handed_at is null then attempts + 1 else attempts end, ${MINUTES_BETWEEN_TRIES.length})]) ${mine}`,
          [...of, outcome.reason, MINUTES_BETWEEN_TRIES],
        );
      case 'again':
        return this.wrote(`update mail_ledger set state = 'queued', lease_token = null, lease_until = null, handed_at = null ${mine}`, of);
      case 'failed':
        return this.db.transaction(async () => {
          const wrote = await this.wrote(`update mail_ledger set state = 'failed', error = $3, lease_token = null, lease_until = null ${mine}`, [...of, outcome.reason]);
          if (wrote && outcome.bounced) {
            await suppressBounced(this.db, mail.address);
          }
          return wrote;
        });
      default:
        return this.wrote(`update mail_ledger set state = $3, error = $4, lease_token = null, lease_until = null ${mine}`, [...of, outcome.state, outcome.reason]);
    }
  }

  /** Gives an open outcome to reconciliation at once, instead of when the lease runs out. */
  async leaveOpen(mail: Claimed, reason: string): Promise<void> {
    await this.db.query(`update mail_ledger set lease_until = now(), error = $3 where id = $1 and lease_token = $2 and state = 'sending'`, [mail.id, mail.leaseToken, reason]);
  }

  /** Returns what was claimed and not begun. */
  async giveBack(leaseToken: string): Promise<void> {
    await this.db.query(
      `update mail_ledger set state = 'queued', lease_token = null, lease_until = null where lease_token = $1 and state = 'sending' and handed_at is null`,
      [leaseToken],
    );
  }

  /** Looks at an open outcome again when its grace is over. */
  async waitForGrace(mail: Claimed): Promise<void> {
    await this.db.query(
      `update mail_ledger set lease_until = handed_at + make_interval(secs => $3::float8 / 1000) where id = $1 and lease_token = $2 and state = 'sending'`,
      [mail.id, mail.leaseToken, this.graceMs],
    );
  }

  /** Requeues what a dead worker had claimed but not handed over: it has certainly not left. */
  async requeueUnhanded(): Promise<void> {
    await this.db.query(`update mail_ledger set state = 'queued', lease_token = null, lease_until = null where state = 'sending' and lease_until <= now() and handed_at is null`);
  }

  /** Takes over up to `limit` mails of which nobody knows whether they left. */
  async claimExpired(limit: number): Promise<Expired[]> {
    return this.db.query<Expired>(
      `with lost as (
         select id from mail_ledger where state = 'sending' and lease_until <= now() and handed_at is not null
         order by lease_until limit $1 for update skip locked
       )
       update mail_ledger m set lease_token = $2::uuid, lease_until = now() + make_interval(secs => $3::float8 / 1000)
       from lost where m.id = lost.id
       returning ${COLUMNS}, m.handed_at + make_interval(secs => $4::float8 / 1000) <= now() as "overGrace"`,
      [limit, newId(), this.leaseMs, this.graceMs],
    );
  }

  /** Where nobody takes mail: what is due waits as held. Answers how many are new to it. */
  async hold(): Promise<number> {
    return (await this.db.query(`update mail_ledger set state = 'held' where state = 'queued' and not_before <= now() returning 1`)).length;
  }

  /** Lets held mail go once there is a transport; what waited longer than patience is no longer worth sending. */
  async release(): Promise<number> {
    const rows = await this.db.query(
      `update mail_ledger set
         state = case when now() - greatest(created_at, not_before) > ${PATIENCE} then 'failed' else 'queued' end,
         error = case when now() - greatest(created_at, not_before) > ${PATIENCE} then 'It was held too long: no mail server was set.' end
       where state = 'held' returning 1`,
    );
    return rows.length;
  }

  private async wrote(sql: string, parameters: unknown[]): Promise<boolean> {
    return (await this.db.prepared(sql, parameters)).length > 0;
  }
}

interface Urgency {
  id: string;
  priority: number;
  not_before: Date;
}

function byUrgency(a: Urgency, b: Urgency): number {
  return a.priority - b.priority || a.not_before.getTime() - b.not_before.getTime() || (a.id < b.id ? -1 : 1);
}

/** Suppresses an address whose mail came back, and says so the first time, in the same transaction. */
export async function suppressBounced(db: Database, address: string): Promise<void> {
  await db.transaction(async () => {
    const fresh = await db.one(`insert into mail_suppression (id, address, reason) values ($1, $2, 'bounced') on conflict do nothing returning id`, [newId(), address]);
    if (fresh) await new Events(db).publish(MailBounced, { address });
  });
}
