import { describe, expect, test } from '@jest/globals';
import { STATE_NAMES } from '@app/organizations/contract';
import { LIKENESS_FEATURES, type LikenessLevels } from './contract/index.js';
import { alikeIn, likeness, type LikenessPart } from './likeness.js';
import type { Asked } from './plan.js';
import { PLACE_OF_STATE } from './regions.js';
import type { Traits } from './traits.js';

const unknown: Traits = { enrollment: null, locale: null, gradeSpan: null, affiliation: null, povertyPercent: null, state: null, principles: [] };
const ours: Traits = { enrollment: 4000, locale: 'rural', gradeSpan: 'all', affiliation: 'nea', povertyPercent: 20, state: 'NE', principles: [1, 5, 7] };
const evaluation: Asked = { number: 5, name: 'teacher evaluation' };

/** A district that is like nothing of ours, so that one trait can be looked at. */
const other: Traits = { enrollment: 4_000_000, locale: 'city', gradeSpan: null, affiliation: 'aft', povertyPercent: 60, state: 'CA', principles: [2] };

const partOf = (theirs: Traits, feature: LikenessPart['feature'], mine = ours, levels: LikenessLevels = {}): LikenessPart | undefined => likeness(mine, theirs, [], levels).parts.find((part) => part.feature === feature);

describe('each trait counts for itself, with its reason', () => {
  const table: [string, LikenessPart['feature'], Partial<Traits>, number, string][] = [
    ['the same size', 'size', { enrollment: 4000 }, 3, 'about your size'],
    ['half as large again', 'size', { enrollment: 6000 }, 3, 'about your size'],
    ['a little more than that', 'size', { enrollment: 6001 }, 2, 'somewhat larger'],
    ['two thirds', 'size', { enrollment: 2667 }, 3, 'about your size'],
    ['a little less than two thirds', 'size', { enrollment: 2666 }, 2, 'somewhat smaller'],
    ['three times', 'size', { enrollment: 12_000 }, 2, 'somewhat larger'],
    ['a third', 'size', { enrollment: 1334 }, 2, 'somewhat smaller'],
    ['ten times', 'size', { enrollment: 40_000 }, 0.75, 'several times your size'],
    ['a tenth', 'size', { enrollment: 400 }, 0.75, 'a fraction of your size'],
    ['eleven times', 'size', { enrollment: 44_000 }, 0, 'far larger'],
    ['a twentieth', 'size', { enrollment: 200 }, 0, 'far smaller'],
    ['a size nobody knows', 'size', { enrollment: null }, 1.5, 'size unknown'],
    ['no students on record', 'size', { enrollment: 0 }, 1.5, 'size unknown'],
    ['the same kind of place', 'locale', { locale: 'rural' }, 2, 'rural as well'],
    ['the next kind of place', 'locale', { locale: 'town' }, 1, 'in a town, yours is rural'],
    ['another kind of place', 'locale', { locale: 'suburb' }, 0, 'suburban, yours is rural'],
    ['a kind of place nobody knows', 'locale', { locale: null }, 1, 'kind of place unknown'],
    ['all grades, as ours', 'grades', { gradeSpan: 'all' }, 1, 'all grades as well'],
    ['the lower grades', 'grades', { gradeSpan: 'elementary' }, 0.5, 'the lower grades only, yours all grades'],
    ['grades nobody knows', 'grades', { gradeSpan: null }, 0.5, 'grades unknown'],
    ['the same union', 'affiliation', { affiliation: 'nea' }, 2, 'both affiliated with NEA'],
    ['both unions, one of them ours', 'affiliation', { affiliation: 'both' }, 2, 'both affiliated with NEA'],
    ['no union', 'affiliation', { affiliation: 'none' }, 0, 'differently affiliated'],
    ['another union', 'affiliation', { affiliation: 'other' }, 0, 'differently affiliated'],
    ['an affiliation nobody knows', 'affiliation', { affiliation: null }, 1, 'affiliation unknown'],
    ['as many poor children', 'poverty', { povertyPercent: 25 }, 2, 'about as many children in poverty'],
    ['somewhat fewer', 'poverty', { povertyPercent: 8 }, 1, 'somewhat fewer children in poverty'],
    ['far fewer', 'poverty', { povertyPercent: 7.9 }, 0, 'far fewer children in poverty'],
    ['none at all, which is known', 'poverty', { povertyPercent: 0 }, 0, 'far fewer children in poverty'],
    ['a poverty figure nobody knows', 'poverty', { povertyPercent: null }, 1, 'poverty figure unknown'],
    ['the same state', 'state', { state: 'NE' }, 1, 'same state'],
    ['another state', 'state', { state: 'KS' }, 0, 'another state'],
    ['a state nobody knows', 'state', { state: null }, 0.5, 'state unknown'],
    ['the next state', 'region', { state: 'KS' }, 1, 'in the western Midwest as well'],
    ['the same region', 'region', { state: 'OH' }, 0.5, 'in the Midwest as well'],
    ['another region', 'region', { state: 'CA' }, 0, 'in the West, yours is in the Midwest'],
    ['one principle of ours', 'principles', { principles: [5, 9] }, 1.3, 'works on one principle that you work on'],
    ['two principles of ours', 'principles', { principles: [1, 5] }, 1.7, 'works on 2 principles that you work on'],
    ['all principles of ours', 'principles', { principles: [1, 5, 7, 9] }, 2, 'works on 3 principles that you work on'],
    ['other principles', 'principles', { principles: [9] }, 0.5, 'works on none of the principles that you work on'],
    ['no practice on record', 'principles', { principles: [] }, 1, 'no practice on record yet'],
  ];
  test.each(table)('%s', (_name, feature, trait, points, reason) => {
    const part = partOf({ ...other, ...trait }, feature);
    expect(part?.points).toBeCloseTo(points);
    expect(part?.reason).toBe(reason);
  });
});

