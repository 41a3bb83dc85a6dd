import type { WebFeature } from '@app/platform/web';
import { conferenceSlot } from '@app/conferences/web';
import { districtSlot, organizationSlot } from '@app/organizations/web';
import { resourceSlot } from '@app/resources/web';
import { words } from './words.js';

export const collectionsWeb: WebFeature = {
  name: 'collections',
  routes: [
    { path: '/collections', title: words.title, for: 'everyone', page: () => import('./CollectionsPage.js') },
    { path: '/collections/new', title: words.newTitle, for: 'members', page: () => import('./NewCollectionPage.js') },
    { path: '/collections/:slug', title: words.title, for: 'everyone', page: () => import('./CollectionPage.js') },
    { path: '/collections/:slug/edit', title: words.editTitle, for: 'members', page: () => import('./EditCollectionPage.js') },
  ],
  slots: [
    districtSlot.with({ order: 35, load: () => import('./DistrictCollections.js') }),
    organizationSlot.with({ order: 35, load: () => import('./DistrictCollections.js') }),
    resourceSlot.with({ order: 10, load: () => import('./ResourceCollections.js') }),
    conferenceSlot.with({ order: 10, load: () => import('./ConferenceShelf.js') }),
  ],
};
