import type { Get } from '@app/platform/feature';
import type { Chapter, Story } from '@app/platform/story';
import { Sessions } from '@app/people';
import { CoAuthors } from '../co-authors.service.js';
import { Endorsements } from '../endorsements.service.js';
import { Links } from '../links.service.js';
import type { EndorsingRole } from '../resources.policy.js';
import { ResourceReads } from '../resources.queries.js';
import { Resources } from '../resources.service.js';
import { Uses } from '../uses.service.js';
import { Versions } from '../versions.service.js';
import { MEETING_TEXT } from './texts.js';

const FIRST_AGENDA = `Ninety minutes, once a month, nine people: three from each seat.

- **0:00 What we decided last time.**
- **0:15 One matter**, with a page of facts.
- **0:45 Open talk.**
- **1:15 The sentence.** We write one sentence on the wall. All three say yes, or it is not decided.`;

const FIRST_QUESTIONS = `1. What has gone better than a month ago?
2. Who has heard something in a building that we should know?
3. What have we promised and not done?
4. What will be in the newspaper next week?
5. What do the three of us disagree about today?
6. Who else should hear of it before noon tomorrow?`;

const SECOND_AGENDA = `Ninety minutes, once a month, nine people: three from each seat. Nobody sends a replacement without a word the day before.

- **0:00 What we decided last time**, read aloud by whoever was against it.
- **0:10 One matter**, with a page of facts that both sides wrote.
- **0:40 The round.** Each seat says what it can live with, what it cannot, and what it would need.
- **1:05 Open.** A timekeeper, never one of the three leaders.
- **1:20 The sentence.** All three say yes, or it comes back with one new fact.`;

const ENDORSED: { resource: string; by: string; team: string; role: EndorsingRole; daysAgo: number }[] = [
  { resource: 'rubric', by: 'dana', team: 'maple-hollow', role: 'superintendent', daysAgo: 5 },
  { resource: 'rubric', by: 'ana', team: 'maple-hollow', role: 'labor_leader', daysAgo: 6 },
  { resource: 'rubric', by: 'gloria', team: 'harbor-point', role: 'superintendent', daysAgo: 9 },
  { resource: 'rubric', by: 'mei', team: 'harbor-point', role: 'labor_leader', daysAgo: 11 },
  { resource: 'rubric', by: 'carol', team: 'prairie-view', role: 'labor_leader', daysAgo: 3 },
  { resource: 'joint-meeting', by: 'ruth', team: 'cedar-ridge', role: 'superintendent', daysAgo: 40 },
  { resource: 'joint-meeting', by: 'pete', team: 'cedar-ridge', role: 'labor_leader', daysAgo: 8 },
  { resource: 'joint-meeting', by: 'tom', team: 'prairie-view', role: 'superintendent', daysAgo: 4 },
];

const USED: { resource: string; by: string; team: string; yearsAgo: number; context: string; result: string; daysAgo: number }[] = [
  { resource: 'rubric', by: 'mei', team: 'harbor-point', yearsAgo: 1, context: 'In three of our eleven middle schools, by principals and peer observers side by side, for one year.', result: 'Both were on the same level in 74 of 100 visits before they spoke, and in 91 at the end of the year. We left out row 9, which nobody could see in a visit.', daysAgo: 10 },
  { resource: 'rubric', by: 'priya', team: 'lakeshore', yearsAgo: 1, context: 'For the training days only, with films from Cedar Ridge. We have no contract that would let us rate with it.', result: 'People argued about the sentences and not about one another. We will ask for a second pair of days.', daysAgo: 2 },
  { resource: 'joint-meeting', by: 'ruth', team: 'cedar-ridge', yearsAgo: 2, context: 'As our monthly meeting, with seven people instead of nine.', result: 'The round is what made the difference. It took us four meetings to stop answering during it.', daysAgo: 60 },
];

