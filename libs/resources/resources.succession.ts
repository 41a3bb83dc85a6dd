import { Database } from '@app/platform/database';
import { exactly, type WritingSource, type WrittenPiece } from '@app/people';
import { BRIEF_ITEMS, type HandoverSection, roleWords } from '@app/organizations';
import type { EndorsingRole } from './resources.policy.js';

/** For SQL: what has taken the place of a resource `r`, as far as the keys at `$2` read it. */
const NEXT = `(select n.title from resource n where n.id = r.superseded_by and n.audience = any($2) and n.hidden_at is null)`;

/** What a team has put into the library, for whoever takes over one of its seats. */
export const sharedResources: HandoverSection = {
  name: 'resources',
  title: 'What your team has shared',
  rank: 60,
  read: async (get, viewer, organizationId) => {
    const rows = await get(Database).query<{ id: string; title: string; useful: number; by: string | null; next: string | null }>(
      `select r.id, r.title, a.name as by, ${NEXT} as next, (select count(*)::int from resource_useful u where u.resource_id = r.id) as useful
       from resource r left join account a on a.id = r.author_id
       where r.organization_id = $1 and r.audience = any($2) and r.hidden_at is null order by r.created_at desc, r.id desc limit ${BRIEF_ITEMS}`,
      [organizationId, viewer.keys],
    );
    return rows.map(({ id, title, useful, by, next }) => {
      const note = [next && `superseded by “${next}”`, by && `shared by ${by}`, useful > 0 && `useful to ${useful === 1 ? 'one team' : `${useful} teams`}`].filter(Boolean).join(', ');
      return { title, path: `/library/${id}`, ...(note ? { note } : {}) };
    });
  },
};

/** What the seats of a team endorse: the word stays the seat's, and whoever takes it over may take it back. */
export const endorsedResources: HandoverSection = {
  name: 'resources-endorsed',
  title: 'What your team’s seats endorse',
  rank: 65,
  read: async (get, viewer, organizationId) => {
    const rows = await get(Database).query<{ id: string; title: string; role: EndorsingRole; year: number; former: boolean; next: string | null }>(
      `select r.id, r.title, e.role, ${NEXT} as next, extract(year from e.at)::int as year, e.version < r.version as former from resource_endorsement e join resource r on r.id = e.resource_id
       where e.organization_id = $1 and e.withdrawn_at is null and r.audience = any($2) and r.hidden_at is null order by e.at desc, r.id desc limit ${BRIEF_ITEMS}`,
      [organizationId, viewer.keys],
    );
    return rows.map(({ id, title, role, year, former, next }) => ({ title, path: `/library/${id}`, note: `endorsed by the ${roleWords(role)} in ${year}${former ? ', in a former version' : ''}${next ? `, superseded by “${next}”` : ''}` }));
  },
};

/** What somebody said for their team of having used something. */
export const ownUses: WritingSource = {
  name: 'resource-uses',
  read: (get, viewer, before, limit) =>
    get(Database).read<WrittenPiece>(
      `select w.id, 'On using something' as kind, r.title, concat_ws(E'\\n\\n', w.context, w.result) as body, o.name as organization, ${exactly('w.created_at')} as at,
         case when r.audience = any($2) then '/library/' || r.id end as path
       from resource_use w join resource r on r.id = w.resource_id join organization o on o.id = w.organization_id
       where w.account_id = $1 and ($3::timestamptz is null or (w.created_at, w.id) < ($3::timestamptz, $4::uuid))
       order by w.created_at desc, w.id desc limit $5`,
      [viewer.accountId, viewer.keys, before?.at ?? null, before?.id ?? null, limit],
    ),
};

/** What somebody put into the library. */
export const ownResources: WritingSource = {
  name: 'resources',
  read: (get, viewer, before, limit) =>
    get(Database).read<WrittenPiece>(
      `select r.id, 'In the library' as kind, r.title, concat_ws(E'\\n\\n', r.summary, r.url, r.body) as body, o.name as organization, ${exactly('r.created_at')} as at,
         case when r.audience = any($2) then '/library/' || r.id end as path
       from resource r join organization o on o.id = r.organization_id
       where r.author_id = $1 and ($3::timestamptz is null or (r.created_at, r.id) < ($3::timestamptz, $4::uuid))
       order by r.created_at desc, r.id desc limit $5`,
      [viewer.accountId, viewer.keys, before?.at ?? null, before?.id ?? null, limit],
    ),
};
