import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { isId } from '@app/platform/database';
import { type GraphContext } from '@app/platform/graphql';
import { CurrentViewer, DONE, type Done, DoneResult, Public, type Viewer } from '@app/people';
import { YearlyConfirmations } from './yearly-confirmations.service.js';
import { AnswerSeatCheckInput, AskAfterSeatInput, ConfirmOwnSeatInput, ConfirmSeatInput, SeatCheckResult, SeatCheckType, SeatConfirmation } from './yearly-confirmations.types.js';
import type { Organization } from './organization.entity.js';
import { organizationById } from './organizations.loaders.js';
import { Organizations } from './organizations.service.js';
import { AnyOrganization } from './organizations.types.js';
import { SeatChecks, type SeatCheckView } from './seat-checks.service.js';

const tokenArg = { type: () => String, description: 'The last part of the address in the mail.' };

@Resolver(() => SeatConfirmation)
export class YearlyConfirmationsResolver {
  constructor(
    private readonly confirmations: YearlyConfirmations,
    private readonly organizations: Organizations,
  ) {}

  @Public()
  @Query(() => SeatConfirmation, { nullable: true, description: 'What the link of a yearly question asks; null when it is not one of ours, or of an earlier year. Reading it changes nothing.' })
  async seatConfirmation(@CurrentViewer() _viewer: Viewer | null, @Args('token', tokenArg) token: string): Promise<SeatConfirmation | null> {
    const opened = await this.confirmations.opened(token);
    return opened && ({ ...opened.holding, holderName: opened.holding.name, state: opened.state } as unknown as SeatConfirmation);
  }

  @Public()
  @Mutation(() => DoneResult, { description: 'Confirms by the mailed link that you still sit there; pressed twice is once.' })
  async confirmSeat(@CurrentViewer() _viewer: Viewer | null, @Args('input') { token }: ConfirmSeatInput): Promise<Done> {
    await this.confirmations.confirmByLink(token);
    return DONE;
  }

  @Mutation(() => DoneResult, { description: 'Confirms that you still sit in a leading seat of yours. Your own word settles what others were asked.' })
  async confirmOwnSeat(@CurrentViewer() viewer: Viewer, @Args('input') { seatId }: ConfirmOwnSeatInput): Promise<Done> {
    await this.confirmations.confirmOwn(viewer, seatId);
    return DONE;
  }

  @Public()
  @ResolveField(() => AnyOrganization)
  organization(@Parent() asked: { organizationId: string }, @Context() context: GraphContext): Promise<Organization | null> {
    return organizationById(context, this.organizations).load(asked.organizationId);
  }
}

@Resolver(() => SeatCheckType)
export class SeatChecksResolver {
  constructor(
    private readonly checks: SeatChecks,
    private readonly organizations: Organizations,
  ) {}

  @Query(() => SeatCheckType, { nullable: true, description: 'A question about a seat beside yours; for stewards any. Null for everybody else, its subject included.' })
  async seatCheck(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID, description: 'As the mail that asks or `SeatRecord.checkId` names it.' }) id: string): Promise<SeatCheckType | null> {
    return (isId(id) ? await this.checks.find(viewer, id) : null) as unknown as SeatCheckType | null;
  }

  @Mutation(() => SeatCheckResult, { description: 'Says whether somebody beside you still sits there. No seat falls vacant by one answer.' })
  async answerSeatCheck(@CurrentViewer() viewer: Viewer, @Args('input') input: AnswerSeatCheckInput): Promise<SeatCheckType> {
    return (await this.checks.answer(viewer, input)) as unknown as SeatCheckType;
  }

  @Mutation(() => DoneResult, { description: 'Asks a seat’s holder and those beside it whether they still sit there. For stewards, who decide nothing by it.' })
  async askAfterSeat(@CurrentViewer() viewer: Viewer, @Args('input') { seatId }: AskAfterSeatInput): Promise<Done> {
    await this.checks.askAfter(viewer, seatId);
    return DONE;
  }

  @Public()
  @ResolveField(() => AnyOrganization)
  organization(@Parent() check: SeatCheckView, @Context() context: GraphContext): Promise<Organization | null> {
    return organizationById(context, this.organizations).load(check.organizationId);
  }
}
