import { Injectable } from '@nestjs/common';
import { Database } from '@app/platform/database';
import { Mails } from '@app/platform/mail';
import { Holdings } from './holdings.service.js';
import { Organizations } from './organizations.service.js';
import { Seat } from './seat.entity.js';
import { DAY_ZONE } from './term-day.js';

const WARNED_DAYS = 30;

/** Terms with a last day: their holders are told a month before, and the seat falls vacant the day after. */
@Injectable()
export class Terms {
  constructor(
    private readonly db: Database,
    private readonly mails: Mails,
    private readonly organizations: Organizations,
    private readonly holdings: Holdings,
  ) {}

  /** Tells those whose term ends within a month, once for each end they have named. */
  async warn(): Promise<number> {
    return this.db.transaction(async () => {
      const warned = await this.db.query<{ id: string; ends: string; account_id: string; email: string }>(
        `with warned as (update seat_holding set term_warned = term_ends
           where until is null and term_ends between (now() at time zone '${DAY_ZONE}')::date and (now() at time zone '${DAY_ZONE}')::date + ${WARNED_DAYS} and term_warned is distinct from term_ends
           returning id, account_id, term_ends::text as ends)
         select w.id, w.ends, a.id as account_id, a.email from warned w join account a on a.id = w.account_id`,
      );
      await this.mails.sendAll(warned.map(({ id, ends, account_id, email }) => ({ to: { personId: account_id, address: email }, kind: 'organizations.term-ending', edition: `${id} ${ends}`, category: 'notice', data: { holdingId: id } })));
      return warned.length;
    });
  }

  /** Vacates the seats whose holders' last day is over. A successor who has accepted takes the seat before this comes round. */
  async endDue(): Promise<number> {
    const over = await this.db.query<{ seat_id: string; organization_id: string }>(
      `select seat_id, organization_id from seat_holding where until is null and term_ends < (now() at time zone '${DAY_ZONE}')::date and seat_id is not null order by term_ends limit 100`,
    );
    for (const { seat_id, organization_id } of over) {
      await this.db.transaction(async () => {
        await this.organizations.lock(organization_id);
        const still = await this.db.one(`select 1 from seat_holding where seat_id = $1 and until is null and term_ends < (now() at time zone '${DAY_ZONE}')::date`, [seat_id]);
        const seat = still && (await this.db.of(Seat).findOneBy({ id: seat_id }));
        if (seat) await this.holdings.vacate(seat, 'term_ended');
      });
    }
    return over.length;
  }
}
