import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { layFoundations } from '@app/platform/story';
import { keysOfViewer } from '@app/people';
import { openHouse, type TestHouse } from '../../test/setup/house.js';
import { listStatement } from './practices.list.js';
import { aDistrict } from './testing/index.js';

const DISTRICTS = 400;
const EACH = 50;
const ONE_URL = { state: 'in_force', confirmedIn: new Date().getUTCFullYear(), threshold: { label: 'Staff vote', bound: 'at_least', value: 80, unit: '%' } } as const;

let house: TestHouse;

/** Twenty thousand practices of 400 districts: every stage, figures of many kinds, and staff votes between 50 and 99 %. */
beforeAll(async () => {
  house = await openHouse();
  for (const slug of ['baltimore-city', 'new-haven', 'denver']) await aDistrict(house, slug);
  await layFoundations(house.get);
  await house.db.query(`insert into organization (id, kind, slug, name, state) select gen_random_uuid(), 'district', 'many-' || n, 'Many ' || n, (array['MN','OH','TX'])[1 + n % 3] from generate_series(1, ${DISTRICTS}) as n`);
  // A statement has half a minute, also on a machine that is busy with something else.
  for (let from = 1; from <= DISTRICTS * EACH; from += 1000)
    await house.db.query(
      `insert into practice (id, slug, organization_id, principle, title, summary, story, status, shared_at, instrument, pathway, stage, affirmed_at, lapsed_at, lapse_reason, thresholds)
       select gen_random_uuid(), 'many-' || m.n, o.id, 1 + m.n % 10, 'Many practice ' || m.n, 'What it is', 'How it went', 'shared', now(), (array['contract','mou','policy','practice'])[1 + m.n % 4],
         (array['long_standing','crisis','new_leadership'])[1 + m.n % 3], m.stage, case when m.stage <> 'told' then date_trunc('year', now() at time zone 'UTC') at time zone 'UTC' + case when m.n % 5 = 0 then interval '1 second' else interval '-2 months' end end,
         case when m.stage = 'lapsed' then now() end, case when m.stage = 'lapsed' then 'It ended.' end,
         jsonb_build_array(jsonb_build_object('label', case when m.n % 7 = 0 then 'Staff vote' else 'Meetings ' || (m.n % 60) end, 'comparison', '>=', 'value', 50 + m.n % 50, 'unit', case when m.n % 7 = 0 then '%' else 'per year' end))
       from (select n, (array['told','affirmed','in_force','lapsed'])[1 + n % 4] as stage from generate_series($1::int, $2::int) as n) m join organization o on o.slug = 'many-' || (1 + m.n % ${DISTRICTS})`,
        [from, from + 999],
      );
  await house.db.query(`analyze practice, practice_threshold, organization`);
}, 120_000);
afterAll(() => house.close());

const LIST = `query($filter: PracticeState, $confirmedIn: Int, $threshold: ThresholdFilter, $instrument: PracticeInstrument, $pathway: PracticePathway, $inState: String, $principle: Int) {
  practices(first: 100, state: $filter, confirmedIn: $confirmedIn, threshold: $threshold, instrument: $instrument, pathway: $pathway, inState: $inState, principle: $principle) { totalCount nodes { slug state thresholds { label value } } }
}`;
const found = async (variables: Record<string, unknown>) => (await house.visitor.query(LIST, variables)).practices;
const count = async (where: string): Promise<number> => Number((await house.db.one<{ n: string }>(`select count(*) as n from practice p join organization o on o.id = p.organization_id left join practice_threshold t on t.practice_id = p.id and t.label = 'Staff vote' where ${where}`))?.n);

test('every practice with a staff vote of at least 80 % that is still in force and confirmed this year', async () => {
  const answer = await found({ filter: ONE_URL.state, confirmedIn: ONE_URL.confirmedIn, threshold: ONE_URL.threshold });
  const expected = await count(`p.stage = 'in_force' and p.affirmed_at >= date_trunc('year', now() at time zone 'UTC') at time zone 'UTC' and t.value >= 80`);
  expect(expected).toBeGreaterThan(0);
  expect(answer.totalCount).toBe(expected);
  for (const node of answer.nodes) {
    expect(node.state).toBe('in_force');
    expect(node.thresholds[0].value).toBeGreaterThanOrEqual(80);
  }
});

test('it is one statement, and an index finds the figures', async () => {
  const statements = await house.statementsOf(() => found({ filter: ONE_URL.state, confirmedIn: ONE_URL.confirmedIn, threshold: ONE_URL.threshold }));
  expect(statements).toHaveLength(1);
  const { sql, parameters } = listStatement(keysOfViewer(null), ONE_URL, 20);
  const plan = (await house.db.query<{ 'QUERY PLAN': string }>(`explain ${sql}`, parameters)).map((row) => row['QUERY PLAN']).join('\n');
  expect(plan).toMatch(/Index Scan (using|on) practice_threshold_low/);
  expect(plan).not.toContain('Seq Scan on practice_threshold');
  expect(plan).not.toContain('Seq Scan on practice p');
});

test('what is vouched for, without a figure, is found by its own index', async () => {
  const { sql, parameters } = listStatement(keysOfViewer(null), { state: 'due' }, 20);
  const plan = (await house.db.query<{ 'QUERY PLAN': string }>(`explain ${sql}`, parameters)).map((row) => row['QUERY PLAN']).join('\n');
  expect(plan).toContain('practice_stage_affirmed');
});

