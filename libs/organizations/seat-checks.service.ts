import { Injectable } from '@nestjs/common';
import { Database } from '@app/platform/database';
import { Conflict, Invalid, NotAllowed } from '@app/platform/graphql';
import { type MailOrder, Mails } from '@app/platform/mail';
import { Accounts, needSteward, Sessions, type Viewer } from '@app/people';
import { confirmationMail } from './yearly-confirmations.service.js';
import { Holdings } from './holdings.service.js';
import { IS_ASKED, LEADING, UNANSWERED_DAYS } from './holdings.queries.js';
import { canAnswerFor } from './organizations.policy.js';
import { Organizations } from './organizations.service.js';
import { Seat } from './seat.entity.js';
import { type CheckAnswer, type CheckReason, SeatCheck } from './seat-check.entity.js';
import { allSayGone, checkById, type CheckRow, type OpenCheck, openChecksFor, openSeatCheck, othersBeside, type SeatCheckView, viewOf } from './seat-checks.queries.js';

export type { SeatCheckView };

const PATIENCE_DAYS = 14;

/**
 * The question to the other seats whether somebody still sits where they sat. Their word alone moves nobody: the
 * seat falls vacant only when all of them say so and its holder, asked too, is not heard of for two weeks.
 */
@Injectable()
export class SeatChecks {
  constructor(
    private readonly db: Database,
    private readonly mails: Mails,
    private readonly accounts: Accounts,
    private readonly organizations: Organizations,
    private readonly holdings: Holdings,
    private readonly sessions: Sessions,
  ) {}

  /** Mail to these addresses came back for good: the other seats of whoever reads them are asked. Twice is once. */
  async bounced(addresses: readonly string[]): Promise<void> {
    const sitting = await this.db.query<{ id: string }>(
      `select h.id from seat_holding h join account a on a.id = h.account_id
       where a.email = any($1) and h.until is null and h.role in ${LEADING} order by h.id`,
      [addresses],
    );
    for (const { id } of sitting) await this.open(id, 'bounced');
  }

  /** Asks about those who have left their yearly question unanswered for too long. */
  async askAboutSilent(): Promise<number> {
    const silent = await this.db.query<{ id: string }>(
      `select h.id from seat_holding h
       where h.until is null and h.asked_at < now() - interval '${UNANSWERED_DAYS} days' and ${IS_ASKED}
         and not exists (select 1 from seat_check c where c.holding_id = h.id and (c.closed_at is null or (c.reason = 'unconfirmed' and c.opened_at > h.asked_at)))
       order by h.asked_at limit 100`,
    );
    for (const { id } of silent) await this.open(id, 'unconfirmed');
    return silent.length;
  }

  /** A steward, who stands on no side, asks after a seat because somebody wrote to them. They decide nothing by it. */
  async askAfter(viewer: Viewer, seatId: string): Promise<void> {
    needSteward(viewer);
    const holding = await this.db.one<{ id: string }>(`select id from seat_holding where seat_id = $1 and until is null and role in ${LEADING}`, [seatId]);
    if (!holding) throw new NotAllowed();
    if (!(await this.open(holding.id, 'asked'))) throw new Conflict('This has been asked already, and the answer is open.');
  }

  private open(holdingId: string, reason: CheckReason): Promise<boolean> {
    return this.db.transaction(async () => {
      const check = await openSeatCheck(this.db, holdingId, reason);
      if (!check) return false;
      const others = await othersBeside(this.db, check);
      const people = others.length > 0 ? others : (await this.accounts.stewards()).filter((steward) => steward.id !== check.holderId).map(({ id, email }) => ({ id, email }));
      await this.mails.sendAll(people.map((one): MailOrder => ({ to: { personId: one.id, address: one.email }, kind: 'organizations.seat-check', edition: check.id, category: 'notice', data: { checkId: check.id } })));
      if (reason === 'asked') await this.askHolder(check, 'first');
      return true;
    });
  }

