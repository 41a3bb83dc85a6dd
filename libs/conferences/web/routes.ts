import { principleSlot } from '@app/framework/web';
import type { WebFeature } from '@app/platform/web';
import { words } from './words.js';

export const conferencesWeb: WebFeature = {
  name: 'conferences',
  routes: [
    { path: '/conferences', title: words.title, for: 'everyone', page: () => import('./ConferencesPage.js') },
    { path: '/conferences/new', title: words.newTitle, for: 'members', page: () => import('./NewConferencePage.js') },
    { path: '/conferences/:slug/program', title: words.program.title, for: 'members', page: () => import('./ProgramPage.js') },
    { path: '/conferences/:slug', title: words.title, for: 'everyone', page: () => import('./ConferencePage.js') },
  ],
  slots: [principleSlot.with({ order: 40, load: () => import('./PrincipleConferences.js') })],
  nav: [{ label: words.title, to: '/conferences', order: 70, for: 'everyone' }],
};
