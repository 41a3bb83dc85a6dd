import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsOptional } from 'class-validator';
import { connectionOf, Id, Line, Lines, MutationInput, resultOf } from '@app/platform/graphql';
import { STATE_NAMES } from './contract/states.js';
import { AnyOrganization, SponsorOrganization } from './organizations.types.js';
import { OrganizationKindName, SponsorLevel } from './vocabulary.types.js';

export const AffiliateSource = { named: 'named', rule: 'rule' } as const;
export type AffiliateSource = keyof typeof AffiliateSource;
registerEnumType(AffiliateSource, {
  name: 'AffiliateSource',
  description: 'Why an organization counts as a sponsor’s affiliate.',
  valuesMap: { named: { description: 'The sponsor names it.' }, rule: { description: 'The sponsor’s rule finds it by what it declares or where it is.' } },
});

export const RuledAffiliation = { nea: 'nea', aft: 'aft' } as const;
export type RuledAffiliation = keyof typeof RuledAffiliation;
registerEnumType(RuledAffiliation, {
  name: 'RuledAffiliation',
  description: 'The national affiliation that a rule asks for; a district that declares both counts for either.',
  valuesMap: { nea: { description: 'Districts that declare the National Education Association.' }, aft: { description: 'Districts that declare the American Federation of Teachers.' } },
});

@ObjectType({ description: 'An organization that a sponsor counts as its own.' })
export class Affiliate {
  @Field(() => AnyOrganization, { description: 'The district or other organization.' })
  organization: AnyOrganization;

  @Field(() => AffiliateSource, { description: 'Why it counts.' })
  source: AffiliateSource;

  @Field(() => Date, { description: 'When it was named, or since when the rule holds.' })
  since: Date;
}

@ObjectType({ description: 'A page of a sponsor’s affiliates, by name.' })
export class AffiliateConnection extends connectionOf(Affiliate, 'affiliates') {}

@ObjectType({ description: 'The rule by which districts count as a sponsor’s affiliates: both conditions together, where both are set.' })
export class AffiliateRule {
  @Field(() => RuledAffiliation, { nullable: true, description: 'What the district must declare; null for anything.' })
  affiliation: RuledAffiliation | null;

  @Field(() => String, { nullable: true, description: 'The state in which it must be, as two letters; null for any.' })
  state: string | null;

  @Field(() => Date, { description: 'Since when the rule holds.' })
  since: Date;
}

@ObjectType({ description: 'The sponsor whose affiliates were changed.' })
export class AffiliatesChanged {
  @Field(() => SponsorOrganization, { description: 'With its affiliates as they are now.' })
  sponsor: SponsorOrganization;
}

@ObjectType({ description: 'An organization that a steward has added.' })
export class OrganizationAdded {
  @Field(() => AnyOrganization, { description: 'With its vacant seats, to which people can now be invited.' })
  organization: AnyOrganization;
}

@InputType({ description: 'Names organizations as affiliates of a sponsor for which you speak.' })
export class NameAffiliatesInput extends MutationInput {
  @Id('The sponsor')
  @Field(() => ID, { description: 'A co-sponsor for which you speak.' })
  sponsorId: string;

  @IsArray() @ArrayMinSize(1, { message: 'Choose at least one.' }) @ArrayMaxSize(100, { message: 'At most 100 at once.' })
  @Field(() => [ID], { description: 'Districts or other organizations, at most 100 at once.' })
  organizationIds: string[];
}

@InputType({ description: 'Takes an affiliate off that was named.' })
export class TakeOffAffiliateInput extends MutationInput {
  @Id('The sponsor')
  @Field(() => ID, { description: 'A co-sponsor for which you speak.' })
  sponsorId: string;

  @Id('The organization')
  @Field(() => ID, { description: 'One that it names.' })
  organizationId: string;
}

@InputType({ description: 'Sets the rule by which districts are affiliates of a sponsor; without both conditions the rule ends.' })
export class SetAffiliateRuleInput extends MutationInput {
  @Id('The sponsor')
  @Field(() => ID, { description: 'A co-sponsor for which you speak.' })
  sponsorId: string;

  @IsOptional() @IsIn(Object.keys(RuledAffiliation), { message: 'Choose NEA or AFT.' })
  @Field(() => RuledAffiliation, { nullable: true, description: 'What the district must declare; null for anything.' })
  affiliation?: RuledAffiliation | null;

  @IsOptional() @IsIn(Object.keys(STATE_NAMES), { message: 'Choose the state or territory.' })
  @Field(() => String, { nullable: true, description: 'The state in which it must be, as two letters; null for any.' })
  state?: string | null;
}

@InputType({ description: 'Adds an organization that is not a district. Districts come from the federal list.' })
export class AddOrganizationInput extends MutationInput {
  @IsIn(Object.keys(OrganizationKindName).filter((kind) => kind !== 'district'), { message: 'Choose what sort of organization it is; districts come from the federal list.' })
  @Field(() => OrganizationKindName, { description: 'Anything but a district; it decides which seats lead it.' })
  kind: OrganizationKindName;

  @Line({ max: 200, name: 'The name' })
  @Field(() => String, { description: 'What people call it; its address on Accord is made from it and never changes.' })
  name: string;

  @IsOptional() @Line({ max: 20, name: 'The abbreviation' })
  @Field(() => String, { nullable: true, description: 'The letters it is known by.' })
  abbreviation?: string | null;

  @IsOptional() @IsIn(Object.keys(SponsorLevel), { message: 'Choose how far its work reaches.' })
  @Field(() => SponsorLevel, { nullable: true, description: 'For co-sponsors, and needed then: how far its work reaches.' })
  level?: SponsorLevel | null;

  @IsOptional() @IsIn(Object.keys(STATE_NAMES), { message: 'Choose the state or territory.' })
  @Field(() => String, { nullable: true, description: 'Two letters; needed for a state team and a sponsor of one state.' })
  state?: string | null;

  @IsOptional() @Lines({ max: 1000, name: 'The description' })
  @Field(() => String, { nullable: true, description: 'A sentence or two on what it is.' })
  summary?: string | null;
}

export const AffiliatesResult = resultOf('AffiliatesResult', AffiliatesChanged, 'The sponsor as it is now, or why nothing was changed.');
export const AddOrganizationResult = resultOf('AddOrganizationResult', OrganizationAdded, 'The organization, or why it was not added.');
