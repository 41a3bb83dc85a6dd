import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { CLASSES, judgedSet } from './judged.js';
import { library } from './library.js';
import { ndcg } from './ndcg.js';

const things = library();
const questions = judgedSet(things);
const practices = Object.values(JSON.parse(readFileSync('libs/practices/data/practices.json', 'utf8')) as Record<string, { slug: string }>).map(({ slug }) => slug);

test('there are at least 150 judged questions, half of each class held back, and every one has an answer that exists', () => {
  expect(questions.length).toBeGreaterThanOrEqual(150);
  const known = { practices: new Set(practices), library: new Set(things.map(({ id }) => id)) };
  for (const name of CLASSES) {
    const ofClass = questions.filter((one) => one.class === name);
    expect(ofClass.length).toBeGreaterThanOrEqual(10);
    expect(Math.abs(ofClass.length / 2 - ofClass.filter(({ held }) => held).length)).toBeLessThan(1);
  }
  for (const { over, grades, text } of questions) {
    expect({ text, unknown: [...grades.keys()].filter((id) => !known[over].has(id)) }).toEqual({ text, unknown: [] });
    expect({ text, best: Math.max(...grades.values()) }).toEqual({ text, best: 3 });
  }
  expect(new Set(questions.map(({ class: name, over, text }) => `${name} ${over} ${text}`)).size).toBe(questions.length);
});

test('the invented library is the same in every run, and large enough', () => {
  expect(things.length).toBeGreaterThan(1400);
  const hash = (all: unknown): string => createHash('sha256').update(JSON.stringify(all)).digest('hex');
  expect(hash(library())).toBe(hash(things));
  expect(new Set(things.map(({ id }) => id)).size).toBe(things.length);
});

test('the measure is 1 for the best order, less for a worse one, and 0 where nothing fits', () => {
  const grades = new Map([['a', 3], ['b', 2], ['c', 1]]);
  expect(ndcg(['a', 'b', 'c'], grades)).toBe(1);
  expect(ndcg(['x', 'a', 'b', 'c'], grades)).toBeCloseTo(0.67575, 5);
  expect(ndcg(['a', 'a', 'b', 'c'], grades)).toBe(1);
  expect(ndcg(['x', 'y'], grades)).toBe(0);
  // Only the first ten count.
  expect(ndcg([...Array.from({ length: 10 }, (_, n) => `x${n}`), 'a'], grades)).toBe(0);
  expect(() => ndcg(['a'], new Map())).toThrow('measures nothing');
});
