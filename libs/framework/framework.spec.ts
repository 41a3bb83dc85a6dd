import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { layFoundations } from '@app/platform/story';
import { openHouse, type TestHouse } from '../../test/setup/house.js';
import { isPrinciple, isTopic } from './vocabulary.js';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
  await layFoundations(house.get);
});
afterAll(() => house.close());

const ALL = '{ principles { number slug name shortName summary } tenets { number name summary } topics { slug name summary } purpose { title lead paragraphs sourceNote } }';

test('anybody reads the ten principles, fifteen tenets, the topics and the purpose, in their order', async () => {
  const { principles, tenets, topics, purpose } = await house.visitor.query(ALL);
  expect(principles.map((principle: { number: number }) => principle.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(tenets.map((tenet: { number: number }) => tenet.number)).toEqual(Array.from({ length: 15 }, (_, at) => at + 1));
  expect(topics.map((topic: { slug: string }) => topic.slug)).toContain('shared-accountability');
  expect(topics).toHaveLength(8);
  expect(purpose.paragraphs.length).toBeGreaterThan(3);
});

test('a principle is found by its number, and there is no eleventh', async () => {
  expect(await house.visitor.query('{ principle(number: 7) { shortName } }')).toEqual({ principle: { shortName: 'Board evaluation' } });
  for (const number of [0, 11, -1]) expect(await house.visitor.query(`{ principle(number: ${number}) { shortName } }`)).toEqual({ principle: null });
});

test('laying the vocabulary again changes nothing and mends what was altered', async () => {
  const before = await house.visitor.query(ALL);
  await house.db.query(`update principle set name = 'Altered' where number = 5`);
  await layFoundations(house.get);
  expect(await house.visitor.query(ALL)).toEqual(before);
});

test('what is tagged is tagged with known numbers and topics only', () => {
  expect([1, 10].every(isPrinciple)).toBe(true);
  expect([0, 11, 1.5, '1', null].some(isPrinciple)).toBe(false);
  expect(isTopic('hiring')).toBe(true);
  expect(isTopic('Hiring')).toBe(false);
});
