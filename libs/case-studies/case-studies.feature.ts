import { listenerTo, listeners } from '@app/platform/events';
import type { Feature } from '@app/platform/feature';
import { mailTemplates } from '@app/platform/mail';
import { openPages, openShelves, openTables } from '@app/platform/open';
import { chapters } from '@app/platform/story';
import { waitingSources, writingSources } from '@app/people';
import { handoverSections } from '@app/organizations';
import { ActClosed, type ActFacts, actSubjects } from '@app/signatures';
import { digestSections } from '@app/digests';
import { searchSources } from '@app/search';
import { reportables } from '@app/moderation';
import { threadSubjects } from '@app/discussions';
import { CaseStudy } from './case-study.entity.js';
import { caseStudySection } from './case-studies.digest.js';
import { assignedMail, publishedMail, retiredMail, returnedMail, unapprovedMail } from './case-studies.mail.js';
import { caseStudySubject, reportableCaseStudy } from './case-studies.moderation.js';
import { CaseStudyMail, caseStudiesWaiting } from './case-studies.notifications.js';
import { caseStudyPage, caseStudyTable, openCaseStudies } from './case-studies.open.js';
import { CaseStudiesResolver } from './case-studies.resolver.js';
import { caseStudySource } from './case-studies.search.js';
import { CaseStudies } from './case-studies.service.js';
import { caseStudiesBrief, ownCaseStudies } from './case-studies.succession.js';
import { CASE_STUDY, Confirmed } from './confirmed.service.js';
import { caseStudiesChapter } from './demo/chapter.js';
import { CreateCaseStudies1700000031010 } from './migrations/1700000031010-create-case-studies.js';
import { ReviseCaseStudies1700000035130 } from './migrations/1700000035130-revise-case-studies.js';
import { KeepLeftOut1700000036010 } from './migrations/1700000036010-keep-left-out.js';
import { TakeApprovalsBack1700000036011 } from './migrations/1700000036011-take-approvals-back.js';
import { Revisions } from './revisions.service.js';

/** A text that was taken back on its own page is a draft again. */
const takenBack = listenerTo<ActFacts & { state: string }>('case-studies.taken-back', [ActClosed], async (get, happened) => {
  for (const { payload } of happened) if (payload.subjectKind === CASE_STUDY && payload.state === 'retracted') await get(Confirmed).retracted(payload);
});

export const caseStudiesFeature: Feature = {
  name: 'case-studies',
  entities: [CaseStudy],
  migrations: [CreateCaseStudies1700000031010, ReviseCaseStudies1700000035130, KeepLeftOut1700000036010, TakeApprovalsBack1700000036011],
  providers: [CaseStudies, Confirmed, Revisions, CaseStudyMail],
  api: [CaseStudiesResolver],
  contributes: [
    actSubjects.with({
      kind: CASE_STUDY,
      pathOf: (get, id) => get(Confirmed).pathOf(id),
      completed: (get, act) => get(Confirmed).completed(act),
      ended: (get, act) => get(Confirmed).ended(act),
    }),
    listeners.with(takenBack),
    mailTemplates.with(assignedMail, returnedMail, publishedMail, retiredMail, unapprovedMail),
    waitingSources.with(caseStudiesWaiting),
    searchSources.with(caseStudySource),
    digestSections.with(caseStudySection),
    threadSubjects.with(caseStudySubject),
    reportables.with(reportableCaseStudy),
    handoverSections.with(caseStudiesBrief),
    writingSources.with(ownCaseStudies),
    openPages.with(caseStudyPage),
    openShelves.with(openCaseStudies),
    openTables.with(caseStudyTable),
    chapters.with(caseStudiesChapter),
  ],
};
