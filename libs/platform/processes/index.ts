export { DoesNotBelong, enterProcess, type Entry } from './process.register.js';
export { processesFeature } from './processes.feature.js';
