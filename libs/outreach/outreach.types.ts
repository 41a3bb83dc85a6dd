import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsEnum, IsInt, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { Id, Line, Lines, MutationInput, resultOf } from '@app/platform/graphql';

export enum StepKindName {
  digest = 'digest',
  message = 'message',
}
registerEnumType(StepKindName, {
  name: 'StepKind',
  description: 'What a step of a ladder sends.',
  valuesMap: {
    digest: { description: 'To each person who came: what is new for their own district.' },
    message: { description: 'A letter signed by a co-sponsor’s named leader.' },
  },
});

export enum StepAudienceName {
  attended = 'attended',
  absent = 'absent',
}
registerEnumType(StepAudienceName, {
  name: 'StepAudience',
  description: 'To whom a step goes.',
  valuesMap: {
    attended: { description: 'The people of the teams that came.' },
    absent: { description: 'The people of the teams that were invited and did not come.' },
  },
});

export enum StepStateName {
  planned = 'planned',
  due = 'due',
  sending = 'sending',
  sent = 'sent',
}
registerEnumType(StepStateName, {
  name: 'StepState',
  description: 'Where a step stands.',
  valuesMap: {
    planned: { description: 'Its moment has not come; it can be changed.' },
    due: { description: 'Its moment has come, and it is taken up within seconds.' },
    sending: { description: 'It is being put together.' },
    sent: { description: 'All its mail is queued; `mails` tells how far it has come.' },
  },
});

export enum StepUnit {
  minutes = 'minutes',
  hours = 'hours',
  days = 'days',
  weeks = 'weeks',
}
registerEnumType(StepUnit, {
  name: 'StepUnit',
  description: 'In what the time after the end is counted. Days and weeks follow the calendar of the conference’s zone.',
  valuesMap: {
    minutes: { description: 'By the clock.' },
    hours: { description: 'By the clock.' },
    days: { description: 'The same hour, so many days later, whether or not the clocks were changed between.' },
    weeks: { description: 'Seven days each.' },
  },
});

@ObjectType({ description: 'What became of the mails of a step.' })
export class StepMails {
  @Field(() => Int, { description: 'Taken by the mail server for their readers.' })
  sent: number;

  @Field(() => Int, { description: 'Still to be sent.' })
  waiting: number;

  @Field(() => Int, { description: 'Not sent because the reader wants none, or their address does not work.' })
  withheld: number;

  @Field(() => Int, { description: 'Refused by the mail server, or it cannot be said whether it arrived.' })
  failed: number;
}

@ObjectType('LadderStep', { description: 'One dated step of a conference’s follow-up.' })
export class LadderStepType {
  @Field(() => ID, { description: 'Never changes; the edition of its mails.' })
  id: string;

  @Field(() => StepKindName, { description: 'A digest or a message.' })
  kind: `${StepKindName}`;

  @Field(() => StepAudienceName, { description: 'To those who came, or to those who did not.' })
  audience: `${StepAudienceName}`;

  @Field(() => Int, { description: 'How many days after the end; `minutes` come on top.' })
  days: number;

  @Field(() => Int, { description: 'How many minutes after the end, beside the days.' })
  minutes: number;

  @Field(() => Date, { description: 'When it is or was due. Before the end, as far as the end is planned.' })
  dueAt: Date;

  @Field(() => Boolean, { description: 'Whether that moment is certain: the conference has ended.' })
  certain: boolean;

  @Field(() => StepStateName, { description: 'Where it stands.' })
  state: StepStateName;

  @Field(() => Date, { nullable: true, description: 'When all its mail was queued.' })
  sentAt: Date | null;

  @Field(() => Int, { nullable: true, description: 'For how many people; null until then, and for visitors.' })
  recipients: number | null;

  @Field(() => String, { nullable: true, description: 'The organization whose leader signs; null for a digest.' })
  fromOrganization: string | null;

  @Field(() => ID, { nullable: true, description: 'That organization’s id.' })
  fromOrganizationId: string | null;

  @Field(() => String, { nullable: true, description: 'The leader who signs.' })
  fromName: string | null;

  @Field(() => String, { nullable: true, description: 'What that leader is.' })
  fromTitle: string | null;

  @Field(() => String, { nullable: true, description: 'The subject of a message; members see it once it is sent.' })
  subject: string | null;

  @Field(() => String, { nullable: true, description: 'The message itself, in markdown; only for those who plan.' })
  body: string | null;

  @Field(() => StepMails, { nullable: true, description: 'What became of its mails; null until it is sent, and for visitors.' })
  mails?: StepMails | null;
}

@ObjectType({ description: 'A step that is offered to whoever plans a ladder for the first time.' })
export class OfferedStep {
  @Field(() => Int, { description: 'How many units after the end.' })
  amount: number;

  @Field(() => StepUnit, { description: 'What `amount` counts: minutes, hours, days or weeks.' })
  unit: StepUnit;

