import type { WebFeature } from '@app/platform/web';

export const moderationWeb: WebFeature = { name: 'moderation', routes: [] };
