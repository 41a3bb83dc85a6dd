import type { Feature } from '@app/platform/feature';

export const homeFeature: Feature = { name: 'home' };
