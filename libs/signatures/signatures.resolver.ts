import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type CodeSent, CurrentViewer, Public, type Viewer } from '@app/people';
import { pathOf } from '@app/organizations';
import { canRemind, canRetract, canSign, canWithdraw } from './signatures.policy.js';
import type { ActRow, ActSeatRow } from './signatures.queries.js';
import { Signatures } from './signatures.service.js';
import {
  JointActRights, JointActSeatRights, JointActSeatType, JointActType, RemindSignersInput, RemindSignersResult, RequestSigningCodeInput, RequestSigningCodeResult, RetractJointActInput,
  RetractJointActResult, SignJointActInput, SignJointActResult, SigningOrganization, WithdrawSignatureInput, WithdrawSignatureResult,
} from './signatures.types.js';
import { ActSubjects } from './subject.js';

/** A seat that knows its act, by which its rights are decided. */
type SeatOfAct = ActSeatRow & { act: ActRow };

@Resolver(() => JointActType)
export class JointActResolver {
  constructor(
    private readonly signatures: Signatures,
    private readonly subjects: ActSubjects,
  ) {}

  @Public()
  @Query(() => JointActType, { nullable: true, description: 'One joint act; null unless you may read it: its audience, those who must sign it, and whoever has. Reading signs nothing.' })
  jointAct(@CurrentViewer() viewer: Viewer | null, @Args('id', { type: () => ID, description: 'As it stands in `/acts/ID`.' }) id: string): Promise<ActRow | null> {
    return this.signatures.find(viewer, id);
  }

  @Mutation(() => RequestSigningCodeResult, { description: 'Mails you a fresh code by which you sign for a seat, or end what your seat has signed: ten minutes, five tries.' })
  requestSigningCode(@CurrentViewer() viewer: Viewer, @Args('input') { seatId }: RequestSigningCodeInput): Promise<CodeSent> {
    return this.signatures.requestCode(viewer, seatId);
  }

  @Mutation(() => SignJointActResult, { description: 'Signs a text for the seat in which you sit. The last seat completes the act for all.' })
  signJointAct(@CurrentViewer() viewer: Viewer, @Args('input') input: SignJointActInput): Promise<ActRow> {
    return this.signatures.sign(viewer, input);
  }

  @Mutation(() => WithdrawSignatureResult, { description: 'Takes your seat’s signature back. Once all have signed this needs a code and a reason, and the act holds no longer.' })
  withdrawSignature(@CurrentViewer() viewer: Viewer, @Args('input') input: WithdrawSignatureInput): Promise<ActRow> {
    return this.signatures.withdraw(viewer, input);
  }

  @Mutation(() => RetractJointActResult, { description: 'Takes back an open text that you put up; nobody can sign it any more.' })
  retractJointAct(@CurrentViewer() viewer: Viewer, @Args('input') { actId, reason }: RetractJointActInput): Promise<ActRow> {
    return this.signatures.retract(viewer, actId, reason || null);
  }

  @Mutation(() => RemindSignersResult, { description: 'Reminds by mail whoever has not signed, once a day. Those who have signed hear nothing.' })
  remindSigners(@CurrentViewer() viewer: Viewer, @Args('input') { actId }: RemindSignersInput): Promise<ActRow> {
    return this.signatures.remind(viewer, actId);
  }

  @Public()
  @ResolveField('subjectPath')
  subjectPath(@Parent() act: ActRow): Promise<string | null> {
    return this.subjects.pathOf(act.subjectKind, act.subjectId);
  }

  @Public()
  @ResolveField('seats')
  seats(@Parent() act: ActRow): SeatOfAct[] {
    return act.seats.map((seat) => ({ ...seat, act }));
  }

  @Public()
  @ResolveField('viewerCan')
  viewerCan(@CurrentViewer() viewer: Viewer | null, @Parent() act: ActRow): JointActRights {
    return { retract: canRetract(viewer, act), remind: canRemind(viewer, act) };
  }
}

@Resolver(() => JointActSeatType)
export class JointActSeatResolver {
  @Public()
  @ResolveField('organization')
  organization(@Parent() { organization }: ActSeatRow): SigningOrganization {
    return { id: organization.id, name: organization.name, path: pathOf(organization) };
  }

  @Public()
  @ResolveField('viewerCan')
  viewerCan(@CurrentViewer() viewer: Viewer | null, @Parent() seat: SeatOfAct): JointActSeatRights {
    return { sign: canSign(viewer, seat.act, seat), withdraw: canWithdraw(viewer, seat.act, seat) };
  }
}
