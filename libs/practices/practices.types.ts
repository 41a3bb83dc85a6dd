import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsBoolean, IsEnum, IsInt, IsOptional, Matches, Max, Min, ValidateNested } from 'class-validator';
import { connectionOf, Id, Line, Lines, MutationInput, PageArgs, resultOf } from '@app/platform/graphql';
import { type Organization, SponsorOrganization } from '@app/organizations';
import { PrincipleNumber } from '@app/framework';
import { LIMITS } from './contract/limits.js';
import { PracticeAudience, PracticeInstrument, PracticeOutcome, PracticeOutcomeInput, PracticePathway, PracticeState, PracticeStatusName, PracticeThreshold, PracticeThresholdInput, ThresholdFilter } from './practice-facts.types.js';

@ObjectType({ description: 'Something that other districts have done under a principle; the toolkit of 2011 does not say which districts.' })
export class PracticeIdea {
  @Field(() => String, { description: 'The idea in a few words.' })
  title: string;

  @Field(() => String, { description: 'What to do, in one or two sentences.' })
  text: string;
}

@ObjectType({ description: 'What you may do with a practice; show no button for what is false.' })
export class PracticeViewerCan {
  @Field(() => Boolean, { description: 'Change its words: whoever speaks for its district, and only what the district itself shared.' })
  edit: boolean;

  @Field(() => Boolean, { description: 'Say that your district still does what was recorded of it in 2011, where it has not said so yet: with `SharePracticeInput.continuesId`.' })
  continue: boolean;

  @Field(() => Boolean, { description: 'Take it back; it is then gone for everybody. What was affirmed once can only lapse.' })
  withdraw: boolean;

  @Field(() => Boolean, { description: 'Ask your district’s seats to sign it as it is, for the first time or again.' })
  affirm: boolean;

  @Field(() => Boolean, { description: 'Say that your district does it no more.' })
  lapse: boolean;

  @Field(() => Boolean, { description: 'Approve it for a co-sponsor that you speak for and that has not yet.' })
  approve: boolean;

  @Field(() => [SponsorOrganization], { description: 'For which co-sponsors you may approve it; several where you speak for several.' })
  approveFor: Organization[];
}

@ObjectType('Practice', { description: 'What one district does under one principle, as a dated record: from the toolkit of July 2011, or shared by the district’s own team.' })
export class PracticeType {
  @Field(() => ID, { description: 'Stays the same; threads are opened on it.' })
  id: string;

  @Field(() => String, { description: 'Its place in addresses, such as `denver-procomp`.' })
  slug: string;

  @Field(() => String, { description: 'The practice in a few words.' })
  title: string;

  @Field(() => String, { description: 'What they do.' })
  summary: string;

  @Field(() => String, { nullable: true, description: 'How it came about, in the district’s own words; null in the record of 2011.' })
  story: string | null;

  @Field(() => PracticeInstrument, { nullable: true, description: 'By what it holds; null when that is not said.' })
  instrument: `${PracticeInstrument}` | null;

  @Field(() => [PracticeThreshold], { description: 'Its figures as data; empty when it has none.' })
  thresholds: PracticeThreshold[];

  @Field(() => [String], { description: 'What they call it, and the bodies that carry it.' })
  names: string[];

  @Field(() => Int, { nullable: true, description: 'The year it began; null when unknown.' })
  startYear: number | null;

  @Field(() => Int, { nullable: true, description: 'The year in which it was carried further, as from some schools to all; null when that is not said.' })
  expandedYear: number | null;

  @Field(() => Int, { nullable: true, description: 'The year it ended; null while it has not, or nobody has said.' })
  endYear: number | null;

  @Field(() => String, { nullable: true, description: 'What it costs; null when that is not said.' })
  cost: string | null;

  @Field(() => String, { nullable: true, description: 'How long it took, and takes; null when that is not said.' })
  timeNeeded: string | null;

  @Field(() => String, { nullable: true, description: 'What did not work; null when that is not said.' })
  whatFailed: string | null;

  @Field(() => PracticePathway, { nullable: true, description: 'How the district came to work together; null when that is not said.' })
  pathway: `${PracticePathway}` | null;

