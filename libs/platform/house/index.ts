export { endWithParent } from './lifetime.js';
export { apiHouse, openHouseDatabase, type Process, workerHouse } from './house.js';
