import type { Feature } from '@app/platform/feature';

export const moderationFeature: Feature = { name: 'moderation' };
