import type { WebFeature } from '@app/platform/web';
import { directorySlot } from '@app/organizations/web';

export const likenessWeb: WebFeature = {
  name: 'likeness',
  routes: [],
  slots: [directorySlot.with({ order: 10, load: () => import('./LikeOurs.js') })],
};
