import type { Chapter } from '@app/platform/story';
import { Sessions } from '@app/people';
import { Likenesses } from '../likeness.service.js';

/** The demo's steward has said once what counts: its districts all serve all grades, so that tells nobody apart. */
export const likenessChapter: Chapter = {
  name: 'likeness: what counts for everybody',
  tell: async (get, story) => {
    const sam = await get(Sessions).viewerOfPerson(await story.recall('person:sam'));
    if (sam) await get(Likenesses).setDefaults(sam, { grades: 'not' }, story.ago({ days: 9 }));
  },
};
