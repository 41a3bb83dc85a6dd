import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { isId } from '@app/platform/database';
import type { Page } from '@app/platform/graphql';
import { CurrentViewer, type PeopleContext, type Viewer } from '@app/people';
import { speakingSeat } from '@app/organizations';
import { levelsFrom } from '@app/likeness';
import { deskById } from './mentoring.loaders.js';
import { canAnswer, canAsk, canEnd, canSetCapacity, canWithdraw, districtOf, isFull } from './mentoring.policy.js';
import type { DeskRow, LinkRow } from './mentoring.queries.js';
import { type Desk, Mentoring, type MentorInView } from './mentoring.service.js';
import {
  AcceptMentoringInput, AcceptMentoringResult, AskForMentoringInput, AskForMentoringResult, DeclineMentoringInput, DeclineMentoringResult, EndMentoringInput, EndMentoringResult, Mentor,
  MentorConnection, MentoringDesk, MentoringLinkConnection, MentoringLinkRights, MentoringLinksArgs, MentoringLinkType, MentorRights, MentorsArgs, MentorStanding, SeeMentoringAnswerInput,
  SeeMentoringAnswerResult, SetMentorCapacityInput, SetMentorCapacityResult, WithdrawMentoringInput, WithdrawMentoringResult,
} from './mentoring.types.js';

@Resolver(() => Mentor)
export class MentorResolver {
  constructor(private readonly mentoring: Mentoring) {}

  @Query(() => MentorConnection, { description: 'The presenting districts, those who are on Accord and most like yours first, each with its reasons. Empty unless you speak for a member.' })
  async mentors(@CurrentViewer() viewer: Viewer, @Args() { principle, organizationId, weights, ...page }: MentorsArgs, @Context() context: PeopleContext): Promise<Page<MentorInView>> {
    return this.mentoring.mentors(await this.desk(context, viewer, organizationId), { principle: principle ?? null, levels: levelsFrom(weights) }, page);
  }

  @Query(() => Mentor, { nullable: true, description: 'One presenting district as a possible mentor of yours; null when it does not present, is your own, or you speak for nobody.' })
  async mentor(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID, description: 'Which presenting district, as `mentors` and `district` name it.' }) id: string, @Context() context: PeopleContext): Promise<MentorInView | null> {
    return isId(id) ? this.mentoring.mentor(await this.desk(context, viewer, null), id) : null;
  }

  @Query(() => MentoringDesk, { nullable: true, description: 'Your own district on the mentoring page; null unless you speak for a district.' })
  async mentoringDesk(
    @CurrentViewer() viewer: Viewer,
    @Args('organizationId', { type: () => ID, nullable: true, description: 'Which of your districts, when you hold seats in several.' }) organizationId: string | null,
    @Context() context: PeopleContext,
  ): Promise<MentoringDesk | null> {
    return deskType(viewer, await this.desk(context, viewer, organizationId));
  }

  @Mutation(() => SetMentorCapacityResult, { description: 'Says how many districts yours takes on at once. For one of its three signing seats.' })
  async setMentorCapacity(@CurrentViewer() viewer: Viewer, @Args('input') { organizationId, capacity }: SetMentorCapacityInput): Promise<MentoringDesk | null> {
    return deskType(viewer, await this.mentoring.setCapacity(viewer, organizationId, capacity));
  }

  @ResolveField('capacityLeft')
  capacityLeft(@Parent() mentor: MentorInView): number {
    return Math.max(0, mentor.capacity - mentor.taken);
  }

  @ResolveField('reasons')
  reasons(@Parent() { likeness }: MentorInView): string[] {
    return likeness?.reasons ?? [];
  }

  @ResolveField('standing')
  standing(@Parent() mentor: MentorInView): MentorStanding {
    if (mentor.linkState === 'accepted') return MentorStanding.linked;
    if (mentor.linkState === 'asked') return MentorStanding.asked;
    if (!mentor.here) return MentorStanding.absent;
    return isFull(mentor) ? MentorStanding.full : MentorStanding.open;
  }

  @ResolveField('viewerCan')
  viewerCan(@CurrentViewer() viewer: Viewer, @Parent() mentor: MentorInView): MentorRights {
    return { ask: canAsk(viewer, mentor.menteeId, mentor) };
  }

  private desk(context: PeopleContext, viewer: Viewer, organizationId?: string | null): Promise<Desk> {
    return deskById(context, this.mentoring, viewer, districtOf(viewer, organizationId)?.organizationId ?? null);
  }
}

