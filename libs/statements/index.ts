export { statementsFeature } from './statements.feature.js';
