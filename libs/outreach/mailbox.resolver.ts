import { Args, Query, Resolver } from '@nestjs/graphql';
import { type Page, PageArgs } from '@app/platform/graphql';
import { Public } from '@app/people';
import { DemoMailbox } from './demo-mailbox.service.js';
import { MailboxLetterType, MailboxMessage, MailboxMessageConnection, MailboxOwner } from './mailbox.types.js';

/** The demo's mail, which anybody may read because the demo has no secrets; empty everywhere else. */
@Public()
@Resolver()
export class MailboxResolver {
  constructor(private readonly mailbox: DemoMailbox) {}

  @Query(() => MailboxMessageConnection, { name: 'mailbox', description: 'The demo’s mail, the newest first: to one address, or all of it. Empty in a real installation.' })
  list(@Args() page: PageArgs, @Args('address', { type: () => String, nullable: true, description: 'Only mail to this address.' }) address: string | null): Promise<Page<MailboxMessage>> {
    return this.mailbox.page(address, page);
  }

  @Query(() => MailboxLetterType, { nullable: true, description: 'One mail of the demo; null in a real installation.' })
  mailboxMessage(@Args('id', { type: () => String, description: 'The last part of its path, `/mailbox/ID`.' }) id: string): Promise<MailboxLetterType | null> {
    return this.mailbox.find(id);
  }

  @Query(() => [MailboxOwner], { description: 'Who got mail in the demo, whoever got some last first. Empty in a real installation.' })
  mailboxOwners(): Promise<MailboxOwner[]> {
    return this.mailbox.owners();
  }
}
