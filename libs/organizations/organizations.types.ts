import { Field, Float, ID, Int, InterfaceType, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '@app/platform/graphql';
import { Person } from '@app/people';
import { AffiliationName, AgencyKindName, GrantProgram, LaborWord, LocaleName, OrganizationKindName, SeatNeed, SeatRoleName, SponsorLevel } from './vocabulary.types.js';

@ObjectType('Seat', { description: 'A place in a team and who sits in it. A vacant one is shown too, because it waits for somebody.' })
export class TeamSeatType {
  @Field(() => ID, { nullable: true, description: 'Null for a seat that nobody has ever held.' })
  id: string | null;

  @Field(() => SeatRoleName, { description: 'Which place in the team it is.' })
  role: SeatRoleName;

  @Field(() => String, { nullable: true, description: 'The organization’s own title for it, such as Chief Executive Officer; null when it is the usual one.' })
  title: string | null;

  @Field(() => Person, { nullable: true, description: 'Who sits there; null while it is vacant.' })
  holder: Person | null;

  @Field(() => Date, { nullable: true, description: 'Since when they sit there; null while it is vacant.' })
  since: Date | null;

  @Field(() => Boolean, { description: 'Whether it signs for its organization, as a district’s three seats do.' })
  signs: boolean;

  @Field(() => SeatNeed, { nullable: true, description: 'How much it is missed while vacant; null for the places beside the leading seats. Of a state’s two union seats one is required.' })
  need: SeatNeed | null;

  @Field(() => SeatRoleName, { nullable: true, description: 'For a deputy: the leading seat for which they stand in.' })
  deputyFor: SeatRoleName | null;

  @Field(() => Date, { nullable: true, description: 'For a guest: when their access ends by itself.' })
  until: Date | null;
}

@ObjectType({ description: 'A federal grant that a district says it holds. Self-declared, not checked.' })
export class GrantHeld {
  @Field(() => GrantProgram, { description: 'One of the five whose holders were invited in 2011, or `other`, which `otherName` then names.' })
  program: GrantProgram;

  @Field(() => String, { nullable: true, description: 'Its name, where the programme is `other`.' })
  otherName: string | null;

  @Field(() => Int, { nullable: true, description: 'The year in which it was awarded; null when nobody has said.' })
  year: number | null;

  @Field(() => String, { nullable: true, description: 'Where that can be read, in the district’s words; null when nobody has said.' })
  source: string | null;
}

@ObjectType({ description: 'What you may do with this organization; the server decides again when you do it.' })
export class OrganizationCan {
  @Field(() => Boolean, { description: 'You may say that one of its vacant seats is yours.' })
  claimSeat: boolean;

  @Field(() => Boolean, { description: 'You speak for it, so you may edit what it says of itself.' })
  editProfile: boolean;

  @Field(() => Boolean, { description: 'You may confirm or decline those who claim its seats.' })
  vouch: boolean;

  @Field(() => Boolean, { description: 'You may invite somebody into its team.' })
  invite: boolean;
}

@InterfaceType('Organization', {
  description: 'Who is a member of Accord: a district, a co-sponsor, a foundation or a state team. People sit in its seats and speak for it.',
  resolveType: (value: { kind?: string }) => (value.kind === 'district' ? 'District' : 'SponsorOrganization'),
})
export abstract class AnyOrganization {
  @Field(() => ID, { description: 'Stays the same through renamings and mergers.' })
  id: string;

  @Field(() => OrganizationKindName, { description: 'What sort of organization it is.' })
  kind: OrganizationKindName;

  @Field(() => String, { description: 'Its place in addresses, such as `helena`; it never changes.' })
  slug: string;

  @Field(() => String, { description: 'The everyday name. Not unique: many districts share one.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'The letters it is known by; null when it has none.' })
  abbreviation: string | null;

  @Field(() => String, { description: 'Its page, as a path of this web app.' })
  path: string;

  @Field(() => String, { nullable: true, description: 'What it says of itself; null until somebody who sits there has written it.' })
  summary: string | null;

  @Field(() => String, { nullable: true, description: 'Its address on the web; null when unknown. It may have moved since `websiteSource`.' })
  website: string | null;

  @Field(() => String, { nullable: true, description: 'Where the web address comes from, with its year.' })
  websiteSource: string | null;

  @Field(() => String, { nullable: true, description: 'What a reader should know about the facts shown here.' })
  note: string | null;

  @Field(() => Boolean, { description: 'Part of the demo: an invented organization with invented people.' })
  invented: boolean;

  @Field(() => Date, { nullable: true, description: 'When its first seat was taken; null while nobody from it is here.' })
  memberSince: Date | null;
}

@ObjectType({ implements: () => [AnyOrganization], description: 'A district in Accord: an agency from the federal list, or one the field names. The team is the member, not its people.' })
export class District extends AnyOrganization {
  @Field(() => String, { nullable: true, description: 'The name on the federal list, where it differs from the everyday one.' })
  officialName: string | null;

  @Field(() => String, { nullable: true, description: 'Two letters for the state, DC or territory; null where the source has none.' })
  state: string | null;

  @Field(() => String, { nullable: true, description: 'Where its office is.' })
  city: string | null;

  @Field(() => String, { nullable: true, description: 'The postal code of the office, such as 59601; null where the source has none.' })
  zip: string | null;

  @Field(() => String, { nullable: true, description: 'Where city and ZIP come from, with the year.' })
  placeSource: string | null;

  @Field(() => String, { nullable: true, description: 'Where the office lies, in the words of its `localeSource`; null when unknown.' })
  county: string | null;

  @Field(() => LocaleName, { nullable: true, description: 'City, suburb, town or rural, as NCES classes the office’s place; null when unknown.' })
  locale: LocaleName | null;

  @Field(() => String, { nullable: true, description: 'Where locale, county and the place on the map come from, with the year.' })
  localeSource: string | null;

  @Field(() => String, { nullable: true, description: 'What kind of agency it is in the words of the federal list; null when it is not on it.' })
  agencyType: string | null;

  @Field(() => String, { nullable: true, description: 'Where the kind of agency comes from, with its year.' })
  agencySource: string | null;

  @Field(() => AgencyKindName, { nullable: true, description: 'The kind of agency as people speak of it.' })
  agencyKind: AgencyKindName | null;

  @Field(() => Int, { nullable: true, description: 'How many students; null when unknown. Always shown with `enrollmentSource`.' })
  enrollment: number | null;

  @Field(() => String, { nullable: true, description: 'Where the number of students comes from, with its school year.' })
  enrollmentSource: string | null;

  @Field(() => Int, { nullable: true, description: 'How many schools; null when unknown. Zero is real: some agencies run none.' })
  schools: number | null;

  @Field(() => String, { nullable: true, description: 'Where the number of schools comes from, with its school year.' })
  schoolsSource: string | null;

  @Field(() => String, { nullable: true, description: 'The lowest grade served, as NCES writes it: PK, KG, 01 … 12; null when unknown.' })
  gradeLow: string | null;

  @Field(() => String, { nullable: true, description: 'The highest grade served, written the same way.' })
  gradeHigh: string | null;

  @Field(() => String, { nullable: true, description: 'Where the grades come from, with their school year.' })
  gradeSource: string | null;

  @Field(() => Float, { nullable: true, description: 'The share of its children in poverty, in percent; null when unknown. What was counted stands in `povertySource`.' })
  povertyPercent: number | null;

  @Field(() => String, { nullable: true, description: 'Who counted poverty, among whom, and in which year.' })
  povertySource: string | null;

  @Field(() => String, { nullable: true, description: 'The office’s telephone; null when unknown.' })
  phone: string | null;

  @Field(() => String, { nullable: true, description: 'Where the telephone number comes from, with its year.' })
  phoneSource: string | null;

  @Field(() => Float, { nullable: true, description: 'North of the equator in degrees, of the office.' })
  latitude: number | null;

  @Field(() => Float, { nullable: true, description: 'East of Greenwich in degrees, of the office.' })
  longitude: number | null;

  @Field(() => AffiliationName, { nullable: true, description: 'National affiliation of the teachers’ organization, self-declared; null when nobody has said.' })
  affiliation: AffiliationName | null;

  @Field(() => String, { nullable: true, description: 'The organization’s name, where the affiliation is `other`.' })
  affiliationOther: string | null;

  @Field(() => LaborWord, { nullable: true, description: 'Union or association, as the district says it; null when nobody has said.' })
  laborWord: LaborWord | null;

  @Field(() => String, { nullable: true, description: 'The name of the local union or association; null when unknown.' })
  laborName: string | null;

  @Field(() => Boolean, { description: 'It presents at conferences as a model, and may be asked for mentoring once somebody from it is here.' })
  presenting: boolean;

  @Field(() => Date, { nullable: true, description: 'When one of its own seats last edited what it says of itself; null when none has.' })
  profileAt: Date | null;
}

@ObjectType({ implements: () => [AnyOrganization], description: 'An organization that is not a district: a co-sponsor, a foundation, a state team.' })
export class SponsorOrganization extends AnyOrganization {
  @Field(() => SponsorLevel, { nullable: true, description: 'How far its work reaches; null where nobody has said.' })
  level: SponsorLevel | null;

  @Field(() => String, { nullable: true, description: 'Two letters of its state: for a state team, and for a sponsor of one state.' })
  state: string | null;
}

@ObjectType({ description: 'A page of the directory of districts.' })
export class DistrictConnection extends connectionOf(District, 'districts') {}

@ObjectType({ description: 'A page of the organizations that are not districts.' })
export class OrganizationConnection extends connectionOf(SponsorOrganization, 'organizations') {}
