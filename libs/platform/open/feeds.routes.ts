import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Feed } from 'feed';
import { type Config, publicUrl } from '@app/platform/config';
import { Contributions, type Get } from '@app/platform/feature';
import { A_WHILE, sendKept, xmlText } from './answer.js';
import { type FeedItem, openFeeds } from './open.js';
import { OpenShelves } from './shelves.service.js';
import { words } from './words.js';

const TOLD = 50;

interface Told {
  title: string;
  description: string;
  /** The page it is the feed of. */
  page: string;
  items: readonly FeedItem[];
}

/** `GET /feeds/NAME.xml`: what is new on a shelf, in a district, under a principle or topic, in a collection, as RSS 2.0. */
export function registerFeeds(server: FastifyInstance, get: Get): void {
  const base = publicUrl(get('CONFIG' as never) as Config);
  const shelves = get(OpenShelves);

  const send = (request: FastifyRequest, reply: Parameters<typeof sendKept>[1], told: Told) => {
    const body = rssOf(told, base, request.url.split('?')[0] ?? '');
    // Without a date to ask by: what was taken down makes a feed no younger, and has to leave it all the same.
    return sendKept(request, reply, { type: 'application/rss+xml; charset=utf-8', body, modified: null, caching: A_WHILE });
  };

  for (const { name, title, path, feed } of shelves.all) {
    if (!feed) continue;
    server.get(`/feeds/${name}.xml`, async (request, reply) => send(request, reply, { title: `${words.name}: ${title}`, description: words.newOf(title), page: path, items: await shelves.newest({ shelf: name }, TOLD) }));
  }
  for (const { path, read } of get(Contributions).of(openFeeds)) {
    // The router would take the ending for a part of the name.
    server.get(path.replace(/\.xml$/, ''), async (request: FastifyRequest<{ Params: Record<string, string> }>, reply) => {
      const isFeed = request.url.split('?')[0]?.endsWith('.xml');
      const params = Object.fromEntries(Object.entries(request.params).map(([name, value]) => [name, value.replace(/\.xml$/, '')]));
      const found = isFeed ? await read(get, params) : null;
      if (!found) return reply.code(404).header('cache-control', 'no-store').type('text/plain; charset=utf-8').send(words.missingTitle);
      const items = Array.isArray(found.items) ? (found.items as readonly FeedItem[]) : await shelves.newest(found.items as object, TOLD, shelves.all.filter((shelf) => shelf.feed));
      return send(request, reply, { ...found, title: `${words.name}: ${found.title}`, items });
    });
  }
}

function rssOf({ title, description, page, items }: Told, base: string, self: string): string {
  const modified = items.reduce<Date | null>((latest, { published }) => (latest && latest > published ? latest : published), null);
  const feed = new Feed({
    id: `${base}${page}`,
    title: xmlText(title),
    description: xmlText(description),
    link: `${base}${page}`,
    language: 'en-US',
    copyright: '',
    generator: words.name,
    updated: modified ?? new Date(0),
    feedLinks: { rss: `${base}${self}` },
  });
  for (const item of items) {
    // By what it is and not by where it stands: the same thing stays the same.
    const guid = `urn:uuid:${item.id}`;
    feed.addItem({ title: xmlText(item.title), id: guid, guid, link: `${base}${item.path}`, description: xmlText(item.summary), date: item.published });
  }
  const body = feed.rss2();
  // Nothing new has no date.
  return modified ? body : body.replace(/\s*<lastBuildDate>[^<]*<\/lastBuildDate>/, '');
}
