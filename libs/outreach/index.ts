export { Followup } from './followup.service.js';
export { Ladders } from './ladder.service.js';
export { LadderChanged, StepSent } from './outreach.events.js';
export { outreachFeature } from './outreach.feature.js';
