export { ReportLink, type ReportLinkProps } from './ReportLink.js';
export { stewardSlot } from './slots.js';
