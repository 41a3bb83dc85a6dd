import { expect, test } from '@jest/globals';
import { addressOf, askedIn, cellIn, isAsked, nothingAsked, variablesOf } from './contract/asked.js';

test('a staff vote of at least 80 % that is in force and confirmed this year is one address, there and back', () => {
  const address = 'status=in-force&confirmed=2027&figure=Staff+vote&unit=%25&is=at-least&value=80';
  const asked = askedIn(new URLSearchParams(address));
  expect(asked).toMatchObject({ status: 'in_force', confirmed: 2027, figure: { label: 'Staff vote', unit: '%', bound: 'at_least', value: '80' } });
  expect(new URLSearchParams(addressOf(asked)).toString()).toBe(address);
  expect(variablesOf(asked)).toMatchObject({ state: 'in_force', confirmedIn: 2027, threshold: { label: 'Staff vote', unit: '%', bound: 'at_least', value: 80 } });
});

test('an address that asks nothing known asks nothing', () => {
  expect(askedIn(new URLSearchParams('status=great&confirmed=yes&under=11&state=Ohio&by=magic&pathway=luck'))).toEqual(nothingAsked);
});

test('a district is asked for by itself; with a principle it is a cell of the grid, or the same question where there is none', () => {
  const asked = askedIn(new URLSearchParams('district=helena&status=recorded'));
  expect(asked).toEqual({ ...nothingAsked, district: 'helena', status: 'recorded' });
  expect(new URLSearchParams(addressOf(asked)).toString()).toBe('district=helena&status=recorded');
  expect(variablesOf(asked)).toMatchObject({ district: 'helena', state: 'recorded' });
  const cell = new URLSearchParams('district=helena&principle=5');
  expect(isAsked(askedIn(cell))).toBe(false);
  expect(cellIn(cell)).toEqual({ ...nothingAsked, district: 'helena', under: 5 });
  for (const none of ['district=helena', 'principle=5', 'district=helena&principle=99', 'district=&principle=5']) expect(cellIn(new URLSearchParams(none))).toBeNull();
  expect(askedIn(new URLSearchParams('district=helena&principle=99'))).toEqual({ ...nothingAsked, district: 'helena' });
});

test('a figure is asked for once its number is there', () => {
  const asked = { ...nothingAsked, figure: { label: 'Staff vote', unit: '%', bound: 'at_least' as const, value: '' } };
  expect(variablesOf(asked).threshold).toBeNull();
  expect(variablesOf({ ...asked, figure: { ...asked.figure, value: '66,7' } }).threshold).toMatchObject({ value: 66.7 });
});
