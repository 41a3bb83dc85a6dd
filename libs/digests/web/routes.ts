import type { WebFeature } from '@app/platform/web';

export const digestsWeb: WebFeature = { name: 'digests', routes: [] };
