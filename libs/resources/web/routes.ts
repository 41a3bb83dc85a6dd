import type { WebFeature } from '@app/platform/web';
import { districtSlot, organizationSlot } from '@app/organizations/web';
import { stewardSlot } from '@app/moderation/web';
import { recordWords } from './record-words.js';
import { words } from './words.js';

export const resourcesWeb: WebFeature = {
  name: 'resources',
  routes: [
    { path: '/library', title: words.title, for: 'everyone', page: () => import('./LibraryPage.js') },
    { path: '/library/new', title: words.newTitle, for: 'members', page: () => import('./NewResourcePage.js') },
    { path: '/library/import', title: recordWords.importTitle, for: 'members', page: () => import('./ImportPage.js') },
    { path: '/library/:id', title: words.title, for: 'everyone', page: () => import('./ResourcePage.js') },
    { path: '/library/:id/edit', title: words.editTitle, for: 'members', page: () => import('./EditResourcePage.js') },
  ],
  nav: [{ label: words.title, to: '/library', order: 40, for: 'everyone' }],
  slots: [districtSlot.with({ order: 30, load: () => import('./DistrictResources.js') }), organizationSlot.with({ order: 30, load: () => import('./DistrictResources.js') }), stewardSlot.with({ order: 55, load: () => import('./RoomsPanel.js') })],
};
