export { type DistrictPartProps, districtSlot } from './slots.js';
