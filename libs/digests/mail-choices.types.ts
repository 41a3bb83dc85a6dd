import { Field, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsBoolean, IsEnum } from 'class-validator';
import { LinkToken, MutationInput, resultOf } from '@app/platform/graphql';

export enum MailKind {
  digest = 'digest',
  message = 'message',
  notice = 'notice',
  transactional = 'transactional',
}
registerEnumType(MailKind, {
  name: 'MailKind',
  description: 'What a mail is for, and so whether its reader can stop it.',
  valuesMap: {
    digest: { description: 'What is new for a district, as a conference’s follow-up plans it.' },
    message: { description: 'A letter from a co-sponsor’s named leader.' },
    notice: { description: 'Somebody answered you or waits for you.' },
    transactional: { description: 'What you asked for yourself, such as a sign-in code; it cannot be stopped.' },
  },
});

@ObjectType({ description: 'What the stop link of a mail is about.' })
export class MailSubscription {
  @Field(() => String, { description: 'The address, masked, because links get forwarded.' })
  address: string;

  @Field(() => MailKind, { description: 'The kind of mail that carried the link.' })
  category: `${MailKind}`;

  @Field(() => String, { nullable: true, description: 'The one thing that the link stops, in words; null where it stops mail of its kind.' })
  about: string | null;

  @Field(() => Boolean, { description: 'Whether what the link stops is stopped.' })
  stopped: boolean;
}

@ObjectType('MailChoice', { description: 'Whether you want one kind of mail.' })
export class MailChoiceType {
  @Field(() => MailKind, { description: 'What you choose about: notices, digests, or messages from co-sponsors. Sign-in codes are no choice.' })
  category: `${MailKind}`;

  @Field(() => Boolean, { description: 'Whether it is sent to you.' })
  wanted: boolean;
}

@ObjectType('MailChoices', { description: 'What mail you get, at the address you sign in with.' })
export class MailChoicesType {
  @Field(() => String, { description: 'Where it goes.' })
  address: string;

  @Field(() => Boolean, { description: 'True when mail to this address came back: nothing is sent there until a steward looks at it.' })
  unreachable: boolean;

  @Field(() => [MailChoiceType], { description: 'One entry a kind that can be stopped.' })
  choices: MailChoiceType[];
}

export const MailSubscriptionResult = resultOf('MailSubscriptionResult', MailSubscription, 'What the link has changed, or why it changed nothing.');
export const MailChoicesResult = resultOf('MailChoicesResult', MailChoicesType, 'What mail you get from now on, or why nothing changed.');

@InputType({ description: 'Stops mail by the link of a mail, once its button was pressed. Works without signing in.' })
export class UnsubscribeInput extends MutationInput {
  @LinkToken()
  @Field(() => String, { description: 'The last part of the address in the mail.' })
  token: string;

  @IsBoolean({ message: 'Choose this kind of mail or all kinds.' })
  @Field(() => Boolean, { defaultValue: false, description: 'True stops all mail but what the reader asks for, such as sign-in codes.' })
  everything: boolean = false;
}

@InputType({ description: 'Takes an unsubscription back by the link of the same mail.' })
export class ResubscribeInput extends MutationInput {
  @LinkToken()
  @Field(() => String, { description: 'The last part of the address in the mail.' })
  token: string;
}

@InputType({ description: 'Chooses whether you get one kind of mail.' })
export class ChooseMailInput extends MutationInput {
  @IsEnum(MailKind, { message: 'Choose digests, messages or notices.' })
  @Field(() => MailKind, { description: 'The kind; what you ask for yourself cannot be stopped.' })
  category: MailKind;

  @IsBoolean({ message: 'Say yes or no.' })
  @Field(() => Boolean, { description: 'Whether you want it.' })
  wanted: boolean;
}
