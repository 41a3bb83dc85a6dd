export { practicesFeature } from './practices.feature.js';
