export { conferencesFeature } from './conferences.feature.js';