test('the score is the points over what they could have been', () => {
  const found = likeness(ours, { ...other, enrollment: 4000, state: 'NE' });
  expect(found.parts.reduce((sum, part) => sum + part.of, 0)).toBe(14);
  expect(found.score).toBeCloseTo(found.parts.reduce((sum, part) => sum + part.points, 0) / 14);
  expect(likeness(ours, ours).score).toBe(1);
});

test('what they have done under the principle you ask about counts most, and what is not on record is said', () => {
  const did = likeness(ours, { ...other, principles: [5] }, [evaluation]);
  const not = likeness(ours, { ...other, principles: [4] }, [evaluation]);
  expect(did.parts.at(-1)).toMatchObject({ feature: 'asked', points: 4, of: 4, reason: 'did teacher evaluation' });
  expect(not.parts.at(-1)).toMatchObject({ points: 0, of: 4 });
  expect(did.reasons).toEqual(['far larger', 'did teacher evaluation']);
  expect(not.reasons).toEqual(['far larger', 'nothing on record about teacher evaluation']);
});

test('the reasons read as one sentence, from size to principle', () => {
  expect(likeness(ours, { ...ours, affiliation: 'both' }, [evaluation]).reasons).toEqual(['about your size', 'rural as well', 'both affiliated with NEA', 'about as many children in poverty', 'same state', 'did teacher evaluation']);
  expect(likeness(ours, { ...ours, state: 'KS', povertyPercent: null }).reasons).toEqual(['about your size', 'rural as well', 'both affiliated with NEA', 'in the western Midwest as well', 'works on 3 principles that you work on']);
});

test('what is known is said before what is not', () => {
  expect(likeness({ ...ours, enrollment: null }, { ...ours, locale: null }).reasons).toEqual(['both affiliated with NEA', 'about as many children in poverty', 'same state', 'works on 3 principles that you work on', 'your own size unknown', 'kind of place unknown']);
});

test('a line that recommends names only what is alike', () => {
  expect(alikeIn(likeness(ours, { ...other, enrollment: 4100, locale: 'rural', affiliation: null }))).toEqual(['about your size', 'rural as well']);
  expect(alikeIn(likeness(ours, other))).toEqual([]);
});

test('other affiliations and other unions', () => {
  const affiliated = (mine: string, theirs: string): string | undefined => partOf({ ...other, affiliation: theirs }, 'affiliation', { ...ours, affiliation: mine })?.reason;
  expect(affiliated('both', 'both')).toBe('both affiliated with NEA and AFT');
  expect(affiliated('aft', 'both')).toBe('both affiliated with AFT');
  expect(affiliated('none', 'none')).toBe('neither affiliated nationally');
  expect(affiliated('other', 'other')).toBe('each affiliated with another organization');
});

describe('unknown is neutral and shown', () => {
  test('in every feature it gives half, on either side of the comparison, and says so', () => {
    for (const [mine, theirs] of [[ours, unknown], [unknown, ours], [unknown, unknown]] as const) {
      const found = likeness(mine, theirs);
      expect(found.score).toBeCloseTo(0.5);
      expect(found.parts).toHaveLength(LIKENESS_FEATURES.length);
      for (const part of found.parts) expect(part).toMatchObject({ points: part.of / 2, unknown: true, reason: expect.stringMatching(/unknown|on record yet/) });
    }
  });

  test('a gap in the record stands between a twin and a stranger', () => {
    expect(likeness(ours, unknown).score).toBeLessThan(likeness(ours, ours).score);
    expect(likeness(ours, unknown).score).toBeGreaterThan(likeness(ours, other).score);
  });

  test('a team whose own facts are missing is told so', () => {
    expect(likeness(unknown, ours).reasons).toEqual(['your own size unknown', 'your own kind of place unknown', 'your own affiliation unknown', 'your own state unknown']);
  });
});