test.each<[string, number, string, number, boolean]>([
  ['>=', 80, 'at_least', 80, true], ['>=', 79, 'at_least', 80, false], ['>=', 90, 'at_least', 80, true], ['>', 80, 'at_least', 80, true], ['=', 80, 'at_least', 80, true], ['<=', 90, 'at_least', 80, false],
  ['>=', 80, 'more_than', 80, false], ['>', 80, 'more_than', 80, true], ['>=', 81, 'more_than', 80, true], ['=', 80, 'more_than', 80, false],
  ['>=', 80, 'exactly', 80, true], ['=', 80, 'exactly', 80, true], ['<', 80, 'exactly', 80, true], ['>=', 81, 'exactly', 80, false],
  ['<=', 80, 'at_most', 80, true], ['=', 70, 'at_most', 80, true], ['>=', 70, 'at_most', 80, false], ['<=', 81, 'at_most', 80, false],
  ['<', 80, 'less_than', 80, true], ['<=', 80, 'less_than', 80, false], ['<=', 79, 'less_than', 80, true],
])('a vote of %s %d keeps to %s %d: %s', async (comparison, figure, bound, value, is) => {
  await house.db.query(`update practice set thresholds = $1 where slug = 'many-2'`, [JSON.stringify([{ label: 'Canary vote', comparison, value: figure, unit: '%' }])]);
  expect((await found({ threshold: { label: 'canary VOTE', bound, value, unit: '%' } })).totalCount).toBe(is ? 1 : 0);
  expect((await found({ threshold: { label: 'Canary vote', bound, value, unit: 'days' } })).totalCount).toBe(0);
});

test('the record of 2011 can be asked for its figures as well', async () => {
  const answer = await found({ filter: 'recorded', threshold: { label: 'Staff vote', bound: 'at_least', value: 80 } });
  expect(answer.nodes.map((node: { slug: string }) => node.slug).sort()).toEqual(['baltimore-working-conditions-pilot', 'new-haven-turnaround-work-rules']);
  const waivers = await found({ filter: 'recorded', threshold: { label: 'Staff vote', bound: 'at_least', value: 60 } });
  expect(waivers.totalCount).toBe(3);
});

test('the filters meet: what holds by, how it came about, where, under which principle', async () => {
  const answer = await found({ instrument: 'mou', pathway: 'crisis', inState: 'OH', principle: 6, filter: 'told' });
  expect(answer.totalCount).toBe(await count(`p.instrument = 'mou' and p.pathway = 'crisis' and o.state = 'OH' and p.principle = 6 and p.stage = 'told' and p.status = 'shared'`));
});

test('the states share all practices out among them, and each practice has one', async () => {
  const totals: Record<string, number> = {};
  for (const state of ['recorded', 'told', 'affirmed', 'in_force', 'due', 'lapsed']) totals[state] = (await found({ filter: state })).totalCount;
  const { practices } = await house.visitor.query('{ practices { totalCount } }');
  expect(Object.values(totals).reduce((sum, one) => sum + one, 0)).toBe(practices.totalCount);
});

test('the kinds of figures are told with how many practices have them, and none of a practice that is not for you', async () => {
  const [first] = await house.db.query<{ id: string }>(`select id from practice where slug = 'many-1'`);
  await house.db.query(`update practice set thresholds = '[{"label": "Canary count", "comparison": "=", "value": 1, "unit": "birds"}]', audience = 'members' where id = $1`, [first?.id]);
  const { thresholdLabels } = await house.visitor.query('{ thresholdLabels { label unit count } }');
  expect(thresholdLabels[0]).toEqual({ label: 'Staff vote', unit: '%', count: await count(`t.label = 'Staff vote'`) });
  expect(JSON.stringify(thresholdLabels)).not.toContain('Canary count');
});

test.each(['percent', 'Percent', 'per cent', 'Pct.', '%'])('a figure in %s is one in %%, however it is written and asked for', async (unit) => {
  await house.db.query(`update practice set thresholds = $1, audience = 'public' where slug = 'many-1'`, [JSON.stringify([{ label: ' Canary turnout', comparison: '>=', value: 70, unit }])]);
  for (const asked of ['%', 'percent', 'PER CENT']) expect((await found({ threshold: { label: 'canary turnout ', bound: 'at_least', value: 70, unit: asked } })).totalCount).toBe(1);
  expect((await found({ threshold: { label: 'Canary turnout', bound: 'at_least', value: 70, unit: 'days' } })).totalCount).toBe(0);
});

test('labels and units that differ in capitals only are offered once', async () => {
  await house.db.query(`update practice set thresholds = '[{"label": "staff VOTE", "comparison": "=", "value": 1, "unit": "percent"}]', audience = 'public' where slug = 'many-1'`);
  const { thresholdLabels } = await house.visitor.query('{ thresholdLabels { label unit } }');
  expect(thresholdLabels.filter((one: { label: string; unit: string }) => /^staff vote$/i.test(one.label))).toHaveLength(1);
});

test('a figure that is changed is found as it is now', async () => {
  await house.db.query(`update practice set thresholds = '[{"label": "Canary count", "comparison": "<=", "value": 3, "unit": "birds"}]', audience = 'public' where slug = 'many-1'`);
  const totals = async (bound: string, value: number): Promise<number> => (await found({ threshold: { label: 'Canary count', bound, value } })).totalCount;
  expect([await totals('at_most', 3), await totals('at_most', 2), await totals('less_than', 4), await totals('exactly', 3), await totals('exactly', 1), await totals('at_least', 1)]).toEqual([1, 0, 1, 1, 0, 0]);
});