  private async askHolder(check: CheckRow, which: 'first' | 'doubted'): Promise<void> {
    if (check.holderId && check.holderEmail) await this.mails.send(confirmationMail({ id: check.holdingId, asked: check.asked, account_id: check.holderId, email: check.holderEmail }, which));
  }

  /** What somebody who sits beside the seat knows: still here, has left, or nothing. The last word of each counts. */
  async answer(viewer: Viewer, { checkId, answer, address = null }: { checkId: string; answer: CheckAnswer; address?: string | null }): Promise<SeatCheckView> {
    if (address && answer !== 'here') throw new Invalid({ address: 'A new address fits only to somebody who still sits there.' });
    return this.db.transaction(async () => {
      const check = await this.mine(viewer, checkId);
      if (!check) throw new NotAllowed();
      await this.organizations.lock(check.organizationId);
      const still = await this.db.one(`select 1 from seat_check where id = $1 and closed_at is null`, [checkId]);
      if (!still) throw new Conflict('This question has been settled in the meantime.');
      await this.db.query(
        `insert into seat_check_answer (check_id, account_id, answer, address) values ($1, $2, $3, $4)
         on conflict (check_id, account_id) do update set answer = excluded.answer, address = excluded.address, at = now()`,
        [checkId, viewer.accountId, answer, address || null],
      );
      if (answer === 'here' && !address) await this.close(checkId, 'here');
      else await this.weigh(check);
      return viewOf(this.db, { ...check, ...(await checkById(this.db, checkId)) }, viewer);
    });
  }

  /** A question that the viewer may answer or has answered; null for everybody else, whom it is about included. */
  async find(viewer: Viewer, checkId: string): Promise<SeatCheckView | null> {
    const check = await this.mine(viewer, checkId);
    return check && viewOf(this.db, check, viewer);
  }

  private async mine(viewer: Viewer, checkId: string): Promise<CheckRow | null> {
    const check = await checkById(this.db, checkId);
    const organization = check && (await this.organizations.find(check.organizationId));
    return check && organization && canAnswerFor(viewer, { accountId: check.holderId }, organization) ? check : null;
  }

  /** Sets or lifts the day on which the seat falls vacant. */
  private async weigh(check: CheckRow): Promise<void> {
    if (!(await allSayGone(this.db, check))) {
      await this.db.query(`update seat_check set vacates_at = null where id = $1`, [check.id]);
      return;
    }
    const set = await this.db.one(`update seat_check set vacates_at = now() + interval '${PATIENCE_DAYS} days' where id = $1 and vacates_at is null returning id`, [check.id]);
    if (set) await this.askHolder(check, 'doubted');
  }

  private async close(checkId: string, outcome: 'here' | 'over'): Promise<void> {
    await this.db.query(`update seat_check set closed_at = now(), outcome = $2 where id = $1 and closed_at is null`, [checkId, outcome]);
  }

  /** Vacates the seats whose two weeks are over. Whoever was seen here since they were asked about keeps theirs. */
  async vacateDue(): Promise<number> {
    const due = await this.db.query<{ id: string }>(`select id from seat_check where closed_at is null and vacates_at <= now() order by vacates_at limit 100`);
    for (const { id } of due) {
      await this.db.transaction(async () => {
        const found = await this.db.of(SeatCheck).findOneByOrFail({ id });
        await this.organizations.lock(found.organizationId);
        const check = await checkById(this.db, id);
        if (!check || check.closed || !check.seatId) return;
        if (check.holderId && (await this.sessions.seenSince(check.holderId, found.openedAt))) return this.close(id, 'here');
        if (!(await allSayGone(this.db, check))) return this.weigh(check);
        const seat = await this.db.of(Seat).findOneBy({ id: check.seatId });
        if (seat) await this.holdings.vacate(seat, 'found_gone');
      });
    }
    return due.length;
  }

  /** Open questions that the viewer may answer, for what waits. */
  openFor(viewer: Viewer): Promise<OpenCheck[]> {
    return openChecksFor(this.db, viewer);
  }
}
