import { Database } from '@app/platform/database';
import type { Get } from '@app/platform/feature';
import type { Chapter, Story } from '@app/platform/story';
import { Accounts, Sessions, type Viewer } from '@app/people';
import { Handovers, Holdings, SeatChecks } from '@app/organizations';

/**
 * Leaders change: a board president has just handed his seat over, another has named who follows him in three weeks,
 * and a steward has asked after a third. Told last, so that there is something to hand over.
 */
export const successionChapter: Chapter = {
  name: 'home: leaders change',
  tell: async (get, story) => {
    await walterHandsOver(get, story);
    await jamesNamesHisSuccessor(get, story);
    const denise = await seatOf(get, story, 'denise');
    await get(SeatChecks).askAfter(await viewerOf(get, story, 'sam'), denise);
    await story.remember('seat:denise', denise);
  },
};

async function walterHandsOver(get: Get, story: Story): Promise<void> {
  const grace = await get(Accounts).ensure({ email: 'grace@lakeshore.example', name: 'Grace Olsen', invented: true });
  await story.remember('person:grace', grace.id);
  const seatId = await seatOf(get, story, 'walt');
  await get(Database).query(`update seat_holding set since = $2 where seat_id = $1`, [seatId, story.ago({ days: 800 })]);
  const { id } = await get(Handovers).handOver(await viewerOf(get, story, 'walt'), {
    seatId,
    email: grace.email,
    words: 'Priya and Denise will make you welcome. Read the thread on deciding without a contract first; I promised the others an answer after our June meeting.',
  });
  await get(Handovers).accept(await viewerOf(get, story, 'grace'), get(Handovers).tokenOf(id), null);
  await story.remember('seat:grace', seatId);
}

async function jamesNamesHisSuccessor(get: Get, story: Story): Promise<void> {
  const seatId = await seatOf(get, story, 'james');
  const james = await viewerOf(get, story, 'james');
  const day = story.ago({ days: -21 }).toISOString().slice(0, 10);
  await get(Holdings).describe(james, { seatId, title: null, equivalent: false, termEnds: day });
  await get(Handovers).handOver(james, { seatId, email: 'simone.reyes@harbor-point.example', day, words: 'The joint committee meets on the first Monday. Sit beside Mei-Lin.' });
  await story.remember('seat:james', seatId);
}

async function viewerOf(get: Get, story: Story, key: string): Promise<Viewer> {
  const viewer = await get(Sessions).viewerOfPerson(await story.recall(`person:${key}`));
  if (!viewer) throw new Error(`${key} has no account.`);
  return viewer;
}

async function seatOf(get: Get, story: Story, key: string): Promise<string> {
  const seat = await get(Database).one<{ id: string }>(`select id from seat where account_id = $1`, [await story.recall(`person:${key}`)]);
  if (!seat) throw new Error(`${key} holds no seat.`);
  return seat.id;
}
