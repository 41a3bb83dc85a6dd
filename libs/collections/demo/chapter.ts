import type { Chapter } from '@app/platform/story';
import { Collections } from '../collections.service.js';

const RIDGELINE: [string, string][] = [
  ['rubric', 'What Cedar Ridge showed on the first morning. Begin with rows 1 to 3.'],
  ['joint-meeting', 'The agenda that Harbor Point ran for us on the stage.'],
  ['second-year', 'Asked for most often in the breaks.'],
  ['calendar', 'Fix this before you fix the rubric.'],
  ['substitutes', 'For districts that have no substitutes to spare.'],
  ['local-guide', 'The link has moved; the Alliance is looking for the new address.'],
  ['bargaining-notes', 'Your own notes, so that they are in your pack.'],
];

const MAPLE: [string, string][] = [
  ['mentor-hours', 'Our own figures.'],
  ['rubric', 'What we measure ourselves against.'],
  ['hiring-panel', 'Where the new teachers come from.'],
];

const COUNCIL: [string, string][] = [
  ['board-self-review', 'For the June session.'],
  ['joint-meeting', 'Bring it to the first meeting with the new president.'],
];

/** The shelf of the demo's conference, one of a district and one of a sponsor. */
export const shelvesChapter: Chapter = {
  name: 'collections: three shelves',
  tell: async (get, story) => {
    const collections = get(Collections);
    const of = (kind: string, key: string): Promise<string> => story.recall(`${kind}:${key}`);
    const conferenceId = await of('conference', 'ridgeline');
    const shelves = [
      { key: 'ridgeline', by: 'eleanor', from: 'forum', conferenceId, title: 'What we showed one another at Ridgeline', audience: 'public', daysAgo: 1, things: RIDGELINE, summary: 'Everything that was on a screen or on a table, in the order of the two days, with a word on each. Each thing keeps its own readers.' },
      { key: 'first-year', by: 'ana', from: 'maple-hollow', conferenceId: null, title: 'The first year of a new teacher', audience: 'members', daysAgo: 4, things: MAPLE, summary: 'What our mentors are given in August.' },
      { key: 'new-presidents', by: 'nora', from: 'council', conferenceId: null, title: 'For a board president in the first hundred days', audience: 'public', daysAgo: 12, things: COUNCIL, summary: 'Short things, to be read before the first meeting and after the third.' },
    ];
    for (const { key, by, from, daysAgo, things, ...words } of shelves) {
      const [authorId, organizationId, at] = [await of('person', by), await of('organization', from), story.ago({ days: daysAgo })];
      const id = await collections.enter({ ...words, organizationId, authorId, at });
      for (const [resource, note] of things) await collections.put(id, await of('resource', resource), note, authorId, at);
      await story.remember(`collection:${key}`, id);
    }
  },
};
