import { Discussions } from '@app/discussions';
import type { Chapter } from '@app/platform/story';
import { MentoringLinks } from '../mentoring-links.service.js';
import { MentoringMail } from '../mentoring.notifications.js';
import { MentoringReads } from '../mentoring.queries.js';

/** One ask that waits for Cedar Ridge, and a mentoring between Maple Hollow and Harbor Point that has begun to pay. */
export const mentoringChapter: Chapter = {
  name: 'mentoring: an ask and a link',
  tell: async (get, story) => {
    const [links, discussions] = [get(MentoringLinks), get(Discussions)];
    const organization = (key: string): Promise<string> => story.recall(`organization:${key}`);
    const person = (key: string): Promise<string> => story.recall(`person:${key}`);
    const [cedar, harbor, maple, prairie] = [await organization('cedar-ridge'), await organization('harbor-point'), await organization('maple-hollow'), await organization('prairie-view')];

    const asked = await links.open({
      mentorId: cedar, menteeId: prairie, principle: 5, askedBy: await person('tom'), at: story.ago({ days: 2, hours: 3 }),
      words: 'We are four small buildings and two evaluators, and our board seat is empty until spring. Could you show us how you began with peer observers, and what it took from whom?',
    });
    if (asked) {
      await get(MentoringMail).asked(asked);
      await story.remember('mentoring-link:prairie-cedar', asked);
    }

    const accepted = await links.open({
      mentorId: harbor, menteeId: maple, principle: 9, askedBy: await person('dana'), at: story.ago({ days: 12, hours: 5 }),
      words: 'Our contract opens in May, and Ana and I would like to come to the table with one pay proposal instead of two. How did the three of you keep talking while yours was on the line?',
    });
    if (!accepted) return;
    await story.remember('mentoring-link:maple-harbor', accepted);
    await links.accept(accepted, harbor, {
      answeredBy: await person('mei'), at: story.ago({ days: 11, hours: 2 }),
      words: 'Yes, gladly. Gloria and I will both be on the first call: half of the answer is hers. Bring your numbers as they are, the ugly ones too.',
    });
    await links.seen(accepted);
    const link = await get(MentoringReads).link([`link:${accepted}`], accepted);
    if (link?.threadId)
      await discussions.replyFor({
        threadId: link.threadId, organizationId: maple, authorId: await person('ana'), at: story.ago({ days: 3, hours: 6 }),
        body: 'Thank you for Thursday. We took two things home: the joint cost sheet that neither side may change alone, and the rule that **nobody bargains in the hallway**.\n\nLuis asks whether your board saw the sheet before or after the first session. Could James tell him directly?',
      });
  },
};
