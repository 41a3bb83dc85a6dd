import { job, schedule } from '@app/platform/jobs';
import { VisitorReports } from './visitor-reports.service.js';

/** What visitors did not confirm does not stay. */
export const forgetVisitorReports = job('moderation.forget-visitor-reports', (get) => get(VisitorReports).forgetOld());

export const moderationSchedules = [schedule(forgetVisitorReports, { every: 60 * 60 * 1000 })];
