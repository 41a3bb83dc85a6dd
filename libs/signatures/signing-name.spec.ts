import { expect, test } from '@jest/globals';
import { isOwnName } from './signing-name.js';

test.each([
  ['Ana Brandt', 'Ana Brandt'],
  ['  ana   BRANDT ', 'Ana Brandt'],
  ['A. Brandt', 'Ana Brandt'],
  ['Dr. Ana M. Brandt, Ed.D.', 'Ana Brandt'],
  ['Ana Brandt', 'Ana Maria Brandt'],
  ['A. M. Brandt', 'Ana Maria Brandt'],
  ['Jose Nunez', 'José Núñez'],
  ['Mei Lin Cho', 'Mei-Lin Cho'],
  ['Sean O’Brien', "Sean O'Brien"],
  ['Prince', 'Prince'],
  ['ウェブ 花子', 'ウェブ 花子'],
])('“%s” signs for %s', (typed, name) => expect(isOwnName(typed, name)).toBe(true));

test.each([
  ['Brandt', 'Ana Brandt'],
  ['Ana', 'Ana Brandt'],
  ['Bob Brandt', 'Ana Brandt'],
  ['B. Brandt', 'Ana Brandt'],
  ['Ana Brand', 'Ana Brandt'],
  ['Brandt Ana', 'Ana Brandt'],
  ['Luis Ortega', 'Ana Brandt'],
  ['Ana Petra Brandt', 'Ana Maria Brandt'],
  ['x', 'Ana Brandt'],
  ['.', 'Ana Brandt'],
  ['', 'Ana Brandt'],
])('“%s” does not sign for %s', (typed, name) => expect(isOwnName(typed, name)).toBe(false));
