import type { FastifyInstance } from 'fastify';
import { Contributions, type Get, Point } from '@app/platform/feature';
import { type HttpCaller, httpCallers } from './callers.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** A change that any site may ask for, because it rests on a token and not on a cookie: one-click unsubscribe. */
    fromAnywhere?: boolean;
  }
}

/** Adds plain HTTP routes to the api, for what GraphQL is not made for: files, one-click unsubscribe. */
export type HttpRoutes = (server: FastifyInstance, get: Get) => void | Promise<void>;

export const httpRoutes = new Point<HttpRoutes>('http.routes');

/** Who is asking; null for a visitor. */
export async function callerOf(get: Get, request: { headers: { cookie?: string | undefined } }): Promise<HttpCaller | null> {
  for (const callers of get(Contributions).of(httpCallers)) {
    const caller = await callers.identify(get, request);
    if (caller) return caller;
  }
  return null;
}
