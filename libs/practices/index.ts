export { type Instrument, Practice, type PracticeStatus } from './practice.entity.js';
export { PracticeAffirmed, PracticeApproved, PracticeChanged, PracticeLapsed, PracticeShared, PracticeWithdrawn } from './practices.events.js';
export { practicesFeature } from './practices.feature.js';
export { practisedBy } from './practices.queries.js';
export { Practices, type PracticeWords } from './practices.service.js';
export { PracticeType } from './practices.types.js';
