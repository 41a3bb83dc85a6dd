import type { WebFeature } from '@app/platform/web';

export const resourcesWeb: WebFeature = { name: 'resources', routes: [] };
