export { Reckoning } from './Reckoning.js';
export { sentence } from './sentence.js';
export { useWeights, type Weights } from './useWeights.js';
export { WhatMatters } from './WhatMatters.js';
