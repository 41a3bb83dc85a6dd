import { Database } from '@app/platform/database';
import type { Chapter } from '@app/platform/story';
import { Moderation } from '@app/moderation';

interface LetterRow {
  id: string;
  title: string;
  body: string;
  author_id: string;
  organization_id: string;
}

/** One of the conversations may say too much in public: the steward's desk of the demo begins with a real question. */
export const reportedChapter: Chapter = {
  name: 'discussions: a letter is reported',
  tell: async (get, story) => {
    const threadId = await story.recall('thread:board-changes');
    const letter = await get(Database).one<LetterRow>(
      `select p.id, t.title, p.body, p.author_id, p.organization_id from post p join thread t on t.id = p.thread_id where p.thread_id = $1 and p.number = 1`,
      [threadId],
    );
    if (!letter) return;
    await get(Moderation).reportFor({
      kind: 'post',
      id: letter.id,
      reason: 'confidential',
      words: 'Anybody can read this thread. In Lakeshore people will know at once which of the two new members asked. Could Walt put it so that she is not recognised?',
      reporterId: await story.recall('person:omar'),
      organizationId: await story.recall('organization:cedar-ridge'),
      reported: { title: `The thread “${letter.title}”`, text: letter.body, path: `/threads/${threadId}?from=1`, authorId: letter.author_id, organizationId: letter.organization_id },
      at: story.ago({ hours: 5 }),
    });
  },
};
