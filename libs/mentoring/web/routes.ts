import type { WebFeature } from '@app/platform/web';

export const mentoringWeb: WebFeature = { name: 'mentoring', routes: [] };