  @Field(() => [PracticeOutcome], { description: 'What came of it, each with source and year; empty when nothing is told.' })
  outcomes: PracticeOutcome[];

  @Field(() => String, { nullable: true, description: 'Who paid from outside; null when nobody is named.' })
  funder: string | null;

  @Field(() => String, { nullable: true, description: 'Who helped from outside; null when nobody is named.' })
  consultant: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it was being tried out rather than adopted at the time; null when that is not said.' })
  pilot: boolean | null;

  @Field(() => PracticeStatusName, { description: 'Where the knowledge comes from.' })
  status: `${PracticeStatusName}`;

  @Field(() => PracticeAudience, { description: 'Who may read it.' })
  audience: `${PracticeAudience}`;

  @Field(() => Date, { nullable: true, description: 'When the last of its district’s required seats signed it as it is; null while they have not.' })
  affirmedAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it lapsed; null while it has not.' })
  lapsedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it lapsed, in the words of whoever ended it; null while it has not.' })
  lapseReason: string | null;

  @Field(() => Date, { nullable: true, description: 'When the district shared it; null in the record of 2011.' })
  sharedAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'When its district last changed it.' })
  changedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Why a steward has hidden it; only its author still sees it then.' })
  hiddenReason: string | null;
}

@ObjectType({ description: 'A page of practices.' })
export class PracticeConnection extends connectionOf(PracticeType, 'practices') {}

@ObjectType({ description: 'What one district has under one principle. Cells without a practice are not listed: they invite one.' })
export class PracticeCell {
  @Field(() => Int, { description: 'Which row of the grid it is in, from 1 to 10.' })
  principle: number;

  @Field(() => Int, { description: 'How many practices you may read there.' })
  count: number;

  @Field(() => [PracticeInGrid], { description: 'At most five of them, the recorded one first.' })
  practices: PracticeInGrid[];
}

@ObjectType({ description: 'A practice as the grid shows it.' })
export class PracticeInGrid {
  @Field(() => String, { description: 'Its place in addresses.' })
  slug: string;

  @Field(() => String, { description: 'The practice in a few words.' })
  title: string;

  @Field(() => PracticeInstrument, { nullable: true, description: 'By what it holds; null when that is not said.' })
  instrument: `${PracticeInstrument}` | null;

  @Field(() => PracticeStatusName, { description: 'Where the knowledge comes from.' })
  status: `${PracticeStatusName}`;

  @Field(() => PracticeState, { description: 'How far it is vouched for today.' })
  state: `${PracticeState}`;
}

@ObjectType({ description: 'One district’s column of the grid.' })
export class PracticeColumn {
  @Field(() => ID, { description: 'Whose column it is, by its `Organization.id`.' })
  districtId: string;

  @Field(() => String, { description: 'The district’s place in addresses.' })
  slug: string;

