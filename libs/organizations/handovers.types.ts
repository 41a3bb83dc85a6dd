import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Transform } from 'class-transformer';
import { IsBoolean, IsEmail, IsOptional, MaxLength } from 'class-validator';
import { Id, Line, Lines, LinkToken, LocalDate, MutationInput, resultOf } from '@app/platform/graphql';
import { Person } from '@app/people';
import { AnyOrganization } from './organizations.types.js';
import { HandoverStateName, HoldingEndName } from './succession.vocabulary.js';
import { SeatRoleName } from './vocabulary.types.js';

@ObjectType({ description: 'Somebody who sat in a seat before.' })
export class FormerHolder {
  @Field(() => ID, { description: 'One time of one person in one seat: whoever comes back has two.' })
  id: string;

  @Field(() => Person, { nullable: true, description: 'Who it was; null when their account is gone.' })
  person: Person | null;

  @Field(() => String, { nullable: true, description: 'Their own title, where it was not the usual one.' })
  title: string | null;

  @Field(() => Date, { description: 'When they took it.' })
  since: Date;

  @Field(() => Date, { description: 'When it fell vacant or passed on.' })
  until: Date;

  @Field(() => HoldingEndName, { description: 'Why they sit there no longer.' })
  ended: HoldingEndName;
}

@ObjectType('SeatHandover', { description: 'A seat on its way to a successor. Its holder keeps it until then.' })
export class PendingHandover {
  @Field(() => ID, { description: 'Name it to take it back.' })
  id: string;

  @Field(() => LocalDate, { nullable: true, description: 'From which day, Eastern time; null as soon as the successor accepts.' })
  day: string | null;

  @Field(() => String, { nullable: true, description: 'The successor’s address, for whoever named it; null for the others.' })
  email: string | null;

  @Field(() => String, { nullable: true, description: 'The successor’s name once they have accepted; until then null.' })
  successor: string | null;
}

@ObjectType({ description: 'How a leading seat is held, for its own team: the term, who sat there before, and what is open about it.' })
export class SeatRecord {
  @Field(() => ID, { description: 'The same as `Seat.id`.' })
  id: string;

  @Field(() => SeatRoleName, { description: 'Which of the leading places it is.' })
  role: SeatRoleName;

  @Field(() => String, { nullable: true, description: 'What it is called there, where that is not the usual word.' })
  title: string | null;

  @Field(() => Boolean, { description: 'The district has no such office and an equivalent one sits here; `title` then names it.' })
  equivalent: boolean;

  @Field(() => Person, { nullable: true, description: 'Who sits there now; null while it is vacant.' })
  holder: Person | null;

  @Field(() => Boolean, { description: 'Whether you sit there yourself.' })
  isMine: boolean;

  @Field(() => Date, { nullable: true, description: 'When its present holder took it.' })
  since: Date | null;

  @Field(() => LocalDate, { nullable: true, description: 'The last day of the term, as its holder has said; null without one.' })
  termEnds: string | null;

  @Field(() => Boolean, { description: 'Whether the holder has been asked if they still sit there, and has not answered.' })
  isAsked: boolean;

  @Field(() => Date, { nullable: true, description: 'Their last word, when they have left a question unanswered for a month; otherwise null.' })
  notConfirmedSince: Date | null;

  @Field(() => PendingHandover, { nullable: true, description: 'Who is to follow; null while nobody is named.' })
  handover: PendingHandover | null;

  @Field(() => ID, { nullable: true, description: 'The open question to those beside it, a `SeatCheck`; null when there is none.' })
  checkId: string | null;

  @Field(() => [FormerHolder], { description: 'Everybody who sat there before, the latest first.' })
  former: FormerHolder[];
}

@ObjectType({ description: 'A leading seat that you held once. What you wrote there you still read.' })
export class FormerSeat {
  @Field(() => ID, { description: 'The same as `FormerHolder.id` in that team’s history.' })
  id: string;

  @Field(() => String, { description: 'The district or other organization, by its everyday name.' })
  organizationName: string;

  @Field(() => SeatRoleName, { description: 'Which of the leading places it was.' })
  role: SeatRoleName;

  @Field(() => String, { nullable: true, description: 'Your title there, where it was not the usual one.' })
  title: string | null;

  @Field(() => Date, { description: 'When you took it.' })
  since: Date;

  @Field(() => Date, { description: 'Your last moment in it.' })
  until: Date;
}

@ObjectType({ description: 'A hand-over as the successor who follows its link sees it.' })
export class OpenedHandover {
  @Field(() => SeatRoleName, { description: 'The seat that is handed over.' })
  role: SeatRoleName;

  @Field(() => String, { nullable: true, description: 'What it is called there, where that is not the usual word.' })
  title: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'From which day, Eastern time; null as soon as you accept.' })
  day: string | null;

  @Field(() => String, { description: 'The address that it was sent to.' })
  email: string;

  @Field(() => String, { nullable: true, description: 'What your predecessor wrote to you; null when they wrote nothing.' })
  words: string | null;

  @Field(() => HandoverStateName, { description: 'Whether it can still be accepted.' })
  state: HandoverStateName;

  @Field(() => Date, { description: 'After this it can no longer be accepted.' })
  expiresAt: Date;

  @Field(() => AnyOrganization, { description: 'Whose seat it is.' })
  organization: AnyOrganization;

  @Field(() => Person, { nullable: true, description: 'Who hands it over; null when their account is gone.' })
  from: Person | null;

  @Field(() => Boolean, { description: 'The address belongs to an account already: sign in with it first, because a forwarded link must not open somebody’s account.' })
  needsSignIn: boolean;

  @Field(() => Boolean, { description: 'Nobody has an account with this address yet: accepting makes one, under the name you give.' })
  needsName: boolean;
}

