import { Injectable } from '@nestjs/common';
import { Database } from '@app/platform/database';
import { Events } from '@app/platform/events';
import { Invalid, NotAllowed } from '@app/platform/graphql';
import type { Viewer } from '@app/people';
import { Holdings } from './holdings.service.js';
import { Organization } from './organization.entity.js';
import { OrganizationChanged } from './organizations.events.js';
import { canEditProfile, canTakeOff } from './organizations.policy.js';
import { Organizations } from './organizations.service.js';
import { endOfDay } from './places.js';
import { Seat } from './seat.entity.js';
import type { HoldingEnd } from './seat-holding.entity.js';
import { isGuestPlace } from './seat.templates.js';
import type { EditOrganizationInput, GrantInput } from './seats.types.js';

/** What a team does for itself: says who it is, and who no longer belongs to it. */
@Injectable()
export class Teams {
  constructor(
    private readonly db: Database,
    private readonly events: Events,
    private readonly organizations: Organizations,
    private readonly holdings: Holdings,
  ) {}

  /** Replaces what an organization says of itself. Facts with a source stay, save the web address. */
  async edit(viewer: Viewer, input: EditOrganizationInput): Promise<Organization> {
    return this.db.transaction(async () => {
      const organization = await this.organizations.find(input.organizationId);
      if (!organization || !canEditProfile(viewer, organization)) throw new NotAllowed();
      const { summary = null, website = null, affiliation = null, affiliationOther = null, laborWord = null, laborName = null } = input;
      if (website !== null && !isWebAddress(website)) throw new Invalid({ website: 'This does not look like a web address. It begins with https:// or http://.' });
      if (affiliation === 'other' && !affiliationOther) throw new Invalid({ affiliationOther: 'Name the organization that your teachers belong to.' });
      const isDistrict = organization.kind === 'district';
      const websiteSource = website === organization.website ? organization.websiteSource : website && `Declared by the district, ${new Date().toISOString().slice(0, 7)}`;
      const changed = await this.db.of(Organization).save({
        ...organization,
        summary: summary || null,
        website,
        websiteSource,
        ...(isDistrict && { affiliation, affiliationOther: affiliation === 'other' ? affiliationOther : null, laborWord, laborName: laborName || null }),
        ...(organization.kind === 'co_sponsor' && reachOf(organization, input)),
        profileAt: new Date(),
      });
      if (isDistrict && input.grants) await this.replaceGrants(organization.id, input.grants);
      await this.events.publish(OrganizationChanged, { organizationId: organization.id });
      return this.db.of(Organization).create(changed);
    });
  }

  private async replaceGrants(organizationId: string, grants: GrantInput[]): Promise<void> {
    const unnamed = grants.findIndex((grant) => grant.program === 'other' && !grant.otherName);
    if (unnamed >= 0) throw new Invalid({ [`grants.${unnamed}.otherName`]: 'Name the grant.' });
    await this.db.query(`delete from organization_grant where organization_id = $1`, [organizationId]);
    await this.db.query(`insert into organization_grant (organization_id, program, other_name, year, source) select $1, * from unnest($2::text[], $3::text[], $4::smallint[], $5::text[]) on conflict do nothing`, [
      organizationId,
      grants.map((grant) => grant.program),
      grants.map((grant) => (grant.program === 'other' ? grant.otherName : null)),
      grants.map((grant) => grant.year ?? null),
      grants.map((grant) => grant.source || null),
    ]);
  }

  /** Gives up a place of one's own. A leading seat stays in the team, vacant, with its title. */
  async leave(viewer: Viewer, seatId: string): Promise<void> {
    await this.end(seatId, 'left', (seat) => seat.accountId === viewer.accountId);
  }

  /** Takes somebody off the list who holds none of the leading seats. Nobody removes another from a leading seat. */
  async remove(viewer: Viewer, seatId: string): Promise<void> {
    await this.end(seatId, 'taken_off', (seat, organization) => canTakeOff(viewer, seat, organization));
  }

  /** Lets a guest read longer, or less long. */
  async keepGuest(viewer: Viewer, seatId: string, until: string): Promise<void> {
    const seat = await this.db.of(Seat).findOneBy({ id: seatId });
    const organization = seat && (await this.organizations.find(seat.organizationId));
    if (!seat?.accountId || !organization || !isGuestPlace(seat.role) || !canTakeOff(viewer, seat, organization)) throw new NotAllowed();
    await this.db.query(`update seat set valid_until = $2 where id = $1`, [seat.id, endOfDay(until)]);
  }

  private async end(seatId: string, why: HoldingEnd, may: (seat: Seat, organization: Organization) => boolean): Promise<void> {
    await this.db.transaction(async () => {
      const seat = await this.db.of(Seat).findOneBy({ id: seatId });
      const organization = seat && (await this.organizations.find(seat.organizationId));
      if (!seat?.accountId || !organization || !may(seat, organization)) throw new NotAllowed();
      await this.organizations.lock(organization.id);
      if (!(await this.holdings.vacate(seat, why))) throw new NotAllowed();
    });
  }
}

/** How far a sponsor's work reaches. A sponsor of one state says which; a national one has none. */
function reachOf(before: Organization, { level = before.level, state = before.state }: EditOrganizationInput): Pick<Organization, 'level' | 'state'> {
  if (level === 'state' && !state) throw new Invalid({ state: 'Choose your state.' });
  return { level, state: level === 'national' ? null : state };
}

function isWebAddress(text: string): boolean {
  try {
    const url = new URL(text);
    return ['http:', 'https:'].includes(url.protocol) && url.hostname.includes('.');
  } catch {
    return false;
  }
}
