export { JoinPace } from './JoinPace.js';
export { JoinQueueList } from './JoinQueueList.js';
export { JoinQueueDocument } from './joining.generated.js';
export { joiningWords } from './joining-words.js';
export { ReadBy } from './ReadBy.js';
export { type DistrictPartProps, districtSlot } from './slots.js';