describe('what matters is for the reader to say', () => {
  test('what matters not is left out, and a lot counts twice', () => {
    const found = likeness(ours, other, [], { size: 'not', locale: 'lot' });
    expect(found.parts.map((part) => part.feature)).not.toContain('size');
    expect(found.parts.find((part) => part.feature === 'locale')?.of).toBe(4);
  });

  test('a choice turns the order of two districts', () => {
    const twinInSize = { ...other, enrollment: 4000 };
    const neighbor = { ...other, state: 'NE' };
    const first = (levels: LikenessLevels): string => (likeness(ours, twinInSize, [], levels).score > likeness(ours, neighbor, [], levels).score ? 'size' : 'state');
    expect(first({})).toBe('size');
    expect(first({ size: 'not', state: 'lot' })).toBe('state');
  });

  test('when nothing matters nobody is like anybody', () => {
    const nothing = Object.fromEntries(LIKENESS_FEATURES.map((feature) => [feature, 'not'])) as LikenessLevels;
    expect(likeness(ours, ours, [], nothing)).toEqual({ score: 0, parts: [], reasons: [] });
  });
});

test('every state, DC and territory lies in one part of the country', () => {
  expect([...PLACE_OF_STATE.keys()].sort()).toEqual(Object.keys(STATE_NAMES).sort());
  expect(PLACE_OF_STATE.get('PR')).toEqual(PLACE_OF_STATE.get('GU'));
});

/** Orders that somebody who leads a district would agree with: the first is liker than the second. */
describe('orders that a leader would agree with', () => {
  const district = (facts: Partial<Traits>): Traits => ({ ...unknown, gradeSpan: 'all', ...facts });
  const plains = district({ enrollment: 450, locale: 'rural', affiliation: 'nea', state: 'NE', povertyPercent: 14 });
  const harbor = district({ enrollment: 88_000, locale: 'city', affiliation: 'aft', state: 'MD', povertyPercent: 28, principles: [5, 9] });
  const examples: [string, Traits, Traits, Traits][] = [
    ['for a small rural district, another one a state away before the large city of its own state', plains, district({ enrollment: 520, locale: 'rural', affiliation: 'nea', state: 'KS' }), district({ enrollment: 52_000, locale: 'city', affiliation: 'nea', state: 'NE' })],
    ['the neighbor of its size before the same district at the other end of the country', plains, district({ enrollment: 500, locale: 'rural', affiliation: 'nea', state: 'NE' }), district({ enrollment: 500, locale: 'rural', affiliation: 'nea', state: 'ME' })],
    ['a rural district whose affiliation nobody has said before one of another affiliation', plains, district({ enrollment: 450, locale: 'rural', state: 'NE' }), district({ enrollment: 450, locale: 'rural', affiliation: 'aft', state: 'NE' })],
    ['for a large city, another large city far away before the suburb next door', harbor, district({ enrollment: 75_000, locale: 'city', affiliation: 'aft', state: 'CO', principles: [5] }), district({ enrollment: 9000, locale: 'suburb', affiliation: 'nea', state: 'MD' })],
    ['of two cities the one that works on the same principles', harbor, district({ enrollment: 75_000, locale: 'city', affiliation: 'aft', state: 'CO', principles: [5, 9] }), district({ enrollment: 75_000, locale: 'city', affiliation: 'aft', state: 'CO', principles: [2] })],
    ['of two cities the one as poor as ours', harbor, district({ enrollment: 75_000, locale: 'city', affiliation: 'aft', state: 'PA', povertyPercent: 30 }), district({ enrollment: 75_000, locale: 'city', affiliation: 'aft', state: 'PA', povertyPercent: 6 })],
    ['a town near the size of a rural district before a suburb of the same size', plains, district({ enrollment: 480, locale: 'town', affiliation: 'nea', state: 'NE' }), district({ enrollment: 480, locale: 'suburb', affiliation: 'nea', state: 'NE' })],
    ['for a territory, another territory before a mainland district with the same facts', district({ enrollment: 10_000, locale: 'town', state: 'VI' }), district({ enrollment: 10_000, locale: 'town', state: 'GU' }), district({ enrollment: 10_000, locale: 'town', state: 'FL' })],
  ];
  test.each(examples)('%s', (_, mine, first, second) => {
    expect(likeness(mine, first).score).toBeGreaterThan(likeness(mine, second).score);
  });
});
