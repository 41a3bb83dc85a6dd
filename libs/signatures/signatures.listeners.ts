import { Database } from '@app/platform/database';
import { Events, listenerTo } from '@app/platform/events';
import { SeatLeft, SeatTaken } from '@app/organizations';
import { ActSeatChanged } from './signatures.events.js';
import { SignatureMail } from './signatures.notifications.js';

interface OpenSeat {
  seat_id: string;
  act_id: string;
  subject_kind: string;
  subject_id: string;
  signed: boolean;
}

/**
 * A seat of an open act has changed hands. What it has signed stays and counts, because it is the seat's; whoever sits there
 * now is told, and may take it back. A seat that has not signed asks its new holder. Complete acts are left as they are.
 */
export const seatsOfActs = listenerTo<{ organizationId: string; role: string; accountId: string }>('signatures.seats', [SeatTaken, SeatLeft], async (get, happened) => {
  for (const { name, payload } of happened) {
    const seats = await get(Database).query<OpenSeat>(
      `select s.id as seat_id, s.act_id, act.subject_kind, act.subject_id, exists (select 1 from joint_signature g where g.seat_id = s.id and g.withdrawn_at is null) as signed
       from joint_act_seat s join joint_act act on act.id = s.act_id where s.organization_id = $1 and s.role = $2 and act.state = 'open' order by s.act_id`,
      [payload.organizationId, payload.role],
    );
    for (const seat of seats) {
      await get(Events).publish(ActSeatChanged, { actId: seat.act_id, subjectKind: seat.subject_kind, subjectId: seat.subject_id, seatId: seat.seat_id });
      if (name !== SeatTaken.name) continue;
      if (seat.signed) await get(SignatureMail).inherited(seat.act_id, payload.accountId);
      else await get(SignatureMail).askedOne(seat.act_id, payload.accountId);
    }
  }
});
