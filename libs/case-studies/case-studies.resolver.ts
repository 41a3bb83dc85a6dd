import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Page } from '@app/platform/graphql';
import { CurrentViewer, Person, Public, type Viewer } from '@app/people';
import { Organizations } from '@app/organizations';
import { assigningSeat, can, sponsorSeats } from './case-studies.policy.js';
import type { CaseStudyRow } from './case-studies.queries.js';
import { CaseStudies } from './case-studies.service.js';
import {
  ApproveCaseStudyInput, AssignCaseStudyInput, CaseStudiesArgs, CaseStudyConnection, CaseStudyResult, CaseStudyType, CloseCaseStudyInput, OfferCaseStudyInput, ReassignCaseStudyInput,
  RetireCaseStudyInput, ReviseCaseStudyInput, SendBackCaseStudyInput, UnapproveCaseStudyInput, WriteCaseStudyInput,
} from './case-studies.types.js';
import { CaseStudyActs, CaseStudyLeftOut, CaseStudyNext, CaseStudyViewerCan, PossibleWriter } from './case-study-parts.types.js';
import { Confirmed } from './confirmed.service.js';
import { Revisions } from './revisions.service.js';

@Resolver(() => CaseStudyType)
export class CaseStudiesResolver {
  constructor(
    private readonly studies: CaseStudies,
    private readonly confirmed: Confirmed,
    private readonly revisions: Revisions,
    private readonly organizations: Organizations,
  ) {}

  @Public()
  @Query(() => CaseStudyType, { nullable: true, description: 'One case study by its place in addresses; null when there is none for you.' })
  caseStudy(@CurrentViewer() viewer: Viewer | null, @Args('slug', { type: () => String, description: 'Its place in addresses.' }) slug: string): Promise<CaseStudyRow | null> {
    return this.studies.findBySlug(viewer, slug);
  }

  @Public()
  @Query(() => CaseStudyConnection, { name: 'caseStudies', description: 'What is out, the latest first; what was retired among it, marked as such.' })
  caseStudiesPage(@CurrentViewer() viewer: Viewer | null, @Args() args: CaseStudiesArgs): Promise<Page<CaseStudyRow>> {
    return this.studies.list(viewer, args, args.first, args.after);
  }

  @Query(() => [CaseStudyType], { description: 'What is under way and you have a part in: to write, to confirm, to approve. At most 50, those that wait longest first.' })
  caseStudiesUnderWay(@CurrentViewer() viewer: Viewer): Promise<CaseStudyRow[]> {
    return this.studies.underWay(viewer);
  }

  @Query(() => [PossibleWriter], { description: 'Whom you could ask to write about a district; empty when you may not.' })
  possibleWriters(@CurrentViewer() viewer: Viewer, @Args('districtId', { type: () => ID, description: 'Whom it is about.' }) districtId: string): Promise<PossibleWriter[]> {
    return this.studies.writers(viewer, districtId);
  }

  @Query(() => Boolean, { description: 'Whether you may have a case study written about a district.' })
  mayAssignCaseStudy(@CurrentViewer() viewer: Viewer, @Args('districtId', { type: () => ID, description: 'Whom it is about.' }) districtId: string): boolean {
    return assigningSeat(viewer, districtId) !== null;
  }

  @Mutation(() => CaseStudyResult, { description: 'Has a case study written about a district.' })
  assignCaseStudy(@CurrentViewer() viewer: Viewer, @Args('input') input: AssignCaseStudyInput): Promise<CaseStudyRow> {
    return this.studies.assign(viewer, input);
  }

  @Mutation(() => CaseStudyResult, { description: 'Asks somebody else to write it.' })
  reassignCaseStudy(@CurrentViewer() viewer: Viewer, @Args('input') input: ReassignCaseStudyInput): Promise<CaseStudyRow> {
    return this.studies.reassign(viewer, input.caseStudyId, input.writerId);
  }

  @Mutation(() => CaseStudyResult, { description: 'Has a new version written of a case study that is out. The one that is out stays until the new one is signed and approved.' })
  reviseCaseStudy(@CurrentViewer() viewer: Viewer, @Args('input') input: ReviseCaseStudyInput): Promise<CaseStudyRow> {
    return this.revisions.begin(viewer, input.caseStudyId, input.writerId, input.organizationId);
  }

  @Mutation(() => CaseStudyResult, { description: 'Gives a case study up before it was offered.' })
  closeCaseStudy(@CurrentViewer() viewer: Viewer, @Args('input') input: CloseCaseStudyInput): Promise<CaseStudyRow> {
    return this.studies.close(viewer, input.caseStudyId);
  }

