export { type HttpCaller, type HttpCallers, httpCallers } from './callers.js';
export { callerOf, httpRoutes, type HttpRoutes } from './http.js';
