import type { WebFeature } from '@app/platform/web';

export const frameworkWeb: WebFeature = { name: 'framework', routes: [] };
