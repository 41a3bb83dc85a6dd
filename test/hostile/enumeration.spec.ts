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
  const median = (list: number[]): number => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
  // Interleaved in one run; the machine's noise is shared, so only the difference counts.
  expect(Math.abs(median(times.known) - median(times.unknown))).toBeLessThan(5);
});
