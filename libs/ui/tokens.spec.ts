/// <reference types="node" />
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

/** The colours declared under one of the two headings of tokens.css. */
function theme(name: 'light' | 'dark'): Map<string, string> {
  const from = css.indexOf(`/* ${name} */`);
  const to = name === 'light' ? css.indexOf('/* dark */') : css.indexOf('--sans');
  const found = css.slice(from, to).matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g);
  return new Map([...found].map(([, key = '', value = '']) => [key, value]));
}

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const papers = ['paper', 'paper-raised', 'paper-sunk'];
const texts: [string, string][] = [
  ...papers.flatMap((paper) =>
    ['ink', 'ink-quiet', 'accent', 'accent-deep', 'attention', 'danger', 'danger-deep'].map(
      (text): [string, string] => [text, paper],
    ),
  ),
  ...['accent-tint', 'attention-tint', 'danger-tint'].flatMap((tint): [string, string][] => [
    ['ink', tint],
    ['ink-quiet', tint],
  ]),
  ['accent', 'accent-tint'],
  ['accent-deep', 'accent-tint'],
  ['attention', 'attention-tint'],
  ['danger', 'danger-tint'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-deep'],
  ['on-danger', 'danger'],
  ['on-danger', 'danger-deep'],
  ['paper', 'ink'],
];
const marks: [string, string][] = papers.flatMap((paper) =>
  ['line-strong', 'attention-mark', 'focus', 'accent', 'danger'].map((mark): [string, string] => [
    mark,
    paper,
  ]),
);

describe.each(['light', 'dark'] as const)('In the %s theme', (name) => {
  const colours = theme(name);
  const ratio = (one: string, other: string): number => {
    const a = colours.get(one);
    const b = colours.get(other);
    if (!a || !b) throw new Error(`tokens.css has no ${a ? other : one} in the ${name} theme`);
    return contrast(a, b);
  };

  test.each(texts)('words in %s on %s can be read (4.5 to 1)', (text, ground) => {
    expect(ratio(text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(marks)('a mark in %s on %s can be seen (3 to 1)', (mark, ground) => {
    expect(ratio(mark, ground)).toBeGreaterThanOrEqual(3);
  });
});

test('Both themes name the same colours', () => {
  expect([...theme('dark').keys()].sort()).toEqual([...theme('light').keys()].sort());
});

test('No text is smaller than 14 px', () => {
  const sizes = [...css.matchAll(/--size-[a-z]+: ([0-9.]+)rem/g)].map(([, rem]) => Number(rem) * 16);
  expect(sizes.length).toBeGreaterThanOrEqual(5);
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(14);
});
