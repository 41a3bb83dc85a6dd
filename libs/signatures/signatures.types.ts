import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsBoolean, IsOptional, Matches } from 'class-validator';
import { Id, Line, Lines, MutationInput, resultOf } from '@app/platform/graphql';
import { CodeSent, DigitsOfCode, Person } from '@app/people';
import { REASON_MAX } from './contract/limits.js';

export enum JointActState {
  open = 'open',
  complete = 'complete',
  retracted = 'retracted',
  superseded = 'superseded',
  ended = 'ended',
}
registerEnumType(JointActState, {
  name: 'JointActState',
  description: 'How far a joint act has come.',
  valuesMap: {
    open: { description: 'At least one seat has yet to sign.' },
    complete: { description: 'Every seat has signed, and it holds.' },
    retracted: { description: 'It was taken back before all had signed.' },
    superseded: { description: 'A newer text took its place.' },
    ended: { description: 'All had signed; then one of the seats took its signature back, and it holds no longer.' },
  },
});

export enum SigningMethodName {
  mailed_code = 'mailed_code',
}
registerEnumType(SigningMethodName, {
  name: 'SigningMethod',
  description: 'How it was made sure that the person in the seat signs.',
  valuesMap: { mailed_code: { description: 'Signed in, and then a fresh code to their own address, a typed name and a box of intent.' } },
});

@ObjectType({ description: 'An organization whose seat signs.' })
export class SigningOrganization {
  @Field(() => ID, { description: 'The same as of the district or other organization itself.' })
  id: string;

  @Field(() => String, { description: 'What it is called today; the signature keeps the name of then.' })
  name: string;

  @Field(() => String, { description: 'Its page, as a path of this web app.' })
  path: string;
}

@ObjectType('JointSignature', { description: 'What one seat signed, with the names of that moment. It never changes; taking it back adds to it.' })
export class JointSignatureType {
  @Field(() => ID, { description: 'A seat that signs again after taking it back has another.' })
  id: string;

  @Field(() => String, { description: 'The name as its owner typed it.' })
  name: string;

  @Field(() => String, { description: 'The title they signed under.' })
  title: string;

  @Field(() => String, { description: 'The organization’s name at that time.' })
  organizationName: string;

  @Field(() => String, { description: 'Which text was signed: the SHA-256 of the document, 64 hexadecimal digits.' })
  textHash: string;

  @Field(() => SigningMethodName, { description: 'How they proved who they are.' })
  method: SigningMethodName;

  @Field(() => Date, { description: 'When it was signed, by this server’s clock.' })
  signedAt: Date;

  @Field(() => Date, { nullable: true, description: 'When the seat took it back; null while it counts.' })
  withdrawnAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Who took it back; a successor may have. Null while it counts.' })
  withdrawerName: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was taken back; null when no reason was given.' })
  withdrawalReason: string | null;

  @Field(() => Boolean, { description: 'Whoever signed no longer sits in this seat. The signature is the seat’s and counts all the same.' })
  holderChanged: boolean;
}

@ObjectType({ description: 'What you may do for one seat of an act; the web shows only this.' })
export class JointActSeatRights {
  @Field(() => Boolean, { description: 'You sit there, and it has yet to sign.' })
  sign: boolean;

  @Field(() => Boolean, { description: 'You sit there, and may take its signature back. Once all have signed this needs a code and a reason, and ends the act.' })
  withdraw: boolean;
}

@ObjectType('JointActSeat', { description: 'A seat that must sign, as it was when the text was proposed, whoever sits there.' })
export class JointActSeatType {
  @Field(() => ID, { description: 'Name it to sign for it or to take that back.' })
  id: string;

  @Field(() => String, { description: 'The seat in words, as the signed document names it.' })
  words: string;

  @Field(() => SigningOrganization, { description: 'Whose seat it is.' })
  organization: SigningOrganization;

  @Field(() => [Person], { description: 'Who sits there now; empty while it is vacant.' })
  holders: Person[];

  @Field(() => JointSignatureType, { nullable: true, description: 'Its signature; null while it has yet to sign.' })
  signature: JointSignatureType | null;

  @Field(() => [JointSignatureType], { description: 'Its signatures that were taken back, the oldest first.' })
  withdrawn: JointSignatureType[];

  @Field(() => JointActSeatRights, { description: 'What you may do for it.' })
  viewerCan: JointActSeatRights;
}

@ObjectType({ description: 'What you may do with an act as a whole; the web shows only this.' })
export class JointActRights {
  @Field(() => Boolean, { description: 'You put it up for signature, or whoever did has left and you sit in one of its seats; and it is open.' })
  retract: boolean;

  @Field(() => Boolean, { description: 'You wait for others who have yet to sign, and may remind them once a day.' })
  remind: boolean;
}

@ObjectType('JointAct', { description: 'One text that several seats sign, each for itself and in any order. It holds once all have.' })
export class JointActType {
  @Field(() => ID, { description: 'Its place in addresses: `/acts/ID`.' })
  id: string;

