import { Args, Query, Resolver } from '@nestjs/graphql';
import { PageArgs } from '@app/platform/graphql';
import { CurrentViewer, type Viewer } from './viewer.js';
import { Writings } from './writings.service.js';
import { WritingConnection } from './writings.types.js';

@Resolver()
export class WritingsResolver {
  constructor(private readonly writings: Writings) {}

  @Query(() => WritingConnection, { description: 'All that you wrote here, the latest first, whatever seat you hold or held.' })
  myWriting(@CurrentViewer() viewer: Viewer, @Args() page: PageArgs): Promise<WritingConnection> {
    return this.writings.of(viewer, page) as unknown as Promise<WritingConnection>;
  }
}
