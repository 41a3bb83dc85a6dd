import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { connectionOf, Id, Line, Lines, LinkToken, LocalDate, MutationInput, resultOf } from '@app/platform/graphql';
import { Person } from '@app/people';
import { District } from './organizations.types.js';
import { Email } from './seats.types.js';
import { JoinAnswerName, JoinStateName, SeatRoleName } from './vocabulary.types.js';

@ObjectType('JoinLeader', { description: 'One of the three leaders of a district that asks to join, as far as the asker knows them.' })
export class JoinLeaderType {
  @Field(() => SeatRoleName, { description: 'Which of the three seats is theirs.' })
  role: SeatRoleName;

  @Field(() => String, { nullable: true, description: 'Their name; null while the asker does not know it.' })
  name: string | null;

  @Field(() => String, { nullable: true, description: 'Their title, where it is not the usual one.' })
  title: string | null;

  @Field(() => String, { nullable: true, description: 'Where they are asked by mail; null while unknown. Only the asker and those who decide read it.' })
  email: string | null;

  @Field(() => JoinAnswerName, { nullable: true, description: 'What they have said; null while they have said nothing.' })
  answer: JoinAnswerName | null;

  @Field(() => Date, { nullable: true, description: 'When they said it.' })
  answeredAt: Date | null;

  @Field(() => Boolean, { description: 'They made the request themselves.' })
  isAsker: boolean;
}

@ObjectType('JoinRequest', { description: 'A whole district asks to join as a team. One request is open for a district at a time.' })
export class JoinRequestType {
  @Field(() => ID, { description: 'Name it to decide on it, to answer or to take it back.' })
  id: string;

  @Field(() => District, { description: 'The district that would join.' })
  district: District;

  @Field(() => Person, { description: 'Who asks.' })
  asker: Person;

  @Field(() => SeatRoleName, { description: 'The asker’s own seat.' })
  role: SeatRoleName;

  @Field(() => String, { description: 'What the district wants here, in its own words.' })
  statement: string;

  @Field(() => JoinStateName, { description: 'Where it stands.' })
  state: JoinStateName;

  @Field(() => [JoinLeaderType], { description: 'The three leaders in the order of their seats, and what each has said.' })
  leaders: JoinLeaderType[];

  @Field(() => Boolean, { description: 'All three have said that they want it.' })
  complete: boolean;

  @Field(() => Date, { description: 'When it was made; this decides its place.' })
  createdAt: Date;

  @Field(() => Int, { description: 'Whole days it has waited, until now or until it was decided.' })
  waitsDays: number;

  @Field(() => Int, { nullable: true, description: 'Its place among all that wait, from 1; null once it is decided.' })
  place: number | null;

  @Field(() => LocalDate, { nullable: true, description: 'The Monday of the week in which its turn comes at the present pace; null when no pace is set.' })
  expectedWeek: string | null;

  @Field(() => Boolean, { description: 'The district is an affiliate of a co-sponsor for which you speak.' })
  isAffiliate: boolean;

  @Field(() => String, { nullable: true, description: 'What those who decide asked back last.' })
  question: string | null;

  @Field(() => String, { nullable: true, description: 'What the asker answered to it; null while they have not.' })
  reply: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was declined.' })
  answer: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was decided or taken back.' })
  decidedAt: Date | null;

  @Field(() => String, { description: 'What happens now, in words for the asker.' })
  whatHappens: string;
}

@ObjectType({ description: 'A page of the queue of districts that ask to join.' })
export class JoinRequestConnection extends connectionOf(JoinRequestType, 'requests') {}

@ObjectType({ description: 'How many districts are opened a week, and where this week stands.' })
export class JoiningPace {
  @Field(() => Int, { nullable: true, description: 'How many a week; null while no number is set and any may be opened.' })
  perWeek: number | null;

  @Field(() => LocalDate, { nullable: true, description: 'From which day the number holds.' })
  fromDay: string | null;

  @Field(() => Int, { description: 'How many were opened since Monday, UTC.' })
  openedThisWeek: number;

