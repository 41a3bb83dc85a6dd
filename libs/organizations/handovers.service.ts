import { Injectable } from '@nestjs/common';
import { Database, isId, newId } from '@app/platform/database';
import { Conflict, Invalid, NotAllowed } from '@app/platform/graphql';
import { Mails } from '@app/platform/mail';
import { type Account, Accounts, type Viewer } from '@app/people';
import type { HandOverSeatInput } from './handovers.types.js';
import { Holdings } from './holdings.service.js';
import { MailedLinks } from './mailed-links.js';
import { leadingRoles } from './seat.templates.js';
import { Organizations } from './organizations.service.js';
import { Seat } from './seat.entity.js';
import { SeatHandover } from './seat-handover.entity.js';
import { DAY_ZONE, easternToday } from './term-day.js';

const OPEN_FOR_DAYS = 30;
const FURTHEST_DAYS = 366;
const A_DAY = 10;
const GONE = 'This hand-over is no longer open. Ask whoever sent it for a new one.';
const TAKEN = 'Somebody else has taken this seat in the meantime.';

export interface AcceptedHandover {
  handover: SeatHandover;
  account: Account;
  /** The account was made just now: nobody can have been signed in to it. */
  isNew: boolean;
}

/** Hand-overs: a holder names their successor, who takes the seat by a mailed link, from the named day on. */
@Injectable()
export class Handovers {
  constructor(
    private readonly db: Database,
    private readonly mails: Mails,
    private readonly accounts: Accounts,
    private readonly organizations: Organizations,
    private readonly holdings: Holdings,
    private readonly links: MailedLinks,
  ) {}

  /** Hands a leading seat of one's own over. Until the successor has taken it, and before the day, one keeps sitting there. */
  async handOver(viewer: Viewer, { seatId, email, day = null, title = null, words = null }: HandOverSeatInput): Promise<SeatHandover> {
    if (day && day < easternToday()) throw new Invalid({ day: 'This day is over. Choose today or a later one.' });
    if (email === viewer.email) throw new Invalid({ email: 'This is your own address. Whose will the seat be?' });
    return this.db.transaction(async () => {
      const seat = await this.db.of(Seat).findOneBy({ id: seatId, accountId: viewer.accountId });
      const organization = seat && (await this.organizations.find(seat.organizationId));
      if (!seat || !organization || !leadingRoles(organization.kind).includes(seat.role)) throw new NotAllowed();
      await this.organizations.lock(organization.id);
      await this.db.query(`update seat_handover set withdrawn_at = now() where seat_id = $1 and done_at is null and withdrawn_at is null and accepted_at is null and expires_at <= now()`, [seat.id]);
      const { today } = (await this.db.one<{ today: number }>(`select count(*)::int as today from seat_handover where seat_id = $1 and created_at > now() - interval '1 day'`, [seat.id])) ?? { today: 0 };
      if (today >= A_DAY) throw new Conflict('You have named a successor often enough for one day. Try again tomorrow.');
      const made = await this.db.one<{ id: string; far: boolean }>(
        `with given as (select case when $1::date > (now() at time zone '${DAY_ZONE}')::date then $1::date::timestamp at time zone '${DAY_ZONE}' else now() end as moment)
         insert into seat_handover (id, seat_id, organization_id, role, title, from_account_id, email, words, day, effective_at, expires_at)
         select $2, $3, $4, $5, $6, $7, $8, $9, $1::date, moment, moment + interval '${OPEN_FOR_DAYS} days' from given
         on conflict (seat_id) where done_at is null and withdrawn_at is null do nothing
         returning id, effective_at > now() + interval '${FURTHEST_DAYS} days' as far`,
        [day, newId(), seat.id, organization.id, seat.role, title || null, viewer.accountId, email, words || null],
      );
      if (!made) throw new Conflict('You are handing this seat over already. Take that back first if somebody else is to follow you.');
      if (made.far) throw new Invalid({ day: 'Choose a day within a year.' });
      const known = await this.accounts.findByEmail(email);
      await this.mails.send({ to: { personId: known?.id ?? null, address: email }, kind: 'organizations.handover', edition: made.id, category: 'notice', data: { handoverId: made.id } });
      return this.db.of(SeatHandover).findOneByOrFail({ id: made.id });
    });
  }

  /** Takes a hand-over back while the seat is still one's own. */
  async withdraw(viewer: Viewer, handoverId: string): Promise<void> {
    await this.db.transaction(async () => {
      const taken = await this.db.one<{ email: string; accepted_by: string | null }>(
        `update seat_handover set withdrawn_at = now() where id = $1 and from_account_id = $2 and done_at is null and withdrawn_at is null returning email, accepted_by`,
        [handoverId, viewer.accountId],
      );
      if (!taken) throw new NotAllowed();
      await this.mails.send({ to: { personId: taken.accepted_by, address: taken.email }, kind: 'organizations.handover-withdrawn', edition: handoverId, category: 'notice', data: { handoverId } });
    });
  }

