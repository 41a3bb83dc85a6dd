import { Database } from '@app/platform/database';
import type { DigestItem, DigestSection } from '@app/digests';
import { BOTH_SIDES } from './resources.queries.js';

interface NewRow {
  reader: string;
  id: string;
  title: string;
  organization: string;
  useful: number;
  both_sides: number;
}

const MOST = 5;

/** What other teams have put into the library; what many find useful stands first. */
export const librarySection: DigestSection = {
  name: 'resources',
  title: 'New in the library',
  read: async (get, readers) => {
    const rows = await get(Database).read<NewRow>(
      `select r.organization_id as reader, n.id, n.title, o.name as organization, n.useful, ${BOTH_SIDES('n.id')} as both_sides
       from jsonb_to_recordset($1::jsonb) as r (organization_id uuid, keys text[], since timestamptz)
       cross join lateral (
         select x.id, x.title, x.organization_id, x.created_at, (select count(*)::int from resource_useful u where u.resource_id = x.id) as useful
         from resource x where x.audience = any(r.keys) and x.hidden_at is null and x.superseded_by is null and x.created_at > r.since and x.organization_id <> r.organization_id
         order by useful desc, x.created_at desc, x.id desc limit ${MOST}) n
       join organization o on o.id = n.organization_id
       order by r.organization_id, n.useful desc, n.created_at desc, n.id desc`,
      [JSON.stringify(readers.map(({ organizationId, keys, since }) => ({ organization_id: organizationId, keys, since })))],
    );
    const found = new Map<string, DigestItem[]>();
    for (const row of rows) found.set(row.reader, [...(found.get(row.reader) ?? []), itemOf(row)]);
    return found;
  },
};

function itemOf({ id, title, organization, useful, both_sides }: NewRow): DigestItem {
  const praise = useful === 0 ? '' : useful === 1 ? ', useful to one team' : `, useful to ${useful} teams`;
  const endorsed = both_sides === 0 ? '' : both_sides === 1 ? ', endorsed by both sides in one district' : `, endorsed by both sides in ${both_sides} districts`;
  return { title, path: `/library/${id}`, note: `${organization}${praise}${endorsed}` };
}
