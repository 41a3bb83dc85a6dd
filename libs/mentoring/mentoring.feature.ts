import type { Feature } from '@app/platform/feature';

export const mentoringFeature: Feature = { name: 'mentoring' };
