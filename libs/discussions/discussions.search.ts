import { Database } from '@app/platform/database';
import { feed, type SearchDraft, type SearchSource } from '@app/platform/search';
import { PostEdited, PostRemoved, PostReplied, ThreadChanged, ThreadOpened } from './discussions.events.js';
import { plain } from './plain.js';

/** How much of a thread can be found by its words; titles and beginnings say most. */
const LONGEST = 20_000;

interface FoundRow {
  id: string;
  title: string;
  body: string | null;
  audience: string;
  organization_id: string;
  state: string | null;
  principles: number[];
  topics: string[];
  last_post_at: Date;
}

/** Threads in the one search box: their title and the letters that can be read. */
export const threadSource: SearchSource = {
  kind: 'thread',
  feeds: [
    feed(ThreadOpened, ({ threadId }) => [threadId]),
    feed(PostReplied, ({ threadId }) => [threadId]),
    feed(PostEdited, ({ threadId }) => [threadId]),
    feed(PostRemoved, ({ threadId }) => [threadId]),
    feed(ThreadChanged, ({ threadId }) => [threadId]),
  ],
  read: async (get, ids): Promise<SearchDraft[]> => {
    const rows = await get(Database).query<FoundRow>(
      `select t.id, t.title, t.audience, t.organization_id, o.state, t.principles, t.topics, t.last_post_at,
         (select left(string_agg(p.body, E'\\n\\n' order by p.number), ${LONGEST}) from post p where p.thread_id = t.id and p.deleted_at is null and p.hidden_at is null) as body
       from thread t join organization o on o.id = t.organization_id where t.id = any($1::uuid[]) and t.hidden_at is null`,
      [ids],
    );
    return rows.map((row) => ({
      id: row.id,
      title: row.title,
      body: plain(row.body ?? ''),
      audience: row.audience,
      path: `/threads/${row.id}`,
      organizationId: row.organization_id,
      state: row.state,
      principles: row.principles,
      topics: row.topics,
      at: row.last_post_at,
    }));
  },
  all: async (get) => (await get(Database).query<{ id: string }>(`select id from thread where hidden_at is null order by id`)).map(({ id }) => id),
};
