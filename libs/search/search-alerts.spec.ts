import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { newId } from '@app/platform/database';
import { Organizations } from '@app/organizations';
import { type Actor, type Loose, openHouse, type TestHouse } from '../../test/setup/house.js';
import { SearchAlerts } from './search-alerts.service.js';
import { Shelf } from './testing/index.js';

let house: TestHouse;
let shelf: Shelf;
let [ana, bea]: Actor[] = [];
const maple = newId();

beforeAll(async () => {
  house = await openHouse();
  await house.db.query(`insert into organization (id, kind, slug, name, state) values ($1, 'district', 'maple', 'Maple Hollow', 'OH')`, [maple]);
  [ana, bea] = [await house.as('ana@maple.example', 'Ana'), await house.as('bea@else.example', 'Bea')];
  await house.get(Organizations).seat(maple, 'superintendent', ana.accountId ?? '');
  await house.settle();
});
afterAll(() => house.close());
beforeEach(async () => {
  await house.db.query(`delete from search_entry`);
  await house.db.query(`delete from saved_search`);
  house.mails.length = 0;
  shelf = new Shelf(house.get);
});

const save = (who: Actor | undefined, filter: Record<string, unknown>, often = 'at_once'): Promise<Loose> => (who ?? house.visitor).act('saveSearch', { name: 'Mine', often, filter }, '... on SavedSearchType { id told { title } }');
const tell = async (often: 'at_once' | 'weekly' = 'at_once'): Promise<string[]> => {
  const before = house.mails.length;
  await house.get(SearchAlerts).tell(often);
  await house.settle();
  return house.mails.slice(before).map(({ to, subject }) => `${to}: ${subject}`);
};
const told = (title: string): string => `ana@maple.example: ${title} — new for “Mine”`;
/** Everything in the index came this long ago, and was looked at. */
const anHourLater = () => house.db.query(`update search_entry set changed_at = changed_at - interval '1 hour'`);

test('of 120 matches that come at once every one is told, each once, and the mail says how many there are and leads to all', async () => {
  await save(ana, { text: 'calendar' });
  for (let n = 0; n < 120; n++) await shelf.put(`Calendar ${n}`, { at: new Date(Date.UTC(2026, 0, 1, 0, n)) });
  await shelf.put('Calendar of others', { audience: 'team:nobody' });
  expect(await tell()).toEqual(['ana@maple.example: Calendar 119 — and 119 more for “Mine”']);
  const [mail] = house.mails;
  expect(mail?.text).toContain('120 things, of which the newest are');
  expect(mail?.text.match(/Calendar \d+/g)).toEqual(expect.arrayContaining(Array.from({ length: 10 }, (_, n) => `Calendar ${119 - n}`)));
  expect(mail?.text).toContain('/search?q=calendar');
  expect(mail?.text).not.toContain('Calendar of others');
  expect(await house.db.query(`select count(*)::int as things, count(distinct batch)::int as tellings from saved_search_told`)).toEqual([{ things: 120, tellings: 1 }]);
  expect(await tell()).toEqual([]);
});

test('more than one could look through is told in a digest by number, with a way to all of it', async () => {
  const { id } = await save(ana, { text: 'calendar' }, 'weekly');
  for (let n = 0; n < 60; n++) await shelf.put(`Calendar ${n}`);
  const edition = { id: newId(), at: new Date(Date.now() + 60_000) };
  await house.db.transaction(() => house.get(SearchAlerts).noteForDigest(edition, [ana?.accountId ?? '']));
  const [alert] = await house.get(SearchAlerts).notedIn(edition.id, ana?.accountId ?? '');
  expect([alert?.total, alert?.things.length, alert?.filter.text]).toEqual([60, 10, 'calendar']);
  await house.db.query(`update saved_search set looked_at = now() - interval '8 days' where id = $1`, [id]);
  expect(await tell('weekly')).toEqual([]);
});