  @Field(() => LocalDate, { description: 'The Monday on which the next week begins.' })
  nextWeek: string;

  @Field(() => Int, { description: 'How many requests are open.' })
  waiting: number;

  @Field(() => Int, { description: 'How many of them all three leaders want, so that a batch takes them.' })
  complete: number;
}

@ObjectType({ description: 'The requests that one batch has opened, the longest waiting first.' })
export class JoinBatch {
  @Field(() => [JoinRequestType], { description: 'Each with its district, whose leaders now sit or are invited.' })
  opened: JoinRequestType[];
}

@ObjectType('OpenedJoining', { description: 'What a leader finds behind the link in their mail. No address but their own stands here.' })
export class OpenedJoiningType {
  @Field(() => District, { description: 'The district that would join.' })
  district: District;

  @Field(() => Person, { description: 'Who asks for it.' })
  asker: Person;

  @Field(() => SeatRoleName, { description: 'The asker’s own seat.' })
  askerRole: SeatRoleName;

  @Field(() => String, { description: 'What the asker says that the district wants here.' })
  statement: string;

  @Field(() => SeatRoleName, { description: 'The seat that would be yours.' })
  role: SeatRoleName;

  @Field(() => String, { nullable: true, description: 'Your name as the asker gave it; null when they gave none.' })
  name: string | null;

  @Field(() => String, { description: 'Your address, to which the mail went.' })
  email: string;

  @Field(() => JoinAnswerName, { nullable: true, description: 'What you have said so far.' })
  answer: JoinAnswerName | null;

  @Field(() => Boolean, { description: 'Whether an answer still counts: the request is not decided.' })
  isOpen: boolean;

  @Field(() => Boolean, { description: 'The address belongs to an account already: sign in with it first.' })
  needsSignIn: boolean;
}

@InputType({ description: 'A leader of a district that asks to join: what is known of them.' })
export class JoinLeaderInput {
  @IsIn(Object.keys(SeatRoleName), { message: 'Choose the seat.' })
  @Field(() => SeatRoleName, { description: 'One of a district’s three seats, and not the asker’s own.' })
  role: SeatRoleName;

  @IsOptional() @Line({ max: 120, name: 'The name' })
  @Field(() => String, { nullable: true, description: 'Their name, as far as known.' })
  name?: string | null;

  @IsOptional() @Line({ max: 120, name: 'The title' })
  @Field(() => String, { nullable: true, description: 'Their title, where it is not the usual one.' })
  title?: string | null;

  @IsOptional() @Email()
  @Field(() => String, { nullable: true, description: 'Where they read mail; they get one that asks whether they want it too.' })
  email?: string | null;
}

@InputType({ description: 'Asks for a whole district to join as a team.' })
export class RequestToJoinInput extends MutationInput {
  @Id('The district')
  @Field(() => ID, { description: 'A district from the directory in which nobody sits yet.' })
  organizationId: string;

  @IsIn(Object.keys(SeatRoleName), { message: 'Choose which of the three seats is yours.' })
  @Field(() => SeatRoleName, { description: 'The seat that is yours.' })
  role: SeatRoleName;

  @IsOptional() @Line({ max: 120, name: 'Your title' })
  @Field(() => String, { nullable: true, description: 'Your title, where it is not the usual one.' })
  title?: string | null;

  @Lines({ max: 4000, name: 'The statement' })
  @Field(() => String, { description: 'What the district wants here and what the three mean to do together.' })
  statement: string;

  @IsArray() @ArrayMaxSize(2, { message: 'At most two others are named.' }) @ValidateNested({ each: true }) @Type(() => JoinLeaderInput)
  @Field(() => [JoinLeaderInput], { description: 'The two others, as far as they are known.' })
  leaders: JoinLeaderInput[];
}

@InputType({ description: 'Names one of the other leaders, or mends what was wrong.' })
export class NameJoinLeaderInput extends MutationInput {
  @Id('The request')
  @Field(() => ID, { description: 'A request of your own that is still open.' })
  requestId: string;

