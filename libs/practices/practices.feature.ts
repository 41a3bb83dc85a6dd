import { threadSubjects } from '@app/discussions';
import { digestSections } from '@app/digests';
import { practisedPart, practisedRows } from '@app/likeness';
import { reportables } from '@app/moderation';
import { handoverSections } from '@app/organizations';
import { viewerParts, writingSources } from '@app/people';
import type { Feature } from '@app/platform/feature';
import { chapters, foundations } from '@app/platform/story';
import { searchSources } from '@app/search';
import { sharedPractices } from './demo/shared.js';
import { Idea } from './idea.entity.js';
import { CreatePractices1700000004100 } from './migrations/1700000004100-create-practices.js';
import { Practice } from './practice.entity.js';
import { practiceSection } from './practices.digest.js';
import { practiceSubject, reportablePractice } from './practices.moderation.js';
import { PRACTISED } from './practices.queries.js';
import { PracticesResolver, PrinciplePracticesResolver } from './practices.resolver.js';
import { practiceSource } from './practices.search.js';
import { Practices } from './practices.service.js';
import { ownPractices, sharedPracticesBrief } from './practices.succession.js';
import { recordOf2011 } from './record.js';

export const practicesFeature: Feature = {
  name: 'practices',
  entities: [Practice, Idea],
  migrations: [CreatePractices1700000004100],
  providers: [Practices],
  api: [PracticesResolver, PrinciplePracticesResolver],
  contributes: [
    foundations.with(recordOf2011),
    practisedRows.with(PRACTISED),
    viewerParts.with(practisedPart(PRACTISED)),
    searchSources.with(practiceSource),
    digestSections.with(practiceSection),
    threadSubjects.with(practiceSubject),
    handoverSections.with(sharedPracticesBrief),
    writingSources.with(ownPractices),
    reportables.with(reportablePractice),
    chapters.with(sharedPractices),
  ],
};
