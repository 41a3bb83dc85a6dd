export { DistrictList, type ListedDistrict } from './DistrictList.js';
export { JoinPace } from './JoinPace.js';
export { JoinQueueList } from './JoinQueueList.js';
export { JoinQueueDocument } from './joining.generated.js';
export { joiningWords } from './joining-words.js';
export { ReadBy } from './ReadBy.js';
export { type DirectoryPartProps, type DistrictPartProps, directorySlot, districtSlot, organizationSlot } from './slots.js';
