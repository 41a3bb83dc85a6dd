import type { WebFeature } from '@app/platform/web';

export const searchWeb: WebFeature = { name: 'search', routes: [] };
