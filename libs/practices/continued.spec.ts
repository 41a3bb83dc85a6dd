import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { layFoundations } from '@app/platform/story';
import { Organizations, type SeatRole } from '@app/organizations';
import { type Actor, openHouse, type TestHouse } from '../../test/setup/house.js';
import { practiceTable } from './practices.open.js';
import { aDistrict, aPractice } from './testing/index.js';

let house: TestHouse;
let cedar: string;
let ruth: Actor;

async function seated(districtId: string, role: SeatRole, name: string): Promise<Actor> {
  const actor = await house.as(`${name}@schools.example`, name);
  await house.get(Organizations).seat(districtId, role, actor.accountId ?? '');
  return actor;
}

beforeAll(async () => {
  house = await openHouse();
  for (const slug of ['helena', 'denver']) await aDistrict(house, slug);
  await layFoundations(house.get);
  cedar = await aDistrict(house, 'cedar', 'Cedar');
  ruth = await seated(cedar, 'superintendent', 'ruth');
});
afterAll(() => house.close());

test('a record of 2011 says where it stands in the toolkit, on its page, to programs and by fact; what a district shares has no such lines', async () => {
  const { practice } = await house.visitor.query('{ practice(slug: "helena-shared-governance") { source pathway factLines { fact lines } thresholds { line } } }');
  expect(practice).toMatchObject({ source: expect.stringMatching(/Appendix C, lines 897 to 904 of its text$/), pathway: 'long_standing' });
  expect(practice.factLines).toEqual(expect.arrayContaining([{ fact: 'consultant', lines: [900] }, { fact: 'pathway', lines: [897] }]));
  expect((await house.visitor.query('{ practice(slug: "denver-partnership-innovation-waivers") { thresholds { line } } }')).practice).toEqual({ thresholds: [{ line: 879 }] });
  const own = await ruth.act('sharePractice', aPractice({ title: 'Has no such lines', thresholds: [{ label: 'Staff vote', comparison: '>=', value: 80, unit: '%' }] }), '... on Practice { slug }');
  expect((await ruth.query(`{ practice(slug: "${own.slug}") { source factLines { fact } thresholds { line } } }`)).practice).toEqual({ source: null, factLines: [], thresholds: [{ line: null }] });
  const query = new URLSearchParams('q=Chadwick');
  for await (const rows of practiceTable.pages(house.get, query)) expect(rows).toMatchObject([{ source: expect.stringContaining('lines 897 to 904'), source_lines: expect.arrayContaining(['Helped from outside by: line 900']) }]);
});

test('the district itself goes on from what was recorded of it, once at a time; nobody else does, and the two name each other', async () => {
  const CONTINUED = '... on Practice { id slug continues { slug } }';
  const pages = async (actor: Actor, slug: string) => (await actor.query(`{ practice(slug: "${slug}") { continues { slug } continuedBy { slug } viewerCan { continue } } }`)).practice;
  const recorded = await house.db.one<{ id: string }>(`select id from practice where slug = 'helena-shared-governance'`);
  const district = await aDistrict(house, 'helena');
  const [head, observer] = [await seated(district, 'superintendent', 'hanna'), await seated(district, 'observer', 'hugo')];
  const goOn = (actor: Actor, changes: Record<string, unknown> = {}) => actor.act('sharePractice', aPractice({ title: 'We still decide together', continuesId: recorded?.id, ...changes }), CONTINUED);
  for (const actor of [ruth, observer]) {
    expect(await pages(actor, 'helena-shared-governance')).toEqual({ continues: null, continuedBy: null, viewerCan: { continue: false } });
    expect((await goOn(actor)).__typename).toBe('NotAllowed');
  }
  expect((await goOn(ruth, { districtId: cedar })).__typename).toBe('NotAllowed');
  expect(await pages(head, 'helena-shared-governance')).toMatchObject({ viewerCan: { continue: true } });
  const own = await head.act('sharePractice', aPractice({ title: 'Nothing to go on from' }), CONTINUED);
  expect((await goOn(head, { continuesId: own.id })).__typename).toBe('NotAllowed');
  const both = await Promise.all([goOn(head, { audience: 'members' }), goOn(head, { audience: 'members' })]);
  expect(both.map((answer) => answer.__typename).sort()).toEqual(['Conflict', 'Practice']);
  const continued = both.find((answer) => answer.__typename === 'Practice');
  expect(continued).toMatchObject({ continues: { slug: 'helena-shared-governance' } });
  expect(await pages(ruth, 'helena-shared-governance')).toEqual({ continues: null, continuedBy: { slug: continued.slug }, viewerCan: { continue: false } });
  expect(await pages(head, 'helena-shared-governance')).toMatchObject({ viewerCan: { continue: false } });
  // It is for members: visitors hear of no such record.
  expect(await pages(house.visitor, 'helena-shared-governance')).toMatchObject({ continuedBy: null });
  await head.act('withdrawPractice', { practiceId: continued.id });
  expect(await pages(head, 'helena-shared-governance')).toMatchObject({ continuedBy: null, viewerCan: { continue: true } });
  const again = await goOn(head);
  expect(await pages(house.visitor, 'helena-shared-governance')).toMatchObject({ continuedBy: { slug: again.slug } });
});
