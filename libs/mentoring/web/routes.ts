import type { WebFeature } from '@app/platform/web';
import { districtSlot } from '@app/organizations/web';
import { words } from './words.js';

export const mentoringWeb: WebFeature = {
  name: 'mentoring',
  routes: [
    { path: '/mentoring', title: words.title, for: 'members', page: () => import('./MentoringPage.js') },
    { path: '/mentoring/:id', title: words.title, for: 'members', page: () => import('./RoomPage.js') },
  ],
  nav: [{ label: words.title, to: '/mentoring', order: 60, for: 'members' }],
  slots: [districtSlot.with({ order: 40, load: () => import('./AskPart.js') })],
};
