import type { Chapter } from '@app/platform/story';
import { Discussions } from '../discussions.service.js';
import { demoThreads } from './letters.js';

/** Six conversations of the last days. Later chapters recall `thread:KEY`. */
export const lettersChapter: Chapter = {
  name: 'discussions: letters',
  tell: async (get, story) => {
    const discussions = get(Discussions);
    for (const { key, title, audience, principles, letters } of demoThreads) {
      const readers = typeof audience === 'string' ? audience : `team:${await story.recall(`organization:${audience.team}`)}`;
      let threadId = '';
      for (const { by, from, hoursAgo, body } of letters) {
        const letter = { body, authorId: await story.recall(`person:${by}`), organizationId: await story.recall(`organization:${from}`), at: story.ago({ hours: hoursAgo }) };
        if (threadId) await discussions.replyFor({ ...letter, threadId });
        else threadId = await discussions.openFor({ ...letter, title, audience: readers, principles });
      }
      await story.remember(`thread:${key}`, threadId);
    }
  },
};
