import { expect, test } from '@jest/globals';
import { PART_LIMITS } from './contract/limits.js';
import { firstDraft } from './template.js';

const conference = { title: 'Ridgeline', city: 'Springfield', state: 'IL', firstDay: '2097-03-04', lastDay: '2097-03-05', theme: null };
const note = (body: string) => ({ body, by: 'Nora Hale', organizationName: 'A Forum', changedAt: '2097-03-04T20:00:00Z' });
const material = (title: string, more: { note?: string; link?: string } = {}) => ({ title, link: 'https://example.org/a', note: null, ...more });

test('what fits goes into the first draft whole, and nothing stays out', () => {
  const { parts, leftOut } = firstDraft(conference, 'Maple Hollow', [material('The sheet')], [note('They began with four pairs.')]);
  expect(parts.process).toMatch(/^They began with four pairs\.\n\(Noted by Nora Hale, A Forum, at Ridgeline/);
  expect(leftOut).toEqual([]);
});

test('what is too long for its part stays out whole, with who noted it and for which part it was; what comes after it and fits goes in', () => {
  const long = 'x'.repeat(PART_LIMITS.process - 10);
  const { parts, leftOut } = firstDraft(conference, 'Maple Hollow', [material('The sheet', { link: `https://example.org/${'a'.repeat(PART_LIMITS.tools)}` })], [note(long), note('A short one.')]);
  expect(parts.process).toMatch(/^A short one\./);
  expect(parts.tools).toBe('');
  expect(leftOut).toEqual([
    { part: 'process', text: expect.stringMatching(/^x+\n\(Noted by Nora Hale, A Forum, at Ridgeline/) },
    { part: 'tools', text: expect.stringMatching(/^The sheet: https/) },
  ]);
  for (const part of ['context', 'process', 'tools'] as const) expect(parts[part].length).toBeLessThanOrEqual(PART_LIMITS[part]);
});
