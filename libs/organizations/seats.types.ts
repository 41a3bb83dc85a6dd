import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsEmail, IsIn, IsInt, IsOptional, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { connectionOf, Id, Line, Lines, LinkToken, LocalDate, MutationInput, resultOf } from '@app/platform/graphql';
import { Person } from '@app/people';
import { STATE_NAMES } from './contract/states.js';
import { AnyOrganization } from './organizations.types.js';
import { AffiliationName, ClaimStateName, GrantProgram, InvitationState, LaborWord, SeatRoleName, SponsorLevel } from './vocabulary.types.js';

@ObjectType('SeatClaim', { description: 'Somebody says that a vacant seat is theirs; one who knows the team confirms it or does not.' })
export class SeatClaimType {
  @Field(() => ID, { description: 'Name it to withdraw, confirm or decline it.' })
  id: string;

  @Field(() => SeatRoleName, { description: 'The seat that is claimed.' })
  role: SeatRoleName;

  @Field(() => String, { nullable: true, description: 'The claimant’s title, where it is not the usual one.' })
  title: string | null;

  @Field(() => String, { description: 'Who they say they are. Only they and those who decide read it.' })
  words: string;

  @Field(() => ClaimStateName, { description: 'Where it stands.' })
  state: ClaimStateName;

  @Field(() => String, { nullable: true, description: 'A word from whoever decided; null while it waits and when they left none.' })
  answer: string | null;

  @Field(() => Date, { description: 'When it was made.' })
  createdAt: Date;

  @Field(() => Date, { nullable: true, description: 'When it was decided or taken back; null while it waits.' })
  decidedAt: Date | null;

  @Field(() => AnyOrganization, { description: 'The organization whose seat it is.' })
  organization: AnyOrganization;

  @Field(() => Person, { description: 'Who claims the seat.' })
  claimant: Person;

  @Field(() => String, { description: 'The claimant’s address, by which those who decide can tell them. Nobody else reads it.' })
  claimantEmail: string;

  @Field(() => String, { description: 'What happens now, in words for the claimant.' })
  whatHappens: string;
}

@ObjectType({ description: 'A page of claims.' })
export class SeatClaimConnection extends connectionOf(SeatClaimType, 'claims') {}

@ObjectType('SeatInvitation', { description: 'A place in a team, kept for whoever reads mail at one address.' })
export class SeatInvitationType {
  @Field(() => ID, { description: 'Name it to take it back.' })
  id: string;

  @Field(() => SeatRoleName, { description: 'The place that is offered.' })
  role: SeatRoleName;

  @Field(() => SeatRoleName, { nullable: true, description: 'For a deputy: the leading seat for which they would stand in.' })
  deputyFor: SeatRoleName | null;

  @Field(() => Date, { nullable: true, description: 'For a guest: until when they would read.' })
  validUntil: Date | null;

  @Field(() => String, { nullable: true, description: 'The title that goes with it, where it is not the usual one.' })
  title: string | null;

  @Field(() => String, { description: 'The address it went to. Only whoever follows its link and those who may invite read it.' })
  email: string;

  @Field(() => InvitationState, { description: 'Whether it can still be accepted.' })
  state: InvitationState;

  @Field(() => Date, { description: 'When it was sent.' })
  createdAt: Date;

  @Field(() => Date, { description: 'After this it can no longer be accepted.' })
  expiresAt: Date;

  @Field(() => AnyOrganization, { description: 'Whose team it is.' })
  organization: AnyOrganization;

  @Field(() => Person, { nullable: true, description: 'Who sent it; null when their account is gone.' })
  invitedBy: Person | null;
}

@ObjectType({ description: 'An invitation as whoever follows its link sees it.' })
export class OpenedInvitation {
  @Field(() => SeatInvitationType, { description: 'What is offered, by whom, and whether it still can be accepted.' })
  invitation: SeatInvitationType;

  @Field(() => Boolean, { description: 'The address belongs to an account already: sign in with it first, because a forwarded link must not open somebody’s account.' })
  needsSignIn: boolean;

  @Field(() => Boolean, { description: 'Nobody has an account with this address yet: accepting makes one, under the name you give.' })
  needsName: boolean;
}

@ObjectType({ description: 'The profile is changed; everybody sees it at once.' })
export class OrganizationEdited {
  @Field(() => AnyOrganization, { description: 'The organization as it is now.' })
  organization: AnyOrganization;
}

