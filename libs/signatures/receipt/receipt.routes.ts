import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Get } from '@app/platform/feature';
import { attachmentHeader } from '@app/platform/files';
import { callerOf } from '@app/platform/http';
import type { Viewer } from '@app/people';
import { type ReceiptFile, Receipts } from './receipts.service.js';

type ActRequest = FastifyRequest<{ Params: { id: string } }>;

/** `GET /files/acts/:id/receipt.pdf` and `…/text.txt`: what was signed, to keep and to check, for whoever may read the act. */
export function registerReceiptRoutes(fastify: FastifyInstance, get: Get): void {
  const viewerOf = async (request: ActRequest): Promise<Viewer | null> => ((await callerOf(get, request))?.who as Viewer | undefined) ?? null;
  fastify.get('/files/acts/:id/receipt.pdf', async (request: ActRequest, reply) => hand(reply, 'application/pdf', await get(Receipts).pdf(await viewerOf(request), request.params.id)));
  fastify.get('/files/acts/:id/text.txt', async (request: ActRequest, reply) => hand(reply, 'text/plain; charset=utf-8', await get(Receipts).document(await viewerOf(request), request.params.id)));
}

function hand(reply: FastifyReply, type: string, file: ReceiptFile | null): FastifyReply {
  void reply.header('cache-control', 'private, no-cache').header('x-content-type-options', 'nosniff');
  if (!file) return reply.code(404).type('text/plain; charset=utf-8').send('There is nothing at this address.');
  return reply
    .header('content-disposition', attachmentHeader(file.name))
    .header('content-security-policy', "sandbox; default-src 'none'")
    .header('cross-origin-resource-policy', 'same-origin')
    .type(type)
    .send(file.bytes);
}
