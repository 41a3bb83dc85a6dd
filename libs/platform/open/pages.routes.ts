import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Config, publicUrl } from '@app/platform/config';
import { Database, isAway } from '@app/platform/database';
import { Contributions, type Get } from '@app/platform/feature';
import { RETRY_AFTER } from '@app/platform/graphql';
import { ASK_AGAIN, A_WHILE, sendKept } from './answer.js';
import { bibtexOf, citationsOf, cslOf, risOf } from './citation.js';
import { isGone } from './gone.js';
import { listPage } from './list-page.js';
import { GONE, type OpenPage, openPages, type OpenView } from './open.js';
import { openPage, plainWord } from './page.js';
import { questionIn } from './question.js';
import { OpenShell } from './shell.js';
import { OpenShelves } from './shelves.service.js';
import { words } from './words.js';

/** The same thing for programs, by the end of its address. */
const ENDINGS = ['csl.json', 'json', 'bib', 'ris'] as const;
type Ending = (typeof ENDINGS)[number];
type Params = Record<string, string>;
const AWAY = Symbol('away');

/** `GET` of every page that is open to everybody, and of the same as JSON and as a reference. No session is asked for, so no answer depends on one. */
export function registerPages(server: FastifyInstance, get: Get): void {
  const shelves = get(OpenShelves).all;
  const sections = shelves.map(({ title, path }) => ({ title, path }));
  const base = publicUrl(get('CONFIG' as never) as Config);
  const url = (path: string): string => `${base}${path}`;
  const shell = get(OpenShell);

  /** For whoever is signed in there may well be something, and the web app finds out; to all others nothing is nothing. */
  const nothing = async (request: FastifyRequest, reply: FastifyReply, gone: boolean): Promise<FastifyReply> => {
    void reply.type('text/html; charset=utf-8').header('cache-control', 'private, no-store');
    if (request.headers.cookie) return reply.send(shell.bare);
    const [title, text] = gone ? [words.goneTitle, words.goneText] : [words.missingTitle, words.missingText];
    return reply.code(gone ? 410 : 404).send(plainWord(shell, title, text, sections));
  };

  /** The web app says in words that the database is away, and asks again by itself. */
  const later = (reply: FastifyReply): FastifyReply => reply.code(503).header('retry-after', RETRY_AFTER).header('cache-control', 'no-store').type('text/html; charset=utf-8').send(shell.bare);

  const serve = (page: OpenPage, endings: boolean): void => {
    server.get(page.path, async (request: FastifyRequest<{ Params: Params }>, reply) => {
      const [pathname = ''] = request.url.split('?', 1);
      const { params, ending } = endings ? cutEnding(request.params, page) : { params: request.params, ending: null };
      const last = Object.values(params).at(-1) ?? '';
      if (page.except?.includes(last)) return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(shell.bare);
      const read = await page.read(get, { params, query: questionIn(request.url) }).catch((error: unknown): typeof AWAY => {
        if (!isAway(error) || ending) throw error;
        return AWAY;
      });
      if (read === AWAY) return later(reply);
      if (read === null || read === GONE) {
        const gone = read === GONE || (await isGone(get(Database), cleanPath(pathname, ending)));
        if (ending) return reply.code(gone ? 410 : 404).header('cache-control', 'no-store').type('text/plain; charset=utf-8').send(gone ? words.goneTitle : words.missingTitle);
        return nothing(request, reply, gone);
      }
      const view = read.work ? { ...read, work: { ...read.work, url: url(read.work.url) } } : read;
      const modified = view.modified && view.modified > shell.since ? view.modified : shell.since;
      if (ending) return sendEnding(request, reply, { ...view, modified }, ending, url);
      return sendKept(request, reply, { type: 'text/html; charset=utf-8', body: openPage(shell, view, { url, sections, unlisted: page.unlisted ?? false }), modified, caching: ASK_AGAIN });
    });
  };
  for (const shelf of shelves) serve(listPage(shelf), false);
  for (const page of get(Contributions).of(openPages)) serve(page, page.path.includes(':'));
}

/** What an address asks for beyond the page itself stands at the end of its last part. */
function cutEnding(params: Params, { path }: OpenPage): { params: Params; ending: Ending | null } {
  const name = /:(\w+)$/.exec(path)?.[1];
  const value = name ? (params[name] ?? '') : '';
  const ending = ENDINGS.find((one) => value.endsWith(`.${one}`));
  return name && ending ? { params: { ...params, [name]: value.slice(0, -ending.length - 1) }, ending } : { params, ending: null };
}

const cleanPath = (pathname: string, ending: Ending | null): string => (ending ? pathname.slice(0, -ending.length - 1) : pathname);

function sendEnding(request: FastifyRequest, reply: FastifyReply, view: OpenView, ending: Ending, url: (path: string) => string): FastifyReply {
  const { facts, work, modified } = view;
  const as = (type: string, body: string, state?: string): FastifyReply => sendKept(request, reply, { type, body, modified, caching: A_WHILE, ...(state ? { state } : {}) });
  if (ending === 'json' && facts) {
    const page = { schema: 1, url: url(view.path), title: view.title, description: view.description, ...facts, ...(work ? { citation: { ...citationsOf(work), bibtex: bibtexOf(work) } } : {}), terms: url('/terms') };
    const state = JSON.stringify(page);
    return as('application/json; charset=utf-8', JSON.stringify({ ...page, retrieved: new Date().toISOString() }, null, 2), state);
  }
  if (!work || ending === 'json') return reply.code(404).header('cache-control', 'no-store').type('text/plain; charset=utf-8').send(words.missingTitle);
  void reply.header('content-disposition', `attachment; filename="citation.${ending}"`);
  if (ending === 'bib') return as('application/x-bibtex; charset=utf-8', bibtexOf(work));
  if (ending === 'ris') return as('application/x-research-info-systems; charset=utf-8', risOf(work));
  return as('application/vnd.citationstyles.csl+json; charset=utf-8', `${JSON.stringify(cslOf(work), null, 2)}\n`);
}
