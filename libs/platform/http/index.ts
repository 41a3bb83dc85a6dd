export { type HttpCaller, type HttpCallers, httpCallers } from './callers.js';
export { callerOf, httpRoutes, type HttpRoutes } from './http.js';
export { givenId, hopsOf } from './proxied.js';
