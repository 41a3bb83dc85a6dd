import { Injectable } from '@nestjs/common';
import { Database, isId } from '@app/platform/database';
import { NotAllowed } from '@app/platform/graphql';
import { type MailOrder, Mails } from '@app/platform/mail';
import type { Viewer } from '@app/people';
import { holdingById, type HoldingRow, IS_ASKED, LEADING } from './holdings.queries.js';
import { MailedLinks } from './mailed-links.js';

const REMINDED_AFTER_DAYS = 14;
const AT_ONCE = 500;
const STALE_LINK = 'This link is of an earlier question, or not whole. Sign in and confirm on your team’s page.';

export type ConfirmationState = 'open' | 'confirmed' | 'over';

interface Asked {
  id: string;
  asked: string;
  account_id: string;
  email: string;
}

/** The yearly question to each leading seat: do you still sit there? One press answers it; silence removes nobody. */
@Injectable()
export class YearlyConfirmations {
  constructor(
    private readonly db: Database,
    private readonly mails: Mails,
    private readonly links: MailedLinks,
  ) {}

  /** Asks whoever took their seat, confirmed it or was asked a year ago. Answers how many. */
  async askDue(): Promise<number> {
    return this.tell(
      `with due as (
         select h.id from seat_holding h
         where h.until is null and coalesce(greatest(h.confirmed_at, h.asked_at), h.since) < now() - interval '1 year' and h.role in ${LEADING} and h.account_id is not null
         order by h.id limit ${AT_ONCE} for update skip locked)
       update seat_holding h set asked_at = now(), reminded_at = null from due where h.id = due.id`,
      'first',
    );
  }

  /** Reminds, once, those who have not answered within two weeks. */
  async remindDue(): Promise<number> {
    return this.tell(
      `with due as (
         select h.id from seat_holding h
         where h.until is null and h.asked_at < now() - interval '${REMINDED_AFTER_DAYS} days' and ${IS_ASKED} and h.reminded_at is null and h.account_id is not null
         order by h.id limit ${AT_ONCE} for update skip locked)
       update seat_holding h set reminded_at = now() from due where h.id = due.id`,
      'reminder',
    );
  }

  private tell(update: string, which: 'first' | 'reminder'): Promise<number> {
    return this.db.transaction(async () => {
      const asked = await this.db.query<Asked>(
        `with told as (${update} returning h.id, h.account_id, h.asked_at) select t.id, t.asked_at::text as asked, a.id as account_id, a.email from told t join account a on a.id = t.account_id`,
      );
      await this.mails.sendAll(asked.map((one): MailOrder => confirmationMail(one, which)));
      return asked.length;
    });
  }

  /** What a mailed link asks; null when it is not one of ours or of an earlier year. Changes nothing. */
  async opened(token: string): Promise<{ holding: HoldingRow; state: ConfirmationState } | null> {
    const holding = await this.byToken(token);
    return holding && { holding, state: confirmationState(holding) };
  }

  /** Confirms by the mailed link, after its button was pressed; twice is once. */
  async confirmByLink(token: string): Promise<HoldingRow> {
    const holding = await this.byToken(token);
    if (!holding || holding.until) throw new NotAllowed(STALE_LINK);
    await this.confirm(holding.id);
    return (await holdingById(this.db, holding.id)) ?? holding;
  }

  /** Confirms a seat of one's own, signed in. */
  async confirmOwn(viewer: Viewer, seatId: string): Promise<void> {
    const mine = await this.db.one<{ id: string }>(`select id from seat_holding where seat_id = $1 and account_id = $2 and until is null and role in ${LEADING}`, [seatId, viewer.accountId]);
    if (!mine) throw new NotAllowed();
    await this.confirm(mine.id);
  }

  /** The holder's own word settles whatever others were asked. */
  private confirm(holdingId: string): Promise<void> {
    return this.db.transaction(async () => {
      // The clock of the statement, so that an answer in the transaction of its question is not older than it.
      await this.db.query(`update seat_holding set confirmed_at = clock_timestamp() where id = $1 and until is null`, [holdingId]);
      await this.db.query(`update seat_check set closed_at = now(), outcome = 'here' where holding_id = $1 and closed_at is null`, [holdingId]);
    });
  }

  private async byToken(token: string): Promise<HoldingRow | null> {
    const id = this.links.unprovenId(token);
    const holding = isId(id) ? await holdingById(this.db, id) : null;
    return holding?.askedAt && this.links.idIn(token, PURPOSE, holding.askedAt.toISOString()) ? holding : null;
  }

  /** The last part of the address in the mail, bound to the question that was asked. */
  tokenOf(holding: HoldingRow): string {
    return this.links.tokenOf(holding.id, PURPOSE, holding.askedAt?.toISOString());
  }
}

const PURPOSE = 'seat-confirmation';

/** The mail that asks a holder whether they still sit there. `asked` is the moment of the question. */
export function confirmationMail({ id, asked, account_id, email }: Asked, which: 'first' | 'reminder' | 'doubted'): MailOrder {
  return { to: { personId: account_id, address: email }, kind: 'organizations.confirm-seat', edition: `${id} ${asked} ${which}`, category: 'notice', data: { holdingId: id, which } };
}

export function confirmationState({ until, askedAt, confirmedAt }: HoldingRow): ConfirmationState {
  if (until) return 'over';
  return confirmedAt && askedAt && confirmedAt >= askedAt ? 'confirmed' : 'open';
}
