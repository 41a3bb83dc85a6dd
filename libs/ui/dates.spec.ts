import { describe, expect, test } from '@jest/globals';
import { agoWords, dayWords, momentWords, monthWords, timeWords } from './dates.js';

const eastern = 'America/New_York';
const pacific = 'America/Los_Angeles';
const deadline = new Date('2011-01-15T05:00:00Z');

describe('A deadline is said in words', () => {
  test('midnight belongs to the day that ends, and a reader elsewhere sees their own hour', () => {
    const now = new Date('2011-01-14T20:00:00Z');
    expect(momentWords(deadline, eastern, pacific, now, true)).toEqual({
      there: 'Friday 14 January, midnight Eastern',
      here: 'tonight, 9\u00a0p.m. your time',
    });
  });

  test('a reader in the same zone is not told the hour twice', () => {
    const now = new Date('2011-01-10T20:00:00Z');
    expect(momentWords(deadline, eastern, eastern, now, true)).toEqual({ there: 'Friday 14 January, midnight Eastern' });
  });

  test('another year is named', () => {
    expect(dayWords(deadline, pacific, new Date('2012-06-01T00:00:00Z'))).toBe('Friday 14 January 2011');
  });
});

test('A month is the same in every zone', () => {
  expect(monthWords('2011-07')).toBe('July 2011');
  expect(monthWords('2026-01')).toBe('January 2026');
});

test('Hours read as people say them', () => {
  expect(timeWords(new Date('2012-03-30T21:00:00Z'), eastern)).toBe('5\u00a0p.m.');
  expect(timeWords(new Date('2012-03-30T16:00:00Z'), eastern)).toBe('noon');
  expect(timeWords(new Date('2012-03-30T13:30:00Z'), eastern)).toBe('9:30\u00a0a.m.');
});

test('What is near is told by its distance, what is far by its date', () => {
  const now = new Date('2012-03-30T21:00:00Z');
  expect(agoWords(new Date('2012-03-30T18:00:00Z'), now)).toBe('3 hours ago');
  expect(agoWords(new Date('2012-03-30T20:59:50Z'), now)).toBe('just now');
});
