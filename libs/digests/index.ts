export { digestsFeature } from './digests.feature.js';
export { type DigestItem, type DigestReader, type DigestSection, digestSections } from './section.js';
