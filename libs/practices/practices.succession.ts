import { Database } from '@app/platform/database';
import { exactly, type WritingSource, type WrittenPiece } from '@app/people';
import { BRIEF_ITEMS, type HandoverSection } from '@app/organizations';

/** What a district says that it practises, for whoever takes over one of its seats. */
export const sharedPracticesBrief: HandoverSection = {
  name: 'practices',
  title: 'What your district practises',
  rank: 50,
  read: async (get, viewer, organizationId) => {
    const rows = await get(Database).query<{ slug: string; title: string; principle: number; as_of: string | null }>(
      `select slug, title, principle, as_of from practice
       where organization_id = $1 and audience = any($2) and withdrawn_at is null and hidden_at is null order by shared_at desc nulls last, principle, id limit ${BRIEF_ITEMS}`,
      [organizationId, viewer.keys],
    );
    return rows.map(({ slug, title, principle, as_of }) => ({ title, path: `/practices/${slug}`, note: `principle ${principle}${as_of ? `, as of ${as_of}` : ''}` }));
  },
};

/** The practices somebody wrote down; those they withdrew are theirs all the same. */
export const ownPractices: WritingSource = {
  name: 'practices',
  read: (get, viewer, before, limit) =>
    get(Database).read<WrittenPiece>(
      `select p.id, 'Practice' as kind, p.title, concat_ws(E'\\n\\n', p.summary, p.story) as body, o.name as organization, ${exactly('p.shared_at')} as at,
         case when p.audience = any($2) and p.withdrawn_at is null then '/practices/' || p.slug end as path
       from practice p join organization o on o.id = p.organization_id
       where p.author_id = $1 and p.shared_at is not null and ($3::timestamptz is null or (p.shared_at, p.id) < ($3::timestamptz, $4::uuid))
       order by p.shared_at desc, p.id desc limit $5`,
      [viewer.accountId, viewer.keys, before?.at ?? null, before?.id ?? null, limit],
    ),
};
