import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { newId } from '@app/platform/database';
import { UnsubscribeLink } from '@app/platform/mail';
import { Organizations } from '@app/organizations';
import { type Actor, type Loose, openHouse, type TestHouse } from '../../test/setup/house.js';
import { SearchAlerts } from './search-alerts.service.js';
import { Shelf } from './testing/index.js';

let house: TestHouse;
let shelf: Shelf;
let ana: Actor;
let bea: Actor;
let maple: string;

beforeAll(async () => {
  house = await openHouse();
  maple = newId();
  await house.db.query(`insert into organization (id, kind, slug, name, state) values ($1, 'district', 'maple', 'Maple Hollow', 'OH')`, [maple]);
  [ana, bea] = [await house.as('ana@maple.example', 'Ana'), await house.as('bea@else.example', 'Bea')];
  await house.get(Organizations).seat(maple, 'superintendent', ana.accountId ?? '');
  await house.settle();
});
afterAll(() => house.close());
beforeEach(async () => {
  await house.db.query(`delete from search_entry`);
  await house.db.query(`delete from saved_search`);
  await house.db.query(`delete from mail_suppression`);
  house.mails.length = 0;
  shelf = new Shelf(house.get);
});

const SAVED = '... on SavedSearchType { id name often path told { title path } }';
const save = (who: Actor, filter: Record<string, unknown>, often = 'at_once', name = 'Peer review'): Promise<Loose> => who.act('saveSearch', { name, often, filter }, SAVED);
const mine = async (who: Actor): Promise<Loose[]> => (await who.query(`{ mySavedSearches { id name often path told { title path organizationName at } } }`)).mySavedSearches;
const tell = async (often: 'at_once' | 'weekly' = 'at_once'): Promise<string[]> => {
  const before = house.mails.length;
  await house.get(SearchAlerts).tell(often);
  await house.settle();
  return house.mails.slice(before).map(({ to, subject }) => `${to}: ${subject}`);
};

test('whoever saves a search is told of what is new for it, each thing once, and of nothing that was there before', async () => {
  await shelf.put('Peer review, as it was');
  expect(await save(ana, { text: 'peer review' })).toMatchObject({ name: 'Peer review', often: 'at_once', path: '/search?q=peer+review', told: [] });
  expect(await tell()).toEqual([]);
  await shelf.put('Peer review, second year');
  await shelf.put('Salaries');
  expect(await tell()).toEqual(['ana@maple.example: Peer review, second year — new for “Peer review”']);
  expect(await tell()).toEqual([]);
  // What changes afterwards is the same thing still, and so is what was away for a while.
  const id = await shelf.put('Peer review, third year');
  expect(await tell()).toHaveLength(1);
  await shelf.take(id);
  await shelf.put('Peer review, third year, with slides', { id });
  expect(await tell()).toEqual([]);
  expect((await mine(ana))[0].told.map(({ title }: Loose) => title)).toEqual(['Peer review, third year, with slides', 'Peer review, second year']);
});

test('the field’s other names for it count as well, but no word is left out or mended', async () => {
  await save(ana, { text: 'PAR panel' });
  await shelf.put('The panel of peer assistance and review');
  expect(await tell()).toEqual(['ana@maple.example: The panel of peer assistance and review — new for “Peer review”']);
  await shelf.put('Panel of walls');
  await shelf.put('Panels of the roof');
  expect(await tell()).toEqual([]);
});

test('once a week means one mail a week, with all that was new', async () => {
  const saved = await save(ana, { text: 'calendar' }, 'weekly', 'Calendars');
  await shelf.put('Calendar one');
  await shelf.put('Calendar two');
  expect([await tell(), await tell('weekly')]).toEqual([[], []]);
  await house.db.query(`update saved_search set looked_at = now() - interval '8 days' where id = $1`, [saved.id]);
  expect(await tell('weekly')).toEqual([expect.stringMatching(/^ana@maple\.example: Calendar (one|two) — and 1 more for “Calendars”$/)]);
  expect(await tell('weekly')).toEqual([]);
});

