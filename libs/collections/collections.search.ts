import { Database } from '@app/platform/database';
import { ResourceChanged } from '@app/resources';
import { feed, type SearchDraft, type SearchSource } from '@app/search';
import { CollectionChanged, CollectionOpened, CollectionRemoved } from './collections.events.js';

/** Collections in the one search box: by their title, what holds them together and the notes on what everybody who reads them may read. */
export const collectionSource: SearchSource = {
  kind: 'collection',
  feeds: [
    feed(CollectionOpened, ({ collectionId }) => [collectionId]),
    feed(CollectionChanged, ({ collectionId }) => [collectionId]),
    feed(CollectionRemoved, ({ collectionId }) => [collectionId]),
    // Who reads the notes depends on who reads what they stand on.
    feed(ResourceChanged, async ({ resourceId }, get) => (await get(Database).query<{ id: string }>(`select collection_id as id from collection_item where resource_id = $1`, [resourceId])).map(({ id }) => id)),
  ],
  read: (get, ids) =>
    get(Database).query<SearchDraft>(
      // A note tells of the thing it stands on, so it counts only where whoever reads the one reads the other.
      `select c.id, c.title, concat_ws(E'\\n', c.summary, k.title, (select string_agg(i.note, E'\\n' order by i.place) from collection_item i join resource r on r.id = i.resource_id
           where i.collection_id = c.id and r.hidden_at is null and (r.audience = 'public' or r.audience = c.audience or (r.audience = 'members' and c.audience <> 'public')))) as body,
         c.audience, '/collections/' || c.slug as path, c.organization_id as "organizationId", c.created_at as at
       from collection c left join conference k on k.id = c.conference_id where c.id = any($1::uuid[]) and c.hidden_at is null`,
      [ids],
    ),
  all: async (get) => (await get(Database).query<{ id: string }>(`select id from collection where hidden_at is null order by id`)).map(({ id }) => id),
};
