import { Inject, Injectable, Optional } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Config } from '@app/platform/config';
import { Database, newId } from '@app/platform/database';
import { JobQueue } from '@app/platform/jobs';
import { currentCause } from '@app/platform/log';
import { suppressBounced } from './delivery.ledger.js';
import { blockedReason, enterMails } from './ledger.sql.js';
import { DELIVER } from './deliver.order.js';
import type { MailCategory, MailState } from './mail-ledger.entity.js';
import type { SuppressionReason } from './mail-suppression.entity.js';
import { type LinkedMail, MailStops } from './mail-stops.js';
import { domainOf } from './sender.js';
import { UnsubscribeLink } from './unsubscribe-link.js';

export interface MailRecipient {
  /** Absent for an address that has no account. */
  personId?: string | null;
  address: string;
}

export interface MailOrder {
  to: MailRecipient;
  kind: string;
  /** What makes this mail different from the last of its kind: nobody gets one kind and edition twice. */
  edition: string;
  category: MailCategory;
  /** Ids and words for the template, never a secret: the template makes codes and links when it renders. */
  data?: Record<string, unknown>;
  notBefore?: Date;
  /** 0 goes first; without it the category decides. */
  priority?: number;
}

export type MailEdition = Omit<MailOrder, 'to' | 'data'>;

/** What became of one mail, for whoever asks why somebody did or did not get it. */
export interface MailFate {
  id: string;
  kind: string;
  edition: string;
  category: MailCategory;
  address: string;
  state: MailState;
  error: string | null;
  attempts: number;
  createdAt: Date;
  notBefore: Date;
  sentAt: Date | null;
}

export interface Suppression {
  address: string;
  reason: SuppressionReason;
  category: MailCategory | null;
  at: Date;
}

/** What an unsubscribe link is about; the address is masked, because links get forwarded. */
export interface Subscription {
  address: string;
  category: MailCategory;
  stopped: boolean;
  /** The one thing that the link stops, in words; null where it stops mail of its category. */
  about: string | null;
}

const WAKE_PAUSE_MS = 200;
// Not an address, so nobody can be written to by it.
const FORGOTTEN = 'forgotten';

/** Queues mail, each once, and knows who does not want any. */
@Injectable()
export class Mails {
  private readonly woken = new WeakSet<EntityManager>();
  private readonly domain: string;
  private lastWake = 0;

  constructor(
    private readonly db: Database,
    private readonly queue: JobQueue,
    private readonly links: UnsubscribeLink,
    @Inject('CONFIG') config: Config,
    @Optional() @Inject(MailStops) private readonly stops: MailStops | null = null,
  ) {
    this.domain = domainOf(config.MAIL_FROM);
  }

  async send(mail: MailOrder): Promise<void> {
    await this.sendAll([mail]);
  }

  /** Queues mails in one statement, within the transaction in force. Answers how many were new. */
  async sendAll(mails: MailOrder[]): Promise<number> {
    if (mails.length === 0) return 0;
    const rows = mails.map(({ to, kind, edition, category, data, notBefore, priority }) => ({
      person_id: to.personId ?? null, address: to.address, kind, edition, category, data: data ?? {}, not_before: notBefore ?? null, priority: priority ?? null,
    }));
    return this.enter(
      `select * from jsonb_to_recordset($1::jsonb) as given(person_id uuid, address text, kind text, edition text, category text, data jsonb, not_before timestamptz, priority smallint)`,
      [JSON.stringify(rows)],
    );
  }

  /**
   * Queues one edition for everybody whom `sql` selects, without their rows passing through this process. The
   * statement answers `person_id uuid, address text, data jsonb`; its parameters are `$1…`. Answers how many were new.
   */
  async sendSelected(edition: MailEdition, sql: string, parameters: readonly unknown[] = []): Promise<number> {
    const n = parameters.length;
    return this.enter(
      `select picked.person_id::uuid as person_id, picked.address::text as address, $${n + 1}::text as kind, $${n + 2}::text as edition,
         $${n + 3}::text as category, picked.data::jsonb as data, $${n + 4}::timestamptz as not_before, $${n + 5}::smallint as priority
       from (${sql}) as picked`,
      [...parameters, edition.kind, edition.edition, edition.category, edition.notBefore ?? null, edition.priority ?? null],
    );
  }

  private async enter(source: string, parameters: unknown[]): Promise<number> {
    const result = await this.db.one<{ entered: number; due: boolean }>(enterMails(source, `$${parameters.length + 1}::text`, `$${parameters.length + 2}::text`), [...parameters, this.domain, currentCause()]);
    if (result?.due) this.wakeAfterCommit();
    return result?.entered ?? 0;
  }

  private wakeAfterCommit(): void {
    if (this.db.inTransaction) {
      // One wake-up for a transaction, however many mails it queues.
      if (this.woken.has(this.db.manager)) return;
      this.woken.add(this.db.manager);
    }
    this.db.afterCommit(() => {
      if (Date.now() - this.lastWake < WAKE_PAUSE_MS) return;
      this.lastWake = Date.now();
      // The schedule comes round every second, so a wake-up that gets lost costs no mail.
      this.queue.add([{ name: DELIVER, data: {} }]).catch(() => undefined);
    });
  }

  /** What the link in a mail would stop; null for a link that is not ours. Changes nothing. */
  async subscriptionOf(token: string): Promise<Subscription | null> {
    const mail = await this.mailOf(token);
    if (!mail) return null;
    const row = await this.db.one<{ reason: string | null }>(`select ${blockedReason('$1::text', '$2::text')} as reason`, [mail.address, mail.category]);
    const about = await this.stops?.about(mail);
    return { address: masked(mail.address), category: mail.category, stopped: row?.reason != null || (about?.stopped ?? false), about: about?.words ?? null };
  }

