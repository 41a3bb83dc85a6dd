import { expect, test } from '@jest/globals';
import { roleTitle, roleWords } from './seat.words.js';
import { isSigningSeat, isSingleSeat, leadingRoles, missingRoles, rolesThatMustSign, signingRoles, speaks } from './seat.templates.js';

test('three seats lead a district and all three sign; deputies, staff, observers and guests never do', () => {
  expect(signingRoles('district')).toEqual(['superintendent', 'board_president', 'labor_leader']);
  expect(leadingRoles('district')).toEqual(signingRoles('district'));
  expect(isSigningSeat('labor_leader')).toBe(true);
  for (const role of ['deputy', 'staff', 'observer', 'guest'] as const) for (const kind of ['district', 'state_team', 'co_sponsor', 'foundation', 'other'] as const) expect(isSigningSeat(role, kind)).toBe(false);
});

test('a state team needs its chief and one of its two union presidents; boards and administrators may come', () => {
  expect(leadingRoles('state_team')).toEqual(['state_chief', 'nea_president', 'aft_president', 'boards_leader', 'administrators_leader']);
  expect(missingRoles('state_team', [])).toEqual(['state_chief', 'nea_president', 'aft_president']);
  expect(missingRoles('state_team', ['aft_president'])).toEqual(['state_chief']);
  expect(missingRoles('state_team', ['state_chief', 'nea_president'])).toEqual([]);
});

test('both union presidents sign for a state that has both, and the one alone for a state that has one', () => {
  expect(rolesThatMustSign('state_team', ['state_chief', 'nea_president', 'aft_president', 'boards_leader'])).toEqual(['state_chief', 'nea_president', 'aft_president']);
  expect(rolesThatMustSign('state_team', ['state_chief', 'aft_president'])).toEqual(['state_chief', 'aft_president']);
  expect(rolesThatMustSign('district', ['superintendent'])).toEqual(['superintendent', 'board_president', 'labor_leader']);
});

test('a co-sponsor signs with one voice, a foundation signs nothing', () => {
  expect([signingRoles('co_sponsor'), signingRoles('foundation')]).toEqual([['representative'], []]);
});

test('a leading seat has one holder at a time, save a representative’s place, which several share', () => {
  expect(leadingRoles('state_team').every(isSingleSeat)).toBe(true);
  expect(['representative', 'staff', 'deputy'].some((role) => isSingleSeat(role as never))).toBe(false);
});

test('deputies and staff speak, observers and guests read', () => {
  expect((['superintendent', 'deputy', 'staff', 'observer', 'guest'] as const).map(speaks)).toEqual([true, true, true, false, false]);
});

test('places are written as one says them within a sentence and at its beginning', () => {
  expect([roleWords('superintendent'), roleWords('nea_president'), roleWords('labor_leader', 'association'), roleTitle('staff')]).toEqual(['superintendent', 'NEA state president', 'association leader', 'Member of the staff']);
});
