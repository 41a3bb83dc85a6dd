import type { WebFeature } from '@app/platform/web';

export const organizationsWeb: WebFeature = { name: 'organizations', routes: [] };
