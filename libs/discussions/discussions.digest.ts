import { Database } from '@app/platform/database';
import { audiencesOf, type DigestItem, type DigestSection, LOOKED_AT, newsFor } from '@app/digests';

/** The first new letter of an organization in a thread. */
interface Voice {
  organizationId: string;
  organization: string;
  name: string | null;
}

interface NewRow {
  audience: string;
  id: string;
  title: string;
  /** All new letters, and of them those of each reading district that wrote any. */
  letters: number;
  own: Record<string, number> | null;
  /** Of the two organizations that wrote first: a reader who is one of them hears of the other. */
  voices: Voice[];
}

/** Threads with new letters that a district's team did not write itself. */
export const conversationsSection: DigestSection = {
  name: 'conversations',
  title: 'Conversations',
  read: async (get, readers) => {
    const rows = await get(Database).read<NewRow>(
      `with fresh as materialized (
         select t.* from unnest($1::text[]) as asked (audience)
         cross join lateral (
           select t.id, t.audience, t.title, t.last_post_at from thread t
           where t.audience = asked.audience and t.hidden_at is null and t.last_post_at > $2::timestamptz
           order by t.last_post_at desc, t.id desc limit ${LOOKED_AT}) t
       ),
       said as (
         select p.thread_id, p.organization_id, count(*)::int as letters, min(p.number) as first
         from fresh join post p on p.thread_id = fresh.id
         where p.at > $2::timestamptz and p.deleted_at is null and p.hidden_at is null
         group by p.thread_id, p.organization_id
       ),
       news as (
         select thread_id, sum(letters)::int as letters, jsonb_object_agg(organization_id, letters) filter (where organization_id = any($3::uuid[])) as own,
           (array_agg(first order by first))[1:2] as first
         from said group by thread_id
       )
       select fresh.audience, fresh.id, fresh.title, news.letters, news.own,
         array(select jsonb_build_object('organizationId', o.id, 'organization', o.name, 'name', a.name)
               from post p join organization o on o.id = p.organization_id left join account a on a.id = p.author_id
               where p.thread_id = fresh.id and p.number = any(news.first) order by p.number) as voices
       from fresh join news on news.thread_id = fresh.id
       order by fresh.last_post_at desc, fresh.id desc`,
      [audiencesOf(readers), readers.since, readers.districts.map(({ organizationId }) => organizationId)],
    );
    return newsFor(readers, rows, (row, reader) => itemFor(row, reader.organizationId));
  },
};

function itemFor({ id, title, letters, own, voices }: NewRow, reader: string): DigestItem | null {
  const first = voices.find(({ organizationId }) => organizationId !== reader);
  if (!first) return null;
  const who = first.name ? `${first.name}, ${first.organization}` : first.organization;
  const others = letters - (own?.[reader] ?? 0) - 1;
  return { title, path: `/threads/${id}`, note: others === 0 ? who : `${who}, and ${others} more ${others === 1 ? 'letter' : 'letters'}` };
}
