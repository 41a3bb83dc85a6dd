export { feed, KEPT_OF_PARTS, type SearchDraft, type SearchPart, type SearchSource, searchSources } from './source.js';
export { leavesOut, shut, SHUT, turnOf } from './shut.js';
