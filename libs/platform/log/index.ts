export { createLog, type Log, logContext, silentLog } from './log.js';
