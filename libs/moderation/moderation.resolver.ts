import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type GraphContext, type Page, PageArgs } from '@app/platform/graphql';
import { Accounts, CurrentViewer, personById, type Viewer } from '@app/people';
import { organizationById, Organizations } from '@app/organizations';
import type { Decision } from './decision.entity.js';
import { openBySubject, trailBySubject } from './moderation.loaders.js';
import { ModerationReads, type TakenDown } from './moderation.queries.js';
import { Moderation } from './moderation.service.js';
import {
  AnswerTakeDownInput, AnswerTakeDownResult, DecideReportResult, DecisionType, DismissReportInput, ReportConnection, ReportInput, ReportParty, ReportReceipt, ReportResult, ReportType,
  RestoreInput, TakeDown, TakeDownInput, UpholdTakeDownInput,
} from './moderation.types.js';
import type { Report } from './report.entity.js';

@Resolver(() => ReportType)
export class ModerationResolver {
  constructor(
    private readonly moderation: Moderation,
    private readonly reads: ModerationReads,
    private readonly accounts: Accounts,
    private readonly organizations: Organizations,
  ) {}

  @Query(() => ReportConnection, { description: 'Reports that wait, the longest-waiting first. For stewards.' })
  openReports(@CurrentViewer() viewer: Viewer, @Args() page: PageArgs): Promise<Page<Report>> {
    return this.reads.open(viewer, page);
  }

  @Query(() => ReportConnection, { description: 'Reports that were decided, the latest first. For stewards.' })
  decidedReports(@CurrentViewer() viewer: Viewer, @Args() page: PageArgs): Promise<Page<Report>> {
    return this.reads.decided(viewer, page);
  }

  @Query(() => ReportType, { nullable: true, description: 'One report with the copy of what it is about; null for everybody but stewards.' })
  report(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID, description: 'As it stands in the lists of the desk.' }) id: string): Promise<Report | null> {
    return this.reads.report(viewer, id);
  }

  @Query(() => String, { nullable: true, description: 'The page on which a reported thing stands; null where you may not read it yourself. Stewards have no key to private rooms.' })
  reportPlace(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID, description: 'As it stands in the lists of the desk.' }) id: string): Promise<string | null> {
    return this.moderation.placeOf(viewer, id);
  }

  @Query(() => TakeDown, { nullable: true, description: 'Something of yours that was taken down, by the id in the mail; null when it is not yours.' })
  takeDown(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID, description: 'As it stands in the mail’s link.' }) id: string): Promise<TakenDown | null> {
    return this.reads.takenDown(viewer, id);
  }

  @ResolveField(() => ReportParty, { description: 'Who reported it.' })
  reporter(@Parent() report: Report, @Context() context: GraphContext): Promise<ReportParty> {
    return this.party(context, report.reporterId, report.reporterOrganizationId);
  }

  @ResolveField(() => ReportParty, { description: 'Who wrote or posted it.' })
  author(@Parent() report: Report, @Context() context: GraphContext): Promise<ReportParty> {
    return this.party(context, report.authorId, report.authorOrganizationId);
  }

  @ResolveField(() => String, { nullable: true, description: 'The steward who decided; null while it waits.' })
  async decidedByName(@Parent() report: Report, @Context() context: GraphContext): Promise<string | null> {
    return (await this.party(context, report.decidedBy, null)).name;
  }

  @ResolveField(() => Int, { description: 'How many reports on the same thing are open, this one among them.' })
  async openOnIt(@Parent() report: Report, @Context() context: GraphContext): Promise<number> {
    return (await openBySubject(context, this.reads).load(report.subjectId)) ?? 0;
  }

  @ResolveField(() => [DecisionType], { description: 'All that was ever decided on the same thing, in order.' })
  async trail(@Parent() report: Report, @Context() context: GraphContext): Promise<Decision[]> {
    return (await trailBySubject(context, this.reads).load(report.subjectId)) ?? [];
  }

  @Mutation(() => ReportResult, { name: 'report', description: 'Reports something to the stewards. Any member may report what they may read; doing it twice is doing it once.' })
  reportThing(@CurrentViewer() viewer: Viewer, @Args('input') input: ReportInput): Promise<ReportReceipt> {
    return this.moderation.report(viewer, input);
  }

  @Mutation(() => DecideReportResult, { description: 'Leaves the thing as it is and tells whoever reported it why. For stewards.' })
  dismissReport(@CurrentViewer() viewer: Viewer, @Args('input') input: DismissReportInput): Promise<Report> {
    return this.moderation.dismiss(viewer, input.reportId, input.words);
  }

  @Mutation(() => DecideReportResult, { name: 'takeDown', description: 'Hides the thing from everybody but its author, who is told why and how to answer. For stewards.' })
  takeDownThing(@CurrentViewer() viewer: Viewer, @Args('input') input: TakeDownInput): Promise<Report> {
    return this.moderation.takeDown(viewer, input.reportId, input.reason);
  }

  @Mutation(() => DecideReportResult, { description: 'Lets a thing stand again that was taken down. For stewards.' })
  restore(@CurrentViewer() viewer: Viewer, @Args('input') input: RestoreInput): Promise<Report> {
    return this.moderation.restore(viewer, input.reportId, input.words);
  }

  @Mutation(() => DecideReportResult, { description: 'Leaves a thing hidden after its author has answered, and tells them why. For stewards.' })
  upholdTakeDown(@CurrentViewer() viewer: Viewer, @Args('input') input: UpholdTakeDownInput): Promise<Report> {
    return this.moderation.uphold(viewer, input.reportId, input.words);
  }

  @Mutation(() => AnswerTakeDownResult, { description: 'Puts the author’s side before the stewards, at most five times.' })
  answerTakeDown(@CurrentViewer() viewer: Viewer, @Args('input') input: AnswerTakeDownInput): Promise<Decision> {
    return this.moderation.answer(viewer, input.takeDownId, input.words);
  }

  private async party(context: GraphContext, personId: string | null, organizationId: string | null): Promise<ReportParty> {
    const [person, organization] = await Promise.all([
      personId ? personById(context, this.accounts).load(personId) : null,
      organizationId ? organizationById(context, this.organizations).load(organizationId) : null,
    ]);
    return { name: person?.name ?? null, organization: organization?.name ?? null };
  }
}
