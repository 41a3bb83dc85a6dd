import { Database } from '@app/platform/database';
import type { Get } from '@app/platform/feature';
import type { Chapter, Story } from '@app/platform/story';
import { Accounts, Sessions } from '@app/people';
import { Claims } from '../claims.service.js';
import { Organizations } from '../organizations.service.js';

const PROFILES: { key: string; summary: string; grants: [program: string, otherName: string | null, year: number | null, source: string | null][] }[] = [
  {
    key: 'maple-hollow',
    summary: 'Schools on the edge of a growing city. Board, administration and federation meet every second Tuesday and keep one shared list of what we work on.',
    grants: [['teacher_incentive_fund', null, 2010, 'Board minutes of September 2010'], ['other', 'Magnet Schools Assistance Program', null, null]],
  },
  {
    key: 'cedar-ridge',
    summary: 'A small-town district where teachers and principals write the evaluation rubric together and revise it each June.',
    grants: [['school_improvement_grants', null, 2011, 'State list of awards, 2011']],
  },
  {
    key: 'harbor-point',
    summary: 'A port city’s schools. A joint committee of nine settles most questions before they reach the bargaining table, and publishes its minutes.',
    grants: [['race_to_the_top', null, 2010, 'State list of participating districts, 2010'], ['teacher_incentive_fund', null, null, null], ['promise_neighborhoods', null, 2011, 'The district’s annual report, 2011']],
  },
  { key: 'prairie-view', summary: 'A few schools and many miles of gravel road. We came to learn how others share a specialist between districts.', grants: [['investing_in_innovation', null, null, null]] },
  { key: 'lakeshore', summary: 'Lake towns that merged their schools in 2009. We decide without a contract and want to decide better together.', grants: [] },
];

/** What the demo's teams say of themselves, an observer and a member of staff, and one claim that waits. */
export const teamsChapter: Chapter = {
  name: 'organizations: teams and a claim',
  tell: async (get, story) => {
    const [db, accounts, organizations] = [get(Database), get(Accounts), get(Organizations)];
    for (const { key, summary, grants } of PROFILES) {
      const id = await story.recall(`organization:${key}`);
      await db.query(`update organization set summary = $2, profile_at = $3 where id = $1`, [id, summary, story.ago({ days: 30 })]);
      for (const [program, otherName, year, source] of grants) await db.query(`insert into organization_grant (organization_id, program, other_name, year, source) values ($1, $2, $3, $4, $5)`, [id, program, otherName, year, source]);
    }
    const joining = [
      { key: 'ines', name: 'Ines Calloway', address: 'ines@maple-hollow.example', at: 'maple-hollow', role: 'staff', title: 'Director of Labor Relations' },
      { key: 'frank', name: 'Frank Deluca', address: 'frank@county-news.example', at: 'harbor-point', role: 'observer', title: 'Parents’ council' },
    ] as const;
    for (const { key, name, address, at, role, title } of joining) {
      const account = await accounts.ensure({ email: address, name, invented: true });
      await organizations.seat(await story.recall(`organization:${at}`), role, account.id, title);
      await story.remember(`person:${key}`, account.id);
    }
    await claimBoardSeat(get, story);
  },
};

async function claimBoardSeat(get: Get, story: Story): Promise<void> {
  const hal = await get(Accounts).ensure({ email: 'hal@prairie-view.example', name: 'Hal Brooks', invented: true });
  await story.remember('person:hal', hal.id);
  const viewer = await get(Sessions).viewerOfPerson(hal.id);
  if (!viewer) throw new Error('Hal Brooks has no account.');
  const claim = await get(Claims).claim(viewer, {
    organizationId: await story.recall('organization:prairie-view'),
    role: 'board_president',
    words: 'I was elected president of the board at the July meeting, after Judy Marsh retired. Tom and Carol both know me; the minutes are on our website.',
  });
  await story.remember('claim:hal', claim.id);
}
