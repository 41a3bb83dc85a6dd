import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openHouse, type TestHouse } from '../setup/house.js';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
  await house.as('known@maple.example', 'Kim Known');
});
afterAll(() => house.close());

test('a known and an unknown address cost the same statements in the same order, so their answers take the same time', async () => {
  const ask = (email: string) => () => house.visitor.act('requestSignInCode', { email });
  const known = await house.statementsOf(ask('known@maple.example'));
  const unknown = await house.statementsOf(ask('unknown@maple.example'));
  expect(known.length).toBeGreaterThan(4);
  expect(unknown).toEqual(known);
});

test('the answers differ in nothing but the ids and the address itself', async () => {
  const body = async (email: string): Promise<string> => {
    const answer = await house.visitor.raw('mutation($input: RequestSignInCodeInput!) { requestSignInCode(input: $input) { __typename ... on CodeSent { challengeId sentTo } } }', { input: { email } });
    return JSON.stringify(answer).replace(/[0-9a-f-]{36}/, 'ID').replace(email, 'ADDRESS');
  };
  expect(await body('stranger@maple.example')).toBe(await body('known@maple.example'));
});

test('known and unknown addresses answer equally fast', async () => {
  await house.db.query(`delete from attempt`);
  const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
  for (let round = 0; round < 40; round++) {
    for (const kind of round % 2 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const)) {
      await house.db.query(`delete from attempt`);
      const started = performance.now();
      await house.visitor.act('requestSignInCode', { email: `${kind}@maple.example` });
      times[kind].push(performance.now() - started);
    }
  }
  // A rank test needs no quiet machine: both kinds share its noise. Four deviations happen by chance once in 16,000 runs.
  expect(Math.abs(rankDeviation(times.known, times.unknown))).toBeLessThan(4);
});

/** How far the ranks of one sample stand from those of another, in standard deviations (Mann-Whitney). */
function rankDeviation(one: number[], other: number[]): number {
  const above = one.reduce((sum, time) => sum + other.filter((rival) => time > rival).length, 0);
  const [n, m] = [one.length, other.length];
  return (above - (n * m) / 2) / Math.sqrt((n * m * (n + m + 1)) / 12);
}

test('the rank test finds an answer that takes half as long again', () => {
  const times = Array.from({ length: 40 }, (_, n) => 10 + (n % 7));
  expect(Math.abs(rankDeviation(times, times.map((time) => time * 1.5)))).toBeGreaterThan(4);
});
