import type { WebFeature } from '@app/platform/web';
import { stewardSlot } from './slots.js';
import { words } from './words.js';

export const moderationWeb: WebFeature = {
  name: 'moderation',
  routes: [
    { path: '/steward', title: words.deskTitle, for: 'steward', page: () => import('./StewardPage.js') },
    { path: '/taken-down/:id', title: words.takenDownTitle, for: 'signed-in', page: () => import('./TakenDownPage.js') },
  ],
  nav: [{ label: words.deskTitle, to: '/steward', order: 90, for: 'steward', place: 'account' }],
  slots: [
    stewardSlot.with(
      { order: 10, load: () => import('./OpenReportsPanel.js') },
      { order: 15, load: () => import('./JoiningPanel.js') },
      { order: 20, load: () => import('./ClaimsPanel.js') },
      { order: 30, load: () => import('./InvitationsPanel.js') },
      { order: 40, load: () => import('./MailPanel.js') },
      { order: 50, load: () => import('./DecidedPanel.js') },
      { order: 60, load: () => import('./GrowthPanel.js') },
    ),
  ],
};
