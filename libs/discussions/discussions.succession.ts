import { Database } from '@app/platform/database';
import { exactly, type WritingSource, type WrittenPiece } from '@app/people';
import { BRIEF_ITEMS, type HandoverSection } from '@app/organizations';

/** Open threads that a team opened or wrote in, for whoever takes over one of its seats: the latest letter first. */
export const openThreads: HandoverSection = {
  name: 'discussions',
  title: 'Open conversations',
  rank: 30,
  read: async (get, viewer, organizationId) => {
    const rows = await get(Database).query<{ id: string; title: string; letters: number; last: string | null }>(
      `select t.id, t.title, t.last_post_number as letters, w.name as last
       from thread t left join account w on w.id = t.last_post_author
       where t.audience = any($2) and t.closed_at is null and t.hidden_at is null and (t.organization_id = $1 or t.audience = 'team:' || $1
         or exists (select 1 from post p where p.thread_id = t.id and p.organization_id = $1 and p.deleted_at is null))
       order by t.last_post_at desc, t.id desc limit ${BRIEF_ITEMS}`,
      [organizationId, viewer.keys],
    );
    return rows.map(({ id, title, letters, last }) => ({ title, path: `/threads/${id}`, note: `${letters === 1 ? '1 letter' : `${letters} letters`}${last ? `, the last by ${last}` : ''}` }));
  },
};

/** The letters somebody wrote; those they removed are gone. */
export const ownLetters: WritingSource = {
  name: 'discussions',
  read: (get, viewer, before, limit) =>
    get(Database).read<WrittenPiece>(
      `select p.id, 'Letter' as kind, t.title, p.body, o.name as organization, ${exactly('p.at')} as at,
         case when t.audience = any($2) and t.hidden_at is null then '/threads/' || t.id || '?from=' || p.number end as path
       from post p join thread t on t.id = p.thread_id join organization o on o.id = p.organization_id
       where p.author_id = $1 and p.deleted_at is null and ($3::timestamptz is null or (p.at, p.id) < ($3::timestamptz, $4::uuid))
       order by p.at desc, p.id desc limit $5`,
      [viewer.accountId, viewer.keys, before?.at ?? null, before?.id ?? null, limit],
    ),
};
