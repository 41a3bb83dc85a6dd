export { statementsFeature } from './statements.feature.js';
export { Statements } from './statements.service.js';
