import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Invalid } from '@app/platform/graphql';
import type { Subscription } from '@app/platform/mail';
import { CurrentViewer, Public, type Viewer } from '@app/people';
import { type MailChoices, MailChoicesOf, STOPPABLE } from './mail-choices.service.js';
import { ChooseMailInput, MailChoicesResult, MailChoicesType, MailSubscription, MailSubscriptionResult, ResubscribeInput, UnsubscribeInput } from './mail-choices.types.js';

@Resolver()
export class MailChoicesResolver {
  constructor(private readonly choices: MailChoicesOf) {}

  @Query(() => MailChoicesType, { description: 'What mail you get, and where it goes.' })
  myMail(@CurrentViewer() viewer: Viewer): Promise<MailChoices> {
    return this.choices.mine(viewer);
  }

  @Mutation(() => MailChoicesResult, { description: 'Starts or stops one kind of mail to you.' })
  chooseMail(@CurrentViewer() viewer: Viewer, @Args('input') input: ChooseMailInput): Promise<MailChoices> {
    const category = STOPPABLE.find((kind) => kind === input.category);
    if (!category) throw new Invalid({ category: 'Mail that you ask for yourself, such as a sign-in code, cannot be stopped.' });
    return this.choices.choose(viewer, category, input.wanted);
  }

  @Public()
  @Query(() => MailSubscription, { nullable: true, description: 'What the stop link of a mail is about; null when it is not ours. Reading changes nothing.' })
  mailSubscription(@Args('token', { type: () => String, description: 'The last part of the link in the foot of the mail, after `/unsubscribe/`.' }) token: string): Promise<Subscription | null> {
    return this.choices.byToken(token);
  }

  @Public()
  @Mutation(() => MailSubscriptionResult, { description: 'Stops mail of the kind that carried the link, or all kinds. Twice is once.' })
  unsubscribe(@Args('input') input: UnsubscribeInput): Promise<Subscription> {
    return this.choices.stopByToken(input.token, input.everything);
  }

  @Public()
  @Mutation(() => MailSubscriptionResult, { description: 'Takes an unsubscription back.' })
  resubscribe(@Args('input') input: ResubscribeInput): Promise<Subscription> {
    return this.choices.resumeByToken(input.token);
  }
}
