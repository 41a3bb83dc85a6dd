import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '@app/platform/graphql';

@ObjectType({ description: 'One line of what a mail carries for mail programs rather than for its reader.' })
export class MailHeader {
  @Field(() => String, { description: 'Such as List-Unsubscribe.' })
  name: string;

  @Field(() => String, { description: 'Its value, as sent.' })
  value: string;
}

@ObjectType({ description: 'A mail that one of the demo’s invented people got. Exists in the demo only.' })
export class MailboxMessage {
  @Field(() => ID, { description: 'Its place on the mailbox page.' })
  id: string;

  @Field(() => String, { description: 'The one address it was written to, such as an invented superintendent’s.' })
  to: string;

  @Field(() => String, { description: 'What the reader sees of it before opening it.' })
  subject: string;

  @Field(() => Date, { description: 'When it came.' })
  at: Date;
}

@ObjectType('MailboxLetter', { description: 'A whole mail of the demo.' })
export class MailboxLetterType extends MailboxMessage {
  @Field(() => String, { description: 'A whole HTML document, to be shown in a sandboxed frame.' })
  html: string;

  @Field(() => String, { description: 'The same as plain text.' })
  text: string;

  @Field(() => [MailHeader], { description: 'What a mail program reads: how to unsubscribe with one click, among others.' })
  headers: MailHeader[];
}

@ObjectType({ description: 'Somebody of the demo who got mail.' })
export class MailboxOwner {
  @Field(() => String, { description: 'Pass it to `mailbox` to see only what came there.' })
  address: string;

  @Field(() => String, { nullable: true, description: 'The person; null for an address without an account.' })
  name: string | null;

  @Field(() => Int, { description: 'How many mails.' })
  count: number;
}

@ObjectType({ description: 'A page of the demo’s mail, the newest first.' })
export class MailboxMessageConnection extends connectionOf(MailboxMessage, 'mails') {}