@Resolver(() => MentoringLinkType)
export class MentoringLinkResolver {
  constructor(private readonly mentoring: Mentoring) {}

  @Query(() => MentoringLinkConnection, { description: 'The asks and links of the districts you speak for, on either side, the latest first.' })
  mentoringLinks(@CurrentViewer() viewer: Viewer, @Args() { state, ...page }: MentoringLinksArgs): Promise<Page<LinkRow>> {
    return this.mentoring.myLinks(viewer, state ?? null, page);
  }

  @Query(() => MentoringLinkType, { nullable: true, description: 'One link; null unless you speak for one of its two districts.' })
  mentoringLink(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID, description: 'As it stands in `/mentoring/ID`.' }) id: string): Promise<LinkRow | null> {
    return this.mentoring.link(viewer, id);
  }

  @Mutation(() => AskForMentoringResult, { description: 'Asks a presenting district to mentor yours. Its three signing seats get a mail. Asking again while an ask waits changes nothing.' })
  askForMentoring(@CurrentViewer() viewer: Viewer, @Args('input') input: AskForMentoringInput): Promise<LinkRow> {
    return this.mentoring.ask(viewer, input);
  }

  @Mutation(() => AcceptMentoringResult, { description: 'Says yes for the mentor. Both teams get a private thread, and the asking team a mail.' })
  acceptMentoring(@CurrentViewer() viewer: Viewer, @Args('input') { linkId, words }: AcceptMentoringInput): Promise<LinkRow> {
    return this.mentoring.accept(viewer, linkId, words);
  }

  @Mutation(() => DeclineMentoringResult, { description: 'Says no for the mentor, with a word. The asking team gets a mail.' })
  declineMentoring(@CurrentViewer() viewer: Viewer, @Args('input') { linkId, words }: DeclineMentoringInput): Promise<LinkRow> {
    return this.mentoring.decline(viewer, linkId, words);
  }

  @Mutation(() => WithdrawMentoringResult, { description: 'Takes an ask back that has no answer yet.' })
  withdrawMentoring(@CurrentViewer() viewer: Viewer, @Args('input') { linkId }: WithdrawMentoringInput): Promise<LinkRow> {
    return this.mentoring.withdraw(viewer, linkId);
  }

  @Mutation(() => EndMentoringResult, { description: 'Ends a link for both teams; either may. The thread stays readable, and the mentor has a place free.' })
  endMentoring(@CurrentViewer() viewer: Viewer, @Args('input') { linkId }: EndMentoringInput): Promise<LinkRow> {
    return this.mentoring.end(viewer, linkId);
  }

  @Mutation(() => SeeMentoringAnswerResult, { description: 'Says that the asking team has seen the answer, so that it waits for nobody any more.' })
  seeMentoringAnswer(@CurrentViewer() viewer: Viewer, @Args('input') { linkId }: SeeMentoringAnswerInput): Promise<LinkRow> {
    return this.mentoring.seeAnswer(viewer, linkId);
  }

  @ResolveField('viewerIsMentor')
  viewerIsMentor(@CurrentViewer() viewer: Viewer, @Parent() link: LinkRow): boolean {
    return speakingSeat(viewer, link.mentorId) !== null;
  }

  @ResolveField('answerIsNew')
  answerIsNew(@CurrentViewer() viewer: Viewer, @Parent() link: LinkRow): boolean {
    return link.answeredAt !== null && link.answerSeenAt === null && speakingSeat(viewer, link.menteeId) !== null;
  }

  @ResolveField('capacityLeft')
  capacityLeft(@Parent() link: LinkRow): number {
    return Math.max(0, link.capacity - link.taken);
  }

  @ResolveField('viewerCan')
  viewerCan(@CurrentViewer() viewer: Viewer, @Parent() link: LinkRow): MentoringLinkRights {
    const answer = canAnswer(viewer, link);
    return { accept: answer, decline: answer, withdraw: canWithdraw(viewer, link), end: canEnd(viewer, link) };
  }
}

function deskType(viewer: Viewer, { own }: { own: DeskRow | null }): MentoringDesk | null {
  if (!own) return null;
  const { id, name, slug, state } = own;
  return { team: { id, name, slug, state }, isMentor: own.presenting, capacity: own.capacity, taken: own.taken, viewerCan: { setCapacity: canSetCapacity(viewer, id) } };
}
