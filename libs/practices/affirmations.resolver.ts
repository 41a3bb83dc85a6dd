import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, Public, type Viewer } from '@app/people';
import { Affirmations, type PracticeActs } from './affirmations.service.js';
import { ApprovePracticeInput, AskToAffirmInput, LapsePracticeInput, PracticeActsType, WithdrawApprovalInput } from './affirmations.types.js';
import { PracticeApproval, PracticeMoment, PracticeState } from './practice-facts.types.js';
import type { Practice } from './practice.entity.js';
import { approvingSeats } from './practices.policy.js';
import { Practices } from './practices.service.js';
import { PracticeResult, PracticeType } from './practices.types.js';
import { dueAt, stateOf } from './stage.js';

@Resolver(() => PracticeType)
export class AffirmationsResolver {
  constructor(
    private readonly affirmations: Affirmations,
    private readonly practices: Practices,
  ) {}

  @Mutation(() => PracticeResult, { description: 'Asks your district’s required seats to sign a practice as it is; each gets a mail. What stands goes on standing until all have.' })
  askToAffirm(@CurrentViewer() viewer: Viewer, @Args('input') input: AskToAffirmInput): Promise<Practice> {
    return this.affirmations.ask(viewer, input.practiceId);
  }

  @Mutation(() => PracticeResult, { description: 'Says that your district does it no more. The record stays, with the reason.' })
  lapsePractice(@CurrentViewer() viewer: Viewer, @Args('input') input: LapsePracticeInput): Promise<Practice> {
    return this.affirmations.lapse(viewer, input.practiceId, input.reason, input.endYear ?? null);
  }

  @Mutation(() => PracticeResult, { description: 'Approves, for a co-sponsor, what all required seats of a district have signed.' })
  approvePractice(@CurrentViewer() viewer: Viewer, @Args('input') input: ApprovePracticeInput): Promise<Practice> {
    return this.affirmations.approve(viewer, input.practiceId, input.organizationId);
  }

  @Mutation(() => PracticeResult, { description: 'Takes back the approval of a co-sponsor that you speak for.' })
  withdrawApproval(@CurrentViewer() viewer: Viewer, @Args('input') input: WithdrawApprovalInput): Promise<Practice> {
    return this.affirmations.withdrawApproval(viewer, input.practiceId, input.reason, input.organizationId);
  }

  @Public()
  @ResolveField(() => PracticeState, { description: 'How far it is vouched for today.' })
  state(@Parent() practice: Practice): `${PracticeState}` {
    return stateOf(practice);
  }

  @Public()
  @ResolveField(() => Date, { nullable: true, description: 'From when on it is to be confirmed again; null while it is not affirmed, or has lapsed.' })
  dueAt(@Parent() practice: Practice): Date | null {
    return practice.affirmedAt && practice.stage !== 'lapsed' ? dueAt(practice.affirmedAt) : null;
  }

  @Public()
  @ResolveField(() => PracticeActsType, { description: 'The joint acts behind it.' })
  acts(@CurrentViewer() viewer: Viewer | null, @Parent() practice: Practice): Promise<PracticeActs> {
    return this.affirmations.actsOf(viewer, practice);
  }

  @Public()
  @ResolveField(() => [PracticeApproval], { description: 'Which co-sponsors have approved it as it is; none while it is lapsed.' })
  async approvals(@CurrentViewer() viewer: Viewer | null, @Parent() practice: Practice): Promise<PracticeApproval[]> {
    const mine = approvingSeats(viewer).map((seat) => seat.organizationId);
    return (await this.practices.approvalsOf(practice.id)).map((approval) => ({ ...approval, isMine: mine.includes(approval.organizationId) }));
  }

  @Public()
  @ResolveField(() => [PracticeMoment], { description: 'What became of the record, the latest first. Nothing of it is deleted.' })
  history(@CurrentViewer() viewer: Viewer | null, @Parent() practice: Practice): Promise<PracticeMoment[]> {
    return this.practices.momentsOf(viewer, practice.id);
  }
}
