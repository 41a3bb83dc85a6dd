import { Database } from '@app/platform/database';
import { type SearchDraft, type SearchSource } from '@app/platform/search';

// Its words are part of its id here, so that a reworded tenet is read anew when the index is mended after it was laid.
const ID = `md5(concat_ws(chr(10), 'tenet', number, name, summary))::uuid`;

/** Tenets in the one search box; they stand together on the page of the purpose, and behind what districts do. */
export const tenetSource: SearchSource = {
  kind: 'tenet',
  weight: 0.7,
  feeds: [],
  read: (get, ids) =>
    get(Database).query<SearchDraft>(`select ${ID} as id, name as title, summary as body, 'public' as audience, '/purpose#conditions' as path, '2011-07-01'::timestamptz as at from tenet where ${ID} = any($1::uuid[])`, [ids]),
  all: async (get) => (await get(Database).query<{ id: string }>(`select ${ID} as id from tenet order by number`)).map(({ id }) => id),
};
