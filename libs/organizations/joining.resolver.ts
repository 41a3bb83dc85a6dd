import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type GraphContext, PageArgs } from '@app/platform/graphql';
import { Accounts, CurrentViewer, Person, personById, Public, type Viewer } from '@app/people';
import { JoinLeaders, type OpenedJoining } from './join-leaders.service.js';
import type { JoinRequestRow, Pace } from './joining.queries.js';
import { Joining } from './joining.service.js';
import {
  AnswerJoiningInput, AnswerJoiningResult, AskBackJoinRequestInput, DeclineJoinRequestInput, JoinBatchResult, JoiningPace, JoiningPaceResult, JoinRequestConnection, JoinRequestResult, JoinRequestType,
  NameJoinLeaderInput, OpenedJoiningType, OpenJoinBatchInput, OpenJoinRequestInput, ReplyToJoinQuestionInput, RequestToJoinInput, SetJoiningPaceInput, WithdrawJoinRequestInput,
} from './joining.types.js';
import { whatHappensWithJoining } from './joining.words.js';
import { Opening } from './opening.service.js';
import type { Organization } from './organization.entity.js';
import { organizationById } from './organizations.loaders.js';
import { Organizations } from './organizations.service.js';
import { District } from './organizations.types.js';

@Resolver(() => JoinRequestType)
export class JoiningResolver {
  constructor(
    private readonly joining: Joining,
    private readonly opening: Opening,
    private readonly organizations: Organizations,
  ) {}

  @Query(() => [JoinRequestType], { description: 'Your own requests for whole districts, the newest first, with what happens now.' })
  myJoinRequests(@CurrentViewer() viewer: Viewer): Promise<JoinRequestRow[]> {
    return this.joining.mine(viewer);
  }

  @Query(() => JoinRequestConnection, { description: 'Districts that ask to join, the longest waiting first. For stewards and co-sponsors; empty for everybody else.' })
  joinQueue(@CurrentViewer() viewer: Viewer, @Args() { first, after }: PageArgs): Promise<JoinRequestConnection> {
    return this.opening.queue(viewer, first, after) as unknown as Promise<JoinRequestConnection>;
  }

  @Query(() => JoiningPace, { description: 'How many districts are opened a week, and where this week stands.' })
  joiningPace(@CurrentViewer() _viewer: Viewer): Promise<Pace> {
    return this.opening.pace();
  }

  @Mutation(() => JoinRequestResult, { description: 'Asks for a whole district to join. The other leaders you name are asked by mail whether they want it too.' })
  requestToJoin(@CurrentViewer() viewer: Viewer, @Args('input') input: RequestToJoinInput): Promise<JoinRequestRow> {
    return this.joining.ask(viewer, input);
  }

  @Mutation(() => JoinRequestResult, { description: 'Names one of the other leaders, or mends their address, while your request is open.' })
  nameJoinLeader(@CurrentViewer() viewer: Viewer, @Args('input') { requestId, leader }: NameJoinLeaderInput): Promise<JoinRequestRow> {
    return this.joining.nameLeader(viewer, requestId, leader);
  }

  @Mutation(() => JoinRequestResult, { description: 'Answers a question that those who decide have asked; your request keeps its place.' })
  replyToJoinQuestion(@CurrentViewer() viewer: Viewer, @Args('input') { requestId, words }: ReplyToJoinQuestionInput): Promise<JoinRequestRow> {
    return this.joining.reply(viewer, requestId, words);
  }

  @Mutation(() => JoinRequestResult, { description: 'Takes back a request of your own; the district can ask again.' })
  withdrawJoinRequest(@CurrentViewer() viewer: Viewer, @Args('input') { requestId }: WithdrawJoinRequestInput): Promise<JoinRequestRow> {
    return this.joining.withdraw(viewer, requestId);
  }

