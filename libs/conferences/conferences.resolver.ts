import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Page, PageArgs } from '@app/platform/graphql';
import { CurrentViewer, Public, type Viewer } from '@app/people';
import { needPrinciple, needTopic } from '@app/framework';
import { AddMaterialInput, CloseConferenceInput, MarkTeamsInput, OpenConferenceInput, RemoveMaterialInput, TagConferenceInput } from './conferences.inputs.js';
import { callingSeat, canRun } from './conferences.policy.js';
import type { ConferenceRow } from './conferences.queries.js';
import { Conferences } from './conferences.service.js';
import { ConferenceConnection, ConferenceParty, ConferencePhase, ConferenceResourceChoice, ConferenceResult, ConferenceRights, ConferenceType } from './conferences.types.js';
import { ConferenceMaterials, type PossibleMaterial } from './materials.service.js';

/** Nested rows come as JSON; the fields that the resolver adds are not in them yet. */
type Bare = Omit<ConferenceType, 'phase' | 'viewerCan'>;

@Resolver(() => ConferenceType)
export class ConferencesResolver {
  constructor(
    private readonly conferences: Conferences,
    private readonly materials: ConferenceMaterials,
  ) {}

  @Public()
  @Query(() => ConferenceConnection, { name: 'conferences', description: 'All conferences, the latest first; those whose days are unknown come last.' })
  list(
    @CurrentViewer() viewer: Viewer | null,
    @Args() page: PageArgs,
    @Args('principle', { type: () => Int, nullable: true, description: 'Only those about this principle, by its number.' }) principle?: number | null,
    @Args('topic', { type: () => String, nullable: true, description: 'Only those about this topic, by its slug.' }) topic?: string | null,
  ): Promise<Page<Bare>> {
    return this.conferences.page(viewer, page, { principle: principle == null ? null : needPrinciple(principle), topic: topic == null ? null : needTopic(topic) });
  }

  @Public()
  @Query(() => ConferenceType, { nullable: true, description: 'One conference by its place in addresses; null when there is none.' })
  conference(@CurrentViewer() viewer: Viewer | null, @Args('slug', { type: () => String, description: 'Words of its title and the year, such as `denver-2011`.' }) slug: string): Promise<Bare | null> {
    return this.conferences.findBySlug(viewer, slug);
  }

  @Query(() => Boolean, { description: 'Whether you may announce a conference: you speak for a co-sponsor.' })
  mayOpenConference(@CurrentViewer() viewer: Viewer): boolean {
    return callingSeat(viewer) !== null;
  }

  @Query(() => [ConferenceParty], { description: 'The co-sponsors in Accord, for whoever announces a conference; empty for others.' })
  possibleCoSponsors(@CurrentViewer() viewer: Viewer): Promise<ConferenceParty[]> {
    return this.conferences.possibleCoSponsors(viewer);
  }

  @Query(() => [ConferenceParty], { description: 'Districts and state teams whose name holds these words, at most ten, for whoever speaks for a co-sponsor; empty for others.' })
  possibleTeams(@CurrentViewer() viewer: Viewer, @Args('name', { type: () => String, description: 'A part of what the district is called; fewer than two letters find nothing.' }) name: string): Promise<ConferenceParty[]> {
    return this.conferences.possibleTeams(viewer, name);
  }

  @Query(() => [ConferenceResourceChoice], { description: 'Things in the library that can be handed out at a conference, at most ten, for whoever runs it; empty for others.' })
  possibleMaterials(
    @CurrentViewer() viewer: Viewer,
    @Args('conferenceId', { type: () => ID, description: 'A conference that you run.' }) conferenceId: string,
    @Args('title', { type: () => String, description: 'A part of what it is called; fewer than two letters find nothing.' }) title: string,
  ): Promise<PossibleMaterial[]> {
    return this.materials.possible(viewer, conferenceId, title);
  }

  @Mutation(() => ConferenceResult, { description: 'Says what a conference is about, by principles and topics; it then shows under them.' })
  tagConference(@CurrentViewer() viewer: Viewer, @Args('input') input: TagConferenceInput): Promise<Bare> {
    return this.conferences.tag(viewer, input);
  }

  @Mutation(() => ConferenceResult, { description: 'Announces a conference; your organization leads it.' })
  openConference(@CurrentViewer() viewer: Viewer, @Args('input') input: OpenConferenceInput): Promise<Bare> {
    return this.conferences.open(viewer, input);
  }

  @Mutation(() => ConferenceResult, { description: 'Invites teams, or notes that they come, came or declined.' })
  markTeams(@CurrentViewer() viewer: Viewer, @Args('input') input: MarkTeamsInput): Promise<Bare> {
    return this.conferences.markTeams(viewer, input);
  }

  @Mutation(() => ConferenceResult, { description: 'Adds something that was handed out; it stands in the next digest.' })
  addMaterial(@CurrentViewer() viewer: Viewer, @Args('input') input: AddMaterialInput): Promise<Bare> {
    return this.materials.add(viewer, input);
  }

  @Mutation(() => ConferenceResult, { description: 'Takes a material out again.' })
  removeMaterial(@CurrentViewer() viewer: Viewer, @Args('input') input: RemoveMaterialInput): Promise<Bare> {
    return this.materials.remove(viewer, input.materialId);
  }

  @Mutation(() => ConferenceResult, { description: 'Ends a conference now: who came is written down, and its ladder begins.' })
  closeConference(@CurrentViewer() viewer: Viewer, @Args('input') input: CloseConferenceInput): Promise<Bare> {
    return this.conferences.close(viewer, input.conferenceId);
  }

  @Public()
  @ResolveField()
  phase(@Parent() conference: ConferenceRow): ConferencePhase {
    return phaseOf(conference);
  }

  @ResolveField()
  viewerCan(@CurrentViewer() viewer: Viewer | null, @Parent() conference: ConferenceRow): ConferenceRights {
    const run = canRun(viewer, conference);
    return { run, close: run && phaseOf(conference) === ConferencePhase.during };
  }
}

function phaseOf({ history, closedAt, startsAt }: ConferenceRow): ConferencePhase {
  if (history || closedAt) return ConferencePhase.after;
  return startsAt && new Date(startsAt) <= new Date() ? ConferencePhase.during : ConferencePhase.before;
}
