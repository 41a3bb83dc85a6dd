import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import fastifyCompress from '@fastify/compress';
import fastifyHelmet from '@fastify/helmet';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { publicUrl } from '@app/platform/config';
import { Contributions, type Feature, type Get } from '@app/platform/feature';
import { inputPipe } from '@app/platform/graphql';
import { apiHouse, type Process } from '@app/platform/house';
import { httpRoutes } from '@app/platform/http';
import { newId } from '@app/platform/database';
import { logContext } from '@app/platform/log';
import { openRealtime, rooms } from '@app/platform/realtime';
import { Sessions } from '@app/people';

const BODY_LIMIT = 256 * 1024;

export interface Api {
  app: NestFastifyApplication;
  fastify: FastifyInstance;
  get: Get;
  close: () => Promise<void>;
}

export interface ApiOptions {
  /** Where the built web app lies; absent in tests that only speak GraphQL. */
  webRoot?: string;
  realtime?: boolean;
  schemaFile?: string;
}

/** Builds the api process: GraphQL, plain routes, live updates and the web app on one port. It does not listen yet. */
export async function createApi(features: readonly Feature[], process: Process, options: ApiOptions = {}): Promise<Api> {
  const { config, log } = process;
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    trustProxy: config.TRUST_PROXY,
    genReqId: () => newId(),
    // As long as 25 MB take on a slow line; whoever sends nothing for half a minute is let go by the upload itself.
    requestTimeout: 15 * 60_000,
    connectionTimeout: 0,
  });
  const app = await NestFactory.create<NestFastifyApplication>(apiHouse(features, process, options.schemaFile ?? true), adapter, { logger: false, abortOnError: false });
  app.useGlobalPipes(inputPipe);
  const fastify = adapter.getInstance<FastifyInstance>();
  const get: Get = (service) => app.get(service as never, { strict: false });

  fastify.addHook('onRequest', (request, reply, next) => {
    void reply.header('x-request-id', request.id);
    logContext.run({ request: request.id }, next);
  });
  refuseForeignOrigins(fastify);
  await fastify.register(fastifyHelmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'", 'ws:', 'wss:'],
        frameSrc: ["'self'"],
        frameAncestors: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
      },
    },
    hsts: config.PUBLIC_URL?.startsWith('https:') ? undefined : false,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
  });
  await fastify.register(fastifyCompress, { threshold: 1024 });
  fastify.get('/healthz', async () => ({ ok: true }));
  fastify.get('/readyz', async (_request, reply) => {
    try {
      await process.database.source.query('select 1');
      return { ok: true };
    } catch {
      return reply.code(503).send({ ok: false });
    }
  });
  for (const register of get(Contributions).of(httpRoutes)) await register(fastify, get);
  // Loaded only where there is a web app to serve: @fastify/static asks for require(esm), which Jest on Node 20 has not.
  if (options.webRoot && existsSync(options.webRoot)) await (await import('./serve-web.js')).serveWeb(fastify, options.webRoot);
  if (config.NODE_ENV === 'development' && existsSync('dist/graphiql')) await (await import('./serve-web.js')).serveGraphiql(fastify, 'dist/graphiql');
  await app.init();
  await fastify.ready();

  let closeRealtime: () => Promise<void> = async () => undefined;
  if (options.realtime ?? true) {
    closeRealtime = await openRealtime(app.getHttpServer() as Server, {
      config,
      log,
      get,
      rules: get(Contributions).of(rooms),
      origin: new URL(publicUrl(config)).origin,
      identify: async (cookie) => {
        const viewer = await get(Sessions).viewerOf({ headers: { cookie } });
        return viewer ? { caller: viewer, endsWith: `session:${viewer.sessionId}` } : null;
      },
    });
  }
  return {
    app,
    fastify,
    get,
    close: async () => {
      await closeRealtime();
      await app.close();
    },
  };
}

/** A page of another site may not change anything here, whatever cookies the browser would send along. */
function refuseForeignOrigins(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', async (request, reply) => {
    const origin = request.headers.origin;
    if (!origin || ['GET', 'HEAD', 'OPTIONS'].includes(request.method) || request.routeOptions.config.fromAnywhere) return;
    let host: string | null = null;
    try {
      host = new URL(origin).host;
    } catch {
      // "null" and nonsense are foreign
    }
    if (host !== request.host) await reply.code(403).send({ message: 'This request came from another site and was refused.' });
  });
}
