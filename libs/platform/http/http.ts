import type { FastifyInstance } from 'fastify';
import { type Get, Point } from '@app/platform/feature';

/** Adds plain HTTP routes to the api, for what GraphQL is not made for: files, one-click unsubscribe. */
export type HttpRoutes = (server: FastifyInstance, get: Get) => void | Promise<void>;

export const httpRoutes = new Point<HttpRoutes>('http.routes');
