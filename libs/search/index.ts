export { searchFeature } from './search.feature.js';
export { feed, type SearchDraft, type SearchSource, searchSources } from './source.js';
