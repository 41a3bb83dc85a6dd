import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Config, publicUrl } from '@app/platform/config';
import { isId } from '@app/platform/database';
import { Contributions, type Get } from '@app/platform/feature';
import { A_WHILE, sendKept, xml } from './answer.js';
import { openPages } from './open.js';
import { OpenShelves } from './shelves.service.js';

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
const XML = 'application/xml; charset=utf-8';

/** What is nobody's to index: it is made for programs, or for one reader. */
const CLOSED = ['/graphql', '/graphiql', '/files', '/previews', '/socket.io', '/sign-in', '/me', '/team', '/threads', '/mailbox', '/steward', '/claim', '/joining/', '/handover/', '/invitation/', '/unsubscribe/', '/search', '/report'];

/** `GET /robots.txt` and `GET /sitemap.xml`, which names its parts: the few single pages, and of each shelf up to 50,000 addresses a part. */
export function registerSitemap(server: FastifyInstance, get: Get): void {
  const config = get('CONFIG' as never) as Config;
  const base = publicUrl(config);
  const shelves = get(OpenShelves);
  const single = [...get(Contributions).of(openPages).filter(({ unlisted }) => !unlisted).map(({ path }) => path).filter((path) => !path.includes(':')), ...shelves.all.map(({ path }) => path)];

  server.get('/robots.txt', async (request, reply) => {
    // Without an address of its own it is a demo or a machine on somebody's desk: nothing that belongs into an index.
    const lines = config.PUBLIC_URL ? ['User-agent: *', ...CLOSED.map((path) => `Disallow: ${path}`), 'Allow: /', '', `Sitemap: ${base}/sitemap.xml`] : ['User-agent: *', 'Disallow: /'];
    return sendKept(request, reply, { type: 'text/plain; charset=utf-8', body: `${lines.join('\n')}\n`, modified: null, caching: A_WHILE });
  });

  server.get('/sitemap.xml', async (request, reply) => {
    const parts = await Promise.all(shelves.all.map(async (shelf) => (await shelves.parts(shelf)).map((from) => `/sitemaps/${shelf.name}/${from}.xml`)));
    const body = `${HEAD}<sitemapindex ${NAMESPACE}>\n${['/sitemaps/pages.xml', ...parts.flat()].map((path) => `<sitemap><loc>${xml(base + path)}</loc></sitemap>\n`).join('')}</sitemapindex>\n`;
    return sendKept(request, reply, { type: XML, body, modified: null, caching: A_WHILE });
  });

  server.get('/sitemaps/pages.xml', async (request, reply) =>
    sendKept(request, reply, { type: XML, body: `${HEAD}<urlset ${NAMESPACE}>\n${single.map((path) => entry(base, path, null)).join('')}</urlset>\n`, modified: null, caching: A_WHILE }),
  );

  server.get('/sitemaps/:shelf/:part', async (request: FastifyRequest<{ Params: { shelf: string; part: string } }>, reply) => {
    const shelf = shelves.all.find(({ name }) => name === request.params.shelf);
    const from = request.params.part.replace(/\.xml$/, '');
    if (!shelf || !isId(from)) return reply.code(404).header('cache-control', 'no-store').type('text/plain; charset=utf-8').send('There is nothing at this address.');
    void reply.header('cache-control', A_WHILE).type(XML);
    if (request.method === 'HEAD') return reply.send();
    return reply.send(
      Readable.from(
        (async function* () {
          yield `${HEAD}<urlset ${NAMESPACE}>\n`;
          for await (const rows of shelves.walk(shelf, from)) yield rows.map((row) => entry(base, row.path, row.modified)).join('');
          yield '</urlset>\n';
        })(),
      ),
    );
  });
}

const entry = (base: string, path: string, modified: Date | null): string => `<url><loc>${xml(base + path)}</loc>${modified ? `<lastmod>${modified.toISOString()}</lastmod>` : ''}</url>\n`;