  @Mutation(() => JoinRequestResult, { description: 'Opens a district: leaders who said yes sit at once, those who have not answered are invited.' })
  openJoinRequest(@CurrentViewer() viewer: Viewer, @Args('input') { requestId }: OpenJoinRequestInput): Promise<JoinRequestRow> {
    return this.opening.open(viewer, requestId);
  }

  @Mutation(() => JoinBatchResult, { description: 'Opens the longest waiting districts that all three leaders want, as far as the week has room.' })
  async openJoinBatch(@CurrentViewer() viewer: Viewer, @Args('input') { count }: OpenJoinBatchInput): Promise<{ opened: JoinRequestRow[] }> {
    return { opened: await this.opening.openOldest(viewer, count) };
  }

  @Mutation(() => JoinRequestResult, { description: 'Asks the district something before it is decided; the asker is mailed.' })
  askBackJoinRequest(@CurrentViewer() viewer: Viewer, @Args('input') { requestId, words }: AskBackJoinRequestInput): Promise<JoinRequestRow> {
    return this.opening.askBack(viewer, requestId, words);
  }

  @Mutation(() => JoinRequestResult, { description: 'Declines a district’s request, with a reason that is mailed.' })
  declineJoinRequest(@CurrentViewer() viewer: Viewer, @Args('input') { requestId, words }: DeclineJoinRequestInput): Promise<JoinRequestRow> {
    return this.opening.decline(viewer, requestId, words);
  }

  @Mutation(() => JoiningPaceResult, { description: 'Sets how many districts are opened a week, from a day on. For stewards.' })
  setJoiningPace(@CurrentViewer() viewer: Viewer, @Args('input') { perWeek, fromDay }: SetJoiningPaceInput): Promise<Pace> {
    return this.opening.setPace(viewer, perWeek, fromDay ?? null);
  }

  @Public()
  @ResolveField(() => District)
  district(@Parent() request: JoinRequestRow, @Context() context: GraphContext): Promise<Organization | null> {
    return organizationById(context, this.organizations).load(request.organizationId);
  }

  @Public()
  @ResolveField(() => Person)
  asker(@Parent() request: JoinRequestRow): Person {
    return { id: request.accountId, name: request.askerName };
  }

  @Public()
  @ResolveField(() => String)
  whatHappens(@Parent() request: JoinRequestRow): string {
    return whatHappensWithJoining(request);
  }
}

@Resolver(() => OpenedJoiningType)
export class JoinLeadersResolver {
  constructor(
    private readonly leaders: JoinLeaders,
    private readonly organizations: Organizations,
    private readonly accounts: Accounts,
  ) {}

  @Public()
  @Query(() => OpenedJoiningType, { nullable: true, description: 'What a mailed link asks a leader; null when it is not one of ours. Reading it changes nothing.' })
  joiningAsked(@CurrentViewer() viewer: Viewer | null, @Args('token', { type: () => String, description: 'The last part of the address in the mail.' }) token: string): Promise<OpenedJoiningType | null> {
    return this.leaders.opened(viewer, token) as unknown as Promise<OpenedJoiningType | null>;
  }

  @Public()
  @Mutation(() => AnswerJoiningResult, { description: 'Says whether you want your district to join. It opens no account and seats nobody yet.' })
  answerJoining(@CurrentViewer() viewer: Viewer | null, @Args('input') { token, wanted, name }: AnswerJoiningInput): Promise<OpenedJoining> {
    return this.leaders.answer(viewer, token, wanted, name ?? null);
  }

  @Public()
  @ResolveField(() => District)
  district(@Parent() asked: OpenedJoining, @Context() context: GraphContext): Promise<Organization | null> {
    return organizationById(context, this.organizations).load(asked.organizationId);
  }

  @Public()
  @ResolveField(() => Person)
  asker(@Parent() asked: OpenedJoining, @Context() context: GraphContext): Promise<Person | null> {
    return personById(context, this.accounts).load(asked.askerId);
  }
}
