export { feed, type SearchDraft, type SearchSource, searchSources } from './source.js';
