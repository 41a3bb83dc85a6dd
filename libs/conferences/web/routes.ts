import type { WebFeature } from '@app/platform/web';

export const conferencesWeb: WebFeature = { name: 'conferences', routes: [] };
