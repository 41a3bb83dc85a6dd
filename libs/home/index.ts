export { homeFeature } from './home.feature.js';
