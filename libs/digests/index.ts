export { type AsideSection, type DigestAside, digestAsides } from './aside.js';
export type { NextStep } from './digest-edition.entity.js';
export { digestsFeature } from './digests.feature.js';
export { DIGEST_MAIL } from './digests.mail.js';
export { type DigestRow, Digests, DISTRICTS_AT_ONCE } from './digests.service.js';
export { momentIn } from './moment.js';
export { audiencesOf, type DigestDistrict, type DigestItem, type DigestReaders, type DigestSection, digestSections, LOOKED_AT, newsFor } from './section.js';
