export { frameworkFeature } from './framework.feature.js';
