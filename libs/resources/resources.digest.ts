import { Database } from '@app/platform/database';
import { audiencesOf, type DigestSection, LOOKED_AT, newsFor } from '@app/digests';
import { BOTH_SIDES } from './resources.queries.js';

interface NewRow {
  audience: string;
  organizationId: string;
  id: string;
  title: string;
  organization: string;
  useful: number;
  both_sides: number;
}

/** What other teams have put into the library; what many find useful stands first. */
export const librarySection: DigestSection = {
  name: 'resources',
  title: 'New in the library',
  read: async (get, readers) => {
    const rows = await get(Database).read<NewRow>(
      `select n.audience, n.organization_id as "organizationId", n.id, n.title, o.name as organization, n.useful, ${BOTH_SIDES('n')} as both_sides
       from unnest($1::text[]) as asked (audience)
       cross join lateral (
         select x.audience, x.id, x.version, x.title, x.organization_id, x.created_at, (select count(*)::int from resource_useful u where u.resource_id = x.id) as useful
         from resource x where x.audience = asked.audience and x.hidden_at is null and x.superseded_by is null and x.created_at > $2::timestamptz
         order by useful desc, x.created_at desc, x.id desc limit ${LOOKED_AT}) n
       join organization o on o.id = n.organization_id
       order by n.useful desc, n.created_at desc, n.id desc`,
      [audiencesOf(readers), readers.since],
    );
    return newsFor(readers, rows, ({ organizationId, id, title, organization, useful, both_sides }, reader) =>
      organizationId === reader.organizationId ? null : { title, path: `/library/${id}`, note: `${organization}${praise(useful, both_sides)}` },
    );
  },
};

function praise(useful: number, bothSides: number): string {
  const found = useful === 0 ? '' : useful === 1 ? ', useful to one team' : `, useful to ${useful} teams`;
  const endorsed = bothSides === 0 ? '' : bothSides === 1 ? ', endorsed by both sides in one district' : `, endorsed by both sides in ${bothSides} districts`;
  return `${found}${endorsed}`;
}