test('the stop link of a mail ends that search with one click, and no other; it is taken back by the same link', async () => {
  await save(ana, { text: 'calendar' }, 'at_once', 'Calendars');
  await save(ana, { text: 'merger' }, 'at_once', 'Mergers');
  await shelf.put('Calendar one');
  await tell();
  const mail = await house.db.one<{ id: string }>(`select id from mail_ledger where kind = 'search.alert' order by created_at desc limit 1`);
  const token = house.get(UnsubscribeLink).tokenOf(mail?.id ?? '');
  const about = async (): Promise<Loose> => (await house.visitor.query(`query($token: String!) { mailSubscription(token: $token) { address about stopped } }`, { token })).mailSubscription;
  expect(await about()).toEqual({ address: 'a…@maple.example', about: 'mail about the search “Calendars”', stopped: false });
  const answer = await house.visitor.http('POST', `/unsubscribe/${token}`, { body: 'List-Unsubscribe=One-Click', headers: { 'content-type': 'application/x-www-form-urlencoded' } });
  expect([answer.status, answer.body]).toEqual([200, 'Done. a…@maple.example gets no more mail about the search “Calendars” from Accord.\n']);
  expect(await about()).toMatchObject({ stopped: true });
  expect((await mine(ana)).map(({ name, often }: Loose) => [name, often]).sort()).toEqual([['Calendars', 'never'], ['Mergers', 'at_once']]);
  expect(await house.db.query(`select category from mail_suppression`)).toEqual([]);
  await shelf.put('Calendar two');
  await shelf.put('Merger one');
  expect(await tell()).toEqual(['ana@maple.example: Merger one — new for “Mergers”']);
  // Taken back, it tells of what comes from then on.
  expect(await house.visitor.act('resubscribe', { token }, '... on MailSubscription { stopped about }')).toMatchObject({ stopped: false });
  await shelf.put('Calendar three');
  expect((await tell()).map((line) => line.includes('Calendar three'))).toEqual([true]);
  // Of a search that is gone the link is like that of any mail of its kind.
  await ana.act('removeSavedSearch', { id: (await mine(ana)).find(({ name }: Loose) => name === 'Calendars')?.id });
  expect(await about()).toMatchObject({ about: null, stopped: false });
});

test('nobody is told of what they may not read, nor of what they may no longer read when the mail is written', async () => {
  await save(ana, { text: 'merger' }, 'at_once', 'Mergers');
  await save(bea, { text: 'merger' }, 'at_once', 'Mergers');
  await shelf.put('Merger of two schools', { audience: `team:${maple}` });
  expect(await tell()).toEqual(['ana@maple.example: Merger of two schools — new for “Mergers”']);
  expect((await mine(bea))[0].told).toEqual([]);
  const id = await shelf.put('Merger withdrawn');
  await house.get(SearchAlerts).tell('at_once');
  await shelf.put('Merger withdrawn', { id, audience: 'team:nobody' });
  const before = house.mails.length;
  await house.settle();
  expect(house.mails.slice(before)).toEqual([]);
  expect((await mine(ana))[0].told).toHaveLength(1);
});

test('what is opened to more readers is new to them', async () => {
  await save(bea, { text: 'merger' }, 'at_once', 'Mergers');
  const id = await shelf.put('Merger of two schools', { audience: `team:${maple}` });
  expect(await tell()).toEqual([]);
  await shelf.put('Merger of two schools', { id, audience: 'public' });
  expect(await tell()).toEqual(['bea@else.example: Merger of two schools — new for “Mergers”']);
});

test('a search is its owner’s alone: others neither see, change nor remove it', async () => {
  const { id } = await save(ana, { text: 'calendar' });
  expect(await mine(bea)).toEqual([]);
  for (const id_ of [id, newId(), 'x']) {
    expect(['NotAllowed', 'Invalid']).toContain((await bea.act('changeSavedSearch', { id: id_, often: 'never' })).__typename);
    expect(['NotAllowed', 'Invalid']).toContain((await bea.act('removeSavedSearch', { id: id_ })).__typename);
  }
  expect(await ana.act('changeSavedSearch', { id, often: 'never', name: 'Days' }, SAVED)).toMatchObject({ often: 'never', name: 'Days' });
  expect(await tell()).toEqual([]);
  expect((await ana.act('removeSavedSearch', { id }, SAVED)).id).toBe(id);
  expect(await mine(ana)).toEqual([]);
  await expect(house.visitor.query(`{ mySavedSearches { id } }`)).rejects.toThrow();
});

test('the same search is kept once; one that looks for nothing is refused, and so is the thirty-first', async () => {
  const first = await save(ana, { text: 'calendar ', kinds: ['lesson', 'thread'] });
  expect(await save(ana, { text: 'calendar', kinds: ['thread', 'lesson'] }, 'never', 'Again')).toMatchObject({ id: first.id, name: 'Again', often: 'never' });
  expect(await save(ana, { text: '  ' })).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'text' }] });
  for (let n = 0; n < 29; n++) await save(ana, { text: `calendar ${n}` });
  expect(await save(ana, { text: 'one more' })).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'name' }] });
  expect((await save(ana, { text: 'calendar 3' }, 'weekly')).__typename).toBe('SavedSearchType');
});
