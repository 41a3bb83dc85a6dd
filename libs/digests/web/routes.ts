import type { WebFeature } from '@app/platform/web';
import { words } from './words.js';

export const digestsWeb: WebFeature = {
  name: 'digests',
  routes: [
    { path: '/digests', title: words.mine, for: 'members', page: () => import('./DigestsPage.js') },
    { path: '/digests/:id', title: words.digestTitle, for: 'members', page: () => import('./DigestPage.js') },
    { path: '/me/mail', title: words.mailTitle, for: 'signed-in', page: () => import('./MailPage.js') },
    { path: '/unsubscribe/:token', title: words.stopTitle, for: 'everyone', page: () => import('./UnsubscribePage.js') },
  ],
  nav: [
    { label: words.mine, to: '/digests', order: 20, for: 'members', place: 'account' },
    { label: words.mailTitle, to: '/me/mail', order: 30, for: 'signed-in', place: 'account' },
  ],
};
