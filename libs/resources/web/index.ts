export { resourceIdIn } from './KeepUp.js';
export { type LineOfResource, ResourceLines } from './ResourceLines.js';
export { type ResourcePartProps, resourceSlot } from './slots.js';
export { UseChart } from './UseChart.js';
export { type SentFile, useUpload } from './useUpload.js';