  /** What a mailed link offers; null when no link of ours has this token. Changes nothing. */
  async opened(viewer: Viewer | null, token: string): Promise<{ handover: SeatHandover; needsSignIn: boolean; needsName: boolean } | null> {
    const handover = await this.byToken(token);
    if (!handover) return null;
    const account = await this.accounts.findByEmail(handover.email);
    return { handover, needsSignIn: account !== null && account.id !== viewer?.accountId, needsName: account === null };
  }

  /** Takes the seat, or promises to take it on its day. An address that has an account must be signed in to it. */
  async accept(viewer: Viewer | null, token: string, name: string | null): Promise<AcceptedHandover> {
    return this.db.transaction(async () => {
      const handover = await this.byToken(token);
      if (!handover) throw new NotAllowed('This link is not one of ours. Copy all of it from the mail.');
      const known = await this.accounts.findByEmail(handover.email);
      if (known && known.id !== viewer?.accountId) throw new NotAllowed(`Sign in as ${handover.email} first, then open the link again.`);
      if (!known && !name) throw new Invalid({ name: 'Your name is needed.' });
      await this.organizations.lock(handover.organizationId);
      const account = known ?? (await this.accounts.ensure({ email: handover.email, name: name ?? '' }));
      const taken = await this.db.one<{ due: boolean }>(
        `update seat_handover set accepted_at = now(), accepted_by = $2 where id = $1 and accepted_at is null and done_at is null and withdrawn_at is null and expires_at > now()
         returning effective_at <= now() as due`,
        [handover.id, account.id],
      );
      if (!taken) throw new Conflict(GONE);
      if (taken.due) await this.pass(handover, account.id);
      return { handover: await this.db.of(SeatHandover).findOneByOrFail({ id: handover.id }), account, isNew: !known };
    });
  }

  /** Passes the seats whose day has come and whose successors have accepted. Answers how many. */
  async passDue(): Promise<number> {
    const due = await this.db.query<{ id: string }>(`select id from seat_handover where accepted_at is not null and done_at is null and withdrawn_at is null and effective_at <= now() order by effective_at limit 100`);
    for (const { id } of due) {
      await this.db.transaction(async () => {
        const handover = await this.db.of(SeatHandover).findOneByOrFail({ id });
        await this.organizations.lock(handover.organizationId);
        const open = await this.db.one(`select 1 from seat_handover where id = $1 and done_at is null and withdrawn_at is null`, [id]);
        if (!open || !handover.acceptedBy) return;
        if (await this.isFree(handover)) await this.pass(handover, handover.acceptedBy);
        else await this.db.query(`update seat_handover set withdrawn_at = now() where id = $1`, [id]);
      });
    }
    return due.length;
  }

  /** Whether the seat is still its holder's to give, or vacant since they left. */
  private async isFree(handover: SeatHandover): Promise<boolean> {
    const seat = await this.db.of(Seat).findOneBy({ id: handover.seatId });
    return seat !== null && (seat.accountId === null || seat.accountId === handover.fromAccountId);
  }

  private async pass(handover: SeatHandover, accountId: string): Promise<void> {
    const seat = await this.db.of(Seat).findOneBy({ id: handover.seatId });
    if (!seat || !(await this.isFree(handover))) throw new Conflict(TAKEN);
    await this.db.query(`update seat_handover set done_at = now() where id = $1`, [handover.id]);
    await this.holdings.passOn(seat, accountId, handover.title);
  }

  private async byToken(token: string): Promise<SeatHandover | null> {
    const id = this.links.idIn(token, 'seat-handover');
    return id && isId(id) ? this.db.of(SeatHandover).findOneBy({ id }) : null;
  }

  /** The last part of the address in the mail; made when the mail is written and never stored. */
  tokenOf(handoverId: string): string {
    return this.links.tokenOf(handoverId, 'seat-handover');
  }
}

export type HandoverState = 'open' | 'accepted' | 'done' | 'closed';

/** Where a hand-over stands. */
export function handoverState({ acceptedAt, doneAt, withdrawnAt, expiresAt }: SeatHandover): HandoverState {
  if (doneAt) return 'done';
  if (withdrawnAt) return 'closed';
  if (acceptedAt) return 'accepted';
  return expiresAt < new Date() ? 'closed' : 'open';
}
