import type { WebFeature } from '@app/platform/web';

/** The pages of the product, feature by feature, in the order of `features.ts`. */
export const webFeatures: WebFeature[] = [];
