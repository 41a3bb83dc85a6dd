import type { WebFeature } from '@app/platform/web';

export const homeWeb: WebFeature = { name: 'home', routes: [] };
