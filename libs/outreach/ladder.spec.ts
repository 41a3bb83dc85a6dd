import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aConference } from '@app/conferences/testing';
import { openHouse, type TestHouse } from '../../test/setup/house.js';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const LADDER = '... on Ladder { steps { id dueAt certain days minutes state } }';

/** The moments of steps planned for a conference that ends at `endsAt` in `zone`, in the order of the ladder. */
async function moments(endsAt: string, zone: string, steps: [number, string][]): Promise<string[]> {
  const end = new Date(endsAt);
  const conference = await aConference(house, { zone, startsAt: new Date(end.getTime() - 86_400_000), endsAt: end });
  const leader = await house.as(conference.leader);
  const ladder = await leader.act('planLadder', { conferenceId: conference.id, steps: steps.map(([amount, unit]) => ({ kind: 'digest', amount, unit })) }, LADDER);
  expect(ladder.steps.every(({ certain }: { certain: boolean }) => !certain)).toBe(true);
  return ladder.steps.map(({ dueAt }: { dueAt: string }) => dueAt);
}

test('three days later is the same hour there, also when the clocks were changed between', async () => {
  // Chicago leaves winter time on 14 March 2027 and summer time on 7 November 2027.
  expect(await moments('2027-03-12T21:00:00Z', 'America/Chicago', [[3, 'days']])).toEqual(['2027-03-15T20:00:00.000Z']);
  expect(await moments('2027-11-05T20:00:00Z', 'America/Chicago', [[3, 'days']])).toEqual(['2027-11-08T21:00:00.000Z']);
});

test('hours and minutes are counted by the clock, over the change too', async () => {
  expect(await moments('2027-03-14T07:00:00Z', 'America/Chicago', [[10, 'minutes'], [36, 'hours']])).toEqual(['2027-03-14T07:10:00.000Z', '2027-03-15T19:00:00.000Z']);
});

test('the same ladder hangs on the clocks of each place', async () => {
  expect(await moments('2027-03-12T21:00:00Z', 'America/Phoenix', [[3, 'days'], [2, 'weeks']])).toEqual(['2027-03-15T21:00:00.000Z', '2027-03-26T21:00:00.000Z']);
  expect(await moments('2027-03-12T21:00:00Z', 'Pacific/Honolulu', [[1, 'weeks']])).toEqual(['2027-03-19T21:00:00.000Z']);
  expect(await moments('2027-03-27T14:00:00Z', 'Europe/Berlin', [[1, 'days']])).toEqual(['2027-03-28T13:00:00.000Z']);
});

test('an hour that the clocks leave out becomes the next that there is', async () => {
  // 2:30 in the night of 14 March 2027 does not exist in Chicago.
  expect(await moments('2027-03-13T08:30:00Z', 'America/Chicago', [[1, 'days']])).toEqual(['2027-03-14T08:30:00.000Z']);
});

test('steps are dated anew when the conference ends earlier than planned', async () => {
  const conference = await aConference(house);
  const leader = await house.as(conference.leader);
  await leader.act('planLadder', { conferenceId: conference.id, steps: [{ kind: 'digest', amount: 2, unit: 'hours' }] }, LADDER);
  const closed = await leader.act('closeConference', { conferenceId: conference.id }, '... on Conference { closedAt }');
  await house.settle();
  const { conference: page } = await leader.query(`query($slug: String!) { conference(slug: $slug) { ladder { steps { dueAt certain state } } } }`, { slug: conference.slug });
  expect(page.ladder.steps).toEqual([{ dueAt: new Date(Date.parse(closed.closedAt) + 7_200_000).toISOString(), certain: true, state: 'planned' }]);
});

test('a step planned after the end gets its date at once', async () => {
  const conference = await aConference(house);
  const leader = await house.as(conference.leader);
  await leader.act('closeConference', { conferenceId: conference.id });
  const ladder = await leader.act('planLadder', { conferenceId: conference.id, steps: [{ kind: 'digest', amount: 1, unit: 'days' }] }, LADDER);
  expect(ladder.steps[0]).toMatchObject({ certain: true, days: 1, minutes: 0 });
});

test('what cannot be planned is refused by name', async () => {
  const conference = await aConference(house);
  const leader = await house.as(conference.leader);
  const refused = async (step: object) => {
    const result = await leader.act('planLadder', { conferenceId: conference.id, steps: [step] });
    return [result.__typename, ...(result.fields ?? []).map(({ field }: { field: string }) => field)];
  };
  expect(await refused({ kind: 'digest', amount: -1, unit: 'days' })).toEqual(['Invalid', 'steps.0.amount']);
  expect(await refused({ kind: 'digest', amount: 401, unit: 'days' })).toEqual(['Invalid', 'amount']);
  expect(await refused({ kind: 'digest', audience: 'absent', amount: 1, unit: 'days' })).toEqual(['Invalid', 'audience']);
  expect(await refused({ kind: 'message', amount: 1, unit: 'days' })).toEqual(['Invalid', 'fromOrganizationId', 'fromName', 'subject', 'body']);
  expect(await refused({ kind: 'message', amount: 1, unit: 'days', fromName: 'a\u0007b' })).toEqual(['Invalid', 'steps.0.fromName']);
  await leader.act('planLadder', { conferenceId: conference.id, steps: [{ kind: 'digest', amount: 1, unit: 'weeks' }] });
  expect(await refused({ kind: 'digest', amount: 7, unit: 'days' })).toEqual(['Conflict']);
  expect((await leader.act('removeStep', { stepId: conference.id })).__typename).toBe('NotAllowed');
});

test('visitors see that something comes and when, and no words of a message', async () => {
  const conference = await aConference(house);
  const leader = await house.as(conference.leader);
  await leader.act('planLadder', { conferenceId: conference.id, steps: [{ kind: 'message', amount: 1, unit: 'days', fromOrganizationId: conference.sponsor, fromName: 'Eleanor', subject: 'Secret so far', body: 'Words' }] });
  const PAGE = `query($slug: String!) { conference(slug: $slug) { ladder { canPlan signsFor unplanned steps { kind fromName subject body } } } }`;
  expect((await house.visitor.query(PAGE, { slug: conference.slug })).conference.ladder).toEqual({ canPlan: false, signsFor: [], unplanned: false, steps: [{ kind: 'message', fromName: 'Eleanor', subject: null, body: null }] });
  expect((await leader.query(PAGE, { slug: conference.slug })).conference.ladder).toMatchObject({ canPlan: true, signsFor: [conference.sponsor], steps: [{ subject: 'Secret so far', body: 'Words' }] });
});
