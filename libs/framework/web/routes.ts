import type { WebFeature } from '@app/platform/web';
import { words } from './words.js';

export const frameworkWeb: WebFeature = {
  name: 'framework',
  routes: [
    { path: '/purpose', title: words.purposeTitle, for: 'everyone', page: () => import('./PurposePage.js') },
    { path: '/principles', title: words.principlesTitle, for: 'everyone', page: () => import('./PrinciplesPage.js') },
    { path: '/principles/:number', title: words.principlesTitle, for: 'everyone', page: () => import('./PrinciplePage.js') },
  ],
  nav: [{ label: words.purposeTitle, to: '/purpose', order: 10, for: 'everyone', place: 'foot' }],
};
