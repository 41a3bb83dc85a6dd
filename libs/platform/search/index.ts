export { feed, type SearchDraft, type SearchSource, searchSources } from './source.js';
export { leavesOut, shut, SHUT, turnOf } from './shut.js';
