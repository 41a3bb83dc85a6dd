import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { layFoundations } from '@app/platform/story';
import { openHouse, type TestHouse } from '../../../test/setup/house.js';
import { aTidyList } from '../testing/index.js';
import { DistrictImport, type ImportReport } from './district-import.service.js';
import { everydayCase } from './everyday-case.js';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
  await layFoundations(house.get);
});
afterAll(() => house.close());

const take = (csv: string, year: string | null = null): Promise<ImportReport> => house.get(DistrictImport).run(Readable.from([csv]), { year });
const counts = ({ added, changed, unchanged, bad }: ImportReport): unknown => ({ added, changed, unchanged, bad: bad.length });
const districtOf = async (ncesId: string): Promise<Record<string, unknown>> => (await house.db.one(`select o.* from organization o join organization_nces_id n on n.organization_id = o.id where n.nces_id = $1`, [ncesId])) ?? {};

const CCD = ['SCHOOL_YEAR', 'FIPST', 'STATENAME', 'ST', 'LEA_NAME', 'LEAID', 'LCITY', 'LSTATE', 'LZIP', 'PHONE', 'WEBSITE', 'LEA_TYPE', 'LEA_TYPE_TEXT', 'GSLO', 'GSHI'];
const ccdFile = (...rows: Partial<Record<string, string>>[]): string => [CCD.join(','), ...rows.map((row) => CCD.map((name) => `"${row[name] ?? ''}"`).join(','))].join('\n');

test('20,000 districts are read in well under a minute, and a second time nothing changes', async () => {
  const list = aTidyList(20_000);
  const started = Date.now();
  expect(counts(await take(list))).toEqual({ added: 20_000, changed: 0, unchanged: 0, bad: 0 });
  expect(Date.now() - started).toBeLessThan(60_000);
  const before = await house.db.one(`select md5(string_agg(o::text, '' order by id)) as all from organization o`);
  expect(counts(await take(list))).toEqual({ added: 0, changed: 0, unchanged: 20_000, bad: 0 });
  expect(await house.db.one(`select md5(string_agg(o::text, '' order by id)) as all from organization o`)).toEqual(before);
}, 180_000);

test('districts that share a name and a state have addresses of their own', async () => {
  const slugs = await house.db.query<{ slug: string }>(`select slug from organization where name = 'Invented Valley 5 Schools' order by slug`);
  expect(slugs.map(({ slug }) => slug)).toEqual(['invented-valley-5-schools-oh', 'invented-valley-5-schools-oh-9000010']);
});

test('events name at most 500 districts each, so that nobody who hears them chokes', async () => {
  const row = await house.db.one<{ most: number; all: number }>(
    `select max(jsonb_array_length(payload->'ids'))::int as most, sum(jsonb_array_length(payload->'ids'))::int as all from outbox where name = 'organizations.organizations-imported'`,
  );
  expect(row).toEqual({ most: 500, all: 20_000 + 22 });
});

test('a figure that changed is taken, and only that district counts as changed', async () => {
  const report = await take(aTidyList(100, (at) => (at === 42 ? { enrollment: '4242' } : {})));
  expect(counts(report)).toEqual({ added: 0, changed: 1, unchanged: 99, bad: 0 });
  expect(await districtOf('9000042')).toMatchObject({ enrollment: 4242, enrollment_source: 'NCES CCD, 2022-23', schools_source: 'NCES CCD, 2020-21', slug: 'invented-valley-42-schools-ca' });
});

