export { ACT_ROOM, REASON_MAX, TEXT_MAX } from './limits.js';
