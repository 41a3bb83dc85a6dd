import type { WebFeature } from '@app/platform/web';

export const peopleWeb: WebFeature = { name: 'people', routes: [] };
