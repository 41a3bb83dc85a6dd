import { districtSlot } from '@app/organizations/web';
import type { WebFeature } from '@app/platform/web';
import { words } from './words.js';

export const discussionsWeb: WebFeature = {
  name: 'discussions',
  routes: [
    { path: '/threads', title: words.title, for: 'everyone', page: () => import('./ThreadListPage.js') },
    { path: '/threads/new', title: words.newTitle, for: 'members', page: () => import('./NewThreadPage.js') },
    { path: '/threads/:id', title: words.title, for: 'everyone', page: () => import('./ThreadPage.js') },
  ],
  nav: [{ label: words.title, to: '/threads', order: 50, for: 'everyone' }],
  slots: [districtSlot.with({ order: 50, load: () => import('./DistrictThreads.js') })],
};
