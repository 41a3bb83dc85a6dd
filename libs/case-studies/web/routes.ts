import { conferenceSlot } from '@app/conferences/web';
import { districtSlot } from '@app/organizations/web';
import type { WebFeature } from '@app/platform/web';
import { words } from './words.js';

export const caseStudiesWeb: WebFeature = {
  name: 'case-studies',
  routes: [
    { path: '/case-studies', title: words.title, for: 'everyone', page: () => import('./CaseStudiesPage.js') },
    { path: '/case-studies/new', title: words.newTitle, for: 'members', page: () => import('./NewCaseStudyPage.js') },
    { path: '/case-studies/:slug', title: words.title, for: 'everyone', page: () => import('./CaseStudyPage.js') },
    { path: '/case-studies/:slug/write', title: words.writeTitle, for: 'members', page: () => import('./WriteCaseStudyPage.js') },
  ],
  nav: [{ label: words.nav, to: '/case-studies', order: 35, for: 'everyone', place: 'foot' }],
  slots: [
    districtSlot.with({ order: 25, load: () => import('./DistrictCaseStudies.js') }),
    conferenceSlot.with({ order: 40, load: () => import('./ConferenceCaseStudies.js') }),
  ],
};
