import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isId } from '@app/platform/database';
import { Contributions, type Get } from '@app/platform/feature';
import { Invalid, Problem, TooMany } from '@app/platform/graphql';
import { callerOf } from '@app/platform/http';
import { BlobStore, StoreAway } from './blob.store.js';
import type { StoredFile } from './file.entity.js';
import { MAX_FILE_BYTES } from './file-kinds.js';
import { attachmentHeader } from './file-name.js';
import { fileOwners } from './file.owners.js';
import { filePath, Files } from './files.service.js';

/** A sender who falls silent for this long has gone. */
const SILENCE_MS = 30_000;

/** `PUT /files` takes a file, `GET /files/:id/:name` hands one out. */
export function registerFileRoutes(fastify: FastifyInstance, get: Get): void {
  void fastify.register(async (scope) => {
    // The body is left as the stream it is: it goes to the disk and never as a whole into memory.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    scope.put('/files', (request, reply) => upload(request, reply, get));
    scope.get<{ Params: { id: string; name: string } }>('/files/:id/:name', (request, reply) => download(request, reply, get));
  });
}

async function upload(request: FastifyRequest, reply: FastifyReply, get: Get): Promise<FastifyReply> {
  void reply.header('cache-control', 'no-store');
  // No page of another site can send this header without asking first.
  if (!request.headers['apollo-require-preflight']) return refuse(request, reply, 400, 'This upload did not come from Accord’s own page.');
  const caller = await callerOf(get, request);
  if (!caller) return refuse(request, reply, 401, 'Sign in to send a file.');
  if (!caller.mayWrite) return refuse(request, reply, 403, 'Only somebody who holds a seat may send files.');
  const name = nameIn(request.headers['x-file-name']);
  if (name === null) return refuse(request, reply, 400, 'The file has no name that can be read.');
  if (Number(request.headers['content-length'] ?? 0) > MAX_FILE_BYTES) return refuse(request, reply, 413, 'The file is larger than 25 MB. Make it smaller, or post a link to it.');
  request.raw.setTimeout(SILENCE_MS, () => request.raw.destroy());
  try {
    const body = (request.body as Readable | undefined) ?? request.raw;
    const file = await get(Files).receive(caller.accountId, name, body);
    return await reply.code(201).send({ fileId: file.id, name: file.originalName, size: file.size, path: filePath(file) });
  } catch (error) {
    return answerFor(error, request, reply);
  }
}

function answerFor(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply | Promise<FastifyReply> {
  if (error instanceof Invalid) return refuse(request, reply, error.message.includes('25 MB') ? 413 : 422, error.message);
  if (error instanceof TooMany) return refuse(request, reply.header('retry-after', error.retryAfterSeconds), 429, error.message);
  if (error instanceof Problem) return refuse(request, reply, 409, error.message);
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code)) return refuse(request, reply, 507, 'There is no room for files at the moment. The steward has to make some; try again later.');
  if (error instanceof StoreAway) return refuse(request, reply.header('retry-after', 10), 503, 'Files cannot be kept at this moment. Send it again in a while.');
  if (request.raw.destroyed && !request.raw.complete) return refuse(request, reply, 400, 'The upload was broken off.');
  throw error;
}

/** Answers, and lets go of a sender who may still have megabytes to come. */
function refuse(request: FastifyRequest, reply: FastifyReply, status: number, message: string): FastifyReply {
  if (!request.raw.complete) {
    void reply.header('connection', 'close');
    request.raw.resume();
  }
  return reply.code(status).type('application/json').send(JSON.stringify({ message }));
}

function nameIn(header: string | string[] | undefined): string | null {
  if (typeof header !== 'string') return null;
  try {
    return decodeURIComponent(header);
  } catch {
    return null;
  }
}

async function download(request: FastifyRequest<{ Params: { id: string; name: string } }>, reply: FastifyReply, get: Get): Promise<FastifyReply> {
  const file = await readable(request, get);
  const bytes = file && (await get(BlobStore).read(file.storedName).catch((error: unknown) => (error instanceof StoreAway ? error : null)));
  void reply.header('x-content-type-options', 'nosniff').header('cache-control', 'private, no-cache');
  if (bytes instanceof StoreAway) return reply.header('retry-after', 10).code(503).type('text/plain; charset=utf-8').send('This file cannot be fetched at this moment. Try again in a while.');
  if (!file || !bytes) return reply.code(404).type('text/plain; charset=utf-8').send('There is nothing at this address.');
  return reply
    .header('content-disposition', attachmentHeader(file.originalName))
    // Should a browser show it all the same, it is nobody's page and runs nothing.
    .header('content-security-policy', "sandbox; default-src 'none'")
    .header('cross-origin-resource-policy', 'same-origin')
    .header('content-length', file.size)
    .type(file.mime)
    .send(bytes);
}

/** The file, where the caller may read the thing it is attached to. */
async function readable(request: FastifyRequest<{ Params: { id: string } }>, get: Get): Promise<StoredFile | null> {
  const { id } = request.params;
  const file = isId(id) ? await get(Files).find(id) : null;
  const owner = get(Contributions).of(fileOwners).find((candidate) => candidate.kind === file?.attachedKind);
  if (!file?.attachedId || !owner) return null;
  const caller = await callerOf(get, request);
  return (await owner.mayRead(get, caller?.who ?? null, file.attachedId)) ? file : null;
}
