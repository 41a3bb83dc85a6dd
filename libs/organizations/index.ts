export { SEATS_BY_WEEK } from './growth.queries.js';
export { isSigningSeat, needVoice, type SeatHeld, seatsOf, speakingSeat } from './membership.js';
export { type Affiliation, type Locale, Organization, type OrganizationKind } from './organization.entity.js';
export { OrganizationChanged, SeatTaken } from './organizations.events.js';
export { organizationsFeature } from './organizations.feature.js';
export { organizationById, seatsByOrganization } from './organizations.loaders.js';
export { Organizations } from './organizations.service.js';
export { District, SeatRoleName } from './organizations.types.js';
export { DISTRICT_SEATS, Seat, type SeatRole } from './seat.entity.js';
