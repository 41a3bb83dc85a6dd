import { Database } from '@app/platform/database';
import { audiencesOf, type DigestSection, LOOKED_AT, newsFor } from '@app/digests';

interface NewRow {
  audience: string;
  organizationId: string;
  slug: string;
  title: string;
  organization: string;
  /** How many of its things are for whom. */
  things: Record<string, number>;
}

/** Collections that others have begun; that of the conference which the digest follows stands first. */
export const collectionsSection: DigestSection = {
  name: 'collections',
  title: 'New collections',
  rank: 55,
  read: async (get, readers) => {
    const rows = await get(Database).read<NewRow>(
      `select n.audience, n.organization_id as "organizationId", n.slug, n.title, o.name as organization,
         (select coalesce(json_object_agg(t.audience, t.things), '{}') from (
            select r.audience, count(*)::int as things from collection_item i join resource r on r.id = i.resource_id where i.collection_id = n.id and r.hidden_at is null group by 1) t) as things
       from unnest($1::text[]) as asked (audience)
       cross join lateral (
         select c.id, c.audience, c.slug, c.title, c.organization_id, c.created_at, c.conference_id is not null and c.conference_id is not distinct from $3::uuid as ours
         from collection c where c.audience = asked.audience and c.hidden_at is null and c.created_at > $2::timestamptz
         order by ours desc, c.created_at desc, c.id desc limit ${LOOKED_AT}) n
       join organization o on o.id = n.organization_id
       order by n.ours desc, n.created_at desc, n.id desc`,
      [audiencesOf(readers), readers.since, readers.conferenceId],
    );
    return newsFor(readers, rows, ({ organizationId, slug, title, organization, things }, reader) => {
      const count = reader.keys.reduce((sum, key) => sum + (things[key] ?? 0), 0);
      return organizationId === reader.organizationId || count === 0 ? null : { title, path: `/collections/${slug}`, note: `${organization}, ${count === 1 ? 'one thing' : `${count} things`}` };
    });
  },
};
