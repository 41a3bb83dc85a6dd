import type { WebFeature } from '@app/platform/web';

export const outreachWeb: WebFeature = { name: 'outreach', routes: [] };
