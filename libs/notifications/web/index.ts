export { useWaiting } from './useWaiting.js';
