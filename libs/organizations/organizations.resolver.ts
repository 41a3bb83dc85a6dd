import { Args, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, Public, type Viewer } from '@app/people';
import type { Organization } from './organization.entity.js';
import { Organizations } from './organizations.service.js';
import { District } from './organizations.types.js';

@Resolver(() => District)
export class OrganizationsResolver {
  constructor(private readonly organizations: Organizations) {}

  @Public()
  @Query(() => District, { nullable: true, description: 'One district by its place in addresses; null when there is none.' })
  district(@CurrentViewer() _viewer: Viewer | null, @Args('slug', { type: () => String }) slug: string): Promise<Organization | null> {
    return this.organizations.findBySlug(slug);
  }
}
