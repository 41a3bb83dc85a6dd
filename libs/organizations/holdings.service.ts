import { Injectable } from '@nestjs/common';
import { Database } from '@app/platform/database';
import { Events } from '@app/platform/events';
import { Conflict, Invalid, NotAllowed } from '@app/platform/graphql';
import { Mails } from '@app/platform/mail';
import { shut } from '@app/platform/search';
import { Accounts, Sessions, type Viewer } from '@app/people';
import type { DescribeSeatInput } from './handovers.types.js';
import { beginHolding, endHolding } from './holdings.js';
import { type FormerSeatRow, formerSeatsOf, LEADING, type SeatRecordRow, teamRecords } from './holdings.queries.js';
import { SeatDescribed, SeatLeft, SeatTaken } from './organizations.events.js';
import { seesRecords } from './organizations.policy.js';
import { Seat } from './seat.entity.js';
import type { HoldingEnd } from './seat-holding.entity.js';
import { isSingleSeat } from './seat.templates.js';
import { easternToday } from './term-day.js';

const FURTHEST_YEARS = 12;

/** Who sits where until when: how a seat falls vacant or passes on, and what ends with it. */
@Injectable()
export class Holdings {
  constructor(
    private readonly db: Database,
    private readonly events: Events,
    private readonly mails: Mails,
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
  ) {}

  /** The leading seats of a team with their history, for the team itself and stewards; empty for everybody else. */
  async records(viewer: Viewer, organizationId: string): Promise<SeatRecordRow[]> {
    return seesRecords(viewer, organizationId) ? teamRecords(this.db, organizationId, viewer) : [];
  }

  /** The leading seats that somebody once held and holds no longer, the latest first. */
  formerOf(viewer: Viewer): Promise<FormerSeatRow[]> {
    return formerSeatsOf(this.db, viewer.accountId);
  }

  /**
   * Vacates a place; a leading seat stays in the team with its title. Whoever sat there is signed out everywhere at
   * once: what their open pages still follow would otherwise go on reaching them. Answers false when they no longer sat there.
   * Call it under the organization's lock.
   */
  async vacate(seat: Seat, why: HoldingEnd): Promise<boolean> {
    const stays = isSingleSeat(seat.role);
    const ending = await this.db.one(`select 1 from seat where id = $1 and account_id = $2 for update`, [seat.id, seat.accountId]);
    if (!ending || !seat.accountId) return false;
    const holdingId = await endHolding(this.db, seat.id, why);
    await this.db.query(stays ? `update seat set account_id = null where id = $1` : `delete from seat where id = $1`, [seat.id]);
    await this.gone(seat, seat.accountId, holdingId, why);
    return true;
  }

  /** Passes a leading seat from whoever sits there, or from nobody, to a successor. Call it under the organization's lock. */
  async passOn(seat: Seat, accountId: string, title: string | null): Promise<void> {
    if (await this.db.one(`select 1 from seat where organization_id = $1 and role = $2 and account_id = $3`, [seat.organizationId, seat.role, accountId])) {
      throw new Conflict('You hold this seat already.');
    }
    const holdingId = seat.accountId ? await endHolding(this.db, seat.id, 'handed_over') : null;
    const passed = await this.db.of(Seat).save({ ...seat, title: title ?? seat.title, accountId, since: new Date() });
    await beginHolding(this.db, passed);
    await this.events.publish(SeatTaken, { organizationId: seat.organizationId, seatId: seat.id, role: seat.role, accountId });
    if (seat.accountId) await this.gone(seat, seat.accountId, holdingId, 'handed_over');
  }

  private async gone(seat: Seat, accountId: string, holdingId: string | null, why: HoldingEnd): Promise<void> {
    await shut(this.db, 'person', [accountId]);
    await this.events.publish(SeatLeft, { organizationId: seat.organizationId, role: seat.role, accountId });
    await this.sessions.endAll(accountId);
    const account = await this.accounts.find(accountId);
    if (account && holdingId && why !== 'taken_off') {
      await this.mails.send({ to: { personId: account.id, address: account.email }, kind: 'organizations.seat-ended', edition: holdingId, category: 'notice', data: { holdingId } });
    }
  }

  /** Says what a seat is called here and until when its holder's term runs. Only the holder says so. */
  async describe(viewer: Viewer, { seatId, title, equivalent, termEnds }: DescribeSeatInput): Promise<void> {
    if (termEnds && termEnds < easternToday()) throw new Invalid({ termEnds: 'This day is over. Leave it empty when your term has no end.' });
    if (termEnds && Number(termEnds.slice(0, 4)) > Number(easternToday().slice(0, 4)) + FURTHEST_YEARS) throw new Invalid({ termEnds: `A term ends within ${FURTHEST_YEARS} years. Leave it empty when yours has no end.` });
    if (equivalent && !title) throw new Invalid({ title: 'What is the seat called in your district?' });
    await this.db.transaction(async () => {
      const mine = await this.db.one<{ organization_id: string }>(`update seat set title = $3, equivalent = $4 where id = $1 and account_id = $2 and role in ${LEADING} returning organization_id`, [
        seatId, viewer.accountId, title || null, equivalent,
      ]);
      if (!mine) throw new NotAllowed();
      await this.db.query(`update seat_holding set title = $2, term_ends = $3 where seat_id = $1 and until is null`, [seatId, title || null, termEnds ?? null]);
      await this.events.publish(SeatDescribed, { organizationId: mine.organization_id, accountId: viewer.accountId });
    });
  }
}
