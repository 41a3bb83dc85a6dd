export { ReportDecided, ThingReported } from './moderation.events.js';
export { moderationFeature } from './moderation.feature.js';
export { type Complaint, Moderation, type ToldReport } from './moderation.service.js';
export { reportPath } from './report-path.js';
export { type Reportable, reportables, type Reported } from './reportable.js';
export { REPORT_REASONS, type ReportReason } from './report.entity.js';