  @Field(() => String, { description: 'What it is good for.' })
  why: string;
}

@ObjectType({ description: 'A conference’s follow-up as dated steps, counted from its end and written before it opens.' })
export class Ladder {
  @Field(() => ID, { description: 'Whose end the steps count from.' })
  conferenceId: string;

  @Field(() => [LadderStepType], { description: 'The steps, the earliest first.' })
  steps: LadderStepType[];

  @Field(() => LadderStepType, { nullable: true, description: 'What comes next; null when nothing more is planned.' })
  next: LadderStepType | null;

  @Field(() => Boolean, { description: 'True while nothing is planned: those who came would hear nothing afterwards.' })
  unplanned: boolean;

  @Field(() => Boolean, { description: 'Whether you may plan it.' })
  canPlan: boolean;

  @Field(() => [ID], { description: 'The organizations in whose leader’s name you may write.' })
  signsFor: string[];

  @Field(() => [OfferedStep], { description: 'A ladder that has worked, to begin with.' })
  offered: OfferedStep[];
}

@ObjectType({ description: 'A message exactly as its readers will get it.' })
export class MessagePreview {
  @Field(() => String, { description: 'What readers see in their inbox before they open it.' })
  subject: string;

  @Field(() => String, { description: 'A whole HTML document, to be shown in a sandboxed frame.' })
  html: string;

  @Field(() => String, { description: 'The same as plain text.' })
  text: string;
}

export const LadderResult = resultOf('LadderResult', Ladder, 'The ladder as it stands now, or why nothing changed.');

@InputType({ description: 'A step as somebody plans it.' })
export class StepDraft {
  @IsEnum(StepKindName, { message: 'A step is a digest or a message.' })
  @Field(() => StepKindName, { description: 'A digest or a message.' })
  kind: StepKindName;

  @IsEnum(StepAudienceName, { message: 'Choose those who came or those who did not.' })
  @Field(() => StepAudienceName, { defaultValue: StepAudienceName.attended, description: 'A digest goes to those who came.' })
  audience: StepAudienceName = StepAudienceName.attended;

  @IsInt({ message: 'Say how long after the end, as a whole number.' }) @Min(0, { message: 'It cannot come before the end.' }) @Max(576_000, { message: 'A ladder is at most 400 days long.' })
  @Field(() => Int, { description: 'How many units after the end.' })
  amount: number;

  @IsEnum(StepUnit, { message: 'Choose minutes, hours, days or weeks.' })
  @Field(() => StepUnit, { description: 'What `amount` counts: minutes, hours, days or weeks after the end.' })
  unit: StepUnit;

  @IsOptional() @Id('The organization')
  @Field(() => ID, { nullable: true, description: 'For a message: the organization whose leader signs.' })
  fromOrganizationId?: string | null;

  @IsOptional() @Line({ min: 0, max: 120, name: 'The name' })
  @Field(() => String, { nullable: true, description: 'For a message: the leader who signs.' })
  fromName?: string | null;

  @IsOptional() @Line({ min: 0, max: 120, name: 'The title' })
  @Field(() => String, { nullable: true, description: 'For a message: what that leader is.' })
  fromTitle?: string | null;

  @IsOptional() @Line({ min: 0, max: 150, name: 'The subject' })
  @Field(() => String, { nullable: true, description: 'For a message: the subject line.' })
  subject?: string | null;

  @IsOptional() @Lines({ min: 0, max: 10_000, name: 'The message' })
  @Field(() => String, { nullable: true, description: 'For a message: its text, in markdown.' })
  body?: string | null;
}

@InputType({ description: 'Plans several steps at once, such as those that are offered.' })
export class PlanLadderInput extends MutationInput {
  @Id('The conference')
  @Field(() => ID, { description: 'A conference that you run.' })
  conferenceId: string;

  @IsArray() @ArrayMinSize(1, { message: 'Plan at least one step.' }) @ArrayMaxSize(20, { message: 'At most 20 steps at once.' }) @ValidateNested({ each: true }) @Type(() => StepDraft)
  @Field(() => [StepDraft], { description: 'What is to be sent and when, 1 to 20; if one of them cannot stand, none is planned.' })
  steps: StepDraft[];
}

@InputType({ description: 'Changes a step that has not begun to be sent.' })
export class EditStepInput extends MutationInput {
  @Id('The step')
  @Field(() => ID, { description: 'A step that is still ahead.' })
  stepId: string;

  @ValidateNested() @Type(() => StepDraft)
  @Field(() => StepDraft, { description: 'What it is to be.' })
  step: StepDraft;
}

@InputType({ description: 'Takes a step off the ladder.' })
export class RemoveStepInput extends MutationInput {
  @Id('The step')
  @Field(() => ID, { description: 'A step that is still ahead.' })
  stepId: string;
}
