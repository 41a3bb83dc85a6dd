import { listeners, liveRules } from '@app/platform/events';
import type { Feature } from '@app/platform/feature';
import { jobs, schedules } from '@app/platform/jobs';
import { mailTemplates } from '@app/platform/mail';
import { chapters } from '@app/platform/story';
import { waitingSources } from '@app/notifications';
import { handoverSections } from '@app/organizations';
import { DemoMailbox } from './demo-mailbox.service.js';
import { ladderChapter } from './demo/ladder.js';
import { Followup } from './followup.service.js';
import { LadderStep } from './ladder-step.entity.js';
import { Ladders } from './ladder.service.js';
import { MailboxResolver } from './mailbox.resolver.js';
import { messageMail } from './message.mail.js';
import { Messages } from './messages.service.js';
import { CreateLadder1700000007300 } from './migrations/1700000007300-create-ladder.js';
import { datesLadders, dueSteps, outreachSchedules } from './outreach.jobs.js';
import { unplannedLadders } from './outreach.notifications.js';
import { ladderNews } from './outreach.realtime.js';
import { ConferenceLadderResolver, LadderResolver, LadderStepResolver } from './outreach.resolver.js';
import { comingSteps } from './outreach.succession.js';
import { Previews } from './previews.service.js';

export const outreachFeature: Feature = {
  name: 'outreach',
  entities: [LadderStep],
  migrations: [CreateLadder1700000007300],
  providers: [Ladders, Followup, Messages, Previews, DemoMailbox],
  api: [ConferenceLadderResolver, LadderResolver, LadderStepResolver, MailboxResolver],
  contributes: [
    jobs.with(dueSteps),
    schedules.with(...outreachSchedules),
    listeners.with(datesLadders),
    liveRules.with(...ladderNews),
    mailTemplates.with(messageMail),
    waitingSources.with(unplannedLadders),
    handoverSections.with(comingSteps),
    chapters.with(ladderChapter),
  ],
};
