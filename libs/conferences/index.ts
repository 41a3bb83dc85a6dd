export { ConferenceChanged, ConferenceEnded, MaterialAdded } from './conferences.events.js';
export { conferencesFeature } from './conferences.feature.js';
export { canRun, sponsoringSeat } from './conferences.policy.js';
export { type ConferenceRow, PEOPLE_WHO_CAME, PEOPLE_WHO_STAYED_AWAY } from './conferences.queries.js';
export { Conferences, type ConferenceTimes } from './conferences.service.js';
export { ConferenceType } from './conferences.types.js';
export { ConferenceMaterials } from './materials.service.js';
export { conferencesOf } from './membership.js';
export { type ConferenceNote, ConferenceNotes } from './notes.service.js';