test('a digest takes along what is new for weekly searches alone; its week begins with it, and a search that was stopped meanwhile is left out', async () => {
  for (const often of ['weekly', 'at_once', 'never']) await save(ana, { text: 'calendar', form: often }, often);
  for (const form of ['weekly', 'at_once', 'never']) await shelf.put(`Calendar ${form}`, { form });
  const alerts = house.get(SearchAlerts);
  const person = ana?.accountId ?? '';
  await house.db.query(`update saved_search set looked_at = looked_at - interval '8 days'`);
  const edition = { id: newId(), at: new Date(Date.now() + 60_000) };
  await house.db.transaction(() => alerts.noteForDigest(edition, [person]));
  const noted = async (): Promise<string[]> => (await alerts.notedIn(edition.id, person)).flatMap(({ things }) => things.map(({ title }) => title));
  expect(await noted()).toEqual(['Calendar weekly']);
  await shelf.put('Calendar weekly, of the day after', { form: 'weekly' });
  expect(await tell('weekly')).toEqual([]);
  const { mySavedSearches } = await (ana ?? house.visitor).query('{ mySavedSearches { id often } }');
  await ana?.act('changeSavedSearch', { id: mySavedSearches.find(({ often }: Loose) => often === 'weekly').id, often: 'never' });
  expect(await noted()).toEqual([]);
});

test('a file whose words are read an hour after it was posted is told then, and one that its reader may not see never', async () => {
  await save(ana, { text: 'grievance' });
  await save(bea, { text: 'grievance' });
  const about = { audience: `team:${maple}` };
  const id = await shelf.put('Handbook', about);
  expect(await tell()).toEqual([]);
  await anHourLater();
  await shelf.put('Handbook', { ...about, id, parts: [{ label: 'page 7', text: 'How a grievance is heard' }] });
  expect(await tell()).toEqual([told('Handbook')]);
  // Read once more, or by another program: the same thing still.
  await shelf.put('Handbook', { ...about, id, parts: [{ label: 'page 7', text: 'How each grievance is heard' }] });
  expect(await tell()).toEqual([]);
});

test('what is changed so that it matches is told, also by a filter; what matched when the search was saved is not', async () => {
  const [old, other] = [await shelf.put('Peer review'), await shelf.put('Salaries')];
  await save(ana, { text: 'peer review' });
  await save(bea, { text: null, topic: 'hiring' });
  await anHourLater();
  await shelf.put('Peer review, with slides', { id: old });
  expect(await tell()).toEqual([]);
  await shelf.put('Salaries after peer review', { id: other });
  expect(await tell()).toEqual([told('Salaries after peer review')]);
  await shelf.put('Salaries', { id: other, topics: ['hiring'] });
  expect(await tell()).toEqual(['bea@else.example: Salaries — new for “Mine”']);
});

test('another day changes nothing, so that a repeated feed wakes nobody', async () => {
  const id = await shelf.put('Peer review', { at: new Date(2026, 0, 1) });
  const changed = async () => (await house.db.one<{ at: Date }>(`select changed_at as at from search_entry where id = $1`, [id]))?.at;
  const before = await changed();
  await shelf.put('Peer review', { id, at: new Date(2026, 0, 2) });
  expect(await changed()).toEqual(before);
  await shelf.put('Peer review', { id, at: new Date(2026, 0, 2), topics: ['hiring'] });
  expect(await changed()).not.toEqual(before);
});

test('taken up again, a search tells of what comes from then on, and of nothing that came while it was still', async () => {
  const { id } = await save(ana, { text: 'merger' }, 'never');
  const meanwhile = await shelf.put('Merger, the first talk');
  await ana?.act('changeSavedSearch', { id, often: 'at_once' });
  await shelf.put('Merger, the first talk, corrected', { id: meanwhile });
  expect(await tell()).toEqual([]);
  await shelf.put('Merger, the second talk');
  expect(await tell()).toEqual([told('Merger, the second talk')]);
  // Saved again while it stood still is taken up again, too.
  await ana?.act('changeSavedSearch', { id, often: 'never' });
  await shelf.put('Merger, the third talk');
  await save(ana, { text: 'merger' });
  expect(await tell()).toEqual([]);
  await shelf.put('Merger, the fourth talk');
  expect(await tell()).toEqual([told('Merger, the fourth talk')]);
});

test('the page of saved searches shows what was told, and not what was there before', async () => {
  await shelf.put('Calendar, as it was');
  expect((await save(ana, { text: 'calendar' })).told).toEqual([]);
  await shelf.put('Calendar, new');
  const id = await shelf.put('Calendar, for a while');
  await tell();
  expect((await save(ana, { text: 'calendar' })).told.map(({ title }: Loose) => title).sort()).toEqual(['Calendar, for a while', 'Calendar, new']);
  // What its owner may not read any more is not shown to them either.
  await shelf.put('Calendar, kept to others', { id, audience: 'team:nobody' });
  expect((await save(ana, { text: 'calendar' })).told).toEqual([{ title: 'Calendar, new' }]);
});
