export { STATE_NAMES } from './states.js';
export { LEADING_ROLES, OTHER_PLACES, placeLabel, placeNote, READING_ROLES, SEAT_TEMPLATES, type SeatRole, type SeatTemplate, type Side, sideOf, type TemplateKind } from './templates.js';
