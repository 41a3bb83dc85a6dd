import { Database } from '@app/platform/database';
import { feed, type SearchDraft, type SearchSource } from '@app/search';
import { CaseStudyChanged } from './case-studies.events.js';

/** Case studies that are out; a retired one is still found, for what can be learned from it. */
export const caseStudySource: SearchSource = {
  kind: 'case-study',
  feeds: [feed(CaseStudyChanged, ({ caseStudyId }) => [caseStudyId])],
  read: (get, ids) =>
    get(Database).query<SearchDraft>(
      `select s.id, s.title, concat_ws(E'\\n', s.how, s.context, s.process, s.tools, s.outcomes, s.retire_reason, o.name) as body, s.audience, '/case-studies/' || s.slug as path,
         s.district_id as "organizationId", o.state, s.principles, s.published_at as at
       from case_study s join organization o on o.id = s.district_id where s.id = any($1::uuid[]) and s.published_at is not null and s.hidden_at is null`,
      [ids],
    ),
  all: async (get) => (await get(Database).query<{ id: string }>(`select id from case_study where published_at is not null and hidden_at is null order by id`)).map((row) => row.id),
};
