import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { isId } from '@app/platform/database';
import { type GraphContext } from '@app/platform/graphql';
import { Accounts, CurrentViewer, DONE, type Done, DoneResult, Person, personById, Public, Sessions, type Viewer } from '@app/people';
import { type BriefRow, Briefs } from './briefs.service.js';
import {
  AcceptHandoverInput, AcceptHandoverResult, DescribeSeatInput, FormerHolder, FormerSeat, type HandoverAccepted, HandoverResult, HandOverSeatInput, OpenedHandover, type PendingHandover, SeatBrief,
  SeatRecord, WithdrawHandoverInput,
} from './handovers.types.js';
import { Handovers, handoverState } from './handovers.service.js';
import type { FormerSeatRow } from './holdings.queries.js';
import { Holdings } from './holdings.service.js';
import type { Organization } from './organization.entity.js';
import { organizationById } from './organizations.loaders.js';
import { Organizations } from './organizations.service.js';
import { AnyOrganization } from './organizations.types.js';
import type { SeatHandover } from './seat-handover.entity.js';

@Resolver(() => SeatRecord)
export class SeatRecordsResolver {
  constructor(private readonly holdings: Holdings) {}

  @Query(() => [SeatRecord], { description: 'How the leading seats of a team are held and were held before, for those who speak for it and stewards; empty for everybody else.' })
  async seatRecords(@CurrentViewer() viewer: Viewer, @Args('organizationId', { type: () => ID, description: 'Of which district or other member.' }) organizationId: string): Promise<SeatRecord[]> {
    return (isId(organizationId) ? await this.holdings.records(viewer, organizationId) : []) as unknown as SeatRecord[];
  }

  @Query(() => [FormerSeat], { description: 'Leading seats that you held once and hold no longer, the latest first.' })
  formerSeats(@CurrentViewer() viewer: Viewer): Promise<FormerSeatRow[]> {
    return this.holdings.formerOf(viewer);
  }

  @Mutation(() => DoneResult, { description: 'Says what your seat is called in your district and until when your term runs.' })
  async describeSeat(@CurrentViewer() viewer: Viewer, @Args('input') input: DescribeSeatInput): Promise<Done> {
    await this.holdings.describe(viewer, input);
    return DONE;
  }
}

@Resolver(() => OpenedHandover)
export class HandoversResolver {
  constructor(
    private readonly handovers: Handovers,
    private readonly organizations: Organizations,
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
  ) {}

  @Public()
  @Query(() => OpenedHandover, { nullable: true, description: 'What a mailed link hands over; null when it is not one of ours. Reading it changes nothing.' })
  async handover(@CurrentViewer() viewer: Viewer | null, @Args('token', { type: () => String, description: 'The last part of the address in the mail.' }) token: string): Promise<OpenedHandover | null> {
    const opened = await this.handovers.opened(viewer, token);
    return opened && ({ ...opened.handover, state: handoverState(opened.handover), needsSignIn: opened.needsSignIn, needsName: opened.needsName } as unknown as OpenedHandover);
  }

  @Mutation(() => HandoverResult, { description: 'Names your successor, who gets a mail. You keep the seat until they have taken it, and until the day you name.' })
  async handOverSeat(@CurrentViewer() viewer: Viewer, @Args('input') input: HandOverSeatInput): Promise<PendingHandover> {
    const { id, day, email } = await this.handovers.handOver(viewer, input);
    return { id, day, email, successor: null };
  }

  @Mutation(() => DoneResult, { description: 'Takes a hand-over back while the seat is still yours; its link stops working at once.' })
  async withdrawHandover(@CurrentViewer() viewer: Viewer, @Args('input') { handoverId }: WithdrawHandoverInput): Promise<Done> {
    await this.handovers.withdraw(viewer, handoverId);
    return DONE;
  }

  @Public()
  @Mutation(() => AcceptHandoverResult, { description: 'Takes the seat that a mailed link hands over. Whoever held it is signed out the same second. Makes your account and signs you in when the address is new here.' })
  async acceptHandover(@CurrentViewer() viewer: Viewer | null, @Args('input') { token, name }: AcceptHandoverInput, @Context() context: GraphContext): Promise<HandoverAccepted> {
    const { handover, account, isNew } = await this.handovers.accept(viewer, token, name ?? null);
    if (isNew) await this.sessions.open(account.id, String(context.request.headers['user-agent'] ?? 'a browser that does not say'), context.reply);
    return { seatId: handover.seatId, state: handoverState(handover) };
  }

  @Public()
  @ResolveField(() => AnyOrganization)
  organization(@Parent() handover: SeatHandover, @Context() context: GraphContext): Promise<Organization | null> {
    return organizationById(context, this.organizations).load(handover.organizationId);
  }

  @Public()
  @ResolveField(() => Person, { nullable: true })
  async from(@Parent() handover: SeatHandover, @Context() context: GraphContext): Promise<Person | null> {
    return handover.fromAccountId ? personById(context, this.accounts).load(handover.fromAccountId) : null;
  }
}

@Resolver(() => SeatBrief)
export class BriefsResolver {
  constructor(
    private readonly briefs: Briefs,
    private readonly organizations: Organizations,
  ) {}

  @Query(() => SeatBrief, { nullable: true, description: 'The brief of a leading seat that you hold, as things stand now; null for every other seat.' })
  async seatBrief(@CurrentViewer() viewer: Viewer, @Args('seatId', { type: () => ID, description: 'A leading seat of your own.' }) seatId: string): Promise<SeatBrief | null> {
    return this.briefs.find(viewer, seatId) as unknown as Promise<SeatBrief | null>;
  }

  @Public()
  @ResolveField(() => AnyOrganization)
  organization(@Parent() brief: BriefRow, @Context() context: GraphContext): Promise<Organization | null> {
    return organizationById(context, this.organizations).load(brief.organizationId);
  }

  @Public()
  @ResolveField(() => FormerHolder, { nullable: true })
  predecessor(@Parent() { predecessor: before }: BriefRow): FormerHolder | null {
    if (!before?.until || !before.ended) return null;
    return { id: before.id, person: before.accountId && before.name ? { id: before.accountId, name: before.name } : null, title: before.title, since: before.since, until: before.until, ended: before.ended };
  }
}
