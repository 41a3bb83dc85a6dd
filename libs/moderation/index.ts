export { moderationFeature } from './moderation.feature.js';
export { type Reportable, reportables, type Reported } from './reportable.js';
