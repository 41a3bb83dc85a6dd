export type { NextStep } from './digest-edition.entity.js';
export { digestsFeature } from './digests.feature.js';
export { DIGEST_MAIL } from './digests.mail.js';
export { type DigestRow, Digests } from './digests.service.js';
export { momentIn } from './moment.js';
export { type DigestItem, type DigestReader, type DigestSection, digestSections } from './section.js';