@ObjectType({ description: 'The place is yours. If the account is new, you are signed in by this answer.' })
export class InvitationAccepted {
  @Field(() => AnyOrganization, { description: 'Whose team you are now part of.' })
  organization: AnyOrganization;

  @Field(() => SeatRoleName, { description: 'Your place in it.' })
  role: SeatRoleName;
}

export const Email = (): PropertyDecorator => (target, property) => {
  Transform(({ value }) => (typeof value === 'string' ? value.trim().toLowerCase() : (value as unknown)))(target, property);
  IsEmail({}, { message: 'This does not look like an e-mail address. It needs the form name@example.org.' })(target, property as string);
  MaxLength(254, { message: 'An e-mail address has at most 254 characters.' })(target, property as string);
};

@InputType({ description: 'Says that a vacant seat is yours.' })
export class ClaimSeatInput extends MutationInput {
  @Id('The organization')
  @Field(() => ID, { description: 'The district or other organization.' })
  organizationId: string;

  @IsIn(Object.keys(SeatRoleName), { message: 'Choose the seat.' })
  @Field(() => SeatRoleName, { description: 'One of the seats that lead it: every other place is given by invitation.' })
  role: SeatRoleName;

  @IsOptional() @Line({ max: 120, name: 'Your title' })
  @Field(() => String, { nullable: true, description: 'Your own title, where it is not the usual one.' })
  title?: string | null;

  @Lines({ max: 1000, name: 'Who you are' })
  @Field(() => String, { description: 'Two lines by which somebody who knows your team can tell that it is you.' })
  words: string;
}

@InputType({ description: 'Takes back a claim of your own.' })
export class WithdrawClaimInput extends MutationInput {
  @Id('The claim')
  @Field(() => ID, { description: 'One of `myClaims` that still waits.' })
  claimId: string;
}

@InputType({ description: 'Confirms that somebody is who they say, and seats them.' })
export class VouchForClaimInput extends MutationInput {
  @Id('The claim')
  @Field(() => ID, { description: 'One of `claimsToDecide`.' })
  claimId: string;
}

@InputType({ description: 'Says that a claim cannot be confirmed.' })
export class DeclineClaimInput extends MutationInput {
  @Id('The claim')
  @Field(() => ID, { description: 'One of `claimsToDecide`.' })
  claimId: string;

  @IsOptional() @Lines({ max: 1000, name: 'Your answer' })
  @Field(() => String, { nullable: true, description: 'A word to the claimant; it is mailed to them.' })
  answer?: string | null;
}

@InputType({ description: 'Gives up a place of your own.' })
export class LeaveSeatInput extends MutationInput {
  @Id('The seat')
  @Field(() => ID, { description: 'A seat that you hold.' })
  seatId: string;
}

@InputType({ description: 'Takes somebody off the team’s list who holds no leading seat.' })
export class RemoveFromTeamInput extends MutationInput {
  @Id('The place')
  @Field(() => ID, { description: 'A place of staff, observers or guests, or of the deputy of your own seat.' })
  seatId: string;
}

@InputType({ description: 'Offers somebody a place in a team, by mail.' })
export class InviteToSeatInput extends MutationInput {
  @Id('The organization')
  @Field(() => ID, { description: 'Whose team it is.' })
  organizationId: string;

  @IsIn(Object.keys(SeatRoleName), { message: 'Choose the place in the team.' })
  @Field(() => SeatRoleName, { description: 'Which place is offered; one of the leading seats only while it is vacant.' })
  role: SeatRoleName;

  @Email()
  @Field(() => String, { description: 'Where the invitation goes. It need not be a work address.' })
  email: string;

  @IsOptional() @Line({ max: 120, name: 'The title' })
  @Field(() => String, { nullable: true, description: 'Their title, where it is not the usual one.' })
  title?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'For a guest, and needed then: the last day on which they may read, to its midnight in the Eastern zone; a year ahead at most.' })
  until?: string | null;
}

@InputType({ description: 'Changes until when a guest may read.' })
export class KeepGuestInput extends MutationInput {
  @Id('The place')
  @Field(() => ID, { description: 'A guest’s place in a team that you lead.' })
  seatId: string;

  @Field(() => LocalDate, { description: 'The last day, to its midnight in the Eastern zone; a year ahead at most.' })
  until: string;
}

@InputType({ description: 'Takes back an invitation that nobody has accepted.' })
export class WithdrawInvitationInput extends MutationInput {
  @Id('The invitation')
  @Field(() => ID, { description: 'One of the team’s open invitations.' })
  invitationId: string;
}

