import { Database } from '@app/platform/database';
import { exactly, type WritingSource, type WrittenPiece } from '@app/people';
import { BRIEF_ITEMS, type HandoverSection } from '@app/organizations';

/** The shelves that a team keeps, for whoever takes over one of its seats. */
export const keptCollections: HandoverSection = {
  name: 'collections',
  title: 'Collections your team keeps',
  rank: 62,
  read: (get, viewer, organizationId) =>
    get(Database).query<{ title: string; path: string }>(
      `select title, '/collections/' || slug as path from collection where organization_id = $1 and audience = any($2) and hidden_at is null order by updated_at desc, id desc limit ${BRIEF_ITEMS}`,
      [organizationId, viewer.keys],
    ),
};

/** Collections that somebody began. */
export const ownCollections: WritingSource = {
  name: 'collections',
  read: (get, viewer, before, limit) =>
    get(Database).read<WrittenPiece>(
      `select c.id, 'A collection' as kind, c.title, c.summary as body, o.name as organization, ${exactly('c.created_at')} as at,
         case when c.audience = any($2) then '/collections/' || c.slug end as path
       from collection c join organization o on o.id = c.organization_id
       where c.author_id = $1 and ($3::timestamptz is null or (c.created_at, c.id) < ($3::timestamptz, $4::uuid))
       order by c.created_at desc, c.id desc limit $5`,
      [viewer.accountId, viewer.keys, before?.at ?? null, before?.id ?? null, limit],
    ),
};
