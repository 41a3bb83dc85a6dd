import { Database } from '@app/platform/database';
import type { Chapter } from '@app/platform/story';
import { Sessions } from '@app/people';
import { type Often, type SavedFilter, SavedSearches } from '../saved-searches.service.js';

const NOTHING: SavedFilter = { text: null, kinds: null, principle: null, topic: null, state: null, form: null };
const KEPT: readonly { name: string; filter: SavedFilter; often: Often }[] = [
  { name: 'Evaluation that both sides wrote', filter: { ...NOTHING, text: 'evaluation' }, often: 'weekly' },
  { name: 'Practices under principle 4', filter: { ...NOTHING, kinds: ['practice'], principle: 4 }, often: 'never' },
];

/** Dana keeps two searches; for the first a week has gone by, so the demo tells her what came. */
export const searchChapter: Chapter = {
  name: 'search: two that somebody keeps',
  tell: async (get, story) => {
    const dana = await get(Sessions).viewerOfPerson(await story.recall('person:dana'));
    if (!dana) return;
    for (const { name, filter, often } of KEPT) {
      const { id } = await get(SavedSearches).save(dana, name, filter, often);
      // Saved before any of it was there.
      await get(Database).query(`delete from saved_search_told where saved_search_id = $1`, [id]);
      await get(Database).query(`update saved_search set created_at = $2, looked_at = $3 where id = $1`, [id, story.ago({ days: 15 }), story.ago({ days: 8 })]);
    }
  },
};
