import type { Get } from '@app/platform/feature';
import { Invalid } from '@app/platform/graphql';
import type { OpenNarrowed, OpenPage, OpenShelf, OpenView } from './open.js';
import { Links } from './parts.js';
import { OpenShelves } from './shelves.service.js';
import { words } from './words.js';

const SHOWN = 100;

/** The plain list of everything on a shelf, by title: from the front page, whoever follows links comes to everything. What its address narrows, it shows narrowed. */
export function listPage(shelf: OpenShelf): OpenPage {
  return { path: shelf.path, read: async (get, { query }) => (await narrowedView(get, shelf, query)) ?? wholeView(get, shelf, query) };
}

async function wholeView(get: Get, shelf: OpenShelf, query: URLSearchParams): Promise<OpenView> {
  const { path } = shelf;
  const [after, before] = [query.get('after'), query.get('before')];
  const page = await get(OpenShelves).page(shelf, SHOWN, { after, before });
  const at = (key: string, cursor: string | null): string | null => (cursor ? `${path}?${key}=${encodeURIComponent(cursor)}` : null);
  return {
    ...aboutList(shelf, page.rows),
    // What turns the list is a page of its own.
    path: before ? `${path}?before=${encodeURIComponent(before)}` : after ? `${path}?after=${encodeURIComponent(after)}` : path,
    modified: page.rows.reduce<Date | null>((latest, row) => (latest && latest > row.modified ? latest : row.modified), null),
    body: page.rows.length > 0 ? <Rows rows={page.rows} /> : <p>{words.nothing}</p>,
    ...(shelf.table ? { table: path } : {}),
    previous: at('before', page.previous),
    next: at('after', page.next),
  };
}

async function narrowedView(get: Get, shelf: OpenShelf, query: URLSearchParams): Promise<OpenView | null> {
  const found = await narrowed(get, shelf, query);
  if (!found) return null;
  const question = new URLSearchParams([...query].filter(([name]) => name !== 'after' && name !== 'before'));
  const next = new URLSearchParams([...question, ['after', found.next ?? '']]);
  return {
    ...aboutList(shelf, found.rows),
    // To whoever lists pages it is the same list.
    path: shelf.path,
    modified: new Date(),
    body: (
      <>
        <p>
          {words.narrowed(found.by)} {found.total !== null && words.found(found.total)}{' '}
          <a href={shelf.path} className="ui-link">
            {words.whole}
          </a>
        </p>
        <Rows rows={found.rows} />
      </>
    ),
    ...(shelf.table ? { table: `${shelf.path}?${question.toString()}` } : {}),
    next: found.next === null ? null : `${shelf.path}?${next.toString()}`,
  };
}

/** A place in the list that this server did not make is the beginning. */
async function narrowed(get: Get, { narrow }: OpenShelf, query: URLSearchParams): Promise<OpenNarrowed | null> {
  if (!narrow) return null;
  return narrow(get, query, { first: SHOWN, after: query.get('after') }).catch((error: unknown) => {
    if (error instanceof Invalid && query.has('after')) return narrow(get, query, { first: SHOWN, after: null });
    throw error;
  });
}

interface Row {
  title: string;
  path: string;
  summary: string | null;
}

function Rows({ rows }: { rows: readonly Row[] }) {
  return <Links to={rows.map(({ title, path, summary }) => ({ title, path, note: summary }))} />;
}

function aboutList({ name, title, lead, feed }: OpenShelf, rows: readonly Row[]) {
  return {
    title,
    description: lead,
    type: 'website' as const,
    lead,
    linked: (url: (path: string) => string) => ({
      '@type': 'CollectionPage',
      name: title,
      description: lead,
      mainEntity: { '@type': 'ItemList', itemListElement: rows.map((row, place) => ({ '@type': 'ListItem', position: place + 1, name: row.title, url: url(row.path) })) },
    }),
    ...(feed ? { feeds: [{ title: words.newIn(title), path: `/feeds/${name}.xml` }] } : {}),
  };
}
