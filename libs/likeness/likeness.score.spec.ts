import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '@app/platform/database';
import { STATE_NAMES } from '@app/organizations/contract';
import { openHouse, type TestHouse } from '../../test/setup/house.js';
import { LIKENESS_FEATURES, LIKENESS_LEVELS, type LikenessLevels } from './contract/index.js';
import { LOCALES, UNIONS } from './definition.js';
import { likenessBy } from './likeness.js';
import { scoreSql } from './likeness.score.js';
import { planFor } from './plan.js';
import { type Traits, traitsJson } from './traits.js';

const OURS = 24;
const THEIRS = 60;

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** Numbers that look like chance and are the same in every run. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

test('code and database give the same score for 1,440 pairs of districts, with their gaps, edges and weights', async () => {
  const roll = dice(20_11);
  const one = <T,>(list: readonly T[]): T => list[Math.floor(roll() * list.length)] as T;
  const maybe = <T,>(value: T): T | null => (roll() < 0.2 ? null : value);
  const grades = [['PK', '08'], ['KG', '12'], ['07', '12'], ['09', '12'], ['UG', 'UG']] as const;
  const made: { id: string; principles: number[] }[] = [];
  for (let at = 0; at < OURS + THEIRS; at++) {
    const id = newId();
    const grade = maybe(one(grades));
    const poverty = maybe(Math.round(roll() * 600) / 10);
    await house.db.query(
      `insert into organization (id, kind, slug, name, enrollment, locale, affiliation, state, grade_low, grade_high, poverty_percent, poverty_source)
       values ($1, 'district', $2, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      // Round numbers meet the edges of the bands exactly.
      [id, `pair-${at}`, maybe(roll() < 0.4 ? one([0, 1, 400, 600, 1000, 1500, 3000, 10_000]) : Math.floor(Math.exp(roll() * 12))), maybe(one(Object.keys(LOCALES))), maybe(one(Object.keys(UNIONS))), maybe(one(Object.keys(STATE_NAMES))),
        grade?.[0] ?? null, grade?.[1] ?? null, poverty, poverty === null ? null : 'Test, 2022'],
    );
    made.push({ id, principles: Array.from({ length: 10 }, (_, number) => number + 1).filter(() => roll() < 0.3) });
  }
  const practising = `(select (p->>'id')::uuid as id, array(select jsonb_array_elements_text(p->'principles')::int) as principles from jsonb_array_elements($1::jsonb) p) practising`;
  const traits = await house.db.query<{ id: string; traits: Traits }>(`select o.id, ${traitsJson('o', 'practising.principles')} as traits from organization o join ${practising} on practising.id = o.id`, [JSON.stringify(made)]);
  const byId = new Map(traits.map((row) => [row.id, row.traits]));
  const theirs = made.slice(OURS);
  const seen = new Set<number>();
  for (const { id } of made.slice(0, OURS)) {
    const levels = Object.fromEntries(LIKENESS_FEATURES.map((feature) => [feature, one(LIKENESS_LEVELS)])) as LikenessLevels;
    const asked = roll() < 0.3 ? [{ number: 5, name: 'teacher evaluation' }, { number: 9, name: 'pay' }].slice(0, 1 + Math.floor(roll() * 2)) : [];
    const plan = planFor(byId.get(id) as Traits, levels, asked);
    const parameters: unknown[] = [JSON.stringify(theirs)];
    const score = scoreSql(plan, { organization: 'o', principles: 'practising.principles' }, (value) => `$${parameters.push(value)}`);
    const rows = await house.db.query<{ id: string; score: number }>(`select o.id, ${score} as score from organization o join ${practising} on practising.id = o.id`, parameters);
    expect(rows).toHaveLength(THEIRS);
    for (const row of rows) {
      expect(row.score).toBeCloseTo(likenessBy(plan, byId.get(row.id) as Traits).score, 5);
      seen.add(row.score);
    }
  }
  // Pairs that all scored alike would prove nothing.
  expect(seen.size).toBeGreaterThan(200);
});
