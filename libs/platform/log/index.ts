export { createLog, currentCause, type Log, type LogContext, logContext, silentLog } from './log.js';
