import { Field, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer, type WaitingItem } from '@app/people';
import { Notifications } from './notifications.service.js';

@ObjectType({ description: 'Something that waits for you or your team, with the page where it can be dealt with.' })
export class Waiting {
  @Field(() => String, { description: 'Stays the same for as long as it waits.' })
  key: string;

  @Field(() => String, { description: 'What waits, in a sentence that begins with who.' })
  title: string;

  @Field(() => String, { description: 'Where to deal with it, as a path of this web app.' })
  path: string;

  @Field(() => Date, { description: 'Since when it waits.' })
  since: Date;

  @Field(() => Int, { description: '1 when somebody is stuck without you, 2 when it should be soon, 3 when it can wait.' })
  urgency: number;
}

@Resolver()
export class NotificationsResolver {
  constructor(private readonly notifications: Notifications) {}

  @Query(() => [Waiting], { description: 'What waits for you and your team, the most urgent first.' })
  waiting(@CurrentViewer() viewer: Viewer): Promise<WaitingItem[]> {
    return this.notifications.waitingFor(viewer);
  }
}
