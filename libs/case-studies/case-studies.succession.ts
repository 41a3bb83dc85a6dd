import { Database } from '@app/platform/database';
import { exactly, type WritingSource, type WrittenPiece } from '@app/people';
import { BRIEF_ITEMS, type HandoverSection } from '@app/organizations';

const STANDS: Record<string, string> = { draft: 'being written', confirming: 'waits for your seats to sign', confirmed: 'signed, not yet approved', published: 'published', retired: 'retired' };

/** What is written about a district, for whoever takes over one of its seats. */
export const caseStudiesBrief: HandoverSection = {
  name: 'case-studies',
  title: 'Case studies of your district',
  rank: 55,
  read: async (get, viewer, organizationId) => {
    const rows = await get(Database).query<{ slug: string; title: string; state: string }>(
      `select slug, title, state from case_study where district_id = $1 and audience = any($2) and state <> 'closed' and hidden_at is null order by changed_at desc, id limit ${BRIEF_ITEMS}`,
      [organizationId, viewer.keys],
    );
    return rows.map(({ slug, title, state }) => ({ title, path: `/case-studies/${slug}`, note: STANDS[state] ?? state }));
  },
};

/** The case studies somebody wrote, whatever became of them. */
export const ownCaseStudies: WritingSource = {
  name: 'case-studies',
  read: (get, viewer, before, limit) =>
    get(Database).read<WrittenPiece>(
      `select s.id, 'Case study' as kind, s.title, concat_ws(E'\\n\\n', s.context, s.process, s.tools, s.outcomes, s.how) as body, o.name as organization, ${exactly('s.created_at')} as at, '/case-studies/' || s.slug as path
       from case_study s join organization o on o.id = s.district_id
       where s.writer_id = $1 and ($2::timestamptz is null or (s.created_at, s.id) < ($2::timestamptz, $3::uuid)) order by s.created_at desc, s.id desc limit $4`,
      [viewer.accountId, before?.at ?? null, before?.id ?? null, limit],
    ),
};
