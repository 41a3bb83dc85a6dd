export { apiHouse, openHouseDatabase, type Process, workerHouse } from './house.js';
