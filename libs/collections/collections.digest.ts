import { Database } from '@app/platform/database';
import type { DigestItem, DigestSection } from '@app/digests';

interface NewRow {
  reader: number;
  slug: string;
  title: string;
  organization: string;
  things: number;
}

const MOST = 3;

/** Collections that others have begun; that of the conference which the digest follows stands first. */
export const collectionsSection: DigestSection = {
  name: 'collections',
  title: 'New collections',
  rank: 55,
  read: async (get, readers) => {
    const rows = await get(Database).read<NewRow>(
      `select reader.place as reader, n.slug, n.title, o.name as organization, n.things
       from jsonb_to_recordset($1::jsonb) as reader (place int, organization_id uuid, conference_id uuid, keys text[], since timestamptz)
       cross join lateral (
         select c.slug, c.title, c.organization_id, c.created_at, c.conference_id is not distinct from reader.conference_id and c.conference_id is not null as ours,
           (select count(*)::int from collection_item i join resource r on r.id = i.resource_id where i.collection_id = c.id and r.audience = any(reader.keys) and r.hidden_at is null) as things
         from collection c where c.audience = any(reader.keys) and c.hidden_at is null and c.created_at > reader.since and c.organization_id <> reader.organization_id
         order by ours desc, c.created_at desc, c.id desc limit ${MOST}) n
       join organization o on o.id = n.organization_id where n.things > 0
       order by reader.place, n.ours desc, n.created_at desc`,
      [JSON.stringify(readers.map(({ organizationId, conferenceId, keys, since }, place) => ({ place, organization_id: organizationId, conference_id: conferenceId, keys, since })))],
    );
    const found = new Map<string, DigestItem[]>();
    for (const { reader, slug, title, organization, things } of rows) {
      const organizationId = readers[reader]?.organizationId ?? '';
      found.set(organizationId, [...(found.get(organizationId) ?? []), { title, path: `/collections/${slug}`, note: `${organization}, ${things === 1 ? 'one thing' : `${things} things`}` }]);
    }
    return found;
  },
};
