import { Injectable } from '@nestjs/common';
import { Database } from '@app/platform/database';
import { Conflict, Invalid, NotAllowed, type Page } from '@app/platform/graphql';
import type { Viewer } from '@app/people';
import { type AffiliateRow, affiliatesPage, type RuleRow, ruleOf } from './affiliates.queries.js';
import type { Organization } from './organization.entity.js';
import { canSetAffiliates } from './organizations.policy.js';
import { Organizations } from './organizations.service.js';

/** Who a sponsor counts as its own: the districts and organizations it names, and those that a rule of its own finds. */
@Injectable()
export class Affiliates {
  constructor(
    private readonly db: Database,
    private readonly organizations: Organizations,
  ) {}

  page(sponsorId: string, first: number, after?: string | null): Promise<Page<AffiliateRow>> {
    return affiliatesPage(this.db, sponsorId, first, after);
  }

  rule(sponsorId: string): Promise<RuleRow | null> {
    return ruleOf(this.db, sponsorId);
  }

  /** Names affiliates. One that is named already stays, with its date. */
  async name(viewer: Viewer, sponsorId: string, organizationIds: readonly string[]): Promise<Organization> {
    const sponsor = await this.own(viewer, sponsorId);
    const known = await this.organizations.byIds(organizationIds);
    if (known.length < new Set(organizationIds).size || organizationIds.includes(sponsorId)) throw new Invalid({ organizationIds: 'Choose districts or organizations from the list, and not yourselves.' });
    await this.db.query(`insert into sponsor_affiliate (sponsor_id, organization_id, named_by) select $1, unnest($2::uuid[]), $3 on conflict do nothing`, [sponsorId, organizationIds, viewer.accountId]);
    return sponsor;
  }

  /** Takes one off that was named. Whoever the rule finds stays until the rule or their own word changes. */
  async takeOff(viewer: Viewer, sponsorId: string, organizationId: string): Promise<Organization> {
    const sponsor = await this.own(viewer, sponsorId);
    const gone = await this.db.query(`delete from sponsor_affiliate where sponsor_id = $1 and organization_id = $2 returning organization_id`, [sponsorId, organizationId]);
    if (gone.length === 0) throw new Conflict('You have not named them, or somebody has taken them off already.');
    return sponsor;
  }

  /** Sets the rule by which districts belong to a sponsor: what they declare, where they are, or both. Neither ends it. */
  async setRule(viewer: Viewer, sponsorId: string, affiliation: 'nea' | 'aft' | null, state: string | null): Promise<Organization> {
    const sponsor = await this.own(viewer, sponsorId);
    if (!affiliation && !state) await this.db.query(`delete from sponsor_rule where sponsor_id = $1`, [sponsorId]);
    else {
      await this.db.query(
        `insert into sponsor_rule (sponsor_id, affiliation, state, set_by) values ($1, $2, $3, $4)
         on conflict (sponsor_id) do update set affiliation = excluded.affiliation, state = excluded.state, set_by = excluded.set_by, since = now()`,
        [sponsorId, affiliation, state, viewer.accountId],
      );
    }
    return sponsor;
  }

  private async own(viewer: Viewer, sponsorId: string): Promise<Organization> {
    const sponsor = await this.organizations.find(sponsorId);
    if (!sponsor || !canSetAffiliates(viewer, sponsor)) throw new NotAllowed();
    return sponsor;
  }
}
