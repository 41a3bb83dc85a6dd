import type { OpenPage, OpenShelf } from './open.js';
import { Links } from './parts.js';
import { OpenShelves } from './shelves.service.js';
import { words } from './words.js';

const SHOWN = 100;

/** The plain list of everything on a shelf, by title: from the front page, whoever follows links comes to everything. */
export function listPage(shelf: OpenShelf): OpenPage {
  const { name, path, title, lead } = shelf;
  return {
    path,
    read: async (get, { query }) => {
      const [after, before] = [query.get('after'), query.get('before')];
      const page = await get(OpenShelves).page(shelf, SHOWN, { after, before });
      const at = (key: string, cursor: string | null): string | null => (cursor ? `${path}?${key}=${encodeURIComponent(cursor)}` : null);
      const modified = page.rows.reduce<Date | null>((latest, row) => (latest && latest > row.modified ? latest : row.modified), null);
      return {
        // What narrows the list for readers is no other page; what turns it is.
        path: before ? `${path}?before=${encodeURIComponent(before)}` : after ? `${path}?after=${encodeURIComponent(after)}` : path,
        title,
        description: lead,
        type: 'website',
        modified,
        lead,
        body: page.rows.length > 0 ? <Links to={page.rows.map((row) => ({ title: row.title, path: row.path, note: row.summary }))} /> : <p>{words.nothing}</p>,
        linked: (url) => ({
          '@type': 'CollectionPage',
          name: title,
          description: lead,
          mainEntity: { '@type': 'ItemList', itemListElement: page.rows.map((row, place) => ({ '@type': 'ListItem', position: place + 1, name: row.title, url: url(row.path) })) },
        }),
        ...(shelf.feed ? { feeds: [{ title: words.newIn(title), path: `/feeds/${name}.xml` }] } : {}),
        ...(shelf.table ? { table: path } : {}),
        previous: at('before', page.previous),
        next: at('after', page.next),
      };
    },
  };
}
