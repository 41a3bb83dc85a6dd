export { outreachFeature } from './outreach.feature.js';
