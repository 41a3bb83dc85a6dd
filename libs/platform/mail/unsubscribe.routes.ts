import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Get } from '@app/platform/feature';
import { Mails } from './mails.service.js';

const WORDS = {
  transactional: 'mail of this kind',
  notice: 'notices',
  digest: 'digests',
  message: 'messages',
};

/**
 * One-click unsubscribing (RFC 8058). Only POST changes anything, since mail filters open every link with GET; that is
 * answered by the web app, with a page whose button posts here. No cookie is asked for or set.
 */
export function registerMailRoutes(fastify: FastifyInstance, get: Get): void {
  void fastify.register(async (scope) => {
    // Mail programs post a form of either kind, our own page JSON, some nothing at all; all of it is a few bytes.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'string', bodyLimit: 4096 }, (_request, body, done) => done(null, body));

    scope.post<{ Params: { token: string } }>('/unsubscribe/:token', { config: { fromAnywhere: true } }, async (request, reply) => {
      const everything = typeof request.body === 'string' && /\beverything\b/.test(request.body);
      const stopped = await get(Mails).unsubscribe(request.params.token, everything ? 'everything' : 'category');
      void reply.header('cache-control', 'no-store');
      if (!stopped) return answer(reply, 404, 'This link is not one of ours, or it is too old. Sign in to choose what you get.', request.headers.accept);
      const what = everything ? 'mail except what you ask for yourself, such as sign-in codes' : (stopped.about ?? WORDS[stopped.category]);
      return answer(reply, 200, `Done. ${stopped.address} gets no more ${what} from Accord.`, request.headers.accept);
    });
  });
}

function answer(reply: FastifyReply, status: number, message: string, accept = ''): FastifyReply {
  void reply.code(status);
  if (accept.includes('application/json')) return reply.type('application/json').send(JSON.stringify({ message }));
  return reply.type('text/plain; charset=utf-8').send(`${message}\n`);
}
