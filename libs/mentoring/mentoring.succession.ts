import { Database } from '@app/platform/database';
import { exactly, type WritingSource, type WrittenPiece } from '@app/people';
import { BRIEF_ITEMS, type HandoverSection } from '@app/organizations';

interface LinkRow {
  id: string;
  state: 'asked' | 'accepted';
  mentors: boolean;
  other: string;
  principle: number | null;
}

/** Mentoring that waits for an answer or goes on, for whoever takes over a seat of one of its two districts. */
export const openLinks: HandoverSection = {
  name: 'mentoring',
  title: 'Mentoring',
  rank: 20,
  read: async (get, viewer, organizationId) => {
    const rows = await get(Database).query<LinkRow>(
      `select l.id, l.state, l.mentor_organization_id = $1 as mentors, o.name as other, l.principle
       from mentoring_link l join organization o on o.id = case when l.mentor_organization_id = $1 then l.mentee_organization_id else l.mentor_organization_id end
       where $1 in (l.mentor_organization_id, l.mentee_organization_id) and l.state in ('asked', 'accepted') and l.audience = any($2)
       order by l.state, coalesce(l.answered_at, l.created_at) desc limit ${BRIEF_ITEMS}`,
      [organizationId, viewer.keys],
    );
    return rows.map((row) => ({ title: titleOf(row), path: `/mentoring/${row.id}`, ...(row.principle ? { note: `on principle ${row.principle}` } : {}) }));
  },
};

function titleOf({ state, mentors, other }: LinkRow): string {
  if (state === 'asked') return mentors ? `${other} asks you for mentoring and waits for your answer` : `You have asked ${other} for mentoring`;
  return mentors ? `You mentor ${other}` : `${other} mentors you`;
}

/** The short letters in which somebody asked for mentoring or answered. */
export const ownAsks: WritingSource = {
  name: 'mentoring',
  read: (get, viewer, before, limit) =>
    get(Database).read<WrittenPiece>(
      `select x.id, 'Mentoring' as kind, x.title, x.body, x.organization, ${exactly('x.at')} as at, case when x.audience = any($2) then '/mentoring/' || x.id end as path
       from (
         select l.id, 'To ' || mentor.name as title, l.words as body, mentee.name as organization, l.created_at as at, l.audience
         from mentoring_link l join organization mentor on mentor.id = l.mentor_organization_id join organization mentee on mentee.id = l.mentee_organization_id where l.asked_by = $1
         union all
         select l.id, 'Answer to ' || mentee.name, l.answer_words, mentor.name, l.answered_at, l.audience
         from mentoring_link l join organization mentor on mentor.id = l.mentor_organization_id join organization mentee on mentee.id = l.mentee_organization_id
         where l.answered_by = $1 and l.answer_words is not null) x
       where $3::timestamptz is null or (x.at, x.id) < ($3::timestamptz, $4::uuid)
       order by x.at desc, x.id desc limit $5`,
      [viewer.accountId, viewer.keys, before?.at ?? null, before?.id ?? null, limit],
    ),
};
