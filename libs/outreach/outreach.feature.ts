import type { Feature } from '@app/platform/feature';

export const outreachFeature: Feature = { name: 'outreach' };
