import type { WebFeature } from '@app/platform/web';

export const notificationsWeb: WebFeature = { name: 'notifications', routes: [] };
