import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphContext } from '@app/platform/graphql';
import type { MailState } from '@app/platform/mail';
import { CurrentViewer, keysOfViewer, Public, type Viewer } from '@app/people';
import { type ConferenceRow, ConferenceType } from '@app/conferences';
import { type LadderView, Ladders } from './ladder.service.js';
import { OFFERED } from './offered.js';
import { mailsByStep, stepsByConference } from './outreach.loaders.js';
import type { StepRow } from './outreach.queries.js';
import { EditStepInput, Ladder, LadderResult, LadderStepType, MessagePreview, type OfferedStep, PlanLadderInput, RemoveStepInput, StepMails, StepStateName } from './outreach.types.js';
import { Previews } from './previews.service.js';

type Bare = Omit<Ladder, 'steps' | 'next' | 'offered'> & { steps: StepRow[]; next: StepRow | null };

@Resolver(() => ConferenceType)
export class ConferenceLadderResolver {
  constructor(private readonly ladders: Ladders) {}

  @Public()
  @ResolveField('ladder', () => Ladder, { description: 'What has been sent after it, what comes next and when.' })
  async ladder(@CurrentViewer() viewer: Viewer | null, @Parent() conference: ConferenceRow, @Context() context: GraphContext): Promise<LadderView> {
    const steps = await stepsByConference(context, this.ladders).load(conference.id);
    return this.ladders.view(viewer, conference, steps ?? []);
  }
}

@Resolver(() => Ladder)
export class LadderResolver {
  constructor(
    private readonly ladders: Ladders,
    private readonly previews: Previews,
  ) {}

  @Mutation(() => LadderResult, { description: 'Plans steps after a conference’s end; for those behind it.' })
  planLadder(@CurrentViewer() viewer: Viewer, @Args('input') input: PlanLadderInput): Promise<Bare> {
    return this.ladders.plan(viewer, input.conferenceId, input.steps);
  }

  @Mutation(() => LadderResult, { description: 'Changes a step that is still ahead.' })
  editStep(@CurrentViewer() viewer: Viewer, @Args('input') input: EditStepInput): Promise<Bare> {
    return this.ladders.edit(viewer, input.stepId, input.step);
  }

  @Mutation(() => LadderResult, { description: 'Takes a step off the ladder while it is still ahead.' })
  removeStep(@CurrentViewer() viewer: Viewer, @Args('input') input: RemoveStepInput): Promise<Bare> {
    return this.ladders.remove(viewer, input.stepId);
  }

  @Query(() => MessagePreview, { nullable: true, description: 'A planned message as its readers will get it; for those who may change it, null for anybody else.' })
  messagePreview(@CurrentViewer() viewer: Viewer, @Args('stepId', { type: () => String, description: 'A message among `Ladder.steps`; a digest has no preview.' }) stepId: string): Promise<MessagePreview | null> {
    return this.previews.of(viewer, stepId);
  }

  @Public()
  @ResolveField()
  offered(): OfferedStep[] {
    return OFFERED;
  }
}

@Resolver(() => LadderStepType)
export class LadderStepResolver {
  constructor(private readonly ladders: Ladders) {}

  @Public()
  @ResolveField()
  state(@Parent() step: StepRow): StepStateName {
    if (step.state === 'sent' || step.state === 'sending') return StepStateName[step.state];
    return step.certain && new Date(step.dueAt) <= new Date() ? StepStateName.due : StepStateName.planned;
  }

  @ResolveField()
  async mails(@CurrentViewer() viewer: Viewer | null, @Parent() step: StepRow, @Context() context: GraphContext): Promise<StepMails | null> {
    if (step.state !== 'sent' || !keysOfViewer(viewer).includes('members')) return null;
    return counted((await mailsByStep(context, this.ladders).load(step.id)) ?? {});
  }
}

function counted(states: Partial<Record<MailState, number>>): StepMails {
  const sum = (...of: MailState[]): number => of.reduce((total, state) => total + (states[state] ?? 0), 0);
  return { sent: sum('sent'), waiting: sum('queued', 'sending', 'held'), withheld: sum('suppressed'), failed: sum('failed', 'uncertain') };
}
