export { searchFeature } from './search.feature.js';
// The point stands in the platform, so that features listed before search can be found too.
export { feed, type SearchDraft, type SearchSource, searchSources } from '@app/platform/search';
