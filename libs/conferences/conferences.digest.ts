import { Database } from '@app/platform/database';
import type { DigestItem, DigestSection } from '@app/digests';

/** What others handed out at the conference that the digest follows, new since the last one; materials come first. */
export const materialsSection: DigestSection = {
  name: 'conference-materials',
  title: 'From the conference',
  rank: 10,
  read: async (get, readers) => {
    const rows = await get(Database).read<{ reader: number; title: string; link: string; note: string | null; by: string | null }>(
      `select reader.place::int as reader, m.* from
         jsonb_to_recordset($1::jsonb) as reader(place int, organization_id uuid, conference_id uuid, keys jsonb, since timestamptz)
         cross join lateral (
           select m.title, m.link, m.note, o.name as by from conference_material m left join organization o on o.id = m.organization_id
           where m.conference_id = reader.conference_id and m.at > reader.since and reader.keys ? m.audience
             and m.organization_id is distinct from reader.organization_id
           order by m.at desc, m.id desc limit 5) m`,
      [JSON.stringify(readers.map((reader, place) => ({ place, organization_id: reader.organizationId, conference_id: reader.conferenceId, keys: reader.keys, since: reader.since })))],
    );
    const found = new Map<string, DigestItem[]>();
    for (const row of rows) {
      const organizationId = readers[row.reader]?.organizationId ?? '';
      found.set(organizationId, [...(found.get(organizationId) ?? []), { title: row.title, path: row.link, note: row.note ?? (row.by ? `From ${row.by}` : undefined) }]);
    }
    return found;
  },
};
