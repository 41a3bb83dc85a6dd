import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { isId } from '@app/platform/database';
import { type GraphContext, PageArgs } from '@app/platform/graphql';
import { Accounts, CurrentViewer, DONE, type Done, DoneResult, Person, personById, Public, Sessions, type Viewer } from '@app/people';
import type { ClaimRow } from './claims.queries.js';
import { Claims, whatHappens } from './claims.service.js';
import { invitationState, Invitations } from './invitations.service.js';
import { seatsOf } from './membership.js';
import type { Organization } from './organization.entity.js';
import { organizationById } from './organizations.loaders.js';
import { Organizations } from './organizations.service.js';
import { AnyOrganization } from './organizations.types.js';
import type { SeatInvitation } from './seat-invitation.entity.js';
import {
  AcceptInvitationInput, AcceptInvitationResult, ClaimResult, ClaimSeatInput, DeclineClaimInput, type InvitationAccepted, InvitationResult, InviteToSeatInput, KeepGuestInput, LeaveSeatInput, OpenedInvitation,
  RemoveFromTeamInput, SeatClaimConnection, SeatClaimType, SeatInvitationType, VouchForClaimInput, WithdrawClaimInput, WithdrawInvitationInput,
} from './seats.types.js';
import { Teams } from './teams.service.js';
import { InvitationState } from './vocabulary.types.js';

const tokenArg = { type: () => String, description: 'The last part of the address in the mail.' };

@Resolver(() => SeatClaimType)
export class ClaimsResolver {
  constructor(
    private readonly claims: Claims,
    private readonly organizations: Organizations,
  ) {}

  @Query(() => [SeatClaimType], { description: 'Your own claims, the newest first, with what happens now.' })
  myClaims(@CurrentViewer() viewer: Viewer): Promise<ClaimRow[]> {
    return this.claims.mine(viewer);
  }

  @Query(() => SeatClaimConnection, { description: 'Claims that you may confirm or decline, the longest waiting first.' })
  claimsToDecide(@CurrentViewer() viewer: Viewer, @Args() { first, after }: PageArgs): Promise<SeatClaimConnection> {
    return this.claims.toDecide(viewer, first, after) as unknown as Promise<SeatClaimConnection>;
  }

  @Mutation(() => ClaimResult, { description: 'Says that a vacant seat is yours. Somebody who knows the team confirms it.' })
  claimSeat(@CurrentViewer() viewer: Viewer, @Args('input') input: ClaimSeatInput): Promise<ClaimRow> {
    return this.claims.claim(viewer, input);
  }

  @Mutation(() => ClaimResult, { description: 'Takes back a claim of your own that still waits.' })
  withdrawClaim(@CurrentViewer() viewer: Viewer, @Args('input') { claimId }: WithdrawClaimInput): Promise<ClaimRow> {
    return this.claims.withdraw(viewer, claimId);
  }

  @Mutation(() => ClaimResult, { description: 'Confirms a claim: the person takes the seat at once and is told by mail.' })
  vouchForClaim(@CurrentViewer() viewer: Viewer, @Args('input') { claimId }: VouchForClaimInput): Promise<ClaimRow> {
    return this.claims.vouch(viewer, claimId);
  }

  @Mutation(() => ClaimResult, { description: 'Says that a claim cannot be confirmed; the claimant is told by mail.' })
  declineClaim(@CurrentViewer() viewer: Viewer, @Args('input') { claimId, answer }: DeclineClaimInput): Promise<ClaimRow> {
    return this.claims.decline(viewer, claimId, answer ?? null);
  }

  @Public()
  @ResolveField(() => AnyOrganization)
  organization(@Parent() claim: ClaimRow, @Context() context: GraphContext): Promise<Organization | null> {
    return organizationById(context, this.organizations).load(claim.organizationId);
  }

  @Public()
  @ResolveField(() => Person)
  claimant(@Parent() claim: ClaimRow): Person {
    return { id: claim.accountId, name: claim.claimantName };
  }

  @Public()
  @ResolveField(() => String)
  whatHappens(@Parent() claim: ClaimRow): string {
    return whatHappens(claim);
  }
}

@Resolver(() => SeatInvitationType)
export class InvitationsResolver {
  constructor(
    private readonly invitations: Invitations,
    private readonly organizations: Organizations,
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
  ) {}

  @Public()
  @Query(() => OpenedInvitation, { nullable: true, description: 'What a mailed link offers; null when it is not one of ours. Reading it changes nothing.' })
  invitation(@CurrentViewer() viewer: Viewer | null, @Args('token', tokenArg) token: string): Promise<OpenedInvitation | null> {
    return this.invitations.opened(viewer, token) as unknown as Promise<OpenedInvitation | null>;
  }

