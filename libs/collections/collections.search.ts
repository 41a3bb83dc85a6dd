import { Database } from '@app/platform/database';
import { Events } from '@app/platform/events';
import type { Get } from '@app/platform/feature';
import { shut } from '@app/platform/search';
import { ResourceChanged, type ResourceHolder, ResourcesImported } from '@app/resources';
import { feed, type SearchDraft, type SearchSource } from '@app/search';
import { CollectionChanged, CollectionOpened, CollectionRemoved } from './collections.events.js';

const shelvesWith = async (get: Get, resourceIds: readonly string[]): Promise<string[]> =>
  (await get(Database).query<{ id: string }>(`select distinct collection_id as id from collection_item where resource_id = any($1::uuid[])`, [resourceIds])).map(({ id }) => id);

/** A note goes with the thing it stands on. Once that is removed nothing says on which shelves it stood, so they are told before. */
export const notedResources: ResourceHolder = {
  name: 'collections',
  shut: async (get, resourceIds) => {
    const ids = await shelvesWith(get, resourceIds);
    await shut(get(Database), 'collection', ids);
    for (const collectionId of ids) await get(Events).publish(CollectionChanged, { collectionId });
  },
};

/** Collections in the one search box: by their title, what holds them together and the notes on what everybody who reads them may read. */
export const collectionSource: SearchSource = {
  kind: 'collection',
  feeds: [
    feed(CollectionOpened, ({ collectionId }) => [collectionId]),
    feed(CollectionChanged, ({ collectionId }) => [collectionId]),
    feed(CollectionRemoved, ({ collectionId }) => [collectionId]),
    // Who reads the notes depends on who reads what they stand on.
    feed(ResourceChanged, ({ resourceId }, get) => shelvesWith(get, [resourceId])),
    feed(ResourcesImported, ({ ids }, get) => shelvesWith(get, ids)),
  ],
  read: (get, ids) =>
    get(Database).query<SearchDraft>(
      // A note tells of the thing it stands on, so it counts only where whoever reads the one reads the other: who came to a conference is a member, a guest of a team is none.
      `select c.id, c.title, concat_ws(E'\\n', c.summary, k.title, (select string_agg(i.note, E'\\n' order by i.place) from collection_item i join resource r on r.id = i.resource_id
           where i.collection_id = c.id and r.hidden_at is null and (r.audience = 'public' or r.audience = c.audience or (r.audience = 'members' and c.audience like 'conference:%')))) as body,
         c.audience, '/collections/' || c.slug as path, c.organization_id as "organizationId", c.created_at as at
       from collection c left join conference k on k.id = c.conference_id where c.id = any($1::uuid[]) and c.hidden_at is null`,
      [ids],
    ),
  all: async (get) => (await get(Database).query<{ id: string }>(`select id from collection where hidden_at is null order by id`)).map(({ id }) => id),
};
