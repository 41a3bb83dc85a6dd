export { CANDIDATES } from './ranking.js';
export { searchFeature } from './search.feature.js';
export { SearchIndex } from './search-index.service.js';
export type { Give } from './search.queries.js';
export { Search, type SearchFound, type SearchHit, type SearchWish } from './search.service.js';
export { ENDORSED, SearchFacets, TextPart } from './search.types.js';
// The point stands in the platform, so that features listed before search can be found too.
export { feed, type SearchDraft, type SearchSource, searchSources } from '@app/platform/search';