  @ValidateNested() @Type(() => JoinLeaderInput)
  @Field(() => JoinLeaderInput, { description: 'What you know now; what is left out stays. Another address gets a new link, and the old one ends.' })
  leader: JoinLeaderInput;
}

@InputType({ description: 'Takes back a request of your own.' })
export class WithdrawJoinRequestInput extends MutationInput {
  @Id('The request')
  @Field(() => ID, { description: 'One that is still open.' })
  requestId: string;
}

@InputType({ description: 'Answers what those who decide have asked.' })
export class ReplyToJoinQuestionInput extends MutationInput {
  @Id('The request')
  @Field(() => ID, { description: 'A request of your own that was asked something.' })
  requestId: string;

  @Lines({ max: 2000, name: 'Your answer' })
  @Field(() => String, { description: 'Read by those who decide.' })
  words: string;
}

@InputType({ description: 'Says whether you want your district to join, by pressing a button on the mailed page.' })
export class AnswerJoiningInput extends MutationInput {
  @LinkToken()
  @Field(() => String, { description: 'The last part of the address in the mail.' })
  token: string;

  @IsBoolean()
  @Field(() => Boolean, { description: 'True: you want it too. False: you do not. It can be changed until the request is decided.' })
  wanted: boolean;

  @IsOptional() @Line({ max: 120, name: 'Your name' })
  @Field(() => String, { nullable: true, description: 'The name you will write under; needed when nobody has given it.' })
  name?: string | null;
}

@InputType({ description: 'Opens one district: its leaders who said yes sit, the others are invited.' })
export class OpenJoinRequestInput extends MutationInput {
  @Id('The request')
  @Field(() => ID, { description: 'One of `joinQueue`.' })
  requestId: string;
}

@InputType({ description: 'Opens the longest waiting requests that all three leaders want.' })
export class OpenJoinBatchInput extends MutationInput {
  @IsInt({ message: 'How many is a whole number.' }) @Min(1, { message: 'Open at least one.' }) @Max(50, { message: 'At most 50 are opened at once.' })
  @Field(() => Int, { description: 'How many, at most; fewer when fewer wait or the week is full.' })
  count: number;
}

@InputType({ description: 'Asks a district something before it is decided.' })
export class AskBackJoinRequestInput extends MutationInput {
  @Id('The request')
  @Field(() => ID, { description: 'One of `joinQueue` that waits for a decision.' })
  requestId: string;

  @Lines({ max: 2000, name: 'The question' })
  @Field(() => String, { description: 'Mailed to the asker; the request keeps its place.' })
  words: string;
}

@InputType({ description: 'Declines a district’s request.' })
export class DeclineJoinRequestInput extends MutationInput {
  @Id('The request')
  @Field(() => ID, { description: 'One of `joinQueue`.' })
  requestId: string;

  @Lines({ max: 2000, name: 'The reason' })
  @Field(() => String, { description: 'Mailed to the asker and to whoever else said yes.' })
  words: string;
}

@InputType({ description: 'Sets how many districts are opened a week.' })
export class SetJoiningPaceInput extends MutationInput {
  @IsInt({ message: 'How many is a whole number.' }) @Min(0, { message: 'None is the least.' }) @Max(500, { message: 'At most 500 a week.' })
  @Field(() => Int, { description: 'From 0, which stops the opening, to 500.' })
  perWeek: number;

  @Field(() => LocalDate, { nullable: true, description: 'From which day it holds; today when left out.' })
  fromDay?: string | null;
}

export const JoinRequestResult = resultOf('JoinRequestResult', JoinRequestType, 'The request as it stands now, or why nothing was done.');
export const JoinBatchResult = resultOf('JoinBatchResult', JoinBatch, 'What was opened, or why nothing was.');
export const AnswerJoiningResult = resultOf('AnswerJoiningResult', OpenedJoiningType, 'Your answer as it is kept, or why it is not.');
export const JoiningPaceResult = resultOf('JoiningPaceResult', JoiningPace, 'The pace as it is now, or why it was not changed.');
