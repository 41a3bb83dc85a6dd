import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type GraphContext } from '@app/platform/graphql';
import { Person } from '@app/people';
import { speakingAs } from './organizations.loaders.js';
import { Organizations } from './organizations.service.js';

/** Says of a person by which seat they speak, as it is public on their organization's page. */
@Resolver(() => Person)
export class PersonSeatResolver {
  constructor(private readonly organizations: Organizations) {}

  @ResolveField(() => String, { nullable: true, description: 'The seat by which they speak, with its organization: "Superintendent, Maple Hollow Unified". Null for staff, observers and those who wait.' })
  speaksAs(@Parent() person: Person, @Context() context: GraphContext): Promise<string | null> {
    return speakingAs(context, this.organizations).load(person.id);
  }
}