test('every bad row is named with its line and its reason, and the others are taken', async () => {
  const wrong: Record<number, Partial<Record<string, string>>> = {
    2: { nces_lea_id: '12' },
    3: { state: 'ZZ' },
    4: { enrollment: 'many' },
    5: { locale: 'moon' },
    6: { name: '' },
    7: { latitude: '95' },
    8: { nces_lea_id: '9000001' },
    9: { lea_type: 'Castle' },
    10: { city: 'one,two' },
  };
  const report = await take(aTidyList(12, (at) => wrong[at] ?? {}));
  expect(report.bad).toEqual([
    { line: 3, reason: expect.stringContaining('seven digits') },
    { line: 4, reason: expect.stringContaining('"ZZ" is not a state') },
    { line: 5, reason: expect.stringContaining('enrollment "many"') },
    { line: 6, reason: expect.stringContaining('locale "moon"') },
    { line: 7, reason: expect.stringContaining('name is empty') },
    { line: 8, reason: expect.stringContaining('latitude "95"') },
    { line: 9, reason: expect.stringContaining('stood already on line 2') },
    { line: 10, reason: expect.stringContaining('lea_type "Castle"') },
    { line: 11, reason: expect.stringContaining('16 cells where the header has 15') },
  ]);
  expect(report).toMatchObject({ unchanged: 3, added: 0 });
});

test('NCES’s own directory file 029 is read by its header, with its year as the source', async () => {
  const report = await take(
    ccdFile(
      { SCHOOL_YEAR: '2024-2025', ST: 'OH', LEA_NAME: 'BRAND NEW CITY SD', LEAID: '8800001', LCITY: 'NEW TOWN', LZIP: '44001', PHONE: '(614)555-0199', WEBSITE: 'www.brandnew.example', LEA_TYPE: '1', GSLO: 'PK', GSHI: '12' },
      { SCHOOL_YEAR: '2024-2025', ST: 'OH', LEA_NAME: 'Invented Valley 42 Schools', LEAID: '9000042', LCITY: 'Elsewhere', LEA_TYPE: '7', GSLO: 'M', GSHI: 'M' },
      { SCHOOL_YEAR: '2024-2025', ST: 'OH', LEA_NAME: 'Odd', LEAID: '8800002', LEA_TYPE: '12' },
    ),
  );
  expect(report.layout).toMatchObject({ name: 'the CCD directory file of 2024-25', unused: ['FIPST', 'STATENAME', 'LEA_TYPE_TEXT'] });
  expect(report.bad).toEqual([{ line: 4, reason: expect.stringContaining('LEA_TYPE "12"') }]);
  expect(await districtOf('8800001')).toMatchObject({
    name: 'Brand New City SD', city: 'New Town', grade_low: 'PK', grade_high: '12', grade_source: 'NCES CCD, 2024-25', phone: '614-555-0199', website: 'http://www.brandnew.example', enrollment: null, enrollment_source: null,
  });
  // What the file does not tell stays, with its own source and year.
  expect(await districtOf('9000042')).toMatchObject({ city: 'Elsewhere', place_source: 'NCES CCD, 2024-25', agency_kind: 'charter', enrollment: 4242, enrollment_source: 'NCES CCD, 2022-23', grade_low: null, grade_source: null });
});

test('an older file does not put back what a newer one has told', async () => {
  await take(aTidyList(100));
  expect(await districtOf('9000042')).toMatchObject({ city: 'Elsewhere', agency_kind: 'charter', enrollment: (42 * 37) % 50_000 });
});

test('a file 029 without a year asks for one, and takes it', async () => {
  const file = 'LEAID,LEA_NAME,ST,LCITY,LZIP,PHONE,WEBSITE,LEA_TYPE,GSLO,GSHI\n8800003,Yearless,OH,Town,44001,,,1,KG,08\n';
  await expect(take(file)).rejects.toThrow('--year');
  expect(counts(await take(file, '2023-24'))).toMatchObject({ added: 1 });
  expect(await districtOf('8800003')).toMatchObject({ grade_source: 'NCES CCD, 2023-24' });
});

test.each([
  ['no header that we know', 'id,title\n1,x\n', 'is not one that Accord knows'],
  ['an unknown column', 'nces_lea_id,name,state,enrolment\n9000001,A,OH,4\n', 'enrolment'],
  ['nothing', '', 'it is empty'],
])('a file with %s is refused whole, saying why', async (_, csv, why) => {
  await expect(take(csv)).rejects.toThrow(why);
});

