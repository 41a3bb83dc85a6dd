import { Database } from '@app/platform/database';
import type { DigestItem, DigestSection } from '@app/digests';

interface NewRow {
  reader: string;
  id: string;
  title: string;
  letters: number;
  name: string | null;
  organization: string;
}

const MOST = 5;

/** Threads with new letters that a district's team did not write itself. */
export const conversationsSection: DigestSection = {
  name: 'conversations',
  title: 'Conversations',
  read: async (get, readers) => {
    const rows = await get(Database).read<NewRow>(
      `select r.organization_id as reader, t.id, t.title, news.letters, a.name, o.name as organization
       from jsonb_to_recordset($1::jsonb) as r(organization_id uuid, keys text[], since timestamptz)
       cross join lateral (
         select t.id, t.title, t.last_post_at from thread t
         where t.audience = any(r.keys) and t.hidden_at is null and t.last_post_at > r.since
           and exists (select 1 from post p where p.thread_id = t.id and p.at > r.since and p.organization_id <> r.organization_id and p.deleted_at is null and p.hidden_at is null)
         order by t.last_post_at desc, t.id desc limit ${MOST}) t
       cross join lateral (
         select count(*)::int as letters, (array_agg(p.id order by p.number))[1] as first from post p
         where p.thread_id = t.id and p.at > r.since and p.organization_id <> r.organization_id and p.deleted_at is null and p.hidden_at is null) news
       join post p on p.id = news.first join organization o on o.id = p.organization_id left join account a on a.id = p.author_id
       order by r.organization_id, t.last_post_at desc, t.id desc`,
      [JSON.stringify(readers.map(({ organizationId, keys, since }) => ({ organization_id: organizationId, keys, since })))],
    );
    const found = new Map<string, DigestItem[]>();
    for (const row of rows) found.set(row.reader, [...(found.get(row.reader) ?? []), itemOf(row)]);
    return found;
  },
};

function itemOf({ id, title, letters, name, organization }: NewRow): DigestItem {
  const who = name ? `${name}, ${organization}` : organization;
  return { title, path: `/threads/${id}`, note: letters === 1 ? who : `${who}, and ${letters - 1} more ${letters === 2 ? 'letter' : 'letters'}` };
}
