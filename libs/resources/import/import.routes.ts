import { PassThrough, type Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isId } from '@app/platform/database';
import type { Get } from '@app/platform/feature';
import { attachmentHeader } from '@app/platform/files';
import { Problem } from '@app/platform/graphql';
import { callerOf } from '@app/platform/http';
import type { Viewer } from '@app/people';
import { speakingSeat } from '@app/organizations';
import { IMPORT_BYTES_MAX } from '../contract/limits.js';
import { Imports } from './imports.service.js';
import { TEMPLATE } from './inventory.js';

type ImportRequest = FastifyRequest<{ Params: { organizationId: string } }>;

/** `GET /files/inventory/template.csv` hands out the file to begin with; `PUT …/:organizationId/preview` and `…/import` look at one and take it in. */
export function registerImportRoutes(fastify: FastifyInstance, get: Get): void {
  void fastify.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    scope.get('/files/inventory/template.csv', async (_request, reply) =>
      reply.header('content-disposition', attachmentHeader('accord-library.csv')).header('x-content-type-options', 'nosniff').type('text/csv; charset=utf-8').send(TEMPLATE),
    );
    scope.put('/files/inventory/:organizationId/preview', async (request: ImportRequest, reply) => {
      const given = await receive(request, reply, get);
      return given && reply.send(await get(Imports).preview(given.viewer, request.params.organizationId, given.bytes));
    });
    scope.put('/files/inventory/:organizationId/import', async (request: ImportRequest, reply) => {
      const given = await receive(request, reply, get);
      return given && reply.header('x-accel-buffering', 'no').type('application/x-ndjson').send(told(get, given.viewer, request.params.organizationId, given.bytes));
    });
  });
}

/** One line of JSON for each step, so that whoever waits sees how far it has come; the last says how it ended. */
function told(get: Get, viewer: Viewer, organizationId: string, bytes: Buffer): Readable {
  const lines = new PassThrough();
  const say = (line: object): void => void lines.write(`${JSON.stringify(line)}\n`);
  get(Imports)
    .run(viewer, organizationId, bytes, (done, of) => say({ done, of }))
    .then((report) => say({ report }))
    // What is wrong with the server is for its log; the sender hears that nothing was changed.
    .catch((error: unknown) => say({ failed: error instanceof Problem ? error.message : 'Something failed on our side, and nothing was changed. Try again in a while.' }))
    .finally(() => lines.end());
  return lines;
}

async function receive(request: ImportRequest, reply: FastifyReply, get: Get): Promise<{ viewer: Viewer; bytes: Buffer } | null> {
  void reply.header('cache-control', 'no-store');
  const viewer = ((await callerOf(get, request))?.who as Viewer | undefined) ?? null;
  if (!request.headers['apollo-require-preflight']) return refuse(request, reply, 400, 'This file did not come from Accord’s own page.');
  if (!viewer) return refuse(request, reply, 401, 'Sign in to bring an inventory.');
  const { organizationId } = request.params;
  if (!isId(organizationId) || !speakingSeat(viewer, organizationId)) return refuse(request, reply, 403, 'Only somebody who speaks for an organization brings its inventory.');
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of ((request.body as Readable | undefined) ?? request.raw).iterator({ destroyOnReturn: false })) {
    size += (chunk as Buffer).length;
    if (size > IMPORT_BYTES_MAX) return refuse(request, reply, 413, 'The file is larger than 4 MB. Split it in two.');
    chunks.push(chunk as Buffer);
  }
  return { viewer, bytes: Buffer.concat(chunks) };
}

function refuse(request: ImportRequest, reply: FastifyReply, status: number, message: string): null {
  if (!request.raw.complete) {
    void reply.header('connection', 'close');
    request.raw.resume();
  }
  void reply.code(status).type('application/json').send(JSON.stringify({ message }));
  return null;
}
