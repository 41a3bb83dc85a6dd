import { liveRules } from '@app/platform/events';
import type { Feature } from '@app/platform/feature';
import { httpRoutes } from '@app/platform/http';
import { jobs, schedules } from '@app/platform/jobs';
import { mailTemplates } from '@app/platform/mail';
import { rooms } from '@app/platform/realtime';
import { waitingSources } from '@app/people';
import { Decision } from './decision.entity.js';
import { DeskResolver } from './desk.resolver.js';
import { Growth } from './growth.queries.js';
import { MailDesk } from './mail-desk.service.js';
import { CreateModeration1700000005500 } from './migrations/1700000005500-create-moderation.js';
import { LetVisitorsReport1700000036250 } from './migrations/1700000036250-let-visitors-report.js';
import { forgetVisitorReports, moderationSchedules } from './moderation.jobs.js';
import { moderationMails } from './moderation.mail.js';
import { ModerationNotices, waitingReports } from './moderation.notifications.js';
import { ModerationReads } from './moderation.queries.js';
import { deskRoom, liveDecided, liveReported } from './moderation.realtime.js';
import { ModerationResolver } from './moderation.resolver.js';
import { Moderation } from './moderation.service.js';
import { Report } from './report.entity.js';
import { VisitorReport } from './visitor-report.entity.js';
import { registerVisitorReports } from './visitor-reports.routes.js';
import { VisitorReports } from './visitor-reports.service.js';

export const moderationFeature: Feature = {
  name: 'moderation',
  entities: [Report, Decision, VisitorReport],
  migrations: [CreateModeration1700000005500, LetVisitorsReport1700000036250],
  providers: [Moderation, ModerationNotices, ModerationReads, MailDesk, Growth, VisitorReports],
  api: [ModerationResolver, DeskResolver],
  contributes: [mailTemplates.with(...moderationMails), waitingSources.with(waitingReports), rooms.with(deskRoom), liveRules.with(liveReported, liveDecided), httpRoutes.with(registerVisitorReports), jobs.with(forgetVisitorReports), schedules.with(...moderationSchedules)],
};
