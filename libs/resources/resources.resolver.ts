import { Args, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { fieldsAsked, type Page, PageArgs } from '@app/platform/graphql';
import { CurrentViewer, DONE, type Done, DoneResult, Public, type Viewer } from '@app/people';
import { Library, type LibraryFound, type OfferedAudience } from './library.service.js';
import { asksForLines, type ResourceLine, Shelf } from './shelf.queries.js';
import { DeleteResourceInput, EditResourceInput, LibraryFilter, MarkUsefulInput, PostResourceInput, UnmarkUsefulInput } from './resources.inputs.js';
import { type OwnerRow, ResourceReads, type ResourceView } from './resources.queries.js';
import { Resources } from './resources.service.js';
import { LibraryPage, ResourceAudience, ResourceResult, ResourceTeam, ResourceType } from './resources.types.js';

@Resolver()
export class ResourcesResolver {
  constructor(
    private readonly resources: Resources,
    private readonly reads: ResourceReads,
    private readonly library: Library,
    private readonly shelf: Shelf,
  ) {}

  @Public()
  @Query(() => ResourceType, { name: 'resource', nullable: true, description: 'One resource; null when it is not there or not yours to read.' })
  resourceById(@CurrentViewer() viewer: Viewer | null, @Args('id', { type: () => String, description: 'The last part of its path, `/library/ID`.' }) id: string): Promise<ResourceView | null> {
    return this.reads.find(viewer, id);
  }

  @Public()
  @Query(() => LibraryPage, { name: 'resources', description: 'The library as far as you may read it: searched, narrowed, a page at a time.' })
  found(
    @CurrentViewer() viewer: Viewer | null,
    @Args() page: PageArgs,
    @Info() info: GraphQLResolveInfo,
    @Args('filter', { type: () => LibraryFilter, nullable: true, description: 'What to look for; left out, the newest.' }) filter?: LibraryFilter,
  ): Promise<LibraryFound | Pick<Page<{ resource: ResourceLine }>, 'nodes' | 'pageInfo'>> {
    const { organizationId, ...narrowed } = filter ?? {};
    // What one organization shares is a shelf, and not looked for.
    if (organizationId && Object.values(narrowed).every((value) => value == null) && asksForLines(info)) return this.shelf.of(viewer, organizationId, page.first, page.after ?? null);
    return this.library.find(viewer, { ...filter, countFacets: fieldsAsked(info).has('facets') }, page);
  }

  @Query(() => [ResourceAudience], { description: 'Whom you may let read what you post, the usual choice first; empty when you hold no seat.' })
  resourceAudiences(@CurrentViewer() viewer: Viewer): Promise<OfferedAudience[]> {
    return this.library.audiences(viewer);
  }

  @Query(() => [ResourceTeam], { description: 'The organizations in whose name you may share; empty when you hold no seat that speaks.' })
  myVoices(@CurrentViewer() viewer: Viewer): Promise<OwnerRow[]> {
    return this.library.voices(viewer);
  }

  @Mutation(() => ResourceResult, { description: 'Shares a link, a file or a text in the name of your team.' })
  postResource(@CurrentViewer() viewer: Viewer, @Args('input') input: PostResourceInput): Promise<ResourceView> {
    return this.resources.post(viewer, input);
  }

  @Mutation(() => ResourceResult, { description: 'Changes a resource of your team; everything is given anew.' })
  editResource(@CurrentViewer() viewer: Viewer, @Args('input') input: EditResourceInput): Promise<ResourceView> {
    return this.resources.edit(viewer, input.resourceId, input);
  }

  @Mutation(() => DoneResult, { description: 'Takes a resource of your team away for good, with its file. What was said about it stays.' })
  async deleteResource(@CurrentViewer() viewer: Viewer, @Args('input') input: DeleteResourceInput): Promise<Done> {
    await this.resources.remove(viewer, input.resourceId);
    return DONE;
  }

  @Mutation(() => ResourceResult, { description: 'Says for your team that this is useful to it. Twice is once.' })
  markUseful(@CurrentViewer() viewer: Viewer, @Args('input') input: MarkUsefulInput): Promise<ResourceView> {
    return this.resources.setUseful(viewer, input.resourceId, true, input.organizationId);
  }

  @Mutation(() => ResourceResult, { description: 'Takes back that this is useful to your team.' })
  unmarkUseful(@CurrentViewer() viewer: Viewer, @Args('input') input: UnmarkUsefulInput): Promise<ResourceView> {
    return this.resources.setUseful(viewer, input.resourceId, false, input.organizationId);
  }
}
