import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type GraphContext, type Page } from '@app/platform/graphql';
import { Accounts, CurrentViewer, DONE, type Done, DoneResult, Person, personById, Public, type Viewer } from '@app/people';
import { District, type Organization, organizationById, Organizations } from '@app/organizations';
import { type Principle, Principles, principlesByNumber, PrincipleType } from '@app/framework';
import type { Practice } from './practice.entity.js';
import { ideasByPrinciple } from './practices.loaders.js';
import { PracticeFactLines, ThresholdLabel } from './practice-facts.types.js';
import { approvingSeats, canAskToAffirm, canBeApproved, canChange, canContinue, canLapse, canWithdraw, sharingSeats } from './practices.policy.js';
import { Practices } from './practices.service.js';
import { EditPracticeInput, PracticeConnection, PracticeGrid, PracticeIdea, PracticeResult, PracticesArgs, PracticeType, PracticeViewerCan, SharePracticeInput, WithdrawPracticeInput } from './practices.types.js';
import { factLinesOf, sourceOf, standingOf } from './words.js';

@Resolver(() => PracticeType)
export class PracticesResolver {
  constructor(
    private readonly practices: Practices,
    private readonly principles: Principles,
    private readonly organizations: Organizations,
    private readonly accounts: Accounts,
  ) {}

  @Public()
  @Query(() => PracticeType, { nullable: true, description: 'One practice by its place in addresses; null when there is none for you.' })
  practice(@CurrentViewer() viewer: Viewer | null, @Args('slug', { type: () => String, description: 'Such as `denver-procomp`.' }) slug: string): Promise<Practice | null> {
    return this.practices.findBySlug(viewer, slug);
  }

  @Public()
  @Query(() => PracticeConnection, { name: 'practices', description: 'The practices you may read, by principle and then by district.' })
  practicesPage(@CurrentViewer() viewer: Viewer | null, @Args() args: PracticesArgs): Promise<Page<Practice>> {
    return this.practices.list(viewer, args, args.first, args.after);
  }

  @Public()
  @Query(() => PracticeGrid, { description: 'Who does what: principles down, districts across, in one reading.' })
  practiceGrid(@CurrentViewer() viewer: Viewer | null): ReturnType<Practices['grid']> {
    return this.practices.grid(viewer);
  }

  @Public()
  @Query(() => [ThresholdLabel], { description: 'The kinds of figures that practices have, the most frequent first: what `threshold` can ask for.' })
  thresholdLabels(@CurrentViewer() viewer: Viewer | null): Promise<ThresholdLabel[]> {
    return this.practices.labels(viewer);
  }

  @Query(() => [District], { description: 'The districts for which you may share a practice; empty when you speak for none.' })
  async sharingDistricts(@CurrentViewer() viewer: Viewer): Promise<Organization[]> {
    const ids = [...new Set(sharingSeats(viewer).map((seat) => seat.organizationId))];
    return ids.length > 0 ? this.organizations.byIds(ids) : [];
  }

  @Mutation(() => PracticeResult, { description: 'Shares something your district does, with how it came about.' })
  sharePractice(@CurrentViewer() viewer: Viewer, @Args('input') input: SharePracticeInput): Promise<Practice> {
    return this.practices.share(viewer, input, input);
  }

  @Mutation(() => PracticeResult, { description: 'Gives a practice that your district shared new words; its address stays.' })
  editPractice(@CurrentViewer() viewer: Viewer, @Args('input') input: EditPracticeInput): Promise<Practice> {
    return this.practices.edit(viewer, input.practiceId, input);
  }

  @Mutation(() => DoneResult, { description: 'Takes back a practice that your district shared.' })
  async withdrawPractice(@CurrentViewer() viewer: Viewer, @Args('input') input: WithdrawPracticeInput): Promise<Done> {
    await this.practices.withdraw(viewer, input.practiceId);
    return DONE;
  }

