export { httpRoutes, type HttpRoutes } from './http.js';
