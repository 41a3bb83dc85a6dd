import { Injectable } from '@nestjs/common';
import { Database, newId } from '@app/platform/database';
import { Events } from '@app/platform/events';
import { type Page } from '@app/platform/graphql';
import { directoryMap } from './directory-map.queries.js';
import type { DirectoryMap } from './directory.types.js';
import { beginHolding } from './holdings.js';
import { Organization, type OrganizationKind } from './organization.entity.js';
import { SeatTaken } from './organizations.events.js';
import { detailsOf, type Details, type DirectoryFilter, directoryPage, type Grant, grantsBy, profileBySlug, sponsorsPage } from './organizations.queries.js';
import { Seat, type SeatRole } from './seat.entity.js';
import { isSingleSeat, LEADING_ROLES, STILL_VALID } from './seat.templates.js';
import { roleTitle } from './seat.words.js';

/** What a deputy's or a guest's place carries beside its role. */
export type Place = Partial<Pick<Seat, 'deputyFor' | 'validUntil'>>;

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

  findBySlug(slug: string): Promise<Organization | null> {
    return this.db.of(Organization).findOneBy({ slug });
  }

  /** With what its page shows beside it; null when no address ends so. */
  profile(slug: string): Promise<{ organization: Organization; details: Details } | null> {
    return profileBySlug(this.db, slug);
  }

  seatsIn(organizationIds: readonly string[]): Promise<Seat[]> {
    return this.db.rowsOf(Seat, `where t.organization_id = any($1::uuid[]) and ${STILL_VALID('t')} order by t.since, t.id`, [organizationIds]);
  }

  /** Seats, grants and federal ids, in the order of `ids`. */
  details(ids: readonly string[]): Promise<(Details | null)[]> {
    return detailsOf(this.db, ids);
  }

  /** The grants that organizations say they hold, by their ids. */
  grantsBy(ids: readonly string[]): Promise<Map<string, Grant[]>> {
    return grantsBy(this.db, ids);
  }

  directory(filter: DirectoryFilter, first: number, after?: string | null): Promise<Page<Organization>> {
    return directoryPage(this.db, filter, first, after);
  }

  /** The same directory as a map. */
  map(filter: DirectoryFilter): Promise<DirectoryMap> {
    return directoryMap(this.db, filter);
  }

  sponsors(kind: OrganizationKind | null, first: number, after?: string | null): Promise<Page<Organization>> {
    return sponsorsPage(this.db, kind, first, after);
  }

  /** The public seat each person has held longest, in words; the order of the ids. */
  async speakingAs(accountIds: readonly string[]): Promise<(string | null)[]> {
    const rows = await this.db.query<{ account_id: string; title: string | null; role: SeatRole; labor_word: 'union' | 'association' | null; name: string }>(
      `select distinct on (st.account_id) st.account_id, st.title, st.role, o.labor_word, o.name
       from seat st join organization o on o.id = st.organization_id
       where st.account_id = any($1::uuid[]) and st.role = any($2)
       order by st.account_id, st.since, st.id`,
      [accountIds, LEADING_ROLES],
    );
    const words = new Map(rows.map((row) => [row.account_id, `${row.title ?? roleTitle(row.role, row.labor_word)}, ${row.name}`]));
    return accountIds.map((id) => words.get(id) ?? null);
  }

  /** Seats a person. A seat with a single holder is taken only while it is vacant; answers null when it is not. */
  async seat(organizationId: string, role: SeatRole, accountId: string, title: string | null = null, place: Place = {}): Promise<Seat | null> {
    return this.db.transaction(async () => {
      await this.lock(organizationId);
      // A guest whose date has passed comes back to the same place.
      const seats = await this.db.of(Seat).findBy({ organizationId });
      const mine = seats.find((seat) => seat.role === role && seat.accountId === accountId);
      if (mine) return place.validUntil ? this.db.of(Seat).save({ ...mine, ...place }) : mine;
      const held = isSingleSeat(role) ? seats.find((seat) => seat.role === role) : undefined;
      if (held?.accountId) return null;
      const seat = await this.db.of(Seat).save({ ...(held ?? { id: newId(), organizationId, role }), title: title ?? held?.title ?? null, accountId, since: new Date(), ...place });
      await beginHolding(this.db, seat as Seat);
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
    if (!isSingleSeat(role)) return false;
    return (await this.db.one(`select 1 from seat where organization_id = $1 and role = $2 and account_id is not null`, [organizationId, role])) !== null;
  }
}
