export { belong, type Belonging } from './belonging.js';
export { openHealthPort } from './health-port.js';
export { endWithParent, startProcess } from './lifetime.js';
export { apiHouse, openHouseDatabase, type Process, workerHouse } from './house.js';
export { type Needs, Readiness, type State } from './readiness.js';