  @Field(() => String, { description: 'The district’s everyday name.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'Two letters for the state; null when unknown.' })
  state: string | null;

  @Field(() => Boolean, { description: 'Whether it is your own district; it has a column even while that is empty.' })
  isMine: boolean;

  @Field(() => Boolean, { description: 'Whether you may fill its empty cells.' })
  canShare: boolean;

  @Field(() => [PracticeCell], { description: 'The principles under which it has something, in their order.' })
  cells: PracticeCell[];
}

@ObjectType({ description: 'Principles down, districts across: who does what. Your own district comes first, then the others by name.' })
export class PracticeGrid {
  @Field(() => Int, { description: 'How many practices you may read in all, also in columns that are not shown.' })
  total: number;

  @Field(() => Int, { description: 'How many districts have any.' })
  districts: number;

  @Field(() => [PracticeCount], { description: 'How many practices there are under each of the ten principles, in their order.' })
  byPrinciple: PracticeCount[];

  @Field(() => [PracticeColumn], { description: 'At most 60 districts: your own, then those with the most practices, set in the order of their names.' })
  columns: PracticeColumn[];
}

@ObjectType({ description: 'How many practices there are under one principle.' })
export class PracticeCount {
  @Field(() => Int, { description: 'Which of the ten is counted, from 1 to 10.' })
  principle: number;

  @Field(() => Int, { description: 'How many practices you may read under it, of all districts.' })
  count: number;

  @Field(() => Int, { description: 'How many of them are signed by their district and approved by a co-sponsor within a year.' })
  inForce: number;

  @Field(() => Int, { description: 'How many of them districts tell themselves, without that.' })
  told: number;

  @Field(() => Int, { description: 'How many of them are known from July 2011 only.' })
  recorded: number;

  @Field(() => Int, { description: 'How many of them have lapsed.' })
  lapsed: number;
}

@ArgsType()
export class PracticesArgs extends PageArgs {
  @IsOptional() @PrincipleNumber()
  @Field(() => Int, { nullable: true, description: 'Only those under the principle with this number.' })
  principle?: number | null;

  @IsOptional() @Line({ max: 120, name: 'The district' })
  @Field(() => String, { nullable: true, description: 'Only those of the district with this slug.' })
  district?: string | null;

  @IsOptional() @IsEnum(PracticeInstrument)
  @Field(() => PracticeInstrument, { nullable: true, description: 'Only those that hold by this.' })
  instrument?: `${PracticeInstrument}` | null;

  @IsOptional() @IsEnum(PracticePathway)
  @Field(() => PracticePathway, { nullable: true, description: 'Only those of districts that came to it like this.' })
  pathway?: `${PracticePathway}` | null;

  @IsOptional() @Matches(/^[A-Z]{2}$/, { message: 'A state has two letters.' })
  @Field(() => String, { nullable: true, description: 'Only those of districts of this state, by its two letters.' })
  inState?: string | null;

  @IsOptional() @IsEnum(PracticeState)
  @Field(() => PracticeState, { nullable: true, description: 'Only those that are vouched for so far.' })
  state?: `${PracticeState}` | null;

  @IsOptional() @IsInt() @Min(2000) @Max(2100)
  @Field(() => Int, { nullable: true, description: 'Only those that all required seats of their district last confirmed in this year (in UTC).' })
  confirmedIn?: number | null;

  @IsOptional() @ValidateNested() @Type(() => ThresholdFilter)
  @Field(() => ThresholdFilter, { nullable: true, description: 'Only those with a figure like this: a staff vote of at least 80 %.' })
  threshold?: ThresholdFilter | null;

  @IsOptional() @Line({ min: 0, max: 200, name: 'What to look for' })
  @Field(() => String, { nullable: true, description: 'Only those whose words, names or district match.' })
  search?: string | null;
}

@InputType({ isAbstract: true })
abstract class PracticeWordsInput extends MutationInput {
  @PrincipleNumber()
  @Field(() => Int, { description: 'The number of the principle it belongs to.' })
  principle: number;

  @Line({ min: 4, max: 140, name: 'The title' })
  @Field(() => String, { description: 'The practice in a few words; 4 to 140 characters.' })
  title: string;

  @Lines({ min: 20, max: 2000, name: 'What you do' })
  @Field(() => String, { description: 'What you do, so that another district could picture it; 20 to 2,000 characters.' })
  summary: string;

  @Lines({ min: 20, max: 8000, name: 'How it came about' })
  @Field(() => String, { description: 'How it came about: who began it, what was hard, what you would do again; 20 to 8,000 characters.' })
  story: string;

  @IsOptional() @IsEnum(PracticeInstrument, { message: 'Choose one of the four, or leave it open.' })
  @Field(() => PracticeInstrument, { nullable: true, description: 'By what it holds; leave out when it is hard to say.' })
  instrument?: `${PracticeInstrument}` | null;

  @IsOptional()
  @IsInt({ message: 'Give the year in four digits.' })
  @Min(1900, { message: 'Give the year in four digits, 1900 or later.' })
  @Max(2100, { message: 'Give the year in four digits.' })
  @Field(() => Int, { nullable: true, description: 'The year it began; leave out when nobody remembers.' })
  startYear?: number | null;

  @IsOptional()
  @IsInt({ message: 'Give the year in four digits.' })
  @Min(1900, { message: 'Give the year in four digits, 1900 or later.' })
  @Max(2100, { message: 'Give the year in four digits.' })
  @Field(() => Int, { nullable: true, description: 'The year it was carried further, as from some schools to all.' })
  expandedYear?: number | null;

  @IsOptional()
  @IsInt({ message: 'Give the year in four digits.' })
  @Min(1900, { message: 'Give the year in four digits, 1900 or later.' })
  @Max(2100, { message: 'Give the year in four digits.' })
  @Field(() => Int, { nullable: true, description: 'The year it ended, for what is told as it was.' })
  endYear?: number | null;

  @IsOptional() @IsBoolean({ message: 'Say whether it is tried out or adopted, or leave it open.' })
  @Field(() => Boolean, { nullable: true, description: 'Whether it is tried out rather than adopted; leave out when that is hard to say.' })
  pilot?: boolean | null;

  @IsOptional() @IsEnum(PracticePathway, { message: 'Choose one of the three, or leave it open.' })
  @Field(() => PracticePathway, { nullable: true, description: 'How your district came to work together.' })
  pathway?: `${PracticePathway}` | null;

  @IsOptional() @ArrayMaxSize(LIMITS.thresholds, { message: 'At most ten figures: take those that it turns on.' }) @ValidateNested({ each: true }) @Type(() => PracticeThresholdInput)
  @Field(() => [PracticeThresholdInput], { nullable: true, description: 'The figures it turns on, ten at most; an empty list when left out.' })
  thresholds?: PracticeThresholdInput[] | null;

  @IsOptional() @Lines({ min: 0, max: LIMITS.aside, name: 'What it costs' })
  @Field(() => String, { nullable: true, description: 'What it costs, in money or hours; up to 600 characters.' })
  cost?: string | null;

  @IsOptional() @Lines({ min: 0, max: LIMITS.aside, name: 'How long it took' })
  @Field(() => String, { nullable: true, description: 'How long it took to begin, and takes in a year; up to 600 characters.' })
  timeNeeded?: string | null;

  @IsOptional() @Lines({ min: 0, max: LIMITS.whatFailed, name: 'What failed' })
  @Field(() => String, { nullable: true, description: 'What did not work; up to 1,500 characters.' })
  whatFailed?: string | null;

  @IsOptional() @Line({ min: 0, max: 200, name: 'Who paid' })
  @Field(() => String, { nullable: true, description: 'Who paid from outside.' })
  funder?: string | null;

  @IsOptional() @Line({ min: 0, max: 200, name: 'Who helped' })
  @Field(() => String, { nullable: true, description: 'Who helped from outside.' })
  consultant?: string | null;

  @IsOptional() @ArrayMaxSize(LIMITS.outcomes, { message: 'At most six results: take those that tell most.' }) @ValidateNested({ each: true }) @Type(() => PracticeOutcomeInput)
  @Field(() => [PracticeOutcomeInput], { nullable: true, description: 'What came of it, six at most, each with source and year; an empty list when left out.' })
  outcomes?: PracticeOutcomeInput[] | null;

  @IsEnum(PracticeAudience, { message: 'Choose who may read it.' })
  @Field(() => PracticeAudience, { defaultValue: PracticeAudience.public, description: 'Who may read it.' })
  audience: `${PracticeAudience}` = 'public';
}

@InputType({ description: 'Something your district does, for other districts to learn from.' })
export class SharePracticeInput extends PracticeWordsInput {
  @IsOptional() @Id('The district')
  @Field(() => ID, { nullable: true, description: 'For which district; needed only by those who speak for several.' })
  districtId?: string | null;

  @IsOptional() @Id('The record')
  @Field(() => ID, { nullable: true, description: 'The record of 2011, of the same district, that it goes on from: your district still does this.' })
  continuesId?: string | null;
}

@InputType({ description: 'New words for a practice that your district shared; they take the place of the old ones.' })
export class EditPracticeInput extends PracticeWordsInput {
  @Id('The practice')
  @Field(() => ID, { description: 'One that your district shared and has not taken back.' })
  practiceId: string;
}

@InputType({ description: 'Takes back a practice that your district shared.' })
export class WithdrawPracticeInput extends MutationInput {
  @Id('The practice')
  @Field(() => ID, { description: 'The practice to take back.' })
  practiceId: string;
}

export const PracticeResult = resultOf('PracticeResult', PracticeType, 'The practice as it stands now, or why it does not.');
