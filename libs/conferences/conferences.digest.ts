import { Database } from '@app/platform/database';
import { audiencesOf, type DigestSection, LOOKED_AT, newsFor } from '@app/digests';
import { STILL_SHARED } from './conferences.queries.js';

interface NewRow {
  audience: string;
  organizationId: string | null;
  title: string;
  link: string;
  note: string | null;
  by: string | null;
}

/** What others handed out at the conference that the digest follows, new since the last one; materials come first. */
export const materialsSection: DigestSection = {
  name: 'conference-materials',
  title: 'From the conference',
  rank: 10,
  read: async (get, readers) => {
    const rows = await get(Database).read<NewRow>(
      `select m.audience, m.organization_id as "organizationId", m.title, m.link, m.note, o.name as by
       from (
         select *, row_number() over (partition by audience order by at desc, id desc) as place from conference_material m
         where ${STILL_SHARED} and conference_id = $1::uuid and at > $2::timestamptz and audience = any($3::text[])
       ) as m left join organization o on o.id = m.organization_id
       where m.place <= ${LOOKED_AT} order by m.at desc, m.id desc`,
      [readers.conferenceId, readers.since, audiencesOf(readers)],
    );
    return newsFor(readers, rows, ({ organizationId, title, link, note, by }, reader) =>
      organizationId === reader.organizationId ? null : { title, path: link, note: note ?? (by ? `From ${by}` : undefined) },
    );
  },
};
