import { expect, test } from '@jest/globals';
import { audiencesOf, type DigestReaders, newsFor } from './section.js';

const readers: DigestReaders = {
  since: new Date(0),
  conferenceId: null,
  districts: [
    { organizationId: 'maple', keys: ['members', 'team:maple', 'members'] },
    { organizationId: 'cedar', keys: ['public', 'members', 'team:cedar'] },
    { organizationId: 'outside', keys: ['public'] },
  ],
};
const row = (audience: string, by: string, title: string) => ({ audience, by, title });
const given = (rows: ReturnType<typeof row>[]): Record<string, string[]> => {
  const news = newsFor(readers, rows, ({ by, title }, { organizationId }) => (by === organizationId ? null : { title, path: '/' }));
  return Object.fromEntries([...news].map(([id, items]) => [id, items.map(({ title }) => title)]));
};

test('each audience is asked for once, however many may read it', () => {
  expect(audiencesOf(readers)).toEqual(['members', 'team:maple', 'public', 'team:cedar']);
});

test('a district is told what it may read and did not do itself, the best first whichever audience it is for', () => {
  const rows = [row('team:maple', 'oak', 'for Maple'), row('members', 'maple', 'by Maple'), row('public', 'oak', 'for all'), row('members', 'oak', 'for members'), row('team:cedar', 'cedar', 'by Cedar')];
  expect(given(rows)).toEqual({ maple: ['for Maple', 'for members'], cedar: ['by Maple', 'for all', 'for members'], outside: ['for all'] });
});

test('what a district did itself takes the place of nothing', () => {
  const own = Array.from({ length: 7 }, (_, n) => row('members', 'maple', `own ${n}`));
  const others = Array.from({ length: 6 }, (_, n) => row('members', 'oak', `other ${n}`));
  expect(given([...own, ...others])).toMatchObject({ maple: [0, 1, 2, 3, 4].map((n) => `other ${n}`), cedar: [0, 1, 2, 3, 4].map((n) => `own ${n}`) });
  expect(given(own)).not.toHaveProperty('maple');
});