@ObjectType({ description: 'One thing that goes on with a seat, and the page where it stands.' })
export class BriefItem {
  @Field(() => String, { description: 'What it is about.' })
  title: string;

  @Field(() => String, { description: 'The page to open, as a path of this web app.' })
  path: string;

  @Field(() => String, { nullable: true, description: 'With whom and since when, or what is wanted.' })
  note: string | null;
}

@ObjectType({ description: 'What goes on for the organization in one part of Accord.' })
export class BriefSection {
  @Field(() => String, { description: 'The part, such as "Open conversations".' })
  title: string;

  @Field(() => [BriefItem], { description: 'At most eight, the most pressing first.' })
  items: BriefItem[];
}

@ObjectType({ description: 'The brief of a leading seat: what whoever takes it over should know, made from what is going on now.' })
export class SeatBrief {
  @Field(() => SeatRoleName, { description: 'The seat that it is for.' })
  role: SeatRoleName;

  @Field(() => AnyOrganization, { description: 'For whom its holder speaks.' })
  organization: AnyOrganization;

  @Field(() => FormerHolder, { nullable: true, description: 'Who sat there right before; null for the first.' })
  predecessor: FormerHolder | null;

  @Field(() => String, { nullable: true, description: 'What the predecessor wrote to you when handing it over.' })
  words: string | null;

  @Field(() => [BriefSection], { description: 'Only the parts in which something goes on.' })
  sections: BriefSection[];
}

@ObjectType({ description: 'The seat is yours, or will be on its day. If the account is new, you are signed in by this answer.' })
export class HandoverAccepted {
  @Field(() => ID, { description: 'The seat, by which its brief is found.' })
  seatId: string;

  @Field(() => HandoverStateName, { description: '`done` when you sit there now, `accepted` when the day is yet to come.' })
  state: HandoverStateName;
}

const Email = (): PropertyDecorator => (target, property) => {
  Transform(({ value }) => (typeof value === 'string' ? value.trim().toLowerCase() : (value as unknown)))(target, property);
  IsEmail({}, { message: 'This does not look like an e-mail address. It needs the form name@example.org.' })(target, property as string);
  MaxLength(254, { message: 'An e-mail address has at most 254 characters.' })(target, property as string);
};

@InputType({ description: 'Hands a leading seat of your own to a successor.' })
export class HandOverSeatInput extends MutationInput {
  @Id('The seat')
  @Field(() => ID, { description: 'A leading seat that you hold.' })
  seatId: string;

  @Email()
  @Field(() => String, { description: 'The successor’s address; it need not be a work address.' })
  email: string;

  @IsOptional()
  @Field(() => LocalDate, { nullable: true, description: 'From which day, Eastern time; left out, as soon as they accept.' })
  day?: string | null;

  @IsOptional() @Line({ min: 0, max: 120, name: 'The title' })
  @Field(() => String, { nullable: true, description: 'Their title, where it is not the usual one.' })
  title?: string | null;

  @IsOptional() @Lines({ min: 0, max: 2000, name: 'Your words' })
  @Field(() => String, { nullable: true, description: 'What you want them to know; it stands above their brief.' })
  words?: string | null;
}

@InputType({ description: 'Takes a hand-over back while the seat is still yours.' })
export class WithdrawHandoverInput extends MutationInput {
  @Id('The hand-over')
  @Field(() => ID, { description: 'The one that stands beside your seat.' })
  handoverId: string;
}

@InputType({ description: 'Takes a seat that was handed to you, by pressing the button on its page.' })
export class AcceptHandoverInput extends MutationInput {
  @LinkToken()
  @Field(() => String, { description: 'The last part of the address in the mail.' })
  token: string;

  @IsOptional() @Line({ max: 120, name: 'Your name' })
  @Field(() => String, { nullable: true, description: 'The name you will write under; needed when you have no account yet.' })
  name?: string | null;
}

@InputType({ description: 'Says what your seat is called in your district and until when your term runs. What you send replaces what was there.' })
export class DescribeSeatInput extends MutationInput {
  @Id('The seat')
  @Field(() => ID, { description: 'A leading seat that you hold.' })
  seatId: string;

  @IsOptional() @Line({ min: 0, max: 120, name: 'The title' })
  @Field(() => String, { nullable: true, description: 'The district’s own word, such as Chief Executive Officer; left out, the usual one.' })
  title?: string | null;

  @IsBoolean({ message: 'Say whether it is an equivalent.' })
  @Field(() => Boolean, { description: 'The district has no such office and yours is the equivalent; `title` is then needed.' })
  equivalent: boolean;

  @IsOptional()
  @Field(() => LocalDate, { nullable: true, description: 'The last day of your term. The day after, the seat is vacant unless you change it; left out, it has no end.' })
  termEnds?: string | null;
}

export const HandoverResult = resultOf('HandoverResult', PendingHandover, 'The hand-over as it stands, or why nothing was done.');
export const AcceptHandoverResult = resultOf('AcceptHandoverResult', HandoverAccepted, 'The seat is yours, or why not.');