  @Public()
  @ResolveField(() => PrincipleType, { nullable: true, description: 'Which of the ten it puts into action: its row in the grid.' })
  principle(@Parent() practice: Practice, @Context() context: GraphContext): Promise<Principle | null> {
    return principlesByNumber(context, this.principles).load(String(practice.principle));
  }

  @Public()
  @ResolveField(() => District, { nullable: true, description: 'The district that does it.' })
  district(@Parent() practice: Practice, @Context() context: GraphContext): Promise<Organization | null> {
    return organizationById(context, this.organizations).load(practice.organizationId);
  }

  @Public()
  @ResolveField(() => Person, { nullable: true, description: 'Who wrote it down for the district; null for visitors, and in the record of 2011.' })
  async author(@CurrentViewer() viewer: Viewer | null, @Parent() practice: Practice, @Context() context: GraphContext): Promise<Person | null> {
    return viewer && practice.authorId ? personById(context, this.accounts).load(practice.authorId) : null;
  }

  @Public()
  @ResolveField(() => String, { description: 'How far its words can be relied on today, such as “As of July 2011; whether it is still done is not known.”' })
  standing(@Parent() practice: Practice): string {
    return standingOf(practice);
  }

  @Public()
  @ResolveField(() => String, { nullable: true, description: 'Where the record comes from; null for what a district shared itself.' })
  source(@Parent() practice: Practice): string | null {
    return sourceOf(practice);
  }

  @Public()
  @ResolveField(() => [PracticeFactLines], { description: 'In which lines of the toolkit’s text its facts stand; empty for what a district shared itself.' })
  factLines(@Parent() practice: Practice): PracticeFactLines[] {
    return factLinesOf(practice);
  }

  @Public()
  @ResolveField(() => PracticeType, { nullable: true, description: 'The record of 2011 that it goes on from; null when it does not.' })
  continues(@CurrentViewer() viewer: Viewer | null, @Parent() practice: Practice): Promise<Practice | null> {
    return this.practices.continuedFrom(viewer, practice);
  }

  @Public()
  @ResolveField(() => PracticeType, { nullable: true, description: 'What its district says today of what was recorded in 2011; null when it has said nothing that is for you.' })
  continuedBy(@CurrentViewer() viewer: Viewer | null, @Parent() practice: Practice): Promise<Practice | null> {
    return this.practices.continuedBy(viewer, practice);
  }

  @Public()
  @ResolveField(() => PracticeViewerCan, { description: 'What you may do with it.' })
  async viewerCan(@CurrentViewer() viewer: Viewer | null, @Parent() practice: Practice): Promise<PracticeViewerCan> {
    const [change, seats] = [canChange(viewer, practice), approvingSeats(viewer)];
    const approved = seats.length > 0 && canBeApproved(practice) ? await this.practices.approvalsOf(practice.id) : [];
    const waiting = canBeApproved(practice) ? seats.filter((seat) => !approved.some((approval) => approval.organizationId === seat.organizationId)) : [];
    const approveFor = waiting.length > 0 ? await this.organizations.byIds([...new Set(waiting.map((seat) => seat.organizationId))]) : [];
    return {
      edit: change,
      continue: canContinue(viewer, practice) && (await this.practices.continuedBy(viewer, practice)) === null,
      withdraw: change && practice.stage === 'told' && canWithdraw(viewer, practice, await this.practices.signedEver(practice.id)),
      affirm: canAskToAffirm(viewer, practice),
      lapse: canLapse(viewer, practice),
      approve: approveFor.length > 0,
      approveFor,
    };
  }
}

@Public()
@Resolver(() => PrincipleType)
export class PrinciplePracticesResolver {
  constructor(private readonly practices: Practices) {}

  @ResolveField(() => [PracticeIdea], { description: 'What other districts have done under it, without their names; empty where the toolkit of 2011 has none.' })
  async ideas(@Parent() principle: Principle, @Context() context: GraphContext): Promise<PracticeIdea[]> {
    return (await ideasByPrinciple(context, this.practices).load(String(principle.number))) ?? [];
  }
}