/** What became of things on the shelf: a text in its third version, words of both sides, a link that fell silent, a second author. */
export const recordChapter: Chapter = {
  name: 'resources: versions, words of others, a silent link',
  tell: async (get, story) => {
    const of = (kind: string, key: string): Promise<string> => story.recall(`${kind}:${key}`);
    await threeVersions(get, story);
    await superseded(get, story);
    for (const { resource, by, team, role, daysAgo } of ENDORSED) await get(Endorsements).enter(await of('resource', resource), await of('organization', team), role, await of('person', by), story.ago({ days: daysAgo }));
    for (const { resource, by, team, yearsAgo, context, result, daysAgo } of USED) {
      await get(Uses).enter(await of('resource', resource), await of('organization', team), await of('person', by), { year: story.now.getUTCFullYear() - yearsAgo, context, result }, story.ago({ days: daysAgo }));
    }
    await aSilentLink(get, story);
    await get(CoAuthors).enter(await of('resource', 'second-year'), await of('organization', 'harbor-point'), await of('person', 'ruth'), story.ago({ days: 13 }));
    await get(CoAuthors).ask(await viewerNamed(get, story, 'ruth'), { resourceId: await of('resource', 'rubric'), organizationId: await of('organization', 'maple-hollow') });
  },
};

async function threeVersions(get: Get, story: Story): Promise<void> {
  const james = await viewerNamed(get, story, 'james');
  const id = await get(Resources).postFor({
    form: 'text', title: 'A ninety-minute joint meeting that ends with a decision', audience: 'public', principles: [10], topics: ['shared-accountability'], licence: 'cc_by_sa', body: FIRST_AGENDA,
    summary: 'The agenda we have used every month for three years: who sits where, who keeps time, and the round in which each seat says what it can live with.',
    organizationId: await story.recall('organization:harbor-point'), authorId: james.accountId, at: story.ago({ days: 420 }),
  });
  for (const [body, versionNote, daysAgo] of [[SECOND_AGENDA, 'The round came in, after a year in which two of three spoke and one listened', 200], [MEETING_TEXT, 'Each seat alone for fifteen minutes, before the round', 31]] as const) {
    const before = await get(ResourceReads).find(james, id);
    if (before) await get(Resources).rewrite(before, { ...before, body, versionNote, reviewOn: story.ago({ days: -150 }).toISOString().slice(0, 10) }, james.accountId, story.ago({ days: daysAgo }));
  }
  await story.remember('resource:joint-meeting', id);
  for (const [person, team, daysAgo] of [['tom', 'prairie-view', 5], ['priya', 'lakeshore', 8], ['eleanor', 'forum', 20], ['ruth', 'cedar-ridge', 95], ['dana', 'maple-hollow', 130]] as const) {
    await get(Resources).praise(id, await story.recall(`organization:${team}`), await story.recall(`person:${person}`), story.ago({ days: daysAgo }));
  }
}

/** Something that its team would not do the same way again, and says so. */
async function superseded(get: Get, story: Story): Promise<void> {
  const james = await viewerNamed(get, story, 'james');
  const id = await get(Resources).postFor({
    form: 'text', title: 'Questions to open a joint meeting', audience: 'public', principles: [10], topics: ['shared-accountability'], licence: 'cc_by_sa', body: FIRST_QUESTIONS,
    summary: 'Six questions with which we opened our meetings before we had the round. Four of them were answered by one person.',
    organizationId: await story.recall('organization:harbor-point'), authorId: james.accountId, at: story.ago({ days: 500 }),
  });
  await get(Versions).supersede(james, id, await story.recall('resource:joint-meeting'));
  await story.remember('resource:opening-questions', id);
}

/** The demo asks no page on the web; what is told here was never fetched. */
async function aSilentLink(get: Get, story: Story): Promise<void> {
  const links = get(Links);
  const guide = await story.recall('resource:local-guide');
  const url = 'https://alliance.example/guides/bringing-members-along';
  await links.note(guide, url, { there: true, head: { title: 'Bringing your members along', description: 'Nine pages and a checklist for local presidents, in print since spring.' } }, story.ago({ days: 27 }));
  for (const daysAgo of [6, 5, 3]) await links.note(guide, url, { there: false, why: 'gone' }, story.ago({ days: daysAgo }));
  const panel = await story.recall('resource:hiring-panel');
  await links.note(panel, 'https://lakeshore.example/people/hiring-panel', { there: true, head: { title: 'Hiring panels: a guide for both of us', description: 'Who sits on a panel, what is asked, and how a second round is called.' } }, story.ago({ days: 1 }));
}

async function viewerNamed(get: Get, story: Story, person: string) {
  const viewer = await get(Sessions).viewerOfPerson(await story.recall(`person:${person}`));
  if (!viewer) throw new Error(`${person} has no account.`);
  return viewer;
}
