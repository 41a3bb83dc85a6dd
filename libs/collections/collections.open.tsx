import { Database, isId } from '@app/platform/database';
import { FactList, GONE, Links, type OpenFeed, type OpenPage, type OpenShelf, type OpenTable, Part } from '@app/platform/open';
import { reportPath } from '@app/moderation';
import { type CollectionLine, CollectionReads } from './collections.queries.js';

const STEP = 100;

const say = {
  title: 'Collections',
  lead: 'Shelves that districts, organizations and conferences keep, each thing with a word on why it stands there.',
  contents: 'What stands in it',
  nothing: 'Nothing stands in it that everybody may read.',
  about: 'About this collection',
  kept: 'Kept by',
  newIn: (title: string) => `What is new in ${title}`,
  columns: {
    id: 'The collection, for good',
    address: 'Its page, below the address of this Accord',
    title: 'What it is called',
    summary: 'What holds it together',
    kept_by: 'The district or organization that keeps it',
    state: 'Two letters of its state',
    conference: 'The conference whose collection it is',
    things: 'The pages of what stands in it, in its order, as far as everybody may read it',
    begun: 'When it was begun, in UTC',
    changed: 'When it last changed, in UTC',
  },
};

/** The collections that everybody may read. */
export const openCollections: OpenShelf = {
  name: 'collections',
  path: '/collections',
  title: say.title,
  lead: say.lead,
  feed: true,
  table: true,
  rows: `select c.id, '/collections/' || c.slug as path, c.title, c.summary, c.created_at as published, c.updated_at as modified, c.organization_id, '{}'::smallint[] as principles, '{}'::text[] as topics
         from collection c where c.audience = 'public' and c.hidden_at is null`,
};

/** A collection with as much of it as everybody may read. */
export const collectionPage: OpenPage = {
  path: '/collections/:slug',
  except: ['new'],
  read: async (get, { params: { slug = '' } }) => {
    const collection = await get(CollectionReads).bySlug(null, slug);
    if (!collection) return (await get(Database).one(`select 1 from collection where slug = $1 and audience = 'public' and hidden_at is not null`, [slug])) ? GONE : null;
    const { owner, items } = collection;
    return {
      path: `/collections/${collection.slug}`,
      title: collection.title,
      description: collection.summary || say.lead,
      type: 'website',
      modified: new Date(collection.updatedAt),
      crumbs: [{ title: say.title, path: '/collections' }],
      ...(collection.summary ? { lead: collection.summary } : {}),
      body: (
        <>
          <Part title={say.contents}>
            {items.length === 0 ? <p>{say.nothing}</p> : <Links to={items.map(({ note, resource }) => ({ title: resource.title, path: `/library/${resource.id}`, note: note || resource.summary }))} />}
          </Part>
          <Part title={say.about}>
            <FactList facts={[[say.kept, <a key="owner" href={owner.path}>{owner.name}</a>]]} />
          </Part>
        </>
      ),
      linked: (url) => ({
        '@type': 'Collection',
        name: collection.title,
        description: collection.summary || say.lead,
        datePublished: new Date(collection.createdAt).toISOString(),
        dateModified: new Date(collection.updatedAt).toISOString(),
        author: { '@type': 'Organization', name: owner.name, url: url(owner.path) },
        hasPart: items.map(({ resource }) => ({ '@type': 'LearningResource', name: resource.title, url: url(`/library/${resource.id}`) })),
      }),
      feeds: [{ title: say.newIn(collection.title), path: `/feeds/collections/${collection.slug}.xml` }],
      report: reportPath('collection', collection.id),
      facts: { type: 'collection', id: collection.id, kept_by: owner.name, summary: collection.summary, items: items.map(({ note, resource }) => ({ id: resource.id, title: resource.title, note, address: `/library/${resource.id}` })) },
    };
  },
};

/** The collections as a table, narrowed by the same address as their page. */
export const collectionTable: OpenTable = {
  path: '/collections',
  title: say.title,
  columns: say.columns,
  pages: async function* (get, query) {
    const from = query.get('from');
    for (let after: string | null | undefined; after !== null; ) {
      const page = await get(CollectionReads).page(null, { organizationId: from && isId(from) ? from : null }, { first: STEP, ...(after ? { after } : {}) }, []);
      const things = await get(CollectionReads).things(null, page.nodes.map(({ id }) => id));
      yield page.nodes.map((collection) => rowOf(collection, things.get(collection.id) ?? []));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    }
  },
};

function rowOf(collection: CollectionLine, things: readonly string[]) {
  return {
    id: collection.id,
    address: `/collections/${collection.slug}`,
    title: collection.title,
    summary: collection.summary,
    kept_by: collection.owner.name,
    state: collection.owner.state,
    conference: collection.conference?.title ?? null,
    things: things.map((id) => `/library/${id}`),
    begun: new Date(collection.createdAt).toISOString(),
    changed: new Date(collection.updatedAt).toISOString(),
  };
}

/** What was lately put into one collection. */
export const collectionFeed: OpenFeed = {
  path: '/feeds/collections/:slug.xml',
  read: async (get, { slug = '' }) => {
    const collection = await get(CollectionReads).bySlug(null, slug);
    if (!collection) return null;
    const items = collection.items.map(({ id, note, addedAt, resource }) => ({ id, path: `/library/${resource.id}`, title: resource.title, summary: note || resource.summary, published: new Date(addedAt) }));
    return { title: collection.title, description: collection.summary || say.lead, page: `/collections/${collection.slug}`, items: items.sort((a, b) => b.published.getTime() - a.published.getTime()).slice(0, 50) };
  },
};