  @Mutation(() => CaseStudyResult, { description: 'Keeps what you have written so far.' })
  writeCaseStudy(@CurrentViewer() viewer: Viewer, @Args('input') input: WriteCaseStudyInput): Promise<CaseStudyRow> {
    return this.studies.write(viewer, input);
  }

  @Mutation(() => CaseStudyResult, { description: 'Offers it to its district, whose required seats are asked to sign it as it is.' })
  offerCaseStudy(@CurrentViewer() viewer: Viewer, @Args('input') input: OfferCaseStudyInput): Promise<CaseStudyRow> {
    return this.confirmed.offer(viewer, input.caseStudyId);
  }

  @Mutation(() => CaseStudyResult, { description: 'Sends it back to its writer, with what is to be changed.' })
  sendBackCaseStudy(@CurrentViewer() viewer: Viewer, @Args('input') input: SendBackCaseStudyInput): Promise<CaseStudyRow> {
    return this.confirmed.sendBack(viewer, input.caseStudyId, input.words);
  }

  @Mutation(() => CaseStudyResult, { description: 'Approves, for a co-sponsor, what its district has confirmed. With the first approval everybody reads it.' })
  approveCaseStudy(@CurrentViewer() viewer: Viewer, @Args('input') input: ApproveCaseStudyInput): Promise<CaseStudyRow> {
    return this.confirmed.approve(viewer, input.caseStudyId, input.organizationId);
  }

  @Mutation(() => CaseStudyResult, { description: 'Takes back the approval of a co-sponsor that you speak for. What is out stays out, and says so.' })
  unapproveCaseStudy(@CurrentViewer() viewer: Viewer, @Args('input') input: UnapproveCaseStudyInput): Promise<CaseStudyRow> {
    return this.confirmed.unapprove(viewer, input.caseStudyId, input.reason, input.organizationId);
  }

  @Mutation(() => CaseStudyResult, { description: 'Says that your district no longer stands by it. It stays, with the reason.' })
  retireCaseStudy(@CurrentViewer() viewer: Viewer, @Args('input') input: RetireCaseStudyInput): Promise<CaseStudyRow> {
    return this.confirmed.retire(viewer, input.caseStudyId, input.reason);
  }

  @Public()
  @ResolveField(() => Person, { nullable: true, description: 'Who writes or wrote it; null once they have left Accord, and for visitors.' })
  writer(@CurrentViewer() viewer: Viewer | null, @Parent() study: CaseStudyRow): CaseStudyRow['writer'] {
    return viewer && study.writer;
  }

  @Public()
  @ResolveField(() => [CaseStudyLeftOut], { description: 'What did not fit into the first draft, while it is one; empty for everybody but its writer and whoever may ask another.' })
  leftOut(@CurrentViewer() viewer: Viewer | null, @Parent() study: CaseStudyRow): CaseStudyLeftOut[] {
    return can(viewer, 'write', study) || can(viewer, 'reassign', study) ? study.leftOut : [];
  }

  @Public()
  @ResolveField(() => CaseStudyActs, { description: 'The joint acts behind it.' })
  acts(@CurrentViewer() viewer: Viewer | null, @Parent() study: CaseStudyRow): ReturnType<Confirmed['actsOf']> {
    return this.confirmed.actsOf(viewer, study);
  }

  @Public()
  @ResolveField(() => CaseStudyNext, { nullable: true, description: 'The next version while it is under way, for those who have a part in it.' })
  next(@CurrentViewer() viewer: Viewer | null, @Parent() study: CaseStudyRow): ReturnType<Revisions['nextOf']> {
    return this.revisions.nextOf(viewer, study);
  }

  @Public()
  @ResolveField(() => CaseStudyViewerCan, { description: 'What you may do with it.' })
  async viewerCan(@CurrentViewer() viewer: Viewer | null, @Parent() study: CaseStudyRow): Promise<CaseStudyViewerCan> {
    const approved = study.approvals.map((approval) => approval.organizationId);
    const mine = [...new Set(sponsorSeats(viewer).map((seat) => seat.organizationId))];
    const sponsors = mine.length > 0 ? await this.organizations.byIds(mine) : [];
    const approveFor = can(viewer, 'approve', study) ? sponsors.filter(({ id }) => !approved.includes(id)) : [];
    return {
      write: can(viewer, 'write', study),
      offer: can(viewer, 'offer', study),
      reassign: can(viewer, 'reassign', study),
      sendBack: can(viewer, 'sendBack', study),
      approve: approveFor.length > 0,
      approveFor,
      unapproveFor: can(viewer, 'unapprove', study) ? sponsors.filter(({ id }) => approved.includes(id)) : [],
      retire: can(viewer, 'retire', study),
      revise: study.next === null && can(viewer, 'revise', study),
    };
  }
}
