export { STATE_NAMES } from './states.js';
