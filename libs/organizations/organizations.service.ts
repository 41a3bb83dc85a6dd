import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database, newId } from '@app/platform/database';
import { Events } from '@app/platform/events';
import { SeatTaken } from './organizations.events.js';
import { Organization } from './organization.entity.js';
import { Seat, type SeatRole } from './seat.entity.js';

/** The organizations and who sits in their seats. */
@Injectable()
export class Organizations {
  constructor(
    private readonly db: Database,
    private readonly events: Events,
  ) {}

  byIds(ids: readonly string[]): Promise<Organization[]> {
    return this.db.of(Organization).findBy({ id: In([...ids]) });
  }

  find(id: string): Promise<Organization | null> {
    return this.db.of(Organization).findOneBy({ id });
  }

  findBySlug(slug: string): Promise<Organization | null> {
    return this.db.of(Organization).findOneBy({ slug });
  }

  seatsIn(organizationIds: readonly string[]): Promise<Seat[]> {
    return this.db.of(Seat).find({ where: { organizationId: In([...organizationIds]) }, order: { since: 'ASC', id: 'ASC' } });
  }

  /** Seats a person. One of the three signing seats is taken only while it is vacant; answers null when it is not. */
  async seat(organizationId: string, role: SeatRole, accountId: string, title: string | null = null): Promise<Seat | null> {
    return this.db.transaction(async () => {
      await this.db.query(`select 1 from organization where id = $1 for update`, [organizationId]);
      const seats = await this.seatsIn([organizationId]);
      const mine = seats.find((seat) => seat.role === role && seat.accountId === accountId);
      if (mine) return mine;
      const single = ['superintendent', 'board_president', 'labor_leader'].includes(role);
      const held = single ? seats.find((seat) => seat.role === role) : undefined;
      if (held?.accountId) return null;
      const seat = await this.db.of(Seat).save({ ...(held ?? { id: newId(), organizationId, role }), title: title ?? held?.title ?? null, accountId, since: new Date() });
      await this.db.query(`update organization set member_since = coalesce(member_since, now()) where id = $1`, [organizationId]);
      await this.events.publish(SeatTaken, { organizationId, seatId: seat.id, role, accountId });
      return seat;
    });
  }
}