  @Query(() => [SeatInvitationType], { description: 'Open invitations into a team, for those who may invite; empty for everybody else.' })
  async teamInvitations(@CurrentViewer() viewer: Viewer, @Args('organizationId', { type: () => ID, description: 'Whose team.' }) organizationId: string): Promise<SeatInvitation[]> {
    return isId(organizationId) ? this.invitations.openIn(viewer, organizationId) : [];
  }

  @Query(() => [SeatInvitationType], { description: 'Every open invitation here, the one that ends first before the others; at most 200. For stewards.' })
  openInvitations(@CurrentViewer() viewer: Viewer): Promise<SeatInvitation[]> {
    return this.invitations.allOpen(viewer);
  }

  @Mutation(() => InvitationResult, { description: 'Offers somebody a place in a team. They get a mail; nothing happens until they accept.' })
  inviteToSeat(@CurrentViewer() viewer: Viewer, @Args('input') input: InviteToSeatInput): Promise<SeatInvitation> {
    return this.invitations.invite(viewer, input);
  }

  @Mutation(() => InvitationResult, { description: 'Takes back an invitation that nobody has accepted; its link stops working at once.' })
  withdrawInvitation(@CurrentViewer() viewer: Viewer, @Args('input') { invitationId }: WithdrawInvitationInput): Promise<SeatInvitation> {
    return this.invitations.withdraw(viewer, invitationId);
  }

  @Public()
  @Mutation(() => AcceptInvitationResult, { description: 'Takes the place that a mailed link offers. Makes your account and signs you in when the address is new here.' })
  async acceptInvitation(@CurrentViewer() viewer: Viewer | null, @Args('input') { token, name }: AcceptInvitationInput, @Context() context: GraphContext): Promise<InvitationAccepted> {
    const { invitation, account, isNew } = await this.invitations.accept(viewer, token, name ?? null);
    if (isNew) await this.sessions.open(account.id, String(context.request.headers['user-agent'] ?? 'a browser that does not say'), context.reply);
    return { organization: (await this.organizations.find(invitation.organizationId)) as unknown as AnyOrganization, role: invitation.role };
  }

  @Public()
  @ResolveField(() => AnyOrganization)
  organization(@Parent() invitation: SeatInvitation, @Context() context: GraphContext): Promise<Organization | null> {
    return organizationById(context, this.organizations).load(invitation.organizationId);
  }

  @Public()
  @ResolveField(() => Person, { nullable: true })
  async invitedBy(@Parent() invitation: SeatInvitation, @Context() context: GraphContext): Promise<Person | null> {
    return invitation.invitedBy ? personById(context, this.accounts).load(invitation.invitedBy) : null;
  }

  @Public()
  @ResolveField(() => InvitationState)
  state(@Parent() invitation: SeatInvitation): InvitationState {
    return invitationState(invitation);
  }
}

@Resolver()
export class TeamsResolver {
  constructor(
    private readonly teams: Teams,
    private readonly organizations: Organizations,
  ) {}

  @Query(() => [AnyOrganization], { description: 'The organizations in whose teams you have a place, the oldest first.' })
  myOrganizations(@CurrentViewer() viewer: Viewer, @Context() context: GraphContext): Promise<(Organization | null)[]> {
    const ids = [...new Set(seatsOf(viewer).map((seat) => seat.organizationId))];
    return Promise.all(ids.map((id) => organizationById(context, this.organizations).load(id)));
  }

  @Mutation(() => DoneResult, { description: 'Gives up a place of your own. What you wrote stays; your seat waits for your successor.' })
  async leaveSeat(@CurrentViewer() viewer: Viewer, @Args('input') { seatId }: LeaveSeatInput): Promise<Done> {
    await this.teams.leave(viewer, seatId);
    return DONE;
  }

  @Mutation(() => DoneResult, { description: 'Takes somebody off your team’s list. Nobody can remove another from a leading seat, nor the deputy of another’s seat.' })
  async removeFromTeam(@CurrentViewer() viewer: Viewer, @Args('input') { seatId }: RemoveFromTeamInput): Promise<Done> {
    await this.teams.remove(viewer, seatId);
    return DONE;
  }

  @Mutation(() => DoneResult, { description: 'Changes the day on which a guest’s access ends by itself. For those who lead the team.' })
  async keepGuest(@CurrentViewer() viewer: Viewer, @Args('input') { seatId, until }: KeepGuestInput): Promise<Done> {
    await this.teams.keepGuest(viewer, seatId, until);
    return DONE;
  }
}
