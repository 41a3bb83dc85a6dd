import type { WebFeature } from '@app/platform/web';
import { conferenceLeadSlot } from '@app/conferences/web';
import { words } from './words.js';

export const outreachWeb: WebFeature = {
  name: 'outreach',
  routes: [
    { path: '/mailbox', title: words.mailboxTitle, for: 'demo', page: () => import('./MailboxPage.js') },
    { path: '/mailbox/:id', title: words.mailboxTitle, for: 'demo', page: () => import('./MailboxLetterPage.js') },
  ],
  slots: [conferenceLeadSlot.with({ order: 10, load: () => import('./ConferenceLadder.js') })],
};
