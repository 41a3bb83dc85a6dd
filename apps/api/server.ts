import { existsSync, readFileSync } from 'node:fs';
import type { IncomingMessage, Server } from 'node:http';
import { join } from 'node:path';
import fastifyCompress from '@fastify/compress';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { believes, publicUrl } from '@app/platform/config';
import { Contributions, type Feature, type Get } from '@app/platform/feature';
import { AWAY, CompiledDocuments, inputPipe, RETRY_AFTER } from '@app/platform/graphql';
import { apiHouse, type Process, Readiness } from '@app/platform/house';
import { givenId, hopsOf, httpRoutes } from '@app/platform/http';
import { isAway, newId } from '@app/platform/database';
import { type LogContext, logContext } from '@app/platform/log';
import { OpenShell } from '@app/platform/open';
import { openRealtime, type Realtime, rooms } from '@app/platform/realtime';
import { Sessions } from '@app/people';
import { safeHeaders } from './safe-headers.js';

const BODY_LIMIT = 256 * 1024;

export interface Api {
  app: NestFastifyApplication;
  fastify: FastifyInstance;
  get: Get;
  /** Tells whoever asks to go elsewhere, while requests are still taken: readiness is red, connections end with their next answer, sockets are not let in. */
  drain: () => void;
  /** Takes no more connections, parts from the sockets, waits for the requests under way, then ends. */
  close: () => Promise<void>;
}

export interface ApiOptions {
  /** Where the built web app lies; absent in tests that only speak GraphQL. */
  webRoot?: string;
  realtime?: boolean;
  schemaFile?: string;
  readiness?: Readiness;
}

/** Builds the api process: GraphQL, plain routes, live updates and the web app on one port. It does not listen yet. */
export async function createApi(features: readonly Feature[], process: Process, options: ApiOptions = {}): Promise<Api> {
  const { config, log } = process;
  const readiness = options.readiness ?? new Readiness({ database: () => process.database.source.query('select 1') }, log);
  const isProxy = believes(config.TRUST_PROXY);
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    trustProxy: hopsOf(config.TRUST_PROXY),
    return503OnClosing: false,
    genReqId: (request: IncomingMessage) => givenId(request, isProxy) ?? newId(),
    // As long as 25 MB take on a slow line; whoever sends nothing for half a minute is let go by the upload itself.
    requestTimeout: 15 * 60_000,
    connectionTimeout: 0,
    // An address longer than any of ours is looked up like any other, and not found by the feature that is asked.
    routerOptions: { maxParamLength: 1000 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(apiHouse(features, process, options.schemaFile ?? true), adapter, { logger: false, abortOnError: false });
  app.useGlobalPipes(inputPipe);
  const fastify = adapter.getInstance<FastifyInstance>();
  const get: Get = (service) => app.get(service as never, { strict: false });

  const lines = new WeakMap<FastifyRequest, LogContext>();
  fastify.addHook('onRequest', (request, reply, next) => {
    void reply.header('x-request-id', request.id);
    const line: LogContext = { request: request.id };
    lines.set(request, line);
    logContext.run(line, next);
  });
  fastify.addHook('onResponse', (request, reply, next) => {
    next();
    const route = request.routeOptions.url ?? 'none';
    // By its pattern: the address itself may hold the token of a link. Whoever looks after us asks all the time.
    if (route === '/healthz' || route === '/readyz') return;
    const loud = reply.statusCode >= 400 || !['GET', 'HEAD'].includes(request.method);
    log[loud ? 'info' : 'debug']({ ...lines.get(request), method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'request');
  });
  // Looked at when the answer leaves: what was under way before the end began must not keep its connection either.
  fastify.addHook('onSend', (_request, reply, payload, next) => {
    if (readiness.isEnding) void reply.header('connection', 'close');
    next(null, payload);
  });
  refuseForeignOrigins(fastify);
  const safe = safeHeaders(config.PUBLIC_URL?.startsWith('https:') ?? false);
  fastify.addHook('onRequest', (_request, reply, next) => {
    void reply.headers(safe);
    next();
  });
  await fastify.register(fastifyCompress, { threshold: 1024 });
  fastify.get('/healthz', async () => ({ ok: true }));
  fastify.get('/readyz', async (_request, reply) => {
    const state = await readiness.look();
    return reply.code(state.ok ? 200 : 503).header('cache-control', 'no-store').send(state);
  });
  // Not among the routes below: a hook that is added inside them is in force for them alone.
  get(CompiledDocuments).register(fastify);
  if (options.webRoot && existsSync(join(options.webRoot, 'index.html'))) get(OpenShell).use(readFileSync(join(options.webRoot, 'index.html'), 'utf8'));
  await fastify.register(async (routes) => {
    routes.setErrorHandler(answerLater);
    for (const register of get(Contributions).of(httpRoutes)) await register(routes, get);
  });
  // Loaded only where there is a web app to serve: @fastify/static asks for require(esm), which Jest on Node 20 has not.
  if (options.webRoot && existsSync(options.webRoot)) await (await import('./serve-web.js')).serveWeb(fastify, options.webRoot);
  if (config.NODE_ENV === 'development' && existsSync('dist/graphiql')) await (await import('./serve-web.js')).serveGraphiql(fastify, 'dist/graphiql');
  await app.init();
  await fastify.ready();

  const server = app.getHttpServer() as Server;
  let realtime: Realtime | null = null;
  if (options.realtime ?? true) {
    realtime = await openRealtime(server, {
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
    drain: () => {
      readiness.turnRed();
      realtime?.refuse();
    },
    close: async () => {
      readiness.turnRed();
      realtime?.refuse();
      const quiet = new Promise<void>((resolve) => void server.close(() => resolve()));
      realtime?.part();
      // Not by the framework: it would answer 503 to a request that is on its way on an open connection.
      await quiet;
      await realtime?.close();
      await app.close();
    },
  };
}

/** A plain route whose database is away says so, as GraphQL does; everything else is Fastify's to answer. */
function answerLater(error: unknown, _request: FastifyRequest, reply: FastifyReply): void {
  if (!isAway(error)) throw error;
  void reply.code(503).header('retry-after', RETRY_AFTER).type('application/json').send(JSON.stringify({ message: AWAY }));
}

/** A page of another site may not change anything here, whatever cookies the browser would send along. */
function refuseForeignOrigins(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, reply, next) => {
    const origin = request.headers.origin;
    if (!origin || ['GET', 'HEAD', 'OPTIONS'].includes(request.method) || request.routeOptions.config.fromAnywhere) return next();
    let host: string | null = null;
    try {
      host = new URL(origin).host;
    } catch {
      // "null" and nonsense are foreign
    }
    if (host === request.host) return next();
    void reply.code(403).send({ message: 'This request came from another site and was refused.' });
  });
}
