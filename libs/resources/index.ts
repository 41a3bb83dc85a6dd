export { resourcesFeature } from './resources.feature.js';