test('a figure for poverty is taken only with who counted it and when, and never guessed', async () => {
  const csv = (...rows: string[]): string => `nces_lea_id,name,state,poverty_percent,poverty_source\n${rows.join('\n')}\n`;
  const report = await take(csv('9000051,Invented Valley 51 Schools,TX,18.5,"Census SAIPE, 2022"', '9000052,Invented Valley 52 Schools,CA,,', '9000053,Invented Valley 53 Schools,NE,12.1,', '9000054,Invented Valley 54 Schools,NY,120,"Census SAIPE, 2022"'));
  expect(report.bad).toEqual([{ line: 4, reason: expect.stringContaining('must say who counted') }, { line: 5, reason: expect.stringContaining('"120" is not a number from 0 to 100') }]);
  expect(await districtOf('9000051')).toMatchObject({ poverty_percent: 18.5, poverty_source: 'Census SAIPE, 2022' });
  expect(await districtOf('9000052')).toMatchObject({ poverty_percent: null, poverty_source: null });
  await take(csv('9000051,Invented Valley 51 Schools,TX,30,"Census SAIPE, 2019"'));
  expect(await districtOf('9000051')).toMatchObject({ poverty_percent: 18.5, poverty_source: 'Census SAIPE, 2022' });
  await take(aTidyList(60));
  expect(await districtOf('9000051')).toMatchObject({ poverty_percent: 18.5 });
});

test('Helena stands for two agencies: its figures are their sum, its name and address stay', async () => {
  const rows = (elem: string): string => aTidyList(2, (at) => ({ nces_lea_id: at === 1 ? '3000005' : '3013830', name: at === 1 ? 'Helena Elem' : 'Helena H S', state: 'MT', enrollment: at === 1 ? elem : '2700', schools: '3' }));
  expect(counts(await take(rows('5000')))).toEqual({ added: 0, changed: 2, unchanged: 0, bad: 0 });
  expect(await districtOf('3013830')).toMatchObject({ slug: 'helena', name: 'Helena Public Schools', official_name: 'Helena Elem and Helena H S', enrollment: 7700, enrollment_source: 'NCES CCD, sum of 2 agencies, 2022-23', schools: 6, presenting: true });
  expect(counts(await take(rows('5000')))).toEqual({ added: 0, changed: 0, unchanged: 2, bad: 0 });
  // Half of it would be a wrong number.
  await take(aTidyList(1, () => ({ nces_lea_id: '3000005', name: 'Helena Elem', state: 'MT', enrollment: '1' })));
  expect(await districtOf('3000005')).toMatchObject({ enrollment: 7700 });
});

test('Green Dot has no agency of its own and no figures that would be invented', async () => {
  const { district } = await house.visitor.query('{ district(slug: "green-dot") { name ncesIds enrollment enrollmentSource schools agencyKind note } }');
  expect(district).toMatchObject({ name: 'Green Dot Public Schools', ncesIds: [], enrollment: null, enrollmentSource: null, schools: null, agencyKind: 'charter' });
});

test('what a named district says of itself survives the import', async () => {
  await house.db.query(`update organization set affiliation = 'aft', website = 'https://own.example', website_source = 'Declared by the district, 2026-11' where slug = 'plattsburgh'`);
  await take(aTidyList(1, () => ({ nces_lea_id: '3623280', name: 'Plattsburgh City School District', state: 'NY', enrollment: '1800' })));
  const { district } = await house.visitor.query('{ district(slug: "plattsburgh") { name affiliation website enrollment presenting } }');
  expect(district).toMatchObject({ affiliation: 'aft', website: 'https://own.example', enrollment: 1800, presenting: true });
});

test.each([
  ['ALBERTVILLE CITY', 'Albertville City'],
  ['SCHOOL DISTRICT OF THE CITY OF ERIE', 'School District of the City of Erie'],
  ['MCALLEN ISD', 'McAllen ISD'],
  ['AGUILAR RE-6', 'Aguilar RE-6'],
  ['WINSTON-SALEM/FORSYTH COUNTY', 'Winston-Salem/Forsyth County'],
  ['Plain Local', 'Plain Local'],
])('%s reads as %s', (given, expected) => {
  expect(everydayCase(given)).toBe(expected);
});
