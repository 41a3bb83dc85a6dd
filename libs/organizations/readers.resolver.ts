import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphContext } from '@app/platform/graphql';
import { CurrentViewer, Public, type Viewer } from '@app/people';
import type { Organization } from './organization.entity.js';
import { organizationById } from './organizations.loaders.js';
import { Organizations } from './organizations.service.js';
import { AnyOrganization } from './organizations.types.js';
import { type ReaderRow, Readers } from './readers.js';
import { TeamReaders } from './readers.types.js';

@Resolver(() => TeamReaders)
export class ReadersResolver {
  constructor(
    private readonly reading: Readers,
    private readonly organizations: Organizations,
  ) {}

  @Query(() => [TeamReaders], { nullable: true, description: 'Who reads what carries an audience key made of teams, such as `team:ID`, team by team. Null unless you read it yourself.' })
  async readers(@CurrentViewer() viewer: Viewer, @Args('audience', { type: () => String, description: 'The audience key of a thread, a room or a resource.' }) audience: string): Promise<Omit<TeamReaders, 'organization'>[] | null> {
    const rows = audience.length > 100 ? null : await this.reading.of(viewer, audience);
    return rows && [...new Set(rows.map((row) => row.organizationId))].map((id) => teamReaders(id, rows.filter((row) => row.organizationId === id)));
  }

  @Public()
  @ResolveField(() => AnyOrganization)
  organization(@Parent() team: TeamReaders, @Context() context: GraphContext): Promise<Organization | null> {
    return organizationById(context, this.organizations).load(team.id);
  }
}

function teamReaders(id: string, rows: ReaderRow[]): Omit<TeamReaders, 'organization'> {
  const count = (role: string): number => rows.filter((row) => row.role === role).length;
  return {
    id,
    seats: rows.filter((row) => row.leads).length,
    deputies: count('deputy'),
    staff: count('staff'),
    observers: count('observer'),
    guests: count('guest'),
    people: rows.map(({ personId, name, role, title, deputyFor, until }) => ({ person: { id: personId, name }, role, title, deputyFor, until })),
  };
}
