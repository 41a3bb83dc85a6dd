import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { cameAlong, type GraphContext, PageArgs } from '@app/platform/graphql';
import { CurrentViewer, Public, type Viewer } from '@app/people';
import { DirectoryCircles, type OfferedCircle } from './circles.service.js';
import { DirectoryArgs, DirectoryCircleType, DirectoryFilterArgs, DirectoryMap } from './directory.types.js';
import type { Organization } from './organization.entity.js';
import { detailsByOrganization } from './organizations.loaders.js';
import { canClaim, canEditProfile, canInvite, canVouchIn } from './organizations.policy.js';
import { Organizations } from './organizations.service.js';
import { AnyOrganization, District, DistrictConnection, GrantHeld, OrganizationCan, OrganizationConnection, SponsorOrganization, TeamSeatType } from './organizations.types.js';
import { leadingRoles } from './seat.templates.js';
import { EditOrganizationInput, EditOrganizationResult, type OrganizationEdited } from './seats.types.js';
import { teamOf } from './team.js';
import { Teams } from './teams.service.js';
import { OrganizationKindName } from './vocabulary.types.js';

@Resolver(() => District)
export class OrganizationsResolver {
  constructor(
    private readonly organizations: Organizations,
    private readonly teams: Teams,
    private readonly circles: DirectoryCircles,
  ) {}

  @Public()
  @Query(() => District, { nullable: true, description: 'One district by its place in addresses; null when there is none.' })
  async district(@CurrentViewer() viewer: Viewer | null, @Args('slug', { type: () => String, description: 'Such as `helena`.' }) slug: string, @Context() context: GraphContext): Promise<Organization | null> {
    const found = await this.profile(viewer, slug, context);
    return found?.kind === 'district' ? found : null;
  }

  @Public()
  @Query(() => DistrictConnection, { description: 'The directory. Without a search those who are here come first, then regular districts and charters, then other agencies, by name; `totalCount` is null beyond 2,000.' })
  districts(@CurrentViewer() viewer: Viewer | null, @Args() { first, after, ...filter }: DirectoryArgs): Promise<DistrictConnection> {
    return this.organizations.directory(this.circles.narrowed(viewer, filter), first, after) as Promise<DistrictConnection>;
  }

  @Public()
  @Query(() => DirectoryMap, { description: 'The same directory as a map: those who are here or present one by one, all others as numbers by state.' })
  directoryMap(@CurrentViewer() viewer: Viewer | null, @Args() filter: DirectoryFilterArgs): Promise<DirectoryMap> {
    return this.organizations.map(this.circles.narrowed(viewer, filter));
  }

  @Query(() => [DirectoryCircleType], { name: 'directoryCircles', description: 'What you may narrow the directory to, such as the conferences whose teams you may see, the latest first; at most 100.' })
  offeredCircles(@CurrentViewer() viewer: Viewer): Promise<OfferedCircle[]> {
    return this.circles.offered(viewer);
  }

  @Public()
  @Query(() => AnyOrganization, { nullable: true, description: 'One organization of any kind by its place in addresses; null when there is none.' })
  organization(@CurrentViewer() viewer: Viewer | null, @Args('slug', { type: () => String, description: 'Such as `national-education-association`.' }) slug: string, @Context() context: GraphContext): Promise<Organization | null> {
    return this.profile(viewer, slug, context);
  }

  @Public()
  @Query(() => OrganizationConnection, { name: 'organizations', description: 'Co-sponsors, foundations and other organizations that are not districts, by name.' })
  otherOrganizations(
    @CurrentViewer() _viewer: Viewer | null,
    @Args() { first, after }: PageArgs,
    @Args('kind', { type: () => OrganizationKindName, nullable: true, description: 'Only co-sponsors, only foundations …; left out, all of them.' }) kind?: OrganizationKindName | null,
  ): Promise<OrganizationConnection> {
    return this.organizations.sponsors(kind ?? null, first, after) as Promise<OrganizationConnection>;
  }

  @Mutation(() => EditOrganizationResult, { description: 'Changes what your organization says of itself: description, affiliation, grants. Facts from the federal list stay.' })
  async editOrganization(@CurrentViewer() viewer: Viewer, @Args('input') input: EditOrganizationInput): Promise<OrganizationEdited> {
    return { organization: await this.teams.edit(viewer, input) };
  }

  /** The details come along in the same statement. */
  private async profile(viewer: Viewer | null, slug: string, context: GraphContext): Promise<Organization | null> {
    const found = await this.organizations.profile(slug);
    if (!found) return null;
    const { organization, details } = found;
    detailsByOrganization(context, this.organizations).prime(organization.id, details);
    return cameAlong(organization, {
      ncesIds: details.ncesIds,
      grants: details.grants,
      seats: () => teamOf(viewer, organization.kind, details.seats),
      viewerCan: () => whatViewerCan(viewer, organization),
    });
  }

  @Public()
  @ResolveField(() => [String], { description: 'Its seven-digit ids on the federal list: none, one or several.' })
  async ncesIds(@Parent() district: Organization, @Context() context: GraphContext): Promise<string[]> {
    return (await detailsByOrganization(context, this.organizations).load(district.id))?.ncesIds ?? [];
  }

  @Public()
  @ResolveField(() => [GrantHeld], { description: 'The federal grants it says it holds.' })
  async grants(@Parent() district: Organization, @Context() context: GraphContext): Promise<GrantHeld[]> {
    return ((await detailsByOrganization(context, this.organizations).load(district.id))?.grants ?? []) as GrantHeld[];
  }

  @Public()
  @ResolveField(() => [TeamSeatType], { description: 'The three seats, vacant ones too; for members also staff and observers.' })
  async seats(@CurrentViewer() viewer: Viewer | null, @Parent() district: Organization, @Context() context: GraphContext): Promise<TeamSeatType[]> {
    return teamOf(viewer, district.kind, (await detailsByOrganization(context, this.organizations).load(district.id))?.seats ?? []);
  }

  @Public()
  @ResolveField(() => OrganizationCan, { description: 'What you may do here.' })
  viewerCan(@CurrentViewer() viewer: Viewer | null, @Parent() district: Organization): OrganizationCan {
    return whatViewerCan(viewer, district);
  }
}

@Resolver(() => SponsorOrganization)
export class SponsorOrganizationsResolver {
  constructor(private readonly organizations: Organizations) {}

  @Public()
  @ResolveField(() => [TeamSeatType], { description: 'Who speaks for it; for members also staff and observers.' })
  async seats(@CurrentViewer() viewer: Viewer | null, @Parent() organization: Organization, @Context() context: GraphContext): Promise<TeamSeatType[]> {
    return teamOf(viewer, organization.kind, (await detailsByOrganization(context, this.organizations).load(organization.id))?.seats ?? []);
  }

  @Public()
  @ResolveField(() => OrganizationCan, { description: 'What you may do here.' })
  viewerCan(@CurrentViewer() viewer: Viewer | null, @Parent() organization: Organization): OrganizationCan {
    return whatViewerCan(viewer, organization);
  }
}

function whatViewerCan(viewer: Viewer | null, organization: Organization): OrganizationCan {
  return {
    claimSeat: canClaim(viewer, organization),
    editProfile: canEditProfile(viewer, organization),
    vouch: canVouchIn(viewer, organization),
    invite: leadingRoles(organization.kind).some((role) => canInvite(viewer, organization, role)),
  };
}
