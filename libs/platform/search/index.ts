export { feed, KEPT_OF_PARTS, type SearchDraft, type SearchPart, type SearchSource, searchSources } from './source.js';
