import type { WebFeature } from '@app/platform/web';
import { words } from './words.js';

export const homeWeb: WebFeature = {
  name: 'home',
  routes: [
    { path: '/', title: words.frontTitle, for: 'everyone', page: () => import('./FrontPage.js') },
    { path: '/team', title: words.teamTitle, for: 'signed-in', page: () => import('./TeamPage.js') },
    { path: '/terms', title: words.termsTitle, for: 'everyone', page: () => import('./TermsPage.js') },
    { path: '/privacy', title: words.privacyTitle, for: 'everyone', page: () => import('./PrivacyPage.js') },
    { path: '/accessibility', title: words.accessibilityTitle, for: 'everyone', page: () => import('./AccessibilityPage.js') },
    { path: '/help', title: words.helpTitle, for: 'everyone', page: () => import('./HelpPage.js') },
  ],
  nav: [{ label: words.teamTitle, to: '/team', order: 0, for: 'members' }],
};
