import { expect, test } from '@jest/globals';
import { dueAt, stateOf, type StateOfPractice } from './stage.js';

const signed = new Date('2027-03-03T15:00:00Z');
const [soon, later] = [new Date('2028-03-03T14:59:59Z'), new Date('2028-03-03T15:00:00Z')];

test.each<[StateOfPractice, Parameters<typeof stateOf>[0], Date]>([
  ['recorded', { status: 'recorded', stage: 'told', affirmedAt: null }, later],
  ['told', { status: 'shared', stage: 'told', affirmedAt: null }, later],
  ['affirmed', { status: 'shared', stage: 'affirmed', affirmedAt: signed }, soon],
  ['in_force', { status: 'shared', stage: 'in_force', affirmedAt: signed }, soon],
  ['due', { status: 'shared', stage: 'affirmed', affirmedAt: signed }, later],
  ['due', { status: 'shared', stage: 'in_force', affirmedAt: signed }, later],
  ['lapsed', { status: 'shared', stage: 'lapsed', affirmedAt: signed }, later],
])('it is %s: %j at %s', (state, practice, now) => {
  expect(stateOf(practice, now)).toBe(state);
});

test('what is signed on a leap day is due on the first of March', () => {
  expect(dueAt(new Date('2028-02-29T10:00:00Z')).toISOString()).toBe('2029-03-01T10:00:00.000Z');
});
