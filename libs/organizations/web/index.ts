export { DistrictList, type ListedDistrict } from './DistrictList.js';
export { type DirectoryPartProps, type DistrictPartProps, directorySlot, districtSlot } from './slots.js';
