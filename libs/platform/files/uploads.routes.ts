import { Server } from '@tus/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { newId } from '@app/platform/database';
import { Contributions, type Get } from '@app/platform/feature';
import { Invalid } from '@app/platform/graphql';
import { callerOf, type HttpCaller } from '@app/platform/http';
import { filePayers } from './file.payers.js';
import { refusalOf } from './refusals.js';
import { Uploads } from './uploads.service.js';

const PATH = '/uploads';
/** A sender who falls silent for this long has gone; what has come stays. */
const SILENCE_MS = 30_000;

type NodeRequest = FastifyRequest['raw'] & { accordCaller?: HttpCaller };

/** What the library throws back at the sender as it is. */
const refused = (status: number, message: string) => ({ status_code: status, body: JSON.stringify({ message }) });

/**
 * `POST /uploads` announces a file, `PATCH /uploads/:id` sends a piece, `HEAD` says how far it has come, `DELETE` takes it
 * back: the tus protocol, by its own library. The file has the upload's id. Nothing is ever handed out here.
 */
export function registerUploadRoutes(fastify: FastifyInstance, get: Get): void {
  const uploads = get(Uploads);
  const callerIn = (request: Request): HttpCaller => {
    const { req } = (request as unknown as { runtime: { node: { req: NodeRequest } } }).runtime.node;
    if (!req.accordCaller) throw refused(401, 'Sign in to send a file.');
    return req.accordCaller;
  };
  const tus = new Server({
    path: PATH,
    datastore: uploads.store,
    locker: uploads.locker,
    relativeLocation: true,
    // No page of another site has anything to do here.
    allowedOrigins: () => false,
    namingFunction: () => newId(),
    onUploadCreate: async (request, upload) => {
      const caller = callerIn(request);
      const payer = get(Contributions).of(filePayers).map(({ payerOf }) => payerOf(get, caller.who)).find(Boolean) ?? null;
      await uploads.open(upload.id, caller.accountId, payer, { name: upload.metadata?.filename ?? '', size: upload.size ?? 0 });
      return {};
    },
    onIncomingRequest: async (request, id) => {
      const caller = callerIn(request);
      if (request.method === 'POST') return;
      if (!(await uploads.own(caller.accountId, id))) throw refused(404, 'This upload is over. Choose the file again.');
    },
    onUploadFinish: async (request, upload) => {
      const file = await uploads.finish(callerIn(request).accountId, upload.id);
      // 200: an answer of 204 has no words.
      return { status_code: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ fileId: file.id, name: file.originalName, size: file.size }) };
    },
    onResponseError: (_request, error) => {
      if ('status_code' in error && typeof error.body === 'string') return error.body.startsWith('{') ? error : refused(error.status_code, error.body.trim());
      const refusal = refusalOf(error);
      return refusal ? { status_code: refusal.status, body: JSON.stringify(refusal.body) } : refused(500, 'The file did not arrive. Try again.');
    },
  });

  void fastify.register(async (scope) => {
    // The body is left as the stream it is.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    scope.route({
      method: ['POST', 'PATCH', 'DELETE', 'HEAD'],
      url: PATH,
      handler: (request, reply) => take(request, reply),
    });
    scope.route<{ Params: { id: string } }>({
      method: ['POST', 'PATCH', 'DELETE', 'HEAD'],
      url: `${PATH}/:id`,
      handler: (request, reply) => take(request, reply, request.params.id),
    });
  });

  async function take(request: FastifyRequest, reply: FastifyReply, id?: string): Promise<FastifyReply> {
    void reply.header('cache-control', 'no-store').header('x-content-type-options', 'nosniff');
    const say = (status: number, message: string): FastifyReply => {
      if (!request.raw.complete) {
        void reply.header('connection', 'close');
        request.raw.resume();
      }
      return reply.code(status).type('application/json').send(JSON.stringify({ message }));
    };
    // No page of another site can send this header without asking first.
    if (!request.headers['apollo-require-preflight']) return say(400, 'This upload did not come from Accord’s own page.');
    const caller = await callerOf(get, request);
    if (!caller) return say(401, 'Sign in to send a file.');
    if (!caller.mayWrite) return say(403, 'Only somebody who holds a seat may send files.');
    if (request.method === 'HEAD' && id) {
      const there = await whole(caller.accountId, id);
      if (there instanceof Error) {
        const refusal = refusalOf(there);
        return say(refusal?.status ?? 503, refusal?.body.message ?? 'The file did not arrive. Try again.');
      }
      if (there !== null) return reply.code(200).header('tus-resumable', '1.0.0').header('upload-offset', there).header('upload-length', there).send();
    }
    (request.raw as NodeRequest).accordCaller = caller;
    request.raw.setTimeout(SILENCE_MS, () => request.raw.destroy());
    reply.hijack();
    for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) reply.raw.setHeader(name, value as string);
    await tus.handle(request.raw, reply.raw);
    return reply;
  }

  /** The length of an upload that has come whole: a file by now, or made one here, where the answer to its last piece was lost. */
  async function whole(accountId: string, id: string): Promise<number | null | Error> {
    const file = await uploads.done(accountId, id);
    // A picture that was drawn anew has another size than what was sent; the sender only wants to hear that nothing is missing.
    if (file) return file.size;
    const row = await uploads.own(accountId, id);
    if (!row || (await uploads.offset(id)) !== row.size) return null;
    try {
      await uploads.finish(accountId, id);
      return row.size;
    } catch (error) {
      return error instanceof Error ? error : new Invalid({ file: String(error) });
    }
  }
}
