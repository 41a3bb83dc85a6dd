import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { layFoundations, tellStory } from '@app/platform/story';
import { openHouse, type TestHouse } from '../../test/setup/house.js';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
  await layFoundations(house.get);
});
afterAll(() => house.close());

const DISTRICT = 'slug name state enrollment enrollmentSource schools schoolsSource locale localeSource ncesIds affiliation memberSince seats { role holder { name } signs } viewerCan { claimSeat editProfile vouch invite }';

test('the thirteen districts that the documents name are there, and nobody sits in them', async () => {
  const { districts } = await house.visitor.query(`{ districts(first: 100) { totalCount nodes { ${DISTRICT} } } }`);
  expect(districts.totalCount).toBe(13);
  expect(districts.nodes.flatMap((district: { seats: { holder: unknown }[] }) => district.seats.map((seat) => seat.holder))).toEqual(Array(39).fill(null));
});

test('the demo’s teams and the claim of Hal Brooks are told after the cast', async () => {
  await tellStory(house.get);
  const { district } = await house.visitor.query(`{ district(slug: "prairie-view") { grants { program } summary seats { role holder { name } } } }`);
  expect(district.seats).toEqual([
    { role: 'superintendent', holder: { name: 'Tom Ackerman' } },
    { role: 'board_president', holder: null },
    { role: 'labor_leader', holder: { name: 'Carol Jensen' } },
  ]);
  const tom = await house.as('tom@prairie-view.example');
  expect((await tom.query('{ claimsToDecide(first: 10) { nodes { claimant { name } whatHappens } } }')).claimsToDecide.nodes).toMatchObject([{ claimant: { name: 'Hal Brooks' } }]);
});
