import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { JobRunner } from '@app/platform/jobs';
import { SearchAlerts, Shelf } from '@app/search/testing';
import { aConference, aTeam, type Team } from '@app/conferences/testing';
import { type Actor, openHouse, type TestHouse } from '../../test/setup/house.js';

let house: TestHouse;
let [maple, cedar] = [] as unknown as [Team, Team];
let [first, second]: Actor[] = [];
const who = (actor: Actor | undefined): Actor => actor ?? house.visitor;

beforeAll(async () => {
  house = await openHouse();
  [maple, cedar] = [await aTeam(house, 'Maple Hollow'), await aTeam(house, 'Cedar Ridge')];
  [first, second] = [await house.as(maple.people[0] ?? ''), await house.as(maple.people[1] ?? '')];
  await house.settle();
});
afterAll(() => house.close());

const save = (actor: Actor | undefined, text: string, often: string): Promise<unknown> => who(actor).act('saveSearch', { name: `All of ${text}`, often, filter: { text } }, '... on SavedSearchType { id }');

test('what is new for the weekly searches of somebody who gets a digest is told in it and nowhere else; the others of the team read nothing of it', async () => {
  const shelf = new Shelf(house.get);
  for (const [actor, text, often] of [[first, 'zephyrine', 'weekly'], [first, 'quillwort', 'at_once'], [second, 'zephyrine', 'never']] as const) await save(actor, text, often);
  await shelf.put('Zephyrine handbook');
  await shelf.put('Zephyrine of another team', { audience: `team:${cedar.id}` });
  const conference = await aConference(house, { attending: [maple, cedar] });
  const leader = await house.as(conference.leader);
  await leader.act('planLadder', { conferenceId: conference.id, steps: [{ kind: 'digest', audience: 'attended', amount: 0, unit: 'minutes' }] }, '... on Ladder { unplanned }');
  house.mails.length = 0;
  await leader.act('closeConference', { conferenceId: conference.id }, '... on Conference { id }');
  await house.settle();
  const mail = (to: string | undefined): string => house.mails.filter((one) => one.to === to).map(({ text }) => text).join('');
  expect(house.mails).toHaveLength(maple.people.length + cedar.people.length);
  expect(mail(maple.people[0])).toContain('New for your search “All of zephyrine”');
  expect(mail(maple.people[0])).toContain('Zephyrine handbook');
  for (const other of [...maple.people.slice(1), ...cedar.people]) expect(mail(other)).not.toContain('zephyrine');
  for (const one of house.mails) expect(one.text).not.toContain('Zephyrine of another team');
  const { myDigests } = await who(second).query(`{ myDigests(first: 1) { nodes { sections { title } } } }`);
  expect(JSON.stringify(myDigests)).not.toContain('zephyrine');
  // Told once: no mail of its own within the week, nor of the same things after it.
  house.mails.length = 0;
  await house.get(SearchAlerts).tell('weekly');
  await house.db.query(`update saved_search set looked_at = now() - interval '8 days' where often = 'weekly'`);
  await house.get(SearchAlerts).tell('weekly');
  await house.get(JobRunner).run({ name: 'outreach.due-steps', data: {} });
  await house.settle();
  expect(house.mails).toEqual([]);
  // Without a digest, what comes later is told in a mail of its own.
  await shelf.put('Zephyrine, second edition');
  await house.db.query(`update saved_search set looked_at = now() - interval '8 days' where often = 'weekly'`);
  await house.get(SearchAlerts).tell('weekly');
  await house.settle();
  expect(house.mails.map(({ to, subject }) => `${to}: ${subject}`)).toEqual([`${maple.people[0]}: Zephyrine, second edition — new for “All of zephyrine”`]);
});

test('what may no longer be read when the digest is written is not in it, and a search that was stopped in between says nothing', async () => {
  const shelf = new Shelf(house.get);
  await save(second, 'quillwort', 'weekly');
  const id = await shelf.put('Quillwort withdrawn');
  const conference = await aConference(house, { attending: [maple] });
  const leader = await house.as(conference.leader);
  await leader.act('planLadder', { conferenceId: conference.id, steps: [{ kind: 'digest', audience: 'attended', amount: 0, unit: 'minutes' }] }, '... on Ladder { unplanned }');
  house.mails.length = 0;
  const people = await house.db.query<{ id: string }>(`select id from account where email = $1`, [maple.people[1]]);
  const edition = { id: conference.id, at: new Date(Date.now() + 60_000) };
  expect(await house.get(SearchAlerts).noteForDigest(edition, people.map((one) => one.id))).toBe(false);
  expect((await house.get(SearchAlerts).notedIn(edition.id, people[0]?.id ?? ''))[0]?.things.map(({ title }) => title)).toEqual(['Quillwort withdrawn']);
  await shelf.put('Quillwort withdrawn', { id, audience: 'team:nobody' });
  expect(await house.get(SearchAlerts).notedIn(edition.id, people[0]?.id ?? '')).toEqual([]);
  await shelf.put('Quillwort withdrawn', { id, audience: 'members' });
  await house.db.query(`update saved_search set often = 'never'`);
  expect(await house.get(SearchAlerts).notedIn(edition.id, people[0]?.id ?? '')).toEqual([]);
});
