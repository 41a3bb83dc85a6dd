import { Args, Info, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { argumentsOf, PageArgs } from '@app/platform/graphql';
import { CurrentViewer, Public, type Viewer } from '@app/people';
import { Search, type SearchFound, type SuggestedTitle } from './search.service.js';
import { SearchFilter, SearchResults, SuggestArgs, Suggestion } from './search.types.js';

@Resolver()
export class SearchResolver {
  constructor(private readonly search: Search) {}

  @Public()
  @Query(() => SearchResults, { name: 'search', description: 'Everything you may read that has these words, the best first; a misspelt word finds its title all the same.' })
  async find(
    @CurrentViewer() viewer: Viewer | null,
    @Args() page: PageArgs,
    @Info() info: GraphQLResolveInfo,
    @Args('filter', { type: () => SearchFilter, nullable: true, description: 'What to look for; left out, the newest of everything.' }) filter?: SearchFilter,
  ): Promise<SearchFound & { alsoTry: string | null }> {
    const counted = argumentsOf(info, 'facets') !== null;
    const found = await this.search.find(viewer, { ...filter, countKinds: counted, countFacets: counted }, page);
    return { ...found, alsoTry: argumentsOf(info, 'alsoTry') !== null ? await this.search.alsoTry(viewer, filter ?? {}, found) : null };
  }

  @Public()
  @Query(() => [Suggestion], { description: 'At most eight titles that fit what has been typed so far.' })
  suggest(@CurrentViewer() viewer: Viewer | null, @Args() { text }: SuggestArgs): Promise<SuggestedTitle[]> {
    return this.search.suggest(viewer, text);
  }
}
