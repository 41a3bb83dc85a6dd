import { Database } from '@app/platform/database';
import { exactly, type WritingSource, type WrittenPiece } from '@app/people';
import { BRIEF_ITEMS, type HandoverSection } from '@app/organizations';

/** What a team has put into the library, for whoever takes over one of its seats. */
export const sharedResources: HandoverSection = {
  name: 'resources',
  title: 'What your team has shared',
  rank: 60,
  read: async (get, viewer, organizationId) => {
    const rows = await get(Database).query<{ id: string; title: string; useful: number; by: string | null }>(
      `select r.id, r.title, a.name as by, (select count(*)::int from resource_useful u where u.resource_id = r.id) as useful
       from resource r left join account a on a.id = r.author_id
       where r.organization_id = $1 and r.audience = any($2) and r.hidden_at is null order by r.created_at desc, r.id desc limit ${BRIEF_ITEMS}`,
      [organizationId, viewer.keys],
    );
    return rows.map(({ id, title, useful, by }) => {
      const note = [by && `shared by ${by}`, useful > 0 && `useful to ${useful === 1 ? 'one team' : `${useful} teams`}`].filter(Boolean).join(', ');
      return { title, path: `/library/${id}`, ...(note ? { note } : {}) };
    });
  },
};

/** What somebody put into the library. */
export const ownResources: WritingSource = {
  name: 'resources',
  read: (get, viewer, before, limit) =>
    get(Database).query<WrittenPiece>(
      `select r.id, 'In the library' as kind, r.title, concat_ws(E'\\n\\n', r.summary, r.url, r.body) as body, o.name as organization, ${exactly('r.created_at')} as at,
         case when r.audience = any($2) then '/library/' || r.id end as path
       from resource r join organization o on o.id = r.organization_id
       where r.author_id = $1 and ($3::timestamptz is null or (r.created_at, r.id) < ($3::timestamptz, $4::uuid))
       order by r.created_at desc, r.id desc limit $5`,
      [viewer.accountId, viewer.keys, before?.at ?? null, before?.id ?? null, limit],
    ),
};
