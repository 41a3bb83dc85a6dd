import { Database } from '@app/platform/database';
import { feed, KEPT_OF_PARTS, type SearchDraft, type SearchSource } from '@app/platform/search';
import { PostEdited, PostRemoved, PostReplied, ThreadChanged, ThreadOpened } from './discussions.events.js';
import { plain } from './plain.js';

interface FoundRow {
  id: string;
  title: string;
  body: string | null;
  letters: { number: number; body: string }[];
  audience: string;
  organization_id: string;
  state: string | null;
  principles: number[];
  topics: string[];
  last_post_at: Date;
}

/** The letters after the first that can be read: of a very long thread the latest, so that one more letter never costs more than so many. */
const LETTERS = `(
  select coalesce(json_agg(json_build_object('number', l.number, 'body', l.body) order by l.number), '[]') from (
    select p.number, p.body, sum(length(p.body)) over (order by p.number desc) as so_far from (
      select number, body from post where thread_id = t.id and number > 1 and deleted_at is null and hidden_at is null order by number desc limit ${KEPT_OF_PARTS.count}) p) l
  where l.so_far <= ${KEPT_OF_PARTS.placed})`;

/** Threads in the one search box: their title and first letter, and each later letter as a part that opens by itself. */
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
         (select p.body from post p where p.thread_id = t.id and p.number = 1 and p.deleted_at is null and p.hidden_at is null) as body, ${LETTERS} as letters
       from thread t join organization o on o.id = t.organization_id where t.id = any($1::uuid[]) and t.hidden_at is null`,
      [ids],
    );
    return rows.map((row) => ({
      id: row.id,
      title: row.title,
      body: plain(row.body ?? ''),
      parts: row.letters.map(({ number, body }) => ({ number, label: `letter ${number}`, text: plain(body), path: `/threads/${row.id}?from=${number}` })),
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
