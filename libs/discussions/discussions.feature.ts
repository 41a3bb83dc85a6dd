import type { Feature } from '@app/platform/feature';

export const discussionsFeature: Feature = { name: 'discussions' };
