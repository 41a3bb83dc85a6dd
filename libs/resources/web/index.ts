export { type LineOfResource, ResourceLines } from './ResourceLines.js';
export { resourceSlot, type ResourcePartProps } from './slots.js';
export { type SentFile, useUpload } from './useUpload.js';
