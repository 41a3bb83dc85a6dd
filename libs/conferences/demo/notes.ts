import { Database } from '@app/platform/database';
import type { Chapter } from '@app/platform/story';
import { Sessions } from '@app/people';
import { ConferenceNotes } from '../notes.service.js';

const NOTED: { by: string; shownBy: string; hours: number; body: string }[] = [
  { by: 'ana', shownBy: 'cedar-ridge', hours: 27, body: 'Peers never observe in the building where they teach. That one sentence would have saved our trial: friends rated friends.' },
  { by: 'dana', shownBy: 'cedar-ridge', hours: 26, body: 'The two observers each fill in the sheet before they talk. We would have talked first, and written down what we agreed on.\n\nTo ask them: who pays for the substitutes on the release days?' },
  { by: 'tom', shownBy: 'harbor-point', hours: 21, body: 'They struck every line on which only one side decides. Of sixty lines thirty-one were left, and those are kept.' },
];

/** What those who came to the demo's conference noted of what two districts showed there. */
export const notesChapter: Chapter = {
  name: 'conferences: what was noted',
  tell: async (get, story) => {
    const conferenceId = await story.recall('conference:ridgeline');
    for (const { by, shownBy, hours, body } of NOTED) {
      const viewer = await get(Sessions).viewerOfPerson(await story.recall(`person:${by}`));
      if (!viewer) throw new Error(`${by} has no account.`);
      const { id } = await get(ConferenceNotes).write(viewer, conferenceId, await story.recall(`organization:${shownBy}`), body, 0);
      await get(Database).query(`update conference_note set at = $2, changed_at = $2 where id = $1`, [id, story.ago({ hours })]);
    }
  },
};
