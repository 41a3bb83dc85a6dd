import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { isId } from '@app/platform/database';
import { type GraphContext, Invalid, PageArgs } from '@app/platform/graphql';
import { CurrentViewer, Public, type Viewer } from '@app/people';
import { Additions } from './additions.service.js';
import type { AffiliateRow, RuleRow } from './affiliates.queries.js';
import { Affiliates } from './affiliates.service.js';
import {
  AddOrganizationInput, AddOrganizationResult, Affiliate, AffiliateConnection, AffiliateRule, AffiliatesResult, NameAffiliatesInput, type OrganizationAdded, SetAffiliateRuleInput, TakeOffAffiliateInput,
} from './affiliates.types.js';
import type { Organization } from './organization.entity.js';
import { organizationById } from './organizations.loaders.js';
import { canSetAffiliates } from './organizations.policy.js';
import { Organizations } from './organizations.service.js';
import { AnyOrganization, SponsorOrganization } from './organizations.types.js';

@Resolver(() => SponsorOrganization)
export class AffiliatesResolver {
  constructor(
    private readonly affiliatesService: Affiliates,
    private readonly additions: Additions,
  ) {}

  @Mutation(() => AffiliatesResult, { description: 'Names organizations as affiliates of your sponsor.' })
  async nameAffiliates(@CurrentViewer() viewer: Viewer, @Args('input') { sponsorId, organizationIds }: NameAffiliatesInput): Promise<{ sponsor: Organization }> {
    if (!organizationIds.every(isId)) throw new Invalid({ organizationIds: 'Choose them from the list.' });
    return { sponsor: await this.affiliatesService.name(viewer, sponsorId, organizationIds) };
  }

  @Mutation(() => AffiliatesResult, { description: 'Takes an affiliate off that your sponsor names.' })
  async takeOffAffiliate(@CurrentViewer() viewer: Viewer, @Args('input') { sponsorId, organizationId }: TakeOffAffiliateInput): Promise<{ sponsor: Organization }> {
    return { sponsor: await this.affiliatesService.takeOff(viewer, sponsorId, organizationId) };
  }

  @Mutation(() => AffiliatesResult, { description: 'Sets the rule by which districts are affiliates of your sponsor, or ends it.' })
  async setAffiliateRule(@CurrentViewer() viewer: Viewer, @Args('input') { sponsorId, affiliation, state }: SetAffiliateRuleInput): Promise<{ sponsor: Organization }> {
    return { sponsor: await this.affiliatesService.setRule(viewer, sponsorId, affiliation ?? null, state ?? null) };
  }

  @Mutation(() => AddOrganizationResult, { description: 'Adds a state team, a co-sponsor, a foundation or another organization, with its seats vacant. For stewards.' })
  async addOrganization(@CurrentViewer() viewer: Viewer, @Args('input') input: AddOrganizationInput): Promise<OrganizationAdded> {
    return { organization: (await this.additions.add(viewer, input)) as unknown as AnyOrganization };
  }

  @Public()
  @ResolveField(() => AffiliateConnection, { description: 'The districts and organizations it counts as its own, by name, with how many there are.' })
  affiliates(@Parent() sponsor: Organization, @Args() { first, after }: PageArgs): Promise<AffiliateConnection> {
    return this.affiliatesService.page(sponsor.id, first, after) as unknown as Promise<AffiliateConnection>;
  }

  @Public()
  @ResolveField(() => AffiliateRule, { nullable: true, description: 'The rule by which districts are its affiliates; null when it has none.' })
  affiliateRule(@Parent() sponsor: Organization): Promise<RuleRow | null> {
    return this.affiliatesService.rule(sponsor.id);
  }

  @Public()
  @ResolveField(() => Boolean, { description: 'You speak for this co-sponsor, so you may say who its affiliates are.' })
  viewerCanSetAffiliates(@CurrentViewer() viewer: Viewer | null, @Parent() sponsor: Organization): boolean {
    return canSetAffiliates(viewer, sponsor);
  }
}

@Resolver(() => Affiliate)
export class AffiliateResolver {
  constructor(private readonly organizations: Organizations) {}

  @Public()
  @ResolveField(() => AnyOrganization)
  organization(@Parent() affiliate: AffiliateRow, @Context() context: GraphContext): Promise<Organization | null> {
    return organizationById(context, this.organizations).load(affiliate.organizationId);
  }
}
