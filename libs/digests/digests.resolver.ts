import { Args, Query, Resolver } from '@nestjs/graphql';
import { type Page, PageArgs } from '@app/platform/graphql';
import { CurrentViewer, type Viewer } from '@app/people';
import { Digest, DigestConnection } from './digest.types.js';
import { type DigestRow, Digests } from './digests.service.js';

@Resolver(() => Digest)
export class DigestsResolver {
  constructor(private readonly digests: Digests) {}

  @Query(() => DigestConnection, { description: 'The digests of the districts in which you sit, the latest first.' })
  myDigests(@CurrentViewer() viewer: Viewer, @Args() page: PageArgs): Promise<Page<DigestRow>> {
    return this.digests.page(viewer, page);
  }

  @Query(() => Digest, { nullable: true, description: 'One digest of a district in which you sit; null for any other.' })
  digest(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => String, description: 'As the mail’s link has it after `/digests/`.' }) id: string): Promise<DigestRow | null> {
    return this.digests.find(viewer, id);
  }
}
