import { Database } from '@app/platform/database';
import { type SearchDraft, type SearchSource } from '@app/search';

// An idea is known by its place in a block. Its words are part of its id here, so that a reworded one is read anew when the index is mended after it was laid.
const ID = `md5(concat_ws(chr(10), 'idea', principle, position, title, text))::uuid`;

/** Ideas of the toolkit in the one search box: they stand on the page of their principle, and behind practices whose district is known. */
export const ideaSource: SearchSource = {
  kind: 'idea',
  weight: 0.7,
  feeds: [],
  read: (get, ids) =>
    get(Database).query<SearchDraft>(
      `select ${ID} as id, title, text as body, 'public' as audience, '/principles/' || principle as path, array[principle] as principles, '2011-07-01'::timestamptz as at, '2011-07' as month from idea where ${ID} = any($1::uuid[])`,
      [ids],
    ),
  all: async (get) => (await get(Database).query<{ id: string }>(`select ${ID} as id from idea order by principle, position`)).map(({ id }) => id),
};
