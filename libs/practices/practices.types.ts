import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsEnum, IsInt, IsOptional, Max, Min } from 'class-validator';
import { connectionOf, Id, Line, Lines, MutationInput, PageArgs, resultOf } from '@app/platform/graphql';
import { PrincipleNumber } from '@app/framework';

export enum PracticeInstrument {
  contract = 'contract',
  mou = 'mou',
  policy = 'policy',
  practice = 'practice',
}
registerEnumType(PracticeInstrument, {
  name: 'PracticeInstrument',
  description: 'By what kind of agreement a practice holds; it tells how firmly, and who can change it.',
  valuesMap: {
    contract: { description: 'Written into the contract between district and union or association.' },
    mou: { description: 'A memorandum of understanding, signed beside the contract or without one.' },
    policy: { description: 'A policy of the school board.' },
    practice: { description: 'A habit both sides keep, written down nowhere that binds.' },
  },
});

export enum PracticeStatusName {
  recorded = 'recorded',
  shared = 'shared',
}
registerEnumType(PracticeStatusName, {
  name: 'PracticeStatus',
  description: 'Where the knowledge of a practice comes from.',
  valuesMap: {
    recorded: { description: 'From the toolkit of July 2011; whether it is still done is not known.' },
    shared: { description: 'Told by the district’s own team in Accord.' },
  },
});

export enum PracticeAudience {
  public = 'public',
  members = 'members',
}
registerEnumType(PracticeAudience, {
  name: 'PracticeAudience',
  description: 'Who may read a practice that a district shares.',
  valuesMap: {
    public: { description: 'Anybody, also without an account.' },
    members: { description: 'Only those who hold a seat in Accord, or observe.' },
  },
});

@ObjectType({ description: 'A figure that a practice turns on, such as a vote of at least 80 percent.' })
export class PracticeThreshold {
  @Field(() => String, { description: 'What is counted.' })
  label: string;

  @Field(() => String, { description: 'One of =, >=, >, <=, <: how the figure bounds it.' })
  comparison: string;

  @Field(() => Number, { description: 'The figure itself, in `unit`.' })
  value: number;

  @Field(() => String, { description: 'What the figure counts in: %, days, hours, committees …' })
  unit: string;
}

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

  @Field(() => Boolean, { description: 'Take it back; it is then gone for everybody.' })
  withdraw: boolean;
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

  @IsOptional() @Line({ min: 0, max: 200, name: 'What to look for' })
  @Field(() => String, { nullable: true, description: 'Only those whose words, names or district match.' })
  search?: string | null;
}

@InputType({ isAbstract: true })
abstract class PracticeWords extends MutationInput {
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

  @IsEnum(PracticeAudience, { message: 'Choose who may read it.' })
  @Field(() => PracticeAudience, { defaultValue: PracticeAudience.public, description: 'Who may read it.' })
  audience: `${PracticeAudience}` = 'public';
}

@InputType({ description: 'Something your district does, for other districts to learn from.' })
export class SharePracticeInput extends PracticeWords {
  @IsOptional() @Id('The district')
  @Field(() => ID, { nullable: true, description: 'For which district; needed only by those who speak for several.' })
  districtId?: string | null;
}

@InputType({ description: 'New words for a practice that your district shared; they take the place of the old ones.' })
export class EditPracticeInput extends PracticeWords {
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
