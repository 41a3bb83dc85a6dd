import type { Feature } from '@app/platform/feature';

export const resourcesFeature: Feature = { name: 'resources' };
