import { describe, expect, test } from '@jest/globals';
import { type Asked, likeness, type Traits } from './likeness.js';

const unknown: Traits = { enrollment: null, locale: null, affiliation: null, state: null, principles: [] };
const ours: Traits = { enrollment: 4000, locale: 'rural', affiliation: 'nea', state: 'NE', principles: [1, 5] };
const evaluation: Asked = { number: 5, name: 'teacher evaluation' };

/** A district that is like nothing of ours, so that one trait can be looked at. */
const other: Traits = { enrollment: 4_000_000, locale: 'city', affiliation: 'aft', state: 'CA', principles: [] };
const nothing = likeness(ours, other).score;

describe('each trait counts for itself', () => {
  const table: [string, Partial<Traits>, number, string | null][] = [
    ['the same size', { enrollment: 4000 }, 3, 'about your size'],
    ['half as large again', { enrollment: 6000 }, 3, 'about your size'],
    ['two thirds', { enrollment: 2667 }, 3, 'about your size'],
    ['three times', { enrollment: 12_000 }, 2, 'somewhat larger'],
    ['a third', { enrollment: 1334 }, 2, 'somewhat smaller'],
    ['ten times', { enrollment: 40_000 }, 0.75, 'several times your size'],
    ['a tenth', { enrollment: 400 }, 0.75, 'a fraction of your size'],
    ['eleven times', { enrollment: 44_000 }, 0, 'far larger'],
    ['a twentieth', { enrollment: 200 }, 0, 'far smaller'],
    ['a size nobody knows', { enrollment: null }, 1.5, 'size unknown'],
    ['no students on record', { enrollment: 0 }, 1.5, 'size unknown'],
    ['the same kind of place', { locale: 'rural' }, 2, 'rural as well'],
    ['the next kind of place', { locale: 'town' }, 1, null],
    ['another kind of place', { locale: 'suburb' }, 0, null],
    ['a kind of place nobody knows', { locale: null }, 1, 'kind of place unknown'],
    ['the same union', { affiliation: 'nea' }, 2, 'both affiliated with NEA'],
    ['both unions, one of them ours', { affiliation: 'both' }, 2, 'both affiliated with NEA'],
    ['no union', { affiliation: 'none' }, 0, null],
    ['another union', { affiliation: 'other' }, 0, null],
    ['an affiliation nobody knows', { affiliation: null }, 1, 'affiliation unknown'],
    ['the same state', { state: 'NE' }, 1, 'same state'],
    ['a state nobody knows', { state: null }, 0.5, 'state unknown'],
    ['one principle of ours', { principles: [5, 9] }, 0.5, 'works on one principle that you work on'],
    ['two principles of ours', { principles: [1, 5] }, 1, 'works on 2 principles that you work on'],
  ];
  test.each(table)('%s', (_name, trait, points, reason) => {
    const found = likeness(ours, { ...other, ...trait });
    expect(found.score - nothing).toBeCloseTo(points);
    if (reason) expect(found.reasons).toContain(reason);
    else expect(found.reasons.filter((said) => said !== 'far larger')).toEqual([]);
  });
});

test('what they have done under the principle you ask about counts most, and what is not on record is said', () => {
  const did = likeness(ours, { ...other, principles: [5] }, [evaluation]);
  const not = likeness(ours, { ...other, principles: [4] }, [evaluation]);
  expect(did.score - not.score).toBe(4);
  expect(did.reasons).toEqual(['far larger', 'did teacher evaluation']);
  expect(not.reasons).toEqual(['far larger', 'nothing on record about teacher evaluation']);
});

test('the reasons read as one sentence, from size to principle', () => {
  const twin = likeness(ours, { ...ours, affiliation: 'both' }, [evaluation]);
  expect(twin.reasons).toEqual(['about your size', 'rural as well', 'both affiliated with NEA', 'same state', 'did teacher evaluation']);
});

test('what is known is said before what is not', () => {
  expect(likeness({ ...ours, enrollment: null }, { ...ours, locale: null }).reasons).toEqual(['both affiliated with NEA', 'same state', 'works on 2 principles that you work on', 'your own size unknown', 'kind of place unknown']);
});

test('other affiliations and other unions', () => {
  const affiliated = (mine: string, theirs: string): string[] => likeness({ ...ours, affiliation: mine }, { ...other, affiliation: theirs }).reasons.slice(1);
  expect(affiliated('both', 'both')).toEqual(['both affiliated with NEA and AFT']);
  expect(affiliated('aft', 'both')).toEqual(['both affiliated with AFT']);
  expect(affiliated('none', 'none')).toEqual(['neither affiliated nationally']);
  expect(affiliated('other', 'other')).toEqual([]);
});

test('unknown stands between alike and unlike, on either side of the comparison', () => {
  const alike = likeness(ours, ours).score - likeness(ours, { ...ours, principles: [] }).score;
  const twin = likeness({ ...ours, principles: [] }, ours).score;
  for (const middle of [likeness(ours, unknown).score, likeness(unknown, ours).score]) {
    expect(middle).toBeLessThan(twin);
    expect(middle).toBeGreaterThan(nothing);
    expect(middle).toBe(4);
  }
  expect(alike).toBe(1);
});

test('a team whose own facts are missing is told so', () => {
  expect(likeness(unknown, ours).reasons).toEqual(['your own size unknown', 'your own kind of place unknown', 'your own affiliation unknown', 'state unknown']);
});
