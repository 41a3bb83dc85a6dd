import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '@app/people';
import { pathOfSearch, type SavedSearch, SavedSearches } from './saved-searches.service.js';
import { ChangeSavedSearchInput, RemoveSavedSearchInput, SavedSearchType, SaveSearchInput, SaveSearchResult } from './saved-searches.types.js';
import { filterFrom } from './search.types.js';

const inView = (saved: SavedSearch): SavedSearchType => ({ ...saved, path: pathOfSearch(saved.filter) });

@Resolver()
export class SavedSearchesResolver {
  constructor(private readonly saved: SavedSearches) {}

  @Query(() => [SavedSearchType], { description: 'The searches that you keep, the latest first; at most thirty.' })
  async mySavedSearches(@CurrentViewer() viewer: Viewer): Promise<SavedSearchType[]> {
    return (await this.saved.mine(viewer)).map(inView);
  }

  @Mutation(() => SaveSearchResult, { description: 'Keeps a search, and tells you of what is new for it from now on.' })
  async saveSearch(@CurrentViewer() viewer: Viewer, @Args('input') { name, filter, often }: SaveSearchInput): Promise<SavedSearchType> {
    return inView(await this.saved.save(viewer, name, filterFrom(filter), often));
  }

  @Mutation(() => SaveSearchResult, { description: 'Changes what a search of yours is called or how often you are told.' })
  async changeSavedSearch(@CurrentViewer() viewer: Viewer, @Args('input') { id, name, often }: ChangeSavedSearchInput): Promise<SavedSearchType> {
    return inView(await this.saved.change(viewer, id, name ?? null, often ?? null));
  }

  @Mutation(() => SaveSearchResult, { description: 'Takes a search of yours away, and answers it as it was.' })
  async removeSavedSearch(@CurrentViewer() viewer: Viewer, @Args('input') { id }: RemoveSavedSearchInput): Promise<SavedSearchType> {
    return inView(await this.saved.remove(viewer, id));
  }
}
