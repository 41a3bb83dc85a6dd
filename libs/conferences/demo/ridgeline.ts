import { Database } from '@app/platform/database';
import type { Chapter } from '@app/platform/story';
import { Conferences } from '../conferences.service.js';
import { ConferenceMaterials } from '../materials.service.js';

const ATTENDING = ['maple-hollow', 'cedar-ridge', 'harbor-point', 'prairie-view'];
const PRESENTING = ['cedar-ridge', 'harbor-point'];

/** The demo's conference: it opened two days ago and ended ten minutes before the demo began. Its follow-up is planned in outreach. */
export const ridgelineChapter: Chapter = {
  name: 'conferences: Ridgeline',
  tell: async (get, story) => {
    const [db, conferences, materials] = [get(Database), get(Conferences), get(ConferenceMaterials)];
    const of = (key: string): Promise<string> => story.recall(`organization:${key}`);
    const zone = 'America/Chicago';
    const id = await conferences.insert({
      title: 'Ridgeline Conference on Working Together', city: 'Minneapolis', state: 'MN', zone, invented: true, told: true,
      starts: wallClock(story.ago({ days: 2 }), zone), ends: wallClock(story.ago({ minutes: 10 }), zone),
      theme: 'Evaluation that helps teachers grow, agreed by both sides of the table',
      principles: [3, 5], topics: ['development', 'evaluation'],
      summary: 'District teams of three spent two days with the work of two presenting districts: how peer review began, what it costs, and what a contract has to say so that it lasts. Every team left with time of its own to plan.',
    });
    await story.remember('conference:ridgeline', id);
    await conferences.sponsor(id, await of('forum'), [await of('alliance'), await of('council')]);
    await conferences.mark(id, await Promise.all(ATTENDING.map(of)), 'attending');
    await conferences.mark(id, await Promise.all(PRESENTING.map(of)), 'attending', true);
    await conferences.mark(id, [await of('lakeshore')], 'invited');
    const handed = [
      { title: 'The two-day program, with rooms', link: 'https://ridgeline.example/program.pdf', note: 'Who spoke where, and how to reach them', from: 'forum', person: 'eleanor', audience: 'public', hours: 50 },
      { title: 'Peer review in Cedar Ridge: slides of the breakout', link: 'https://ridgeline.example/cedar-ridge-peer-review.pdf', note: 'The panel, the mentor’s caseload and the first-year budget', from: 'cedar-ridge', shown: true, person: 'ruth', audience: `conference:${id}`, hours: 4 },
      { title: 'Harbor Point’s joint calendar of decisions', link: 'https://ridgeline.example/harbor-point-calendar.pdf', note: 'One page: what is decided together, by when, by whom', from: 'harbor-point', shown: true, person: 'mei', audience: `conference:${id}`, hours: 22 },
      { title: 'Action-plan sheet for teams', link: 'https://ridgeline.example/action-plan.pdf', note: 'The sheet you began in your team’s own time on the second day', from: 'council', person: 'nora', audience: 'members', hours: 26 },
    ];
    for (const { from, shown = false, person, hours, ...material } of handed) {
      await materials.enter({ ...material, conferenceId: id, organizationId: await of(from), teamId: shown ? await of(from) : null, authorId: await story.recall(`person:${person}`), at: story.ago({ hours }) });
    }
    // The story is told to the minute; the wall clock above only goes to whole ones.
    await db.query(`update conference set starts_at = $2, ends_at = $3, created_at = $4 where id = $1`, [id, story.ago({ days: 2 }), story.ago({ minutes: 10 }), story.ago({ days: 60 })]);
    await conferences.end(id, story.ago({ minutes: 10 }));
  },
};

/** An instant as the clocks of a zone show it: 2027-03-04T09:00. */
function wallClock(at: Date, zone: string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(at);
  return parts.replace(' ', 'T');
}
