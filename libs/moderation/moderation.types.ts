import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsEnum, IsOptional, Matches } from 'class-validator';
import { connectionOf, Id, Lines, MutationInput, resultOf } from '@app/platform/graphql';

export enum ReportReasonName {
  names_a_student = 'names_a_student',
  confidential = 'confidential',
  hostile = 'hostile',
  misleading = 'misleading',
  advertising = 'advertising',
  not_theirs = 'not_theirs',
  other = 'other',
}
registerEnumType(ReportReasonName, {
  name: 'ReportReason',
  description: 'What a reader says is wrong.',
  valuesMap: {
    names_a_student: { description: 'It lets a student, or somebody’s private affairs, be recognised.' },
    confidential: { description: 'It tells what was said in confidence, such as at the bargaining table.' },
    hostile: { description: 'It attacks a person or a side instead of a question.' },
    misleading: { description: 'It states something untrue that others may act on.' },
    advertising: { description: 'It sells something.' },
    not_theirs: { description: 'It is somebody else’s work, posted without their leave.' },
    other: { description: 'None of these; the words say what.' },
  },
});

export enum ReportStateName {
  open = 'open',
  dismissed = 'dismissed',
  taken_down = 'taken_down',
  restored = 'restored',
}
registerEnumType(ReportStateName, {
  name: 'ReportState',
  description: 'What became of a report.',
  valuesMap: {
    open: { description: 'It waits for a steward.' },
    dismissed: { description: 'A steward has left the thing as it is.' },
    taken_down: { description: 'The thing is hidden from everybody but its author.' },
    restored: { description: 'It was taken down for a time and stands again.' },
  },
});

export enum DecisionVerbName {
  dismissed = 'dismissed',
  taken_down = 'taken_down',
  restored = 'restored',
  answered = 'answered',
  upheld = 'upheld',
}
registerEnumType(DecisionVerbName, {
  name: 'DecisionVerb',
  description: 'A step on the trail of something reported.',
  valuesMap: {
    dismissed: { description: 'A steward left it as it is.' },
    taken_down: { description: 'A steward hid it from everybody but its author.' },
    restored: { description: 'A steward let it stand again.' },
    answered: { description: 'The author, or their team, gave their side.' },
    upheld: { description: 'A steward read that side and left it hidden.' },
  },
});

@ObjectType({ description: 'Your report has reached the stewards, who have been told by mail.' })
export class ReportReceipt {
  @Field(() => ID, { description: 'The report; the same one for as long as yours on this thing is open.' })
  id: string;

  @Field(() => Date, { description: 'When you first reported it.' })
  createdAt: Date;
}

@ObjectType({ description: 'A person and the organization they stand for, as a steward needs to know them.' })
export class ReportParty {
  @Field(() => String, { nullable: true, description: 'Null when the account is gone, or when an organization posted without naming anybody.' })
  name: string | null;

  @Field(() => String, { nullable: true, description: 'The district or other organization; null for somebody without a seat.' })
  organization: string | null;
}

@ObjectType('Decision', { description: 'One line of the trail of something reported: who did what, when and why. Lines are never changed.' })
export class DecisionType {
  @Field(() => ID, { description: 'Names this line, in mails too.' })
  id: string;

  @Field(() => DecisionVerbName, { description: 'What was done.' })
  verb: DecisionVerbName | `${DecisionVerbName}`;

  @Field(() => String, { description: 'Why, in the words of whoever did it.' })
  words: string;

  @Field(() => Date, { description: 'When it took effect.' })
  at: Date;
}

@ObjectType('Report', { description: 'A member’s or a visitor’s word that something should not stand as it does, with a copy of it as it stood then. Stewards see the copy and no more of the room around it.' })
export class ReportType {
  @Field(() => ID, { description: 'Name it to decide it.' })
  id: string;

  @Field(() => String, { description: 'What kind of thing: `post`, `resource`, `practice` …' })
  kind: string;

  @Field(() => Boolean, { description: 'Whether somebody without an account reported it.' })
  byVisitor: boolean;

  @Field(() => String, { nullable: true, description: 'Where that visitor can be answered. They are told of the decision by mail, and then it is forgotten.' })
  visitorAddress: string | null;

  @Field(() => ReportReasonName, { description: 'What the reader says is wrong.' })
  reason: ReportReasonName | `${ReportReasonName}`;

  @Field(() => String, { nullable: true, description: 'What the reader adds in their own words.' })
  words: string | null;

  @Field(() => String, { description: 'How the thing was headed when it was reported.' })
  title: string;

  @Field(() => String, { description: 'What it said when it was reported; later edits do not show here.' })
  text: string;

