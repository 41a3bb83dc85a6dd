import { resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Serves the bundled query editor at /graphiql/, for developers only. */
export async function serveGraphiql(fastify: FastifyInstance, root: string): Promise<void> {
  await fastify.register(fastifyStatic, { root: resolve(root), prefix: '/graphiql/', decorateReply: false });
}

/** Serves the built web app: hashed files for a year, the page itself always fresh. */
export async function serveWeb(fastify: FastifyInstance, webRoot: string): Promise<void> {
  await fastify.register(fastifyStatic, { root: resolve(webRoot), wildcard: false, index: false, maxAge: '1y', immutable: true, preCompressed: false });
  // Every address that no feature opens to everybody is a page of the web app; a missing file must stay missing.
  fastify.get('/*', async (request, reply) => {
    if (/^\/(assets|files|graphql|socket\.io)(\/|$)/.test(request.url) || /\.\w{2,5}$/.test(request.url.split('?')[0] ?? '')) {
      return reply.code(404).type('text/plain').send('There is nothing at this address.');
    }
    return reply.sendFile('index.html', { maxAge: 0, immutable: false });
  });
}
