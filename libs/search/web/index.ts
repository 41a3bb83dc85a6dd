export { Alike } from './Alike.js';
export { type FacetGroup, FacetList } from './FacetList.js';
export { type Part, Parts, textOf } from './Parts.js';
export { Superseded } from './Superseded.js';
export { SearchBox, type SearchBoxProps } from './SearchBox.js';
export { type Filters, principleIn, sideIn, stateIn, useFilters, wordIn } from './useFilters.js';
