import { newId } from '@app/platform/database';
import type { Chapter } from '@app/platform/story';
import { type EnteredStep, Ladders } from '../ladder.service.js';

/** What the demo's sponsors wrote before Ridgeline opened. The first three steps are due when the demo starts. */
export const ladderChapter: Chapter = {
  name: 'outreach: the ladder of Ridgeline',
  tell: async (get, story) => {
    const conferenceId = await story.recall('conference:ridgeline');
    const digest = (afterEnd: string): Omit<EnteredStep, 'id' | 'conferenceId' | 'plannedBy'> => ({ kind: 'digest', audience: 'attended', afterEnd, fromOrganizationId: null, fromName: null, fromTitle: null, subject: null, body: null });
    const [forum, alliance] = [await story.recall('organization:forum'), await story.recall('organization:alliance')];
    const steps = [
      { by: 'nora', ...digest('10 minutes') },
      {
        by: 'eleanor', kind: 'message' as const, audience: 'attended' as const, afterEnd: '10 minutes', fromOrganizationId: forum, fromName: 'Eleanor Marsh', fromTitle: 'President',
        subject: 'Before you unpack: one thing to do together this week',
        body: [
          'You have two days of other people’s work in your bags. By Friday it will be under the mail.',
          'So here is one thing to do as a team, all three of you in the room, in half an hour:',
          '1. Each names the one practice from Minneapolis that your district could begin this spring.\n2. Say aloud what would stop it.\n3. Ask the district that has already been stopped by it. They said they would answer.',
          'Cedar Ridge and Harbor Point take questions from any team that came. **Ask before you are ready**; they did not wait either.',
        ].join('\n\n'),
      },
      {
        by: 'marcus', kind: 'message' as const, audience: 'absent' as const, afterEnd: '10 minutes', fromOrganizationId: alliance, fromName: 'Marcus Bell', fromTitle: 'Executive Director',
        subject: 'What your team would have heard in Minneapolis',
        body: [
          'Your seat was kept until the first morning, and you were missed. I know how a week like yours goes.',
          'Nothing that was said is lost to you. Four teams worked through how peer review begins, what it costs in its first year, and what a contract has to say so that it outlasts the people who signed it.',
          'Read what they brought home, and put your question to them. They have agreed to answer districts that could not come.',
        ].join('\n\n'),
      },
      { by: 'nora', ...digest('3 days') },
      { by: 'nora', ...digest('2 weeks') },
      { by: 'nora', ...digest('6 weeks') },
    ];
    for (const { by, ...step } of steps) await get(Ladders).enter({ ...step, id: newId(), conferenceId, plannedBy: await story.recall(`person:${by}`) });
  },
};