  @Field(() => ReportStateName, { description: 'What became of the report.' })
  state: ReportStateName | `${ReportStateName}`;

  @Field(() => Date, { description: 'When it was reported.' })
  createdAt: Date;

  @Field(() => Date, { nullable: true, description: 'When a steward decided; null while it waits.' })
  decidedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was decided so; null while it waits.' })
  decisionWords: string | null;
}

@ObjectType({ description: 'A page of reports.' })
export class ReportConnection extends connectionOf(ReportType, 'reports') {}

@ObjectType({ description: 'Something of yours, or of your team, that the stewards took down: what it said, why, and what was said since. Nobody else reads this page.' })
export class TakeDown {
  @Field(() => ID, { description: 'Name it to answer.' })
  id: string;

  @Field(() => String, { description: 'How it was headed.' })
  title: string;

  @Field(() => String, { description: 'What it said when it was reported.' })
  text: string;

  @Field(() => String, { description: 'Why the stewards took it down, in their words.' })
  reason: string;

  @Field(() => Date, { description: 'When it was taken down.' })
  at: Date;

  @Field(() => Boolean, { description: 'Whether it stands again.' })
  stands: boolean;

  @Field(() => [DecisionType], { description: 'Your answers and what the stewards said to them, in order.' })
  letters: DecisionType[];
}

@InputType({ description: 'Tells the stewards that something should not stand as it does.' })
export class ReportInput extends MutationInput {
  @Matches(/^[a-z][a-z_-]{0,59}$/, { message: 'This kind of thing cannot be reported.' })
  @Field(() => String, { description: 'The kind of thing: `post`, `resource`, `practice` …' })
  kind: string;

  @Id('The thing')
  @Field(() => ID, { description: 'Which one; you must be able to read it.' })
  id: string;

  @IsEnum(ReportReasonName, { message: 'Choose what is wrong with it.' })
  @Field(() => ReportReasonName, { description: 'What is wrong with it.' })
  reason: ReportReasonName;

  @IsOptional() @Lines({ max: 2000, min: 0, name: 'What you add' })
  @Field(() => String, { nullable: true, description: 'What the stewards should know; needed when the reason is `other`.' })
  words?: string | null;
}

@InputType({ isAbstract: true })
abstract class DecideInput extends MutationInput {
  @Id('The report')
  @Field(() => ID, { description: 'The report that you decide; all open ones on the same thing are decided with it.' })
  reportId: string;
}

@InputType({ description: 'Leaves something that was reported as it is.' })
export class DismissReportInput extends DecideInput {
  @Lines({ max: 2000, name: 'A word to whoever reported it' })
  @Field(() => String, { description: 'Why it stays; whoever reported it reads this.' })
  words: string;
}

@InputType({ description: 'Hides something that was reported from everybody but its author.' })
export class TakeDownInput extends DecideInput {
  @Lines({ max: 2000, name: 'The reason' })
  @Field(() => String, { description: 'Why; the author reads this in a mail and may answer.' })
  reason: string;
}

@InputType({ description: 'Lets something that was taken down stand again.' })
export class RestoreInput extends DecideInput {
  @Lines({ max: 2000, name: 'The reason' })
  @Field(() => String, { description: 'Why; the author reads this in a mail.' })
  words: string;
}

@InputType({ description: 'Leaves something hidden after its author has answered.' })
export class UpholdTakeDownInput extends DecideInput {
  @Lines({ max: 2000, name: 'Your word to the author' })
  @Field(() => String, { description: 'What you say to the author’s side; they read it in a mail.' })
  words: string;
}

@InputType({ description: 'Gives the author’s side of something that was taken down.' })
export class AnswerTakeDownInput extends MutationInput {
  @Id('What was taken down')
  @Field(() => ID, { description: 'The `TakeDown` that you answer.' })
  takeDownId: string;

  @Lines({ max: 2000, name: 'Your answer' })
  @Field(() => String, { description: 'Your side, for the stewards to read.' })
  words: string;
}

export const ReportResult = resultOf('ReportResult', ReportReceipt, 'The stewards have your report, or why not.');
export const DecideReportResult = resultOf('DecideReportResult', ReportType, 'The report as it is now, or why it could not be decided.');
export const AnswerTakeDownResult = resultOf('AnswerTakeDownResult', DecisionType, 'Your answer as the stewards read it, or why not.');

@ObjectType({ description: 'How many people and organizations came in one week.' })
export class WeekOfMembers {
  @Field(() => String, { description: 'The Monday on which the week begins, such as 2026-03-30, in UTC.' })
  week: string;

  @Field(() => Int, { description: 'People who took a seat in that week.' })
  people: number;

  @Field(() => Int, { description: 'Organizations whose first seat was taken in that week.' })
  organizations: number;
}
