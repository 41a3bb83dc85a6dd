import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsIn, IsInt, IsNumber, IsOptional, Max, Min } from 'class-validator';
import { Line } from '@app/platform/graphql';
import { LIMITS } from './contract/limits.js';
import type { Threshold } from './practice.entity.js';

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

export enum PracticePathway {
  long_standing = 'long_standing',
  crisis = 'crisis',
  new_leadership = 'new_leadership',
}
registerEnumType(PracticePathway, {
  name: 'PracticePathway',
  description: 'How a district came to work together.',
  valuesMap: {
    long_standing: { description: 'Both sides have worked together for many years.' },
    crisis: { description: 'A strike, a shortfall or another crisis brought them to one table.' },
    new_leadership: { description: 'New people at the top began anew.' },
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

export enum PracticeState {
  recorded = 'recorded',
  told = 'told',
  affirmed = 'affirmed',
  in_force = 'in_force',
  due = 'due',
  lapsed = 'lapsed',
}
registerEnumType(PracticeState, {
  name: 'PracticeState',
  description: 'How far a practice is vouched for today. It changes by signatures, approvals and the calendar.',
  valuesMap: {
    recorded: { description: 'From the toolkit of July 2011; nobody vouches for it today.' },
    told: { description: 'Told by somebody of the district; its seats have not signed it as it is.' },
    affirmed: { description: 'Every required seat has signed it within a year; no co-sponsor has approved it yet.' },
    in_force: { description: 'Every required seat has signed it within a year, and a co-sponsor has approved it.' },
    due: { description: 'Signed, but longer than a year ago: the district is asked to confirm it again.' },
    lapsed: { description: 'Done no more, or confirmed by nobody for two years. The record stays, with the reason.' },
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

export enum ThresholdBound {
  at_least = 'at_least',
  more_than = 'more_than',
  exactly = 'exactly',
  at_most = 'at_most',
  less_than = 'less_than',
}
registerEnumType(ThresholdBound, {
  name: 'ThresholdBound',
  description: 'What is asked of a figure.',
  valuesMap: {
    at_least: { description: 'Whoever keeps to the practice reaches this figure or more.' },
    more_than: { description: 'Whoever keeps to the practice is above this figure.' },
    exactly: { description: 'The practice names this very figure.' },
    at_most: { description: 'Whoever keeps to the practice stays at this figure or below.' },
    less_than: { description: 'Whoever keeps to the practice stays below this figure.' },
  },
});

@ObjectType({ description: 'A figure that a practice turns on, such as a vote of at least 80 percent.' })
export class PracticeThreshold {
  @Field(() => String, { description: 'What is counted, in the words that other districts use for it too: `Staff vote`.' })
  label: string;

  @Field(() => String, { description: 'One of =, >=, >, <=, <: how the figure bounds it.' })
  comparison: string;

  @Field(() => Number, { description: 'The figure itself, in `unit`.' })
  value: number;

  @Field(() => String, { description: 'What the figure counts in: %, days, hours, committees …' })
  unit: string;

  @Field(() => String, { nullable: true, description: 'What it is a figure of, where the label does not say it all; null otherwise.' })
  note?: string | null;

  @Field(() => Int, { nullable: true, description: 'In which line of the toolkit’s text it stands, in the record of 2011; null otherwise.' })
  line?: number | null;
}

@ObjectType({ description: 'Where the toolkit of July 2011 says a fact of a record.' })
export class PracticeFactLines {
  @Field(() => String, { description: 'Which of the fields of the practice: `names`, `funder`, `consultant`, `pilot`, `startYear`, `expandedYear` or `pathway`.' })
  fact: string;

  @Field(() => [Int], { description: 'The lines of the toolkit’s text, in the order of the names where there are several.' })
  lines: number[];
}

@ObjectType({ description: 'A kind of figure that practices have, for asking for it.' })
export class ThresholdLabel {
  @Field(() => String, { description: 'What is counted.' })
  label: string;

  @Field(() => String, { description: 'What it counts in.' })
  unit: string;

  @Field(() => Int, { description: 'In how many practices that you may read.' })
  count: number;
}

@ObjectType({ description: 'What came of a practice.' })
export class PracticeOutcome {
  @Field(() => String, { description: 'What changed, with its figure.' })
  text: string;

  @Field(() => String, { description: 'Who counted, or where it can be looked up.' })
  source: string;

  @Field(() => Int, { description: 'The year of which this is said.' })
  year: number;
}

const COMPARISONS: Threshold['comparison'][] = ['=', '>=', '>', '<=', '<'];

@InputType({ description: 'A figure that your practice turns on.' })
export class PracticeThresholdInput {
  @Line({ max: LIMITS.label, name: 'What is counted' })
  @Field(() => String, { description: 'What is counted; take the words that stand there already where they fit.' })
  label: string;

  @IsIn(COMPARISONS, { message: 'Choose how the figure bounds it.' })
  @Field(() => String, { description: 'How the figure bounds it: one of =, >=, >, <=, <.' })
  comparison: Threshold['comparison'];

  @IsNumber({ maxDecimalPlaces: 2 }, { message: 'Give the figure as a number, with two decimals at most.' })
  @Min(0, { message: 'A figure cannot be below 0.' }) @Max(1_000_000_000, { message: 'This figure is too large.' })
  @Field(() => Number, { description: 'The figure itself, such as 80.' })
  value: number;

  @Line({ min: 0, max: LIMITS.unit, name: 'The unit' })
  @Field(() => String, { description: 'What it counts in: %, days, hours.' })
  unit: string;

  @IsOptional() @Line({ min: 0, max: LIMITS.note, name: 'The note' })
  @Field(() => String, { nullable: true, description: 'What it is a figure of, in a few words.' })
  note?: string | null;
}

@InputType({ description: 'What came of your practice.' })
export class PracticeOutcomeInput {
  @Line({ max: LIMITS.outcome, name: 'What came of it' })
  @Field(() => String, { description: 'What changed, with its figure.' })
  text: string;

  @Line({ max: LIMITS.outcome, name: 'The source' })
  @Field(() => String, { description: 'Who counted, or where it can be looked up.' })
  source: string;

  @IsInt({ message: 'Give the year in four digits.' }) @Min(1900, { message: 'Give the year in four digits, 1900 or later.' }) @Max(2100, { message: 'Give the year in four digits.' })
  @Field(() => Int, { description: 'The year of which this is said.' })
  year: number;
}

@InputType({ description: 'Only practices with a figure like this one.' })
export class ThresholdFilter {
  @Line({ max: LIMITS.label, name: 'What is counted' })
  @Field(() => String, { description: 'What is counted, as in `thresholdLabels`; capitals do not matter.' })
  label: string;

  @IsIn(Object.values(ThresholdBound), { message: 'Choose what is asked of the figure.' })
  @Field(() => ThresholdBound, { description: 'What is asked of the figure.' })
  bound: `${ThresholdBound}`;

  @IsNumber({}, { message: 'Give the figure as a number.' })
  @Field(() => Number, { description: 'The figure itself, such as 80.' })
  value: number;

  @IsOptional() @Line({ min: 0, max: LIMITS.unit, name: 'The unit' })
  @Field(() => String, { nullable: true, description: 'What it counts in; any unit when left out.' })
  unit?: string | null;
}

export enum PracticeMomentKind {
  affirmed = 'affirmed',
  reaffirmed = 'reaffirmed',
  approved = 'approved',
  approval_withdrawn = 'approval_withdrawn',
  changed = 'changed',
  lapsed = 'lapsed',
}
registerEnumType(PracticeMomentKind, {
  name: 'PracticeMomentKind',
  description: 'What became of a record.',
  valuesMap: {
    affirmed: { description: 'Every required seat of the district has signed it.' },
    reaffirmed: { description: 'They have signed it again.' },
    approved: { description: 'A co-sponsor has approved it.' },
    approval_withdrawn: { description: 'A co-sponsor has taken its approval back.' },
    changed: { description: 'What had been signed was changed, so that it is to be signed anew.' },
    lapsed: { description: 'It holds no more; the reason is kept.' },
  },
});

@ObjectType({ description: 'Something that became of a record. Nothing of it is ever deleted.' })
export class PracticeMoment {
  @Field(() => ID, { description: 'Stays the same, for lists.' })
  id: string;

  @Field(() => PracticeMomentKind, { description: 'Which step of the record was taken.' })
  what: `${PracticeMomentKind}`;

  @Field(() => Date, { description: 'The instant at which that was so.' })
  at: Date;

  @Field(() => String, { nullable: true, description: 'Which organization did it; null for what the calendar did.' })
  organizationName: string | null;

  @Field(() => ID, { nullable: true, description: 'The joint act behind it, at `/acts/ID`; null when there is none, or it is not for you.' })
  actId: string | null;

  @Field(() => String, { nullable: true, description: 'Why, in words; null where none were given.' })
  reason: string | null;
}

@ObjectType({ description: 'A co-sponsor’s word that it has looked at a record and stands behind it.' })
export class PracticeApproval {
  @Field(() => ID, { description: 'The same as its `Organization.id`.' })
  organizationId: string;

  @Field(() => String, { description: 'Which co-sponsor.' })
  organizationName: string;

  @Field(() => String, { description: 'Its place in addresses.' })
  organizationSlug: string;

  @Field(() => Date, { description: 'When it approved.' })
  at: Date;

  @Field(() => Boolean, { description: 'Whether you speak for it, so that you may take it back.' })
  isMine: boolean;
}
