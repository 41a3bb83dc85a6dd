import type { WebFeature } from '@app/platform/web';
import { words } from './words.js';

export const signaturesWeb: WebFeature = {
  name: 'signatures',
  routes: [{ path: '/acts/:id', title: words.title, for: 'everyone', page: () => import('./ActPage.js') }],
};
