import type { WebFeature } from '@app/platform/web';

export const discussionsWeb: WebFeature = { name: 'discussions', routes: [] };
