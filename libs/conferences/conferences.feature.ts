import type { Feature } from '@app/platform/feature';

export const conferencesFeature: Feature = { name: 'conferences' };
