import { jobs, schedules } from '@app/platform/jobs';
import { mailTemplates } from '@app/platform/mail';
import { openPages, openParts, openShelves, openTables } from '@app/platform/open';
import { threadSubjects } from '@app/discussions';
import { digestSections } from '@app/digests';
import { practisedPart, practisedRows } from '@app/likeness';
import { reportables } from '@app/moderation';
import { handoverSections } from '@app/organizations';
import { viewerParts, waitingSources, writingSources } from '@app/people';
import { actSubjects } from '@app/signatures';
import type { Feature } from '@app/platform/feature';
import { chapters, foundations } from '@app/platform/story';
import { searchSources } from '@app/search';
import { AffirmationsResolver } from './affirmations.resolver.js';
import { Affirmations } from './affirmations.service.js';
import { sharedPractices } from './demo/shared.js';
import { vouchedPractices } from './demo/vouched.js';
import { DueNotices, practicesWaiting } from './due.notices.js';
import { Idea } from './idea.entity.js';
import { ideaSource } from './ideas.search.js';
import { CreatePractices1700000004100 } from './migrations/1700000004100-create-practices.js';
import { RecordPractices1700000031000 } from './migrations/1700000031000-record-practices.js';
import { ApproveWords1700000036000 } from './migrations/1700000036000-approve-words.js';
import { NameUnits1700000036001 } from './migrations/1700000036001-name-units.js';
import { ContinueRecords1700000036002 } from './migrations/1700000036002-continue-records.js';
import { MonthsInSearch1700000036601 } from './migrations/1700000036601-months-in-search.js';
import { Practice } from './practice.entity.js';
import { practiceSection } from './practices.digest.js';
import { confirmAgain, practiceSchedules } from './practices.jobs.js';
import { approvedMail, dueMail, lapsedMail, noLongerMail, unapprovedMail } from './practices.mail.js';
import { practiceSubject, reportablePractice } from './practices.moderation.js';
import { ideasUnderPrinciple, openPractices, outcomesOnDistrict, practicePage, practiceTable } from './practices.open.js';
import { PRACTISED } from './practices.queries.js';
import { PracticesResolver, PrinciplePracticesResolver } from './practices.resolver.js';
import { practiceSource } from './practices.search.js';
import { PRACTICE, Practices } from './practices.service.js';
import { ownPractices, sharedPracticesBrief } from './practices.succession.js';
import { recordOf2011 } from './record.js';

export const practicesFeature: Feature = {
  name: 'practices',
  entities: [Practice, Idea],
  migrations: [CreatePractices1700000004100, RecordPractices1700000031000, ApproveWords1700000036000, NameUnits1700000036001, ContinueRecords1700000036002, MonthsInSearch1700000036601],
  providers: [Practices, Affirmations, DueNotices],
  api: [PracticesResolver, AffirmationsResolver, PrinciplePracticesResolver],
  contributes: [
    foundations.with(recordOf2011),
    practisedRows.with(PRACTISED),
    viewerParts.with(practisedPart(PRACTISED)),
    searchSources.with(practiceSource, ideaSource),
    digestSections.with(practiceSection),
    actSubjects.with({
      kind: PRACTICE,
      pathOf: (get, id) => get(Practices).pathOf(id),
      completed: (get, act) => get(Affirmations).completed(act),
      ended: (get, act) => get(Affirmations).ended(act),
    }),
    jobs.with(confirmAgain),
    schedules.with(...practiceSchedules),
    mailTemplates.with(dueMail, lapsedMail, approvedMail, unapprovedMail, noLongerMail),
    waitingSources.with(practicesWaiting),
    threadSubjects.with(practiceSubject),
    handoverSections.with(sharedPracticesBrief),
    writingSources.with(ownPractices),
    reportables.with(reportablePractice),
    openPages.with(practicePage),
    openParts.with(ideasUnderPrinciple, outcomesOnDistrict),
    openShelves.with(openPractices),
    openTables.with(practiceTable),
    chapters.with(sharedPractices, vouchedPractices),
  ],
};
