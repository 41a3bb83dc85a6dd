import { listener } from '@app/platform/events';
import { job, schedule } from '@app/platform/jobs';
import { MailBounced, Mails } from '@app/platform/mail';
import { Database } from '@app/platform/database';
import { YearlyConfirmations } from './yearly-confirmations.service.js';
import { Handovers } from './handovers.service.js';
import { LEADING } from './holdings.queries.js';
import { SeatTaken } from './organizations.events.js';
import { SeatChecks } from './seat-checks.service.js';
import { Terms } from './terms.service.js';

const MINUTE = 60 * 1000;

/** Seats whose day has come: hand-overs first, so that a term that ends leaves no gap before its successor. */
export const dueSeats = job('organizations.due-seats', async (get) => {
  await get(Handovers).passDue();
  await get(Terms).endDue();
  await get(SeatChecks).vacateDue();
});

/** The questions and reminders that are due. Each is asked once, however many workers come by. */
export const dueQuestions = job('organizations.due-questions', async (get) => {
  await get(Terms).warn();
  await get(YearlyConfirmations).askDue();
  await get(YearlyConfirmations).remindDue();
  await get(SeatChecks).askAboutSilent();
});

export const successionSchedules = [schedule(dueSeats, { every: MINUTE }), schedule(dueQuestions, { every: 60 * MINUTE })];

/** When mail to a seat's holder comes back for good, the other seats are asked. */
export const asksAfterBounces = listener('organizations.asks-after-bounces', MailBounced, async (get, events) => {
  await get(SeatChecks).bounced([...new Set(events.map(({ payload }) => payload.address))]);
});

/** Whoever follows somebody in a leading seat gets a brief of what is going on. */
export const briefsSuccessors = listener('organizations.briefs-successors', SeatTaken, async (get, events) => {
  const successors = await get(Database).query<{ holding: string; seat_id: string; account_id: string; email: string }>(
    `select h.id as holding, h.seat_id, a.id as account_id, a.email from unnest($1::uuid[], $2::uuid[]) as taken(seat_id, account_id)
       join seat_holding h on h.seat_id = taken.seat_id and h.account_id = taken.account_id and h.until is null join account a on a.id = h.account_id
     where h.role in ${LEADING} and exists (select 1 from seat_holding f where f.seat_id = h.seat_id and f.until is not null and f.account_id is distinct from h.account_id)`,
    [events.map(({ payload }) => payload.seatId), events.map(({ payload }) => payload.accountId)],
  );
  await get(Mails).sendAll(
    successors.map(({ holding, seat_id, account_id, email }) => ({ to: { personId: account_id, address: email }, kind: 'organizations.brief', edition: holding, category: 'notice', data: { seatId: seat_id } })),
  );
});
