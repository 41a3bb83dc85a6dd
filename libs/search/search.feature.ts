import type { Feature } from '@app/platform/feature';

export const searchFeature: Feature = { name: 'search' };
