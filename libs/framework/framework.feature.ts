import type { Feature } from '@app/platform/feature';

export const frameworkFeature: Feature = { name: 'framework' };