  /** Stops mail of the category of the mail that carried the token, or the one thing it was about, or mail of every category. Twice is once. */
  async unsubscribe(token: string, scope: 'category' | 'everything' = 'category'): Promise<Subscription | null> {
    const mail = await this.mailOf(token);
    if (!mail) return null;
    const about = scope === 'everything' ? null : await this.stops?.about(mail);
    if (about) await this.stops?.stop(mail);
    else await this.stop(mail.address, scope === 'everything' ? null : mail.category);
    return { address: masked(mail.address), category: mail.category, stopped: true, about: about?.words ?? null };
  }

  /** Takes an unsubscription back. A bounced address stays suppressed: only a steward can know that it works again. */
  async resubscribe(token: string): Promise<Subscription | null> {
    const mail = await this.mailOf(token);
    if (!mail) return null;
    await this.stops?.resume(mail);
    await this.allow(mail.address, mail.category);
    await this.allow(mail.address, null);
    return this.subscriptionOf(token);
  }

  /** Suppresses an address at its owner's wish; null is every category except sign-in codes and the like. */
  async stop(address: string, category: MailCategory | null): Promise<void> {
    await this.suppress(address, 'unsubscribed', category);
  }

  async allow(address: string, category: MailCategory | null): Promise<void> {
    await this.db.query(`delete from mail_suppression where address = $1 and reason = 'unsubscribed' and category is not distinct from $2`, [normal(address), category]);
  }

  /** Suppresses an address for good: mail to it comes back, or its owner reported us. May be told the same twice. */
  async suppress(address: string, reason: SuppressionReason, category: MailCategory | null = null): Promise<void> {
    if (reason === 'bounced' && category === null) return suppressBounced(this.db, normal(address));
    await this.db.query(`insert into mail_suppression (id, address, reason, category) values ($1, $2, $3, $4) on conflict do nothing`, [newId(), normal(address), reason, category]);
  }

  /** Lifts bounces and complaints, once a steward knows that the address works and its owner agrees. */
  async pardon(address: string): Promise<void> {
    await this.db.query(`delete from mail_suppression where address = $1 and reason <> 'unsubscribed'`, [normal(address)]);
  }

  /** Why somebody did or did not get something: their latest 200 mails, and what is suppressed for their addresses. */
  async why(who: { personId: string } | { address: string }): Promise<{ mails: MailFate[]; suppressions: Suppression[] }> {
    const [column, value] = 'personId' in who ? ['person_id', who.personId] : ['address', normal(who.address)];
    const mails = await this.fates(`where ${column} = $1 order by created_at desc, id desc limit 200`, [value]);
    const addresses = [...new Set([...mails.map((mail) => mail.address), ...('address' in who ? [value] : [])])];
    const suppressions = await this.db.query<Suppression>(`select address, reason, category, at from mail_suppression where address = any($1) order by at desc`, [addresses]);
    return { mails, suppressions };
  }

  /** Mails nobody can say about whether they arrived; a steward decides. Newest first, at most 200. */
  async uncertain(): Promise<MailFate[]> {
    return this.fates(`where state = 'uncertain' order by created_at desc limit 200`, []);
  }

  /** Mails of the last `days` that were given up. Newest first, at most 200. */
  async failed(days = 30): Promise<MailFate[]> {
    return this.fates(`where state = 'failed' and created_at > now() - make_interval(days => $1::int) order by created_at desc limit 200`, [days]);
  }

  /** How many mails of the last `days` are in which state. */
  async counts(days = 30): Promise<Partial<Record<MailState, number>>> {
    const rows = await this.db.query<{ state: MailState; n: number }>(
      `select state, count(*)::int as n from mail_ledger where created_at > now() - make_interval(days => $1::int) group by state`,
      [days],
    );
    return Object.fromEntries(rows.map((row) => [row.state, row.n]));
  }

  /** What became of the mails of each of these editions, by the edition: how many are in which state. */
  async tally(editions: readonly string[]): Promise<Map<string, Partial<Record<MailState, number>>>> {
    const rows = await this.db.query<{ edition: string; states: Partial<Record<MailState, number>> }>(
      `select edition, jsonb_object_agg(state, n) as states
       from (select edition, state, count(*)::int as n from mail_ledger where edition = any($1) group by edition, state) counted group by edition`,
      [editions],
    );
    return new Map(rows.map(({ edition, states }) => [edition, states]));
  }

  /** Removes a person from the ledger: what waits is not sent, what was sent no longer names them. */
  async forget(personId: string): Promise<void> {
    await this.db.transaction(async () => {
      await this.db.query(`delete from mail_ledger where person_id = $1 and state in ('queued', 'held')`, [personId]);
      await this.db.query(
        `update mail_ledger set person_id = null, address = $2, recipient_key = id::text, data = '{}', error = null where person_id = $1`,
        [personId, FORGOTTEN],
      );
    });
  }

  private async fates(where: string, parameters: unknown[]): Promise<MailFate[]> {
    return this.db.query<MailFate>(
      `select id, kind, edition, category, address, state, error, attempts, created_at as "createdAt", not_before as "notBefore", sent_at as "sentAt"
       from mail_ledger ${where}`,
      parameters,
    );
  }

  private async mailOf(token: string): Promise<LinkedMail | null> {
    const id = this.links.mailOf(token);
    return id ? this.db.one(`select kind, person_id as "personId", address, category, data from mail_ledger where id = $1 and address <> $2`, [id, FORGOTTEN]) : null;
  }
}

const normal = (address: string): string => address.trim().toLowerCase();

const masked = (address: string): string => address.replace(/^(.).*@/, '$1…@');