@InputType({ description: 'Accepts an invitation, by pressing the button on its page.' })
export class AcceptInvitationInput extends MutationInput {
  @LinkToken()
  @Field(() => String, { description: 'The last part of the address in the mail.' })
  token: string;

  @IsOptional() @Line({ max: 120, name: 'Your name' })
  @Field(() => String, { nullable: true, description: 'The name you will write under; needed when you have no account yet.' })
  name?: string | null;
}

const YEAR = { message: 'The year has four digits, such as 2010; leave it out when you do not know it.' };

@InputType({ description: 'A grant that the district says it holds.' })
export class GrantInput {
  @IsIn(Object.keys(GrantProgram), { message: 'Choose the programme.' })
  @Field(() => GrantProgram, { description: 'One of the five, or `other` with its name in `otherName`.' })
  program: GrantProgram;

  @IsOptional() @Line({ max: 200, name: 'The name of the grant' })
  @Field(() => String, { nullable: true, description: 'Its name, where the programme is `other`.' })
  otherName?: string | null;

  @IsOptional() @IsInt(YEAR) @Min(1965, YEAR) @Max(2100, YEAR)
  @Field(() => Int, { nullable: true, description: 'The year in which it was awarded; null when you do not know.' })
  year?: number | null;

  @IsOptional() @Line({ max: 300, min: 0, name: 'Where it can be read' })
  @Field(() => String, { nullable: true, description: 'Where that can be read: a list of awards, a report, a web address.' })
  source?: string | null;
}

@InputType({ description: 'What an organization says of itself. What you send replaces what was there; null means unknown.' })
export class EditOrganizationInput extends MutationInput {
  @Id('The organization')
  @Field(() => ID, { description: 'One that you speak for.' })
  organizationId: string;

  @IsOptional() @Lines({ max: 1000, name: 'The description' })
  @Field(() => String, { nullable: true, description: 'A few sentences on who you are.' })
  summary?: string | null;

  @IsOptional() @Line({ max: 300, name: 'The web address' })
  @Field(() => String, { nullable: true, description: 'Begins with http:// or https://.' })
  website?: string | null;

  @IsOptional() @IsIn(Object.keys(SponsorLevel), { message: 'Choose how far your work reaches.' })
  @Field(() => SponsorLevel, { nullable: true, description: 'For co-sponsors: how far your work reaches; left out, it stays as it is.' })
  level?: SponsorLevel | null;

  @IsOptional() @IsIn(Object.keys(STATE_NAMES), { message: 'Choose the state or territory.' })
  @Field(() => String, { nullable: true, description: 'For a co-sponsor of one state: its two letters; left out, it stays as it is.' })
  state?: string | null;

  @IsOptional() @IsIn(Object.keys(AffiliationName), { message: 'Choose one of the affiliations.' })
  @Field(() => AffiliationName, { nullable: true, description: 'For districts: the national affiliation of your teachers’ organization.' })
  affiliation?: AffiliationName | null;

  @IsOptional() @Line({ max: 200, name: 'The affiliation' })
  @Field(() => String, { nullable: true, description: 'Needed where the affiliation is `other`.' })
  affiliationOther?: string | null;

  @IsOptional() @IsIn(Object.keys(LaborWord), { message: 'Choose union or association.' })
  @Field(() => LaborWord, { nullable: true, description: 'The word that your district uses.' })
  laborWord?: LaborWord | null;

  @IsOptional() @Line({ max: 200, name: 'The name of the union or association' })
  @Field(() => String, { nullable: true, description: 'The name of your local union or association.' })
  laborName?: string | null;

  @IsOptional() @IsArray() @ArrayMaxSize(20, { message: 'At most 20 grants can be named.' }) @ValidateNested({ each: true }) @Type(() => GrantInput)
  @Field(() => [GrantInput], { nullable: true, description: 'For districts: the grants you hold; null leaves them as they are.' })
  grants?: GrantInput[] | null;
}

export const ClaimResult = resultOf('ClaimResult', SeatClaimType, 'The claim as it stands now, or why nothing was done.');
export const InvitationResult = resultOf('InvitationResult', SeatInvitationType, 'The invitation as it stands now, or why nothing was done.');
export const AcceptInvitationResult = resultOf('AcceptInvitationResult', InvitationAccepted, 'The place is yours, or why not.');
export const EditOrganizationResult = resultOf('EditOrganizationResult', OrganizationEdited, 'What it says of itself now, or why it was not changed.');
