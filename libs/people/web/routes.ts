import type { WebFeature } from '@app/platform/web';
import { words } from './words.js';

export const peopleWeb: WebFeature = {
  name: 'people',
  routes: [
    { path: '/sign-in', title: words.signInTitle, for: 'everyone', page: () => import('./SignInPage.js') },
    { path: '/sign-in/link/:token', title: words.linkTitle, for: 'everyone', page: () => import('./SignInLinkPage.js') },
    { path: '/join/:token', title: words.joinTitle, for: 'everyone', page: () => import('./JoinPage.js') },
    { path: '/me', title: words.meTitle, for: 'signed-in', page: () => import('./MePage.js') },
    { path: '/me/wrote', title: words.wroteTitle, for: 'signed-in', page: () => import('./WrotePage.js') },
  ],
  nav: [
    { label: words.meTitle, to: '/me', order: 10, for: 'signed-in', place: 'account' },
    { label: words.wroteTitle, to: '/me/wrote', order: 7, for: 'signed-in', place: 'account' },
  ],
};
