export { type ConferencePartProps, conferenceLeadSlot, conferenceSlot } from './slots.js';
