import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Events } from '@app/platform/events';
import { Accounts } from '@app/people';
import { OrganizationChanged, Organizations } from '@app/organizations';
import { anOrganization } from '@app/organizations/testing';
import { type Actor, type Loose, openHouse, type TestHouse } from '../../test/setup/house.js';

let house: TestHouse;
let member: Actor;
let maple: string;

beforeAll(async () => {
  house = await openHouse();
  maple = (await anOrganization(house.get, { name: 'Maple Hollow' })).id;
  for (const [name, role] of [['Quentin Leader', 'superintendent'], ['Oscar Staff', 'staff'], ['Zelda Watcher', 'observer']] as const) {
    await house.get(Organizations).seat(maple, role, (await house.get(Accounts).ensure({ email: `${role}@maple.example`, name })).id);
  }
  await house.get(Accounts).ensure({ email: 'nobody@else.example', name: 'Bruno Nobody' });
  member = await house.as('superintendent@maple.example');
  await house.settle();
});
afterAll(() => house.close());

const people = async (who: Actor, text: string): Promise<Loose[]> =>
  (await who.query(`query($filter: SearchFilter) { search(filter: $filter, first: 20) { nodes { path title { text } excerpt { text } } } }`, { filter: { text, kinds: ['person'] } })).search.nodes;
const names = async (who: Actor, text: string): Promise<string[]> => (await people(who, text)).map(({ title }) => title.map((part: { text: string }) => part.text).join('')).sort();

test('who leads is found by everybody; staff by members alone, and whoever only reads or sits nowhere by nobody', async () => {
  for (const name of ['Quentin', 'Oscar', 'Zelda', 'Bruno']) {
    expect(await names(house.visitor, name)).toEqual(name === 'Quentin' ? ['Quentin Leader'] : []);
    expect(await names(member, name)).toHaveLength(['Bruno', 'Zelda'].includes(name) ? 0 : 1);
  }
  expect(await names(house.visitor, 'superintendent maple hollow')).toEqual(['Quentin Leader']);
});

/** What a reader is suggested while typing, and what they find, are one answer. */
const seen = async (who: Actor, text: string): Promise<string[]> => {
  const found = await names(who, text);
  const { suggest } = await who.query(`query($text: String!) { suggest(text: $text) { kind title } }`, { text });
  expect(suggest.filter(({ kind }: Loose) => kind === 'person').map(({ title }: Loose) => title).sort()).toEqual(found);
  return found;
};
const says = async (who: Actor, text: string): Promise<string> => (await people(who, text))[0]?.excerpt.map((part: { text: string }) => part.text).join('') ?? '';

test('a person is found by their new name from the moment it was read again, and by the former one no more at once', async () => {
  const quentin = await house.as('superintendent@maple.example');
  await quentin.act('renameMe', { name: 'Tarquin Leader' });
  expect(await seen(house.visitor, 'Quentin')).toEqual([]);
  await house.settle();
  expect(await seen(house.visitor, 'Tarquin')).toEqual(['Tarquin Leader']);
  expect(await seen(house.visitor, 'Quentin')).toEqual([]);
});

test('a new title of the seat and a new name of the district are found with the person', async () => {
  const seat = await house.db.one<{ id: string }>(`select id from seat where organization_id = $1 and role = 'superintendent'`, [maple]);
  expect(await says(house.visitor, 'Tarquin')).toBe('superintendent, Maple Hollow');
  expect((await member.act('describeSeat', { seatId: seat?.id, title: 'Head of schools', equivalent: true })).message).toBeUndefined();
  await house.settle();
  expect(await says(house.visitor, 'Tarquin')).toContain('Head of schools');
  await house.db.transaction(async () => {
    await house.db.query(`update organization set name = 'Birch Hollow' where id = $1`, [maple]);
    await house.get(Events).publish(OrganizationChanged, { organizationId: maple });
  });
  await house.settle();
  expect(await says(house.visitor, 'Tarquin')).toBe('Head of schools, Birch Hollow');
  expect(await names(house.visitor, 'birch hollow')).toEqual(['Tarquin Leader']);
});

test('each says who finds them: as the seat has it, members at most, or their own team alone, at once and beside those who chose nothing', async () => {
  const elsewhere = (await anOrganization(house.get, { name: 'Elsewhere' })).id;
  const [chooser, stranger, open] = [await house.as('chooser@else.example', 'Umbriel Chooser'), await house.as('stranger@else.example', 'Stranger'), await house.as('open@else.example', 'Umbriel Open')];
  await house.get(Organizations).seat(maple, 'labor_leader', chooser.accountId ?? '');
  await house.get(Organizations).seat(elsewhere, 'superintendent', stranger.accountId ?? '');
  await house.get(Organizations).seat(elsewhere, 'board_president', open.accountId ?? '');
  await house.settle();
  const both = ['Umbriel Chooser', 'Umbriel Open'];
  for (const who of [house.visitor, stranger, member]) expect(await seen(who, 'Umbriel')).toEqual(both);
  expect((await chooser.query('{ findableBy }')).findableBy).toBe('as_seated');
  const choose = async (findableBy: string): Promise<string> => (await chooser.act('setFindableBy', { findableBy })).__typename;

  expect(await choose('members')).toBe('Done');
  expect(await seen(house.visitor, 'Umbriel')).toEqual(['Umbriel Open']);
  await house.settle();
  expect(await seen(house.visitor, 'Umbriel')).toEqual(['Umbriel Open']);
  for (const who of [stranger, member]) expect(await seen(who, 'Umbriel')).toEqual(both);

  expect(await choose('team')).toBe('Done');
  for (const who of [house.visitor, stranger]) expect(await seen(who, 'Umbriel')).toEqual(['Umbriel Open']);
  await house.settle();
  for (const who of [house.visitor, stranger]) expect(await seen(who, 'Umbriel')).toEqual(['Umbriel Open']);
  for (const who of [member, chooser]) expect(await seen(who, 'Umbriel')).toEqual(both);
  expect((await chooser.query('{ findableBy }')).findableBy).toBe('team');

  expect(await choose('as_seated')).toBe('Done');
  await house.settle();
  expect(await seen(house.visitor, 'Umbriel')).toEqual(both);
});

test('nobody but the signed-in says who finds them, and a choice that is none is refused', async () => {
  expect((await house.visitor.raw(`mutation { setFindableBy(input: { findableBy: team }) { __typename } }`)).errors?.[0]?.extensions?.['code']).toBe('SignInNeeded');
  expect((await member.raw(`mutation { setFindableBy(input: { findableBy: nobody }) { __typename } }`)).errors).toHaveLength(1);
});

test('whoever leaves their seat is found no longer, and whoever takes it is', async () => {
  const seat = await house.db.one<{ id: string }>(`select id from seat where organization_id = $1 and role = 'superintendent'`, [maple]);
  await member.act('leaveSeat', { seatId: seat?.id });
  expect(await seen(house.visitor, 'Tarquin')).toEqual([]);
  const heir = await house.as('heir@maple.example', 'Ophelia Heir');
  await house.get(Organizations).seat(maple, 'superintendent', heir.accountId ?? '');
  await house.settle();
  expect(await seen(house.visitor, 'Tarquin')).toEqual([]);
  expect(await seen(house.visitor, 'Ophelia')).toEqual(['Ophelia Heir']);
});
