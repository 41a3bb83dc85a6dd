import { Injectable } from '@nestjs/common';
import { Database, newId } from '@app/platform/database';
import { Events } from '@app/platform/events';
import { NotAllowed } from '@app/platform/graphql';
import type { Viewer } from '@app/people';
import { ResourceChanged, ResourceEndorsed } from './resources.events.js';
import { type EndorsingRole, seatsToEndorse } from './resources.policy.js';
import { factsOf, type ResourceView } from './resources.queries.js';
import { Resources } from './resources.service.js';

/**
 * Endorsements by seats of districts: the superintendent and the board president stand for management, the union or
 * association leader for labor. A seat endorses once, and a version: of a later one it says so anew. The word is the seat's:
 * it stays when the holder changes, and whoever sits there now may take it back at any time.
 */
@Injectable()
export class Endorsements {
  constructor(
    private readonly db: Database,
    private readonly events: Events,
    private readonly resources: Resources,
  ) {}

  async endorse(viewer: Viewer, resourceId: string, seatId?: string | null): Promise<ResourceView> {
    return this.db.transaction(async () => {
      await this.resources.lock(resourceId);
      const seat = await this.seatOf(viewer, resourceId, seatId);
      await this.enter(resourceId, seat.organizationId, seat.role, viewer.accountId);
      return this.resources.need(viewer, resourceId);
    });
  }

  /** As {@link endorse} for a seat of which it is known that it may. */
  async enter(resourceId: string, organizationId: string, role: EndorsingRole, accountId: string, at = new Date()): Promise<void> {
    await this.db.transaction(async () => {
      const changed = await this.db.one(
        `insert into resource_endorsement as e (id, resource_id, organization_id, role, account_id, version, at) select $1, r.id, $3, $4, $5, r.version, $6 from resource r where r.id = $2
         on conflict (resource_id, organization_id, role) where withdrawn_at is null do update set version = excluded.version, account_id = excluded.account_id, at = excluded.at where e.version < excluded.version
         returning id`,
        [newId(), resourceId, organizationId, role, accountId, at],
      );
      if (changed) await this.events.publish(ResourceEndorsed, { resourceId, organizationId, role });
    });
  }

  /** Whoever sits in the seat now takes its word back, also when another gave it. */
  async withdraw(viewer: Viewer, resourceId: string, seatId?: string | null): Promise<ResourceView> {
    return this.db.transaction(async () => {
      const seat = await this.seatOf(viewer, resourceId, seatId);
      const gone = await this.db.one(
        `update resource_endorsement set withdrawn_at = now(), withdrawn_by = $4 where resource_id = $1 and organization_id = $2 and role = $3 and withdrawn_at is null returning id`,
        [resourceId, seat.organizationId, seat.role, viewer.accountId],
      );
      if (!gone) throw new NotAllowed('Your seat does not endorse this.');
      await this.events.publish(ResourceChanged, { resourceId });
      return this.resources.need(viewer, resourceId);
    });
  }

  private async seatOf(viewer: Viewer, resourceId: string, seatId?: string | null) {
    const seats = seatsToEndorse(viewer, factsOf(await this.resources.need(viewer, resourceId)));
    const seat = seats.find((one) => !seatId || one.seatId === seatId);
    if (!seat) throw new NotAllowed('A superintendent, a board president or a union or association leader of another district endorses.');
    return seat;
  }
}
