import { Args, Query, Resolver } from '@nestjs/graphql';
import { hasControlCharacters, Invalid } from '@app/platform/graphql';
import { CurrentViewer, type Viewer } from '@app/people';
import { Growth } from './growth.queries.js';
import { MailDesk } from './mail-desk.service.js';
import { MailFates, MailHealth } from './mail-desk.types.js';
import { WeekOfMembers } from './moderation.types.js';

@Resolver()
export class DeskResolver {
  constructor(
    private readonly mail: MailDesk,
    private readonly growth: Growth,
  ) {}

  @Query(() => MailHealth, { description: 'How the mail of the last 30 days fared. For stewards.' })
  mailHealth(@CurrentViewer() viewer: Viewer): Promise<MailHealth> {
    return this.mail.health(viewer);
  }

  @Query(() => MailFates, { description: 'Why did this address get or not get something? For stewards.' })
  mailFates(@CurrentViewer() viewer: Viewer, @Args('address', { type: () => String, description: 'The whole address; capitals do not matter.' }) address: string): Promise<MailFates> {
    if (address.length > 254 || hasControlCharacters(address)) throw new Invalid({ address: 'This does not look like an e-mail address.' });
    return this.mail.fates(viewer, address);
  }

  @Query(() => [WeekOfMembers], { description: 'Who came in each of the last eight weeks, the present one first. For stewards.' })
  membersByWeek(@CurrentViewer() viewer: Viewer): Promise<WeekOfMembers[]> {
    return this.growth.byWeek(viewer);
  }
}
