export { Alike } from './Alike.js';
export { type FacetGroup, FacetList } from './FacetList.js';
export { type Part, Parts, textOf } from './Parts.js';
export { SearchBox, type SearchBoxProps } from './SearchBox.js';
export { type Filters, principleIn, stateIn, useFilters, wordIn } from './useFilters.js';
