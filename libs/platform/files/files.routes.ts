import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isId } from '@app/platform/database';
import { Contributions, type Get } from '@app/platform/feature';
import { callerOf } from '@app/platform/http';
import { BlobStore, type ByteRange, StoreAway } from './blob.store.js';
import type { StoredFile } from './file.entity.js';
import { type FileGate, gateOf } from './file-gate.js';
import { MAX_FILE_BYTES } from './file-kinds.js';
import { attachmentHeader } from './file-name.js';
import { fileOwners } from './file.owners.js';
import { filePayers } from './file.payers.js';
import { filePath, Files } from './files.service.js';
import { Previews } from './previews.service.js';
import { refusalOf } from './refusals.js';
import { Scanner } from './scanner.js';

/** A sender who falls silent for this long has gone. */
const SILENCE_MS = 30_000;

/** `PUT /files` takes a small file in one go, `GET /files/:id/:name` hands one out, `GET /previews/:id` shows what it looks like. */
export function registerFileRoutes(fastify: FastifyInstance, get: Get): void {
  void fastify.register(async (scope) => {
    // The body is left as the stream it is: it goes to the disk and never as a whole into memory.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    scope.put('/files', (request, reply) => upload(request, reply, get));
    // The name may be long, and a part of an address with a name of its own may not.
    scope.get<{ Params: { id: string } }>('/files/:id/*', (request, reply) => download(request, reply, get));
    scope.get<{ Params: { id: string } }>('/previews/:id', (request, reply) => preview(request, reply, get));
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
    const payer = get(Contributions).of(filePayers).map(({ payerOf }) => payerOf(get, caller.who)).find(Boolean) ?? null;
    const file = await get(Files).receive(caller.accountId, name, body, payer);
    return await reply.code(201).send({ fileId: file.id, name: file.originalName, size: file.size, path: filePath(file) });
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal) return refuse(request, refusal.retryAfter === undefined ? reply : reply.header('retry-after', refusal.retryAfter), refusal.status, refusal.body);
    if (request.raw.destroyed && !request.raw.complete) return refuse(request, reply, 400, 'The upload was broken off.');
    throw error;
  }
}

/** Answers, and lets go of a sender who may still have megabytes to come. */
function refuse(request: FastifyRequest, reply: FastifyReply, status: number, said: string | { message: string }): FastifyReply {
  if (!request.raw.complete) {
    void reply.header('connection', 'close');
    request.raw.resume();
  }
  return reply.code(status).type('application/json').send(JSON.stringify(typeof said === 'string' ? { message: said } : said));
}

function nameIn(header: string | string[] | undefined): string | null {
  if (typeof header !== 'string') return null;
  try {
    return decodeURIComponent(header);
  } catch {
    return null;
  }
}

const SHUT: Record<Exclude<FileGate, 'open'>, { status: number; words: string }> = {
  checking: { status: 423, words: 'This file is being checked for viruses. It can be fetched as soon as that is done; try again in a while.' },
  infected: { status: 410, words: 'The virus check found something harmful in this file, so nobody can fetch it.' },
  held: { status: 423, words: 'Whoever shared this file is looking at it once more. It can be fetched when they have; try again later.' },
};

async function download(request: FastifyRequest<{ Params: { id: string } }>, reply: FastifyReply, get: Get): Promise<FastifyReply> {
  const { file, gate } = await readable(request, get);
  void reply.header('x-content-type-options', 'nosniff').header('cache-control', 'private, no-cache');
  if (file && gate !== 'open') return reply.code(SHUT[gate].status).type('text/plain; charset=utf-8').send(SHUT[gate].words);
  // A player asks for the piece it is about to show.
  const range = file ? rangeIn(request.headers.range, file.size) : null;
  const bytes = file && (await get(BlobStore).read(file.storedName, range ?? undefined).catch((error: unknown) => (error instanceof StoreAway ? error : null)));
  if (bytes instanceof StoreAway) return reply.header('retry-after', 10).code(503).type('text/plain; charset=utf-8').send('This file cannot be fetched at this moment. Try again in a while.');
  if (!file || !bytes) return reply.code(404).type('text/plain; charset=utf-8').send('There is nothing at this address.');
  if (range) void reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${file.size}`);
  return sandboxed(reply)
    .header('content-disposition', attachmentHeader(file.originalName))
    .header('accept-ranges', 'bytes')
    .header('content-length', range ? range.end - range.start + 1 : file.size)
    .type(file.mime)
    .send(bytes);
}

/** Should a browser show it all the same, it is nobody's page and runs nothing. */
function sandboxed(reply: FastifyReply): FastifyReply {
  return reply.header('content-security-policy', "sandbox; default-src 'none'").header('cross-origin-resource-policy', 'same-origin');
}

/** One range of bytes; null for none, and for what makes no sense: then the whole file is the answer. */
function rangeIn(header: string | undefined, size: number): ByteRange | null {
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (!from && !to) return null;
  const start = from ? Number(from) : Math.max(0, size - Number(to));
  const end = from && to ? Math.min(Number(to), size - 1) : size - 1;
  return start <= end && start < size ? { start, end } : null;
}

/** The picture of a file's first page, which we have drawn ourselves: the one thing that is shown in a page. */
async function preview(request: FastifyRequest<{ Params: { id: string } }>, reply: FastifyReply, get: Get): Promise<FastifyReply> {
  const { file, gate } = await readable(request, get);
  const found = file && gate === 'open' ? await get(Previews).find(file.id) : null;
  const bytes = found && (await get(BlobStore).read(found.storedName).catch(() => null));
  void reply.header('x-content-type-options', 'nosniff');
  if (!found || !bytes) return reply.code(404).header('cache-control', 'no-store').type('text/plain; charset=utf-8').send('There is nothing at this address.');
  return sandboxed(reply).header('content-disposition', 'inline; filename="preview.webp"').header('cache-control', 'private, max-age=60').header('content-length', found.size).type('image/webp').send(bytes);
}

/** The file, where the caller may read the thing it is attached to, and what stands before it. */
async function readable(request: FastifyRequest<{ Params: { id: string } }>, get: Get): Promise<{ file: StoredFile | null; gate: FileGate }> {
  const none = { file: null, gate: 'open' as const };
  const { id } = request.params;
  const file = isId(id) ? await get(Files).find(id) : null;
  const owner = get(Contributions).of(fileOwners).find((candidate) => candidate.kind === file?.attachedKind);
  if (!file?.attachedId || !owner) return none;
  const caller = await callerOf(get, request);
  if (!(await owner.mayRead(get, caller?.who ?? null, file.attachedId))) return none;
  const gate = gateOf({ ...file, cleared: file.clearedAt !== null }, get(Scanner).isThere);
  if (gate !== 'held' || !caller) return { file, gate };
  const speaksForIt = file.uploadedBy === caller.accountId || (await owner.mayJudge?.(get, caller.who, file.attachedId));
  return { file, gate: speaksForIt ? 'open' : 'held' };
}
