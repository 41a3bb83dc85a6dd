import type { Feature } from '@app/platform/feature';

export const practicesFeature: Feature = { name: 'practices' };
