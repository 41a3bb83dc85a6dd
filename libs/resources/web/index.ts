export { type LineOfResource, ResourceLines } from './ResourceLines.js';
export { type SentFile, useUpload } from './useUpload.js';
