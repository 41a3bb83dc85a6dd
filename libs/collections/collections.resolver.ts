import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Page, PageArgs } from '@app/platform/graphql';
import { CurrentViewer, DONE, type Done, DoneResult, Public, type Viewer } from '@app/people';
import {
  AddToCollectionInput, CollectionsFilter, DeleteCollectionInput, EditCollectionInput, MoveCollectionItemInput, NoteCollectionItemInput, OpenCollectionInput, TakeOutOfCollectionInput,
} from './collections.inputs.js';
import { type CollectionLine, CollectionReads, type CollectionView } from './collections.queries.js';
import { Collections } from './collections.service.js';
import { CollectionConnection, CollectionResult, CollectionType, TakeHomePack } from './collections.types.js';
import { TakeHomes } from './take-home/take-homes.service.js';

@Resolver()
export class CollectionsResolver {
  constructor(
    private readonly collections: Collections,
    private readonly reads: CollectionReads,
    private readonly takeHomes: TakeHomes,
  ) {}

  @Public()
  @Query(() => CollectionType, { name: 'collection', nullable: true, description: 'One collection by the last part of its address; null when it is not there or not yours to read.' })
  collectionBySlug(@CurrentViewer() viewer: Viewer | null, @Args('slug', { type: () => String, description: 'The last part of its path, `/collections/SLUG`.' }) slug: string): Promise<CollectionView | null> {
    return this.reads.bySlug(viewer, slug);
  }

  @Public()
  @Query(() => CollectionConnection, { name: 'collections', description: 'Collections that you may read, the newest first.' })
  list(@CurrentViewer() viewer: Viewer | null, @Args() page: PageArgs, @Args('filter', { type: () => CollectionsFilter, nullable: true, description: 'What to narrow the list to.' }) filter?: CollectionsFilter): Promise<Page<CollectionLine>> {
    return this.collections.page(viewer, filter ?? {}, page);
  }

  @Public()
  @Query(() => CollectionType, { nullable: true, description: 'The collection of a conference; null while there is none that you may read.' })
  conferenceCollection(@CurrentViewer() viewer: Viewer | null, @Args('conferenceId', { type: () => ID, description: 'Its id, not the last part of its address.' }) conferenceId: string): Promise<CollectionView | null> {
    return this.reads.ofConference(viewer, conferenceId);
  }

  @Public()
  @Query(() => [TakeHomePack], { description: 'The packs that your teams take home from a conference they came to.' })
  takeHomePacks(@CurrentViewer() viewer: Viewer | null, @Args('conferenceId', { type: () => ID, description: 'Its id, not the last part of its address.' }) conferenceId: string): Promise<TakeHomePack[]> {
    return this.takeHomes.offered(viewer, conferenceId);
  }

  @Mutation(() => CollectionResult, { description: 'Begins a collection in the name of your organization or of a conference.' })
  openCollection(@CurrentViewer() viewer: Viewer, @Args('input') input: OpenCollectionInput): Promise<CollectionView> {
    return this.collections.open(viewer, input);
  }

  @Mutation(() => CollectionResult, { description: 'Changes the words or readers of a collection.' })
  editCollection(@CurrentViewer() viewer: Viewer, @Args('input') input: EditCollectionInput): Promise<CollectionView> {
    return this.collections.edit(viewer, input.collectionId, input);
  }

  @Mutation(() => DoneResult, { description: 'Takes a collection away for good; what stands in it stays in the library.' })
  async deleteCollection(@CurrentViewer() viewer: Viewer, @Args('input') input: DeleteCollectionInput): Promise<Done> {
    await this.collections.remove(viewer, input.collectionId);
    return DONE;
  }

  @Mutation(() => CollectionResult, { description: 'Puts a resource into a collection.' })
  addToCollection(@CurrentViewer() viewer: Viewer, @Args('input') input: AddToCollectionInput): Promise<CollectionView> {
    return this.collections.add(viewer, input.collectionId, input.resourceId, input.note ?? '');
  }

  @Mutation(() => CollectionResult, { description: 'Says why a resource stands in a collection.' })
  noteCollectionItem(@CurrentViewer() viewer: Viewer, @Args('input') input: NoteCollectionItemInput): Promise<CollectionView> {
    return this.collections.note(viewer, input.itemId, input.note);
  }

  @Mutation(() => CollectionResult, { description: 'Gives an item of a collection another place.' })
  moveCollectionItem(@CurrentViewer() viewer: Viewer, @Args('input') input: MoveCollectionItemInput): Promise<CollectionView> {
    return this.collections.move(viewer, input.itemId, input.beforeId ?? null);
  }

  @Mutation(() => CollectionResult, { description: 'Takes a resource out of a collection.' })
  takeOutOfCollection(@CurrentViewer() viewer: Viewer, @Args('input') input: TakeOutOfCollectionInput): Promise<CollectionView> {
    return this.collections.takeOut(viewer, input.itemId);
  }
}