  @Field(() => Int, { description: 'Counts the texts that were put up for the same subject, from 1.' })
  version: number;

  @Field(() => String, { description: 'What is signed, by name; part of the document.' })
  title: string;

  @Field(() => String, { description: 'The text itself: plain, with empty lines between paragraphs.' })
  text: string;

  @Field(() => String, { description: 'SHA-256 of the document in UTF-8. Send it back when you sign: it says which text you have before you.' })
  textHash: string;

  @Field(() => JointActState, { description: 'How far it has come.' })
  state: JointActState;

  @Field(() => String, { nullable: true, description: 'The page of what it is about, as a path of this web app; null when that is gone.' })
  subjectPath: string | null;

  @Field(() => String, { description: 'Who put it up for signature, by the name of then.' })
  proposerName: string;

  @Field(() => Date, { description: 'When it was put up.' })
  createdAt: Date;

  @Field(() => Date, { nullable: true, description: 'When the last seat signed; null when not all have.' })
  completedAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was taken back, superseded or ended; null while none of that.' })
  closedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Who took it back or ended it; null when a newer text did.' })
  closerName: string | null;

  @Field(() => String, { nullable: true, description: 'Why, in their words; null when none were left.' })
  closeReason: string | null;

  @Field(() => [JointActSeatType], { description: 'Every seat that must sign, in the order of the document.' })
  seats: JointActSeatType[];

  @Field(() => JointActRights, { description: 'What you may do with it.' })
  viewerCan: JointActRights;
}

@InputType({ description: 'Asks for a fresh code for one seat.' })
export class RequestSigningCodeInput extends MutationInput {
  @Id('The seat')
  @Field(() => ID, { description: 'The `id` of a `JointActSeat` in which you sit.' })
  seatId: string;
}

@InputType({ description: 'A signature: everything but the click.' })
export class SignJointActInput extends MutationInput {
  @Id('The seat')
  @Field(() => ID, { description: 'The seat for which you sign.' })
  seatId: string;

  @Matches(/^[0-9a-f]{64}$/, { message: 'This is not the fingerprint of a text. Open the page again.' })
  @Field(() => String, { description: 'The `textHash` of the text you have read.' })
  textHash: string;

  @Id('The code’s request')
  @Field(() => ID, { description: 'The `challengeId` that came with `CodeSent`.' })
  challengeId: string;

  @DigitsOfCode()
  @Field(() => String, { description: 'The six digits that were mailed to you for this text; spaces do not matter.' })
  code: string;

  @Line({ max: 120, name: 'Your name' })
  @Field(() => String, { description: 'Your own name as a signature. Titles, accents and middle names do not matter; an initial does for the first name.' })
  name: string;

  @IsBoolean({ message: 'Say that you mean to sign by ticking the box.' })
  @Field(() => Boolean, { description: 'That you mean to sign this text for your seat. Without it nothing is signed.' })
  intent: boolean;
}

@InputType({ description: 'Takes back the signature of a seat.' })
export class WithdrawSignatureInput extends MutationInput {
  @Id('The seat')
  @Field(() => ID, { description: 'The seat whose signature it is.' })
  seatId: string;

  @IsOptional() @Lines({ max: REASON_MAX, min: 0, name: 'The reason' })
  @Field(() => String, { nullable: true, description: 'Why, at most 600 characters; the others read it. Needed once all have signed.' })
  reason?: string | null;

  @IsOptional() @Id('The code’s request')
  @Field(() => ID, { nullable: true, description: 'The `challengeId` that came with `CodeSent`; needed once all have signed.' })
  challengeId?: string | null;

  @IsOptional() @DigitsOfCode()
  @Field(() => String, { nullable: true, description: 'The six digits; needed once all have signed.' })
  code?: string | null;
}

@InputType({ description: 'Takes back a text that waits for signatures.' })
export class RetractJointActInput extends MutationInput {
  @Id('The act')
  @Field(() => ID, { description: 'An open act that you put up.' })
  actId: string;

  @IsOptional() @Lines({ max: REASON_MAX, min: 0, name: 'The reason' })
  @Field(() => String, { nullable: true, description: 'Why, at most 600 characters; those who were to sign read it.' })
  reason?: string | null;
}

@InputType({ description: 'Reminds those who have not signed.' })
export class RemindSignersInput extends MutationInput {
  @Id('The act')
  @Field(() => ID, { description: 'An open act that waits for others.' })
  actId: string;
}

export const RequestSigningCodeResult = resultOf('RequestSigningCodeResult', CodeSent, 'The code is on its way to your own address, or why not.');
export const SignJointActResult = resultOf('SignJointActResult', JointActType, 'The act with your signature, or why it was not signed.');
export const WithdrawSignatureResult = resultOf('WithdrawSignatureResult', JointActType, 'The act without your signature, or why it stays.');
export const RetractJointActResult = resultOf('RetractJointActResult', JointActType, 'The act as it was taken back, or why it was not.');
export const RemindSignersResult = resultOf('RemindSignersResult', JointActType, 'The act whose missing seats were reminded, or why they were not.');
