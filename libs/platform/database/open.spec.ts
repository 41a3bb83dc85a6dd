import { expect, test } from '@jest/globals';
import { whyTooOld } from './open.js';

test.each([
  [140_011, 'PostgreSQL 14.11. Accord needs PostgreSQL 15 or newer.'],
  [90_624, 'PostgreSQL 9.624. Accord needs PostgreSQL 15 or newer.'],
])('a database of version %i is refused in words', (version, words) => {
  expect(whyTooOld(version)).toContain(words);
});

test.each([150_000, 150_018, 180_004, 190_000])('a database of version %i is taken', (version) => {
  expect(whyTooOld(version)).toBeNull();
});
