import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Transform } from 'class-transformer';
import { IsEmail, IsIn, Matches, MaxLength } from 'class-validator';
import { Id, Line, LinkToken, MutationInput, resultOf } from '@app/platform/graphql';
import { FINDABLE_BY, type FindableBy } from './account.entity.js';

export const FindableByName = { as_seated: 'as_seated', members: 'members', team: 'team' } as const satisfies { [name in FindableBy]: name };
registerEnumType(FindableByName, {
  name: 'FindableBy',
  description: 'Who finds you by the search.',
  valuesMap: {
    as_seated: { description: 'Everybody where you lead a team, members where you are a deputy or on the staff.' },
    members: { description: 'Members at most.' },
    team: { description: 'Your own team alone.' },
  },
});

@ObjectType({ description: 'Somebody with an account. What they may do comes from the seats they hold.' })
export class Person {
  @Field(() => ID, { description: 'Stays the same when the address or the seat changes.' })
  id: string;

  @Field(() => String, { description: 'The name they write under, as they typed it.' })
  name: string;
}

@ObjectType({ description: 'What you, and nobody else, see of your own account.' })
export class Me extends Person {
  @Field(() => String, { description: 'Where your codes and digests go; a work address or your own.' })
  email: string;
}

@ObjectType('Session', { description: 'One browser in which you are signed in.' })
export class SessionType {
  @Field(() => ID, { description: 'Name it to end this session.' })
  id: string;

  @Field(() => String, { description: 'What the browser said it is when you signed in.' })
  browser: string;

  @Field(() => Date, { description: 'When you signed in here.' })
  createdAt: Date;

  @Field(() => Date, { description: 'When this browser last asked for something, to within five minutes.' })
  seenAt: Date;

  @Field(() => Boolean, { description: 'Whether it is the one you are using now.' })
  isCurrent: boolean;
}

@ObjectType({ description: 'What the web app needs to know before it draws anything: who is asking, and whether this is the demo.' })
export class CurrentSession {
  @Field(() => Boolean, { description: 'Whether this installation is the demo with its invented people.' })
  demo: boolean;

  @Field(() => Me, { nullable: true, description: 'You, or null for a visitor.' })
  person: Me | null;

  @Field(() => Boolean, { description: 'Whether you run this installation.' })
  isSteward: boolean;

  @Field(() => Boolean, { description: 'Whether you read what members read: you hold a seat, observe, or run the installation.' })
  isMember: boolean;
}

@ObjectType({ description: 'A mail is on its way to the address, whoever it belongs to.' })
export class CodeSent {
  @Field(() => ID, { description: 'Give it back together with the six digits of the mail.' })
  challengeId: string;

  @Field(() => String, { description: 'The address the mail goes to, as we understood it.' })
  sentTo: string;
}

@ObjectType({ description: 'You are signed in; the cookie came with this answer.' })
export class SignedIn {
  @Field(() => Me, { description: 'Who you are signed in as.' })
  person: Me;
}

@ObjectType({ description: 'It is done, and there is nothing more to tell.' })
export class Done {
  @Field(() => Boolean, { description: 'Always true; a problem would have come instead.' })
  done: boolean;
}
export const DONE: Done = { done: true };

/** An e-mail address, without blanks around it and in lower case. */
export const Email = (): PropertyDecorator => (target, property) => {
  Transform(({ value }) => (typeof value === 'string' ? value.trim().toLowerCase() : (value as unknown)))(target, property);
  IsEmail({}, { message: 'This does not look like an e-mail address. It needs the form name@example.org.' })(target, property as string);
  MaxLength(254, { message: 'An e-mail address has at most 254 characters.' })(target, property as string);
};

/** The six digits of a mail as they are typed: spaces and hyphens do not matter. */
export const DigitsOfCode = (): PropertyDecorator => (target, property) => {
  Transform(({ value }) => (typeof value === 'string' ? value.replace(/[\s-]/g, '') : (value as unknown)))(target, property);
  Matches(/^\d{6}$/, { message: 'The code has six digits.' })(target, property as string);
};

@InputType({ description: 'Asks for a sign-in mail.' })
export class RequestSignInCodeInput extends MutationInput {
  @Email()
  @Field(() => String, { description: 'Where to send the code. It need not be a work address.' })
  email: string;
}

@InputType({ description: 'The six digits of the mail, typed by a person.' })
export class SignInInput extends MutationInput {
  @Id('The challenge')
  @Field(() => ID, { description: 'The `challengeId` that came with `CodeSent`.' })
  challengeId: string;

  @DigitsOfCode()
  @Field(() => String, { description: 'Six digits; spaces do not matter.' })
  code: string;
}

@InputType({ description: 'The link of a mail, confirmed by pressing the button on its page.' })
export class SignInByLinkInput extends MutationInput {
  @LinkToken()
  @Field(() => String, { description: 'The last part of the address in the mail.' })
  token: string;
}

@InputType({ description: 'Makes an account for an address that asked how to join.' })
export class JoinByLinkInput extends SignInByLinkInput {
  @Line({ max: 120, name: 'Your name' })
  @Field(() => String, { description: 'The name you will write under.' })
  name: string;
}

@InputType({ description: 'Signs in as one of the demo’s invented people; exists in the demo only.' })
export class SignInAsCastInput extends MutationInput {
  @Id('The person')
  @Field(() => ID, { description: 'One of `cast`.' })
  personId: string;
}

@InputType({ description: 'Ends one of your own sessions.' })
export class EndSessionInput extends MutationInput {
  @Id('The session')
  @Field(() => ID, { description: 'The session to end, here or on another machine.' })
  sessionId: string;
}

@InputType({ description: 'Changes the name you write under.' })
export class RenameMeInput extends MutationInput {
  @Line({ max: 120, name: 'Your name' })
  @Field(() => String, { description: 'At most 120 characters.' })
  name: string;
}

@InputType({ description: 'Says who finds you by the search.' })
export class SetFindableByInput extends MutationInput {
  @IsIn(FINDABLE_BY, { message: 'Choose who may find you from the list.' })
  @Field(() => FindableByName, { description: 'It holds from this moment.' })
  findableBy: FindableBy;
}

@InputType({ description: 'Asks to move your account to another address; a code goes there first.' })
export class RequestAddressChangeInput extends RequestSignInCodeInput {}

@InputType({ description: 'Signs you out of this browser.' })
export class SignOutInput extends MutationInput {}

@InputType({ description: 'Confirms the new address with the code that was sent to it.' })
export class ConfirmAddressChangeInput extends SignInInput {}

export const RequestSignInCodeResult = resultOf('RequestSignInCodeResult', CodeSent, 'A mail is on its way, or why not.');
export const SignInResult = resultOf('SignInResult', SignedIn, 'You are signed in, or why not.');
export const MeResult = resultOf('MeResult', Me, 'Your account as it is now, or why it did not change.');
export const DoneResult = resultOf('DoneResult', Done, 'It is done, or why not.');
