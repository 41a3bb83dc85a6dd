import { Database, newId } from '@app/platform/database';
import type { Get } from '@app/platform/feature';
import type { Chapter, Story } from '@app/platform/story';
import { Accounts, Sessions, type Viewer } from '@app/people';
import { Affiliates } from '../affiliates.service.js';
import { JoinLeaders } from '../join-leaders.service.js';
import { JoinLeader } from '../join-request.entity.js';
import { Joining } from '../joining.service.js';
import { Opening } from '../opening.service.js';
import { Organization } from '../organization.entity.js';
import { Organizations } from '../organizations.service.js';
import type { SeatRole } from '../seat.entity.js';

const DAY_MS = 24 * 60 * 60 * 1000;

/** A state's team with two union seats, a foundation, and how far the co-sponsors' work reaches. */
export const wideningChapter: Chapter = {
  name: 'organizations: a state team, a foundation, affiliates',
  tell: async (get, story) => {
    const ohio = await anInvented(get, story, 'ohio-team', { kind: 'state_team', name: 'Ohio Partnership Team', state: 'OH', summary: 'The state’s chief and the presidents of its two teachers’ organizations, who meet each quarter and visit districts together.' });
    await sit(get, story, ohio, [
      { key: 'helen', name: 'Helen Park', role: 'state_chief', title: 'State Superintendent' },
      { key: 'rosa', name: 'Rosa Delgado', role: 'nea_president' },
      { key: 'victor', name: 'Victor Lane', role: 'aft_president' },
      { key: 'grace', name: 'Grace Kim', role: 'administrators_leader' },
    ]);
    const fund = await anInvented(get, story, 'lantern-fund', { kind: 'foundation', name: 'Lantern Fund', summary: 'Pays for visits between districts, and for substitutes while teams plan.' });
    await sit(get, story, fund, [{ key: 'iris', name: 'Iris Holm', role: 'representative', title: 'Program Officer' }]);
    await reach(get, story);
    await placesAtMapleHollow(get, story);
  },
};

async function anInvented(get: Get, story: Story, key: string, facts: Partial<Organization>): Promise<string> {
  const organization = await get(Database).of(Organization).save({ id: newId(), slug: key, invented: true, createdAt: story.ago({ days: 30 }), ...facts } as Organization);
  await story.remember(`organization:${key}`, organization.id);
  return organization.id;
}

async function sit(get: Get, story: Story, organizationId: string, people: { key: string; name: string; role: SeatRole; title?: string }[]): Promise<void> {
  for (const { key, name, role, title } of people) {
    const account = await get(Accounts).ensure({ email: `${key}@partners.example`, name, invented: true });
    await get(Organizations).seat(organizationId, role, account.id, title ?? null);
    await story.remember(`person:${key}`, account.id);
  }
}

async function reach(get: Get, story: Story): Promise<void> {
  const [db, affiliates] = [get(Database), get(Affiliates)];
  const [forum, alliance, council] = [await story.recall('organization:forum'), await story.recall('organization:alliance'), await story.recall('organization:council')];
  await db.query(`update organization set level = 'national' where id = any($1::uuid[])`, [[forum, alliance]]);
  await db.query(`update organization set level = 'regional' where id = $1`, [council]);
  await affiliates.setRule(await viewerOf(get, story, 'marcus'), alliance, 'aft', null);
  await affiliates.name(await viewerOf(get, story, 'nora'), council, [await story.recall('organization:cedar-ridge'), await story.recall('organization:prairie-view')]);
}

async function viewerOf(get: Get, story: Story, person: string): Promise<Viewer> {
  const viewer = await get(Sessions).viewerOfPerson(await story.recall(`person:${person}`));
  if (!viewer) throw new Error(`"${person}" has no account.`);
  return viewer;
}

