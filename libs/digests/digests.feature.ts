import type { Feature } from '@app/platform/feature';

export const digestsFeature: Feature = { name: 'digests' };
