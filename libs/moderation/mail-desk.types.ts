import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

export enum MailStateName {
  queued = 'queued',
  sending = 'sending',
  sent = 'sent',
  uncertain = 'uncertain',
  failed = 'failed',
  suppressed = 'suppressed',
  held = 'held',
}
registerEnumType(MailStateName, {
  name: 'MailState',
  description: 'What became of a mail.',
  valuesMap: {
    queued: { description: 'It waits for its time or its turn.' },
    sending: { description: 'It is being handed to the mail server.' },
    sent: { description: 'The mail server has taken it.' },
    uncertain: { description: 'The mail server went away while it was handed over; it is not sent twice.' },
    failed: { description: 'The mail server refused it for good.' },
    suppressed: { description: 'Its reader had stopped such mail, the address bounced, or there was nothing left to say.' },
    held: { description: 'It is kept back: this installation sends only to addresses that are let through.' },
  },
});

@ObjectType({ description: 'How many mails are in one state.' })
export class MailCount {
  @Field(() => MailStateName, { description: 'The state that is counted.' })
  state: MailStateName | `${MailStateName}`;

  @Field(() => Int, { description: 'Mails of the last 30 days.' })
  count: number;
}

@ObjectType({ description: 'What became of one mail to one address. Never what it said.' })
export class MailFate {
  @Field(() => ID, { description: 'Of the mail, for whoever runs the mail server.' })
  id: string;

  @Field(() => String, { description: 'What it was about, such as `digests.ladder`.' })
  kind: string;

  @Field(() => String, { description: 'Where it went.' })
  address: string;

  @Field(() => MailStateName, { description: 'What became of it.' })
  state: MailStateName | `${MailStateName}`;

  @Field(() => String, { nullable: true, description: 'The last answer of the mail server, or why it was suppressed.' })
  error: string | null;

  @Field(() => Int, { description: 'How often delivery was tried.' })
  attempts: number;

  @Field(() => Date, { description: 'When something caused it.' })
  createdAt: Date;

  @Field(() => Date, { nullable: true, description: 'When the mail server took it.' })
  sentAt: Date | null;
}

@ObjectType({ description: 'Why an address is not written to.' })
export class MailStop {
  @Field(() => String, { description: 'The whole address, in lower case.' })
  address: string;

  @Field(() => String, { description: '`unsubscribed`, `bounced` or `complaint`.' })
  reason: string;

  @Field(() => String, { nullable: true, description: 'The kind of mail that is stopped: `notice`, `digest`, `message`; null for all.' })
  category: string | null;

  @Field(() => Date, { description: 'Since when.' })
  at: Date;
}

@ObjectType({ description: 'How the mail of the last 30 days fared, and what a steward should look at.' })
export class MailHealth {
  @Field(() => [MailCount], { description: 'One entry a state in which there are any.' })
  counts: MailCount[];

  @Field(() => [MailFate], { description: 'Mails nobody can say about whether they arrived; the latest first, at most 200.' })
  uncertain: MailFate[];

  @Field(() => [MailFate], { description: 'Mails that were given up in the last 30 days; the latest first, at most 200.' })
  failed: MailFate[];
}

@ObjectType({ description: 'Why somebody did or did not get something.' })
export class MailFates {
  @Field(() => [MailFate], { description: 'Mails to the address, the latest first, at most 200.' })
  mails: MailFate[];

  @Field(() => [MailStop], { description: 'Why the address is not written to, if it is not.' })
  stops: MailStop[];
}
