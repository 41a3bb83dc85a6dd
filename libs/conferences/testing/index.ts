export { aConference, anOrganization, aTeam, type Convening, type Team } from './builders.js';
