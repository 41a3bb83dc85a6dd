import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Transform } from 'class-transformer';
import { IsEmail, IsIn, IsOptional, MaxLength } from 'class-validator';
import { Id, LinkToken, MutationInput, resultOf } from '@app/platform/graphql';
import { Person } from '@app/people';
import { AnyOrganization } from './organizations.types.js';
import { CheckAnswerName, CheckReasonName, ConfirmationStateName } from './succession.vocabulary.js';
import { SeatRoleName } from './vocabulary.types.js';

@ObjectType({ description: 'The yearly question to whoever sits in a leading seat, as the reader of its mail sees it.' })
export class SeatConfirmation {
  @Field(() => SeatRoleName, { description: 'The seat that is asked about.' })
  role: SeatRoleName;

  @Field(() => String, { nullable: true, description: 'What it is called there, where that is not the usual word.' })
  title: string | null;

  @Field(() => String, { nullable: true, description: 'The name of whoever is asked.' })
  holderName: string | null;

  @Field(() => AnyOrganization, { description: 'For whom they speak.' })
  organization: AnyOrganization;

  @Field(() => ConfirmationStateName, { description: 'Whether an answer is still wanted.' })
  state: ConfirmationStateName;
}

@ObjectType({ description: 'What one of those who were asked has said.' })
export class CheckAnswerGiven {
  @Field(() => Person, { description: 'Who said it.' })
  person: Person;

  @Field(() => CheckAnswerName, { description: 'Their last word.' })
  answer: CheckAnswerName;

  @Field(() => String, { nullable: true, description: 'A new address they know of; only they themselves and stewards read it.' })
  address: string | null;

  @Field(() => Boolean, { description: 'Whether it is your own.' })
  isMine: boolean;
}

@ObjectType('SeatCheck', { description: 'The question to those beside a seat whether its holder still sits there. Their word alone moves nobody.' })
export class SeatCheckType {
  @Field(() => ID, { description: 'Name it to answer.' })
  id: string;

  @Field(() => SeatRoleName, { description: 'The seat that is asked about.' })
  role: SeatRoleName;

  @Field(() => AnyOrganization, { description: 'Whose team it is.' })
  organization: AnyOrganization;

  @Field(() => Person, { nullable: true, description: 'About whom it is asked; null when their account is gone.' })
  holder: Person | null;

  @Field(() => CheckReasonName, { description: 'Why it is asked.' })
  reason: CheckReasonName;

  @Field(() => Date, { nullable: true, description: 'When the seat falls vacant unless its holder is heard of; null while not everybody says that they have left.' })
  vacatesAt: Date | null;

  @Field(() => Boolean, { description: 'It was settled: the holder answered, or somebody else sits there now.' })
  closed: boolean;

  @Field(() => [CheckAnswerGiven], { description: 'What has been said so far, the oldest first.' })
  answers: CheckAnswerGiven[];
}

@InputType({ description: 'Confirms by the link of a mail that you still sit where you sit.' })
export class ConfirmSeatInput extends MutationInput {
  @LinkToken()
  @Field(() => String, { description: 'The last part of the address in the mail.' })
  token: string;
}

@InputType({ description: 'Confirms that you still sit where you sit.' })
export class ConfirmOwnSeatInput extends MutationInput {
  @Id('The seat')
  @Field(() => ID, { description: 'A leading seat that you hold.' })
  seatId: string;
}

@InputType({ description: 'Says whether somebody beside you still sits there. Said again, the last word counts.' })
export class AnswerSeatCheckInput extends MutationInput {
  @Id('The question')
  @Field(() => ID, { description: 'A `SeatCheck` about a seat beside yours; stewards answer any.' })
  checkId: string;

  @IsIn(Object.keys(CheckAnswerName), { message: 'Choose one of the three answers.' })
  @Field(() => CheckAnswerName, { description: 'What you know.' })
  answer: CheckAnswerName;

  @IsOptional()
  @Transform(({ value }) => (typeof value === 'string' ? value.trim().toLowerCase() || null : (value as unknown)))
  @IsEmail({}, { message: 'This does not look like an e-mail address. It needs the form name@example.org.' })
  @MaxLength(254, { message: 'An e-mail address has at most 254 characters.' })
  @Field(() => String, { nullable: true, description: 'A new address of theirs, if you know one. A steward reads it; the account is not moved by your word.' })
  address?: string | null;
}

@InputType({ description: 'Asks those beside a seat about its holder; for stewards.' })
export class AskAfterSeatInput extends MutationInput {
  @Id('The seat')
  @Field(() => ID, { description: 'A leading seat in which somebody sits.' })
  seatId: string;
}

export const SeatCheckResult = resultOf('SeatCheckResult', SeatCheckType, 'The question as it stands now, or why your answer was not taken.');
