import { Args, ArgsType, Context, Field, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { type GraphContext, PageArgs } from '@app/platform/graphql';
import { CurrentViewer, Public, type Viewer } from '@app/people';
import type { Organization } from './organization.entity.js';
import { detailsByOrganization } from './organizations.loaders.js';
import { canClaim, canEditProfile, canInvite, canVouchIn, leadingRoles } from './organizations.policy.js';
import { Organizations } from './organizations.service.js';
import { AnyOrganization, District, DistrictConnection, GrantHeld, OrganizationCan, OrganizationConnection, SponsorOrganization, TeamSeatType } from './organizations.types.js';
import { EditOrganizationInput, EditOrganizationResult, type OrganizationEdited } from './seats.types.js';
import { teamOf } from './team.js';
import { Teams } from './teams.service.js';
import { AffiliationFilter, AgencyKindName, DirectoryStatus, LocaleFilter, OrganizationKindName, SizeBand } from './vocabulary.types.js';

@ArgsType()
class DirectoryArgs extends PageArgs {
  @IsOptional() @IsString() @MaxLength(200)
  @Field(() => String, { nullable: true, description: 'A name, place or letters; small mistakes in typing are forgiven. Then the likest come first.' })
  search?: string | null;

  @IsOptional() @IsString() @MaxLength(2)
  @Field(() => String, { nullable: true, description: 'Two letters of a state, DC or territory.' })
  state?: string | null;

  @IsOptional() @IsIn(Object.keys(LocaleFilter))
  @Field(() => LocaleFilter, { nullable: true, description: 'Only districts in this kind of place.' })
  locale?: LocaleFilter | null;

  @IsOptional() @IsIn(Object.keys(SizeBand))
  @Field(() => SizeBand, { nullable: true, description: 'Only districts of this size.' })
  size?: SizeBand | null;

  @IsOptional() @IsIn(Object.keys(AffiliationFilter))
  @Field(() => AffiliationFilter, { nullable: true, description: 'Only districts that declare this affiliation.' })
  affiliation?: AffiliationFilter | null;

  @IsOptional() @IsIn(Object.keys(DirectoryStatus))
  @Field(() => DirectoryStatus, { nullable: true, description: 'Only those that are here already, or that are not.' })
  status?: DirectoryStatus | null;

  @IsOptional() @IsIn(Object.keys(AgencyKindName))
  @Field(() => AgencyKindName, { nullable: true, description: 'Only this kind of agency.' })
  kind?: AgencyKindName | null;
}

@Resolver(() => District)
export class OrganizationsResolver {
  constructor(
    private readonly organizations: Organizations,
    private readonly teams: Teams,
  ) {}

  @Public()
  @Query(() => District, { nullable: true, description: 'One district by its place in addresses; null when there is none.' })
  async district(@CurrentViewer() _viewer: Viewer | null, @Args('slug', { type: () => String, description: 'Such as `helena`.' }) slug: string, @Context() context: GraphContext): Promise<Organization | null> {
    const found = await this.profile(slug, context);
    return found?.kind === 'district' ? found : null;
  }

  @Public()
  @Query(() => DistrictConnection, { description: 'The directory. Without a search those who are here come first, then regular districts and charters, then other agencies, by name; `totalCount` is null beyond 2,000.' })
  districts(@CurrentViewer() _viewer: Viewer | null, @Args() { first, after, ...filter }: DirectoryArgs): Promise<DistrictConnection> {
    return this.organizations.directory(filter, first, after) as Promise<DistrictConnection>;
  }

  @Public()
  @Query(() => AnyOrganization, { nullable: true, description: 'One organization of any kind by its place in addresses; null when there is none.' })
  organization(@CurrentViewer() _viewer: Viewer | null, @Args('slug', { type: () => String, description: 'Such as `national-education-association`.' }) slug: string, @Context() context: GraphContext): Promise<Organization | null> {
    return this.profile(slug, context);
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

  /** The details come along in the same statement, and wait in their loader for the fields that ask for them. */
  private async profile(slug: string, context: GraphContext): Promise<Organization | null> {
    const found = await this.organizations.profile(slug);
    if (found) detailsByOrganization(context, this.organizations).prime(found.organization.id, found.details);
    return found?.organization ?? null;
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
