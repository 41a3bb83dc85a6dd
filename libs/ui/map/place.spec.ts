import { describe, expect, test } from '@jest/globals';
import { placeOn } from './place.js';

/** A town of each, to whole minutes. */
const towns: [string, number, number][] = [
  ['OH', 39.96, -83], ['CA', 38.58, -121.49], ['ME', 44.31, -69.78], ['FL', 25.77, -80.19], ['WA', 47.6, -122.3], ['TX', 29.76, -95.37],
  ['AK', 61.22, -149.9], ['HI', 21.31, -157.86], ['AS', -14.28, -170.7], ['GU', 13.47, 144.75], ['MP', 15.21, 145.75], ['PR', 18.41, -66.11], ['VI', 18.34, -64.93],
];

describe('every state and territory has its place on the sheet', () => {
  test.each(towns)('%s', (state, latitude, longitude) => {
    expect(placeOn({ state, latitude, longitude })).toEqual([expect.any(Number), expect.any(Number)]);
  });

  test('no two of them on the same spot, and the territories from left to right as the words say', () => {
    const at = towns.map(([state, latitude, longitude]) => placeOn({ state, latitude, longitude }) ?? [0, 0]);
    for (const [one, place] of at.entries()) for (const other of at.slice(one + 1)) expect(Math.hypot(place[0] - other[0], place[1] - other[1])).toBeGreaterThan(12);
    const apart = at.slice(6).map(([x]) => x);
    expect(apart).toEqual(apart.toSorted((a, b) => a - b));
  });
});

test('what has no place on record, or one beyond the sheet, is no mark on it', () => {
  expect(placeOn({ state: 'OH', latitude: null, longitude: -83 })).toBeNull();
  expect(placeOn({ state: 'OH', latitude: 40, longitude: null })).toBeNull();
  expect(placeOn({ state: 'OH', latitude: -40, longitude: 100 })).toBeNull();
  // Without a state the lower 48 are tried.
  expect(placeOn({ state: null, latitude: 40, longitude: -83 })).not.toBeNull();
});
