import type { WebFeature } from '@app/platform/web';
import { districtSlot } from '@app/organizations/web';
import { words } from './words.js';

export const statementsWeb: WebFeature = {
  name: 'statements',
  routes: [{ path: '/districts/:slug/statement', title: words.pageTitle, for: 'members', page: () => import('./WriteStatementPage.js') }],
  slots: [districtSlot.with({ order: 10, load: () => import('./StatementPart.js') })],
};
