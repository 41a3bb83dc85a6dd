import { Args, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '@app/people';
import { ConferencePrograms, type ProgramTeam } from './program.service.js';
import { ProgramTeamType } from './program.types.js';

@Resolver()
export class ConferenceProgramResolver {
  constructor(private readonly programs: ConferencePrograms) {}

  @Query(() => [ProgramTeamType], { description: 'The teams that present at a conference with what they do, by name; empty when you do not see which teams come.' })
  conferenceProgram(@CurrentViewer() viewer: Viewer, @Args('slug', { type: () => String, description: 'The place of the conference in addresses, such as `denver-2011`.' }) slug: string): Promise<ProgramTeam[]> {
    return this.programs.of(viewer, slug);
  }
}
