import { Injectable } from '@nestjs/common';
import { Database, newId } from '@app/platform/database';
import { Events } from '@app/platform/events';
import { type Page } from '@app/platform/graphql';
import { Organization, type OrganizationKind } from './organization.entity.js';
import { SeatTaken } from './organizations.events.js';
import { leadingRoles } from './organizations.policy.js';
import { detailsOf, type Details, type DirectoryFilter, directoryPage, profileBySlug, sponsorsPage } from './organizations.queries.js';
import { Seat, type SeatRole } from './seat.entity.js';

/** The organizations and who sits in their seats. */
@Injectable()
export class Organizations {
  constructor(
    private readonly db: Database,
    private readonly events: Events,
  ) {}

  byIds(ids: readonly string[]): Promise<Organization[]> {
    return this.db.rowsOf(Organization, 'where t.id = any($1::uuid[])', [ids]);
  }

  find(id: string): Promise<Organization | null> {
    return this.db.of(Organization).findOneBy({ id });
  }

  /** With what its page shows beside it; null when no address ends so. */
  profile(slug: string): Promise<{ organization: Organization; details: Details } | null> {
    return profileBySlug(this.db, slug);
  }

  seatsIn(organizationIds: readonly string[]): Promise<Seat[]> {
    return this.db.rowsOf(Seat, 'where t.organization_id = any($1::uuid[]) order by t.since, t.id', [organizationIds]);
  }

  /** Seats, grants and federal ids, in the order of `ids`. */
  details(ids: readonly string[]): Promise<(Details | null)[]> {
    return detailsOf(this.db, ids);
  }

  directory(filter: DirectoryFilter, first: number, after?: string | null): Promise<Page<Organization>> {
    return directoryPage(this.db, filter, first, after);
  }

  sponsors(kind: OrganizationKind | null, first: number, after?: string | null): Promise<Page<Organization>> {
    return sponsorsPage(this.db, kind, first, after);
  }

  /** The public seat each person has held longest, in words; the order of the ids. */
  async speakingAs(accountIds: readonly string[]): Promise<(string | null)[]> {
    const rows = await this.db.query<{ account_id: string; words: string }>(
      `select distinct on (st.account_id) st.account_id, concat(coalesce(st.title, case st.role
           when 'superintendent' then 'Superintendent' when 'board_president' then 'Board president'
           when 'labor_leader' then case o.labor_word when 'association' then 'Association leader' else 'Union leader' end
           else 'Representative' end), ', ', o.name) as words
       from seat st join organization o on o.id = st.organization_id
       where st.account_id = any($1::uuid[]) and st.role in ('superintendent', 'board_president', 'labor_leader', 'representative')
       order by st.account_id, st.since, st.id`,
      [accountIds],
    );
    return accountIds.map((id) => rows.find((row) => row.account_id === id)?.words ?? null);
  }

  /** Seats a person. One of the three signing seats is taken only while it is vacant; answers null when it is not. */
  async seat(organizationId: string, role: SeatRole, accountId: string, title: string | null = null): Promise<Seat | null> {
    return this.db.transaction(async () => {
      await this.lock(organizationId);
      const seats = await this.seatsIn([organizationId]);
      const mine = seats.find((seat) => seat.role === role && seat.accountId === accountId);
      if (mine) return mine;
      const single = leadingRoles('district').includes(role);
      const held = single ? seats.find((seat) => seat.role === role) : undefined;
      if (held?.accountId) return null;
      const seat = await this.db.of(Seat).save({ ...(held ?? { id: newId(), organizationId, role }), title: title ?? held?.title ?? null, accountId, since: new Date() });
      await this.db.query(`update organization set member_since = coalesce(member_since, now()) where id = $1`, [organizationId]);
      await this.events.publish(SeatTaken, { organizationId, seatId: seat.id, role, accountId });
      return seat;
    });
  }

  /** Takes turns with everybody else who changes this organization's seats, until the transaction ends. */
  async lock(organizationId: string): Promise<void> {
    await this.db.query(`select 1 from organization where id = $1 for update`, [organizationId]);
  }

  /** Whether one of the seats with a single holder is taken. */
  async isTaken(organizationId: string, role: SeatRole): Promise<boolean> {
    if (!leadingRoles('district').includes(role)) return false;
    return (await this.db.one(`select 1 from seat where organization_id = $1 and role = $2 and account_id is not null`, [organizationId, role])) !== null;
  }
}
