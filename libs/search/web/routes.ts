import type { WebFeature } from '@app/platform/web';
import { words } from './words.js';

export const searchWeb: WebFeature = {
  name: 'search',
  routes: [
    { path: '/search', title: words.title, for: 'everyone', page: () => import('./SearchPage.js') },
    { path: '/search/saved', title: words.savedTitle, for: 'signed-in', page: () => import('./SavedSearchesPage.js') },
  ],
  nav: [{ label: words.title, to: '/search', order: 80, for: 'everyone' }],
};
