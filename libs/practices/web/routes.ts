import { principleSlot } from '@app/framework/web';
import { districtSlot } from '@app/organizations/web';
import type { WebFeature } from '@app/platform/web';
import { words } from './words.js';

export const practicesWeb: WebFeature = {
  name: 'practices',
  routes: [
    { path: '/practices', title: words.title, for: 'everyone', page: () => import('./PracticesPage.js') },
    { path: '/practices/new', title: words.newTitle, for: 'members', page: () => import('./NewPracticePage.js') },
    { path: '/practices/:slug', title: words.practices, for: 'everyone', page: () => import('./PracticePage.js') },
    { path: '/practices/:slug/edit', title: words.editTitle, for: 'members', page: () => import('./EditPracticePage.js') },
    { path: '/practices/:slug/continue', title: words.continueTitle, for: 'members', page: () => import('./ContinuePracticePage.js') },
  ],
  nav: [{ label: words.nav, to: '/practices', order: 30, for: 'everyone' }],
  slots: [
    principleSlot.with({ order: 10, load: () => import('./PrinciplePractices.js') }),
    districtSlot.with({ order: 20, load: () => import('./DistrictPractices.js') }),
  ],
};
