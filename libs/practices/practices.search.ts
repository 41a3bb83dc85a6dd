import { Database } from '@app/platform/database';
import { feed, type SearchDraft, type SearchSource } from '@app/search';
import { PracticeChanged, PracticeShared, PracticeWithdrawn } from './practices.events.js';
import { practicesForSearch } from './practices.queries.js';

/** Practices in the one search box. */
export const practiceSource: SearchSource = {
  kind: 'practice',
  feeds: [
    feed(PracticeShared, ({ practiceId }) => [practiceId]),
    feed(PracticeChanged, ({ practiceId }) => [practiceId]),
    feed(PracticeWithdrawn, ({ practiceId }) => [practiceId]),
  ],
  read: async (get, ids): Promise<SearchDraft[]> =>
    (await practicesForSearch(get(Database), ids)).map(({ slug, principle, instrument, ...found }) => ({ ...found, path: `/practices/${slug}`, principles: [principle], form: instrument })),
  all: async (get) => (await get(Database).query<{ id: string }>(`select id from practice where hidden_at is null and withdrawn_at is null order by id`)).map((row) => row.id),
};
