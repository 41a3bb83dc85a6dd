import type { WebFeature } from '@app/platform/web';

export const practicesWeb: WebFeature = { name: 'practices', routes: [] };