async function placesAtMapleHollow(get: Get, story: Story): Promise<void> {
  const maple = await story.recall('organization:maple-hollow');
  const [theo, paula] = [
    await get(Accounts).ensure({ email: 'theo@maple-hollow.example', name: 'Theo Grant', invented: true }),
    await get(Accounts).ensure({ email: 'paula@parents.example', name: 'Paula Young', invented: true }),
  ];
  await get(Organizations).seat(maple, 'deputy', theo.id, 'Vice President', { deputyFor: 'labor_leader' });
  await get(Organizations).seat(maple, 'guest', paula.id, 'Parents’ council', { validUntil: new Date(story.now.getTime() + 60 * DAY_MS) });
  await story.remember('person:theo', theo.id);
  await story.remember('person:paula', paula.id);
}

const ASKING = [
  {
    key: 'stony-creek', name: 'Stony Creek Schools', state: 'PA', city: 'Stony Creek', affiliation: 'aft', days: 12, role: 'superintendent', person: { key: 'tess', name: 'Tess Moran' },
    statement: 'Our contract runs out next June. The three of us have met monthly since spring, and want to learn from districts that have settled the calendar and class sizes together before they sat down to bargain.',
    leaders: [{ role: 'board_president', name: 'Bernard Cole', email: 'bernard@stony-creek.example' }, { role: 'labor_leader', name: 'Lia Ferro', email: 'lia@stony-creek.example' }],
    yes: 2,
  },
  {
    key: 'two-rivers', name: 'Two Rivers Consolidated', state: 'IA', city: 'Two Rivers', affiliation: 'nea', days: 5, role: 'labor_leader', person: { key: 'gus', name: 'Gus Lindgren' },
    statement: 'We share one mentor teacher between four buildings. We would like to hear how others found the time, and to show what we have tried.',
    leaders: [{ role: 'superintendent', name: 'Marla Voss', email: 'marla@two-rivers.example' }, { role: 'board_president', name: null, email: null }],
    yes: 1,
  },
  {
    key: 'pine-flats', name: 'Pine Flats District', state: 'GA', city: 'Pine Flats', affiliation: null, days: 2, role: 'board_president', person: { key: 'edna', name: 'Edna Whitlock' },
    statement: 'A small district with a new superintendent. We want to begin well.',
    leaders: [{ role: 'superintendent', name: 'Cal Drummond', email: 'cal@pine-flats.example' }, { role: 'labor_leader', name: null, email: null }],
    yes: 0,
  },
] as const;

/** Three districts that ask to join: one that all three leaders want, one on its way, one that was asked something. */
export const joiningChapter: Chapter = {
  name: 'organizations: districts that ask to join',
  tell: async (get, story) => {
    const [db, joining, leaders] = [get(Database), get(Joining), get(JoinLeaders)];
    for (const asked of ASKING) {
      const { key, name, state, city, affiliation, person, role, statement, days, yes } = asked;
      const organizationId = await anInvented(get, story, key, { kind: 'district', name, state, city, affiliation });
      const account = await get(Accounts).ensure({ email: `${person.key}@${key}.example`, name: person.name, invented: true });
      await story.remember(`person:${person.key}`, account.id);
      const request = await joining.ask(await viewerOf(get, story, person.key), { organizationId, role, statement, leaders: asked.leaders });
      await db.query(`update join_request set created_at = $2 where id = $1`, [request.id, story.ago({ days })]);
      await story.remember(`join-request:${key}`, request.id);
      const named = await db.of(JoinLeader).findBy({ requestId: request.id });
      for (const leader of named.filter((one) => one.role !== role && one.email).slice(0, yes)) await leaders.answer(null, leaders.tokenOf(leader.id), true, leader.name);
    }
    await get(Opening).setPace(await viewerOf(get, story, 'sam'), 2, null);
    await get(Opening).askBack(await viewerOf(get, story, 'nora'), await story.recall('join-request:pine-flats'), 'Who leads your teachers’ union or association, and where do we reach them? We open a district only with all three.');
  },
};
