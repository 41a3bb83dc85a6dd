import { ArgsType, Field, Float, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsOptional, ValidateNested } from 'class-validator';
import { connectionOf, Id, MutationInput, resultOf } from '@app/platform/graphql';
import { Person } from '@app/people';
import { DirectoryArgs, District } from '@app/organizations';
import { LIKENESS_FEATURES, LIKENESS_LEVELS, type LikenessFeatureName, type LikenessLevelName, type LikenessLevels } from './contract/index.js';

export const LikenessFeature = { size: 'size', locale: 'locale', grades: 'grades', affiliation: 'affiliation', poverty: 'poverty', state: 'state', region: 'region', principles: 'principles', asked: 'asked' } as const;
registerEnumType(LikenessFeature, {
  name: 'LikenessFeature',
  description: 'What districts are compared by.',
  valuesMap: {
    size: { description: 'How many students, by the ratio.' },
    locale: { description: 'City, suburb, town or rural.' },
    grades: { description: 'Whether the lower grades, the upper ones or all are served.' },
    affiliation: { description: 'The national organization of its teachers, as declared.' },
    poverty: { description: 'The share of children in poverty, where a source says it.' },
    state: { description: 'The same state, DC or territory.' },
    region: { description: 'The part of the country, by the divisions and regions of the Census Bureau.' },
    principles: { description: 'The principles under which both have a practice on record.' },
    asked: { description: 'A principle that a team asks about; only where mentors are looked for.' },
  },
});

export const LikenessLevel = { not: 'not', some: 'some', lot: 'lot' } as const;
registerEnumType(LikenessLevel, {
  name: 'LikenessLevel',
  description: 'How much a feature matters to whoever looks.',
  valuesMap: { not: { description: 'It does not count.' }, some: { description: 'It counts as usual.' }, lot: { description: 'It counts twice.' } },
});

@ObjectType('LikenessPart', { description: 'What one feature gave, and why.' })
export class LikenessPartType {
  @Field(() => LikenessFeature, { description: 'What was compared.' })
  feature: LikenessFeatureName | 'asked';

  @Field(() => Float, { description: 'How many points it gave.' })
  points: number;

  @Field(() => Float, { description: 'How many points it could have given.' })
  of: number;

  @Field(() => String, { description: 'Why, as a part of a sentence: "about your size", "affiliation unknown".' })
  reason: string;

  @Field(() => Boolean, { description: 'Nothing is known to compare on one side or the other: it gave half, so that a gap in the record neither helps nor harms.' })
  unknown: boolean;
}

@ObjectType('Likeness', { description: 'How alike another district is to yours, with its whole reckoning.' })
export class LikenessType {
  @Field(() => Float, { description: 'From 0, unlike in everything that counts, to 1.' })
  score: number;

  @Field(() => [LikenessPartType], { description: 'One for each feature that counts; their points over what they could have given are the score.' })
  parts: LikenessPartType[];

  @Field(() => [String], { description: 'What is worth saying first, each a part of one sentence; what is unknown comes last.' })
  reasons: string[];
}

@ObjectType({ description: 'A district beside yours.' })
export class LikeDistrict {
  @Field(() => District, { description: 'Which one.' })
  district: District;

  @Field(() => LikenessType, { description: 'How alike it is, and why.' })
  likeness: LikenessType;
}

@ObjectType({ description: 'The district of yours that others are compared with.' })
export class ComparedDistrict {
  @Field(() => ID, { description: 'The same as of the district itself.' })
  id: string;

  @Field(() => String, { description: 'What it is called today.' })
  name: string;

  @Field(() => String, { description: 'Its place in addresses: `/districts/SLUG`.' })
  slug: string;
}

@ObjectType({ description: 'A page of the directory, the districts most like yours first.' })
export class LikeDistrictConnection extends connectionOf(LikeDistrict, 'districts') {
  @Field(() => ComparedDistrict, { nullable: true, description: 'With which district of yours they are compared; null when you speak for none, and then the list is empty.' })
  ours: ComparedDistrict | null;
}

@InputType({ description: 'How much one feature matters.' })
export class LikenessWeightInput {
  @IsIn(LIKENESS_FEATURES, { message: 'This cannot be weighed.' })
  @Field(() => LikenessFeature, { description: 'Any but `asked`, which counts wherever a principle is asked about.' })
  feature: LikenessFeatureName;

  @IsIn(LIKENESS_LEVELS, { message: 'It matters not, some or a lot.' })
  @Field(() => LikenessLevel, { description: 'Not at all, as usual, or twice.' })
  level: LikenessLevelName;
}

/** Rules of a list of weights: each feature at most once. */
export function LikenessWeights(): PropertyDecorator {
  const rules = [IsArray({ message: 'Give the weights as a list.' }), ArrayMaxSize(LIKENESS_FEATURES.length), ArrayUnique((weight: LikenessWeightInput) => weight.feature, { message: 'Each feature is weighed once.' }), ValidateNested({ each: true }), Type(() => LikenessWeightInput)];
  return (target, property) => rules.forEach((rule) => rule(target, property));
}

export function levelsFrom(weights: readonly LikenessWeightInput[] | null | undefined): LikenessLevels {
  return Object.fromEntries((weights ?? []).map(({ feature, level }) => [feature, level]));
}

@ArgsType()
export class DistrictsLikeOursArgs extends DirectoryArgs {
  @IsOptional() @LikenessWeights()
  @Field(() => [LikenessWeightInput], { nullable: true, description: 'What matters to you; what is left out counts as the stewards have set it for all.' })
  weights?: LikenessWeightInput[] | null;

  @IsOptional() @Id('The district')
  @Field(() => ID, { nullable: true, description: 'Which of your districts to compare with, when you hold seats in several.' })
  organizationId?: string | null;
}

@ObjectType({ description: 'How much one feature counts.' })
export class LikenessWeight {
  @Field(() => LikenessFeature, { description: 'What is compared.' })
  feature: LikenessFeatureName;

  @Field(() => LikenessLevel, { description: 'How much it matters.' })
  level: LikenessLevelName;

  @Field(() => Float, { description: 'How many points it can give when it matters some; twice as many when it matters a lot.' })
  points: number;
}

@ObjectType({ description: 'What you may do about what counts.' })
export class LikenessRights {
  @Field(() => Boolean, { description: 'You are a steward, so you may say it for everybody.' })
  setDefaults: boolean;
}

@ObjectType({ description: 'How much each feature counts, unless a reader says otherwise.' })
export class LikenessDefaults {
  @Field(() => [LikenessWeight], { description: 'One for each feature, in the order in which they are said.' })
  weights: LikenessWeight[];

  @Field(() => Person, { nullable: true, description: 'The steward who set it; null while nobody has, or when they have left Accord.' })
  setBy: Person | null;

  @Field(() => Date, { nullable: true, description: 'When it was set; null while everything counts as it came.' })
  setAt: Date | null;

  @Field(() => ComparedDistrict, { nullable: true, description: 'Your district that others are compared with; null when you speak for none.' })
  ours: ComparedDistrict | null;

  @Field(() => LikenessRights, { description: 'What you may do about it.' })
  viewerCan: LikenessRights;
}

@InputType({ description: 'What is to count for everybody.' })
export class SetLikenessDefaultsInput extends MutationInput {
  @LikenessWeights()
  @Field(() => [LikenessWeightInput], { description: 'What is left out counts as usual. At least one feature must matter.' })
  weights: LikenessWeightInput[];
}

export const SetLikenessDefaultsResult = resultOf('SetLikenessDefaultsResult', LikenessDefaults, 'What counts now, or why it could not be set.');
