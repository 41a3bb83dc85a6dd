import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { layFoundations, tellStory } from '@app/platform/story';
import { Accounts } from '@app/people';
import { openHouse, type TestHouse } from '../../test/setup/house.js';
import { Organizations } from './organizations.service.js';
import { anOrganization } from './testing/index.js';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
  await layFoundations(house.get);
});
afterAll(() => house.close());

const names = async (args: string): Promise<string[]> => (await house.visitor.query(`{ districts(${args}) { nodes { name } } }`)).districts.nodes.map((node: { name: string }) => node.name);

test('the thirteen districts that the documents name are there, and nobody sits in them', async () => {
  const { districts } = await house.visitor.query('{ districts(first: 100) { totalCount nodes { memberSince seats { holder { name } } } } }');
  expect(districts.totalCount).toBe(13);
  expect(districts.nodes.flatMap((district: { seats: { holder: unknown }[] }) => district.seats.map((seat) => seat.holder))).toEqual(Array(39).fill(null));
});

test('laying the foundations again adds nothing', async () => {
  const before = await house.db.query(`select id, slug from organization order by id`);
  await layFoundations(house.get);
  expect(await house.db.query(`select id, slug from organization order by id`)).toEqual(before);
  expect(before).toHaveLength(22);
});

test('a figure carries its source and year, and what nobody knows is null', async () => {
  const { district } = await house.visitor.query('{ district(slug: "denver") { enrollment enrollmentSource schools schoolsSource affiliation gradeLow gradeSource ncesIds } }');
  expect(district).toEqual({ enrollment: 87883, enrollmentSource: 'NCES CCD, 2022-23', schools: 205, schoolsSource: 'NCES CCD, 2020-21', affiliation: null, gradeLow: null, gradeSource: null, ncesIds: ['0803360'] });
  expect((await house.visitor.query('{ district(slug: "helena") { ncesIds } }')).district.ncesIds).toEqual(['3000005', '3013830']);
  expect((await house.visitor.query('{ district(slug: "national-education-association") { name } }')).district).toBeNull();
});

test.each([
  ['Plattsburg', 'Plattsburgh'],
  ['Helana', 'Helena Public Schools'],
  ['hilsborough', 'Hillsborough County'],
  ['winston salem', 'Winston-Salem'],
  ['Cerritos', 'ABC Unified'],
  ['de', 'Denver'],
])('a search for "%s" finds %s first', async (search, expected) => {
  expect((await names(`search: "${search}", first: 5`))[0]).toContain(expected);
});

test('a search for what nobody has finds nothing, and odd signs do no harm', async () => {
  expect(await names('search: "zzzzqqq", first: 5')).toEqual([]);
  for (const search of ["%' or 1=1 --", '__', '%', '\\\\', '   ']) await names(`search: "${search}", first: 5`);
});

test('filters are plain words and can be put together', async () => {
  expect(await names('state: "MD", first: 20')).toEqual(['Baltimore City Public Schools', 'Montgomery County Public Schools']);
  expect(await names('state: "MD", locale: city, first: 20')).toEqual(['Baltimore City Public Schools']);
  expect(await names('size: under_1000, first: 20')).toEqual(['Wagner Community School District']);
  expect(await names('size: unknown, first: 20')).toEqual(['Green Dot Public Schools']);
  expect(await names('kind: charter, first: 20')).toEqual(['Green Dot Public Schools']);
  expect(await names('affiliation: unknown, status: not_yet, first: 20')).toHaveLength(13);
  expect(await names('status: on_accord, first: 20')).toEqual([]);
});

test('pages follow one another without a gap or a repeat, also by likeness', async () => {
  const service = await anOrganization(house.get, { name: 'AAA Service Agency', agencyType: 'Regional education service agency' });
  for (const args of ['', 'search: "public schools",']) {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { districts } = await house.visitor.query(`query($after: String) { districts(${args} first: 4, after: $after) { nodes { id } pageInfo { endCursor hasNextPage } } }`, { after });
      seen.push(...districts.nodes.map((node: { id: string }) => node.id));
      after = districts.pageInfo.hasNextPage ? districts.pageInfo.endCursor : null;
    } while (after);
    expect(new Set(seen).size).toBe(seen.length);
    // Service agencies stand after school districts, whatever their name.
    if (args === '') expect(seen.at(-1)).toBe(service.id);
  }
});

test('a place in the list that is not ours is refused in words', async () => {
  for (const keys of [[0, 1, 'a', 'b'], ['x', 1, 'a', service()], [1]]) {
    const after = Buffer.from(JSON.stringify(keys)).toString('base64url');
    const answer = await house.visitor.raw('query($after: String) { districts(first: 4, after: $after) { nodes { id } } }', { after });
    expect(answer.errors?.[0]?.message).toContain('Start again from the first page');
  }
  function service(): string {
    return '0192f0c0-0000-7000-8000-000000000000';
  }
});

test('the map answers the same question as the list: the same districts, counted by state, and those without a place named', async () => {
  const MAP = `totalCount placesCount places { name state latitude longitude here presenting } states { state districts here }`;
  const { directoryMap } = await house.visitor.query(`{ directoryMap { ${MAP} } }`);
  const { districts } = await house.visitor.query('{ districts(first: 100) { totalCount nodes { name state } } }');
  expect(directoryMap.totalCount).toBe(districts.totalCount);
  expect(directoryMap.states.reduce((sum: number, { districts: count }: { districts: number }) => sum + count, 0)).toBe(districts.totalCount);
  const presenting = directoryMap.places.filter((place: { presenting: boolean }) => place.presenting);
  expect(presenting).toHaveLength(12);
  expect(directoryMap.placesCount).toBe(directoryMap.places.length);
  expect(presenting.filter((place: { latitude: number | null }) => place.latitude === null).map((place: { name: string }) => place.name)).toEqual(['Green Dot Public Schools']);
  const narrowed = (await house.visitor.query(`{ directoryMap(state: "MD", locale: city) { ${MAP} } }`)).directoryMap;
  expect(narrowed).toMatchObject({ totalCount: 1, places: [{ name: 'Baltimore City Public Schools', here: false }], states: [{ state: 'MD', districts: 1, here: 0 }] });
  expect((await house.visitor.query(`{ directoryMap(search: "plattsburg") { ${MAP} } }`)).directoryMap.places[0].name).toContain('Plattsburgh');
  expect((await house.visitor.query(`{ directoryMap(search: "zzzzqqq") { ${MAP} } }`)).directoryMap).toEqual({ totalCount: 0, placesCount: 0, places: [], states: [] });
});

test('the map of twenty thousand districts draws only those one can meet, in one statement beside who is asking', async () => {
  await house.db.query(
    `insert into organization (id, kind, slug, name, state, latitude, longitude, member_since)
     select gen_random_uuid(), 'district', 'crowd-' || n, 'Crowd ' || n, 'OH', 40, -83, case when n % 10 = 0 then now() end from generate_series(1, 20000) n`,
  );
  const ana = await house.as('ana@map.example');
  let map: { places: unknown[]; placesCount: number; totalCount: number } | undefined;
  expect(await house.statementsOf(async () => (map = (await ana.query('{ directoryMap { totalCount placesCount places { id } states { state districts } } }')).directoryMap))).toHaveLength(2);
  expect(map).toMatchObject({ totalCount: 20_000 + 14, placesCount: 2000 + 12 });
  expect(map?.places).toHaveLength(1000);
  await house.db.query(`delete from organization where slug like 'crowd-%'`);
});

test('among thousands with the very words whoever can be met comes first; a typing error finds the nearest, and whoever can be met among them however far they stand behind', async () => {
  await house.db.query(
    `insert into organization (id, kind, slug, name, state, member_since)
     select gen_random_uuid(), 'district', 'alike-' || n, case when n = 691 then 'Meadow Unison District' else 'Meadow Union District ' || n end, 'WY', case when n in (690, 691) then now() end from generate_series(1, 700) n`,
  );
  const search = async (words: string, more = ''): Promise<{ totalCount: number; nodes: { name: string }[] }> => (await house.visitor.query(`{ districts(search: "${words}", first: 100 ${more}) { totalCount nodes { name } } }`)).districts;
  const [meant, mistyped] = [await search('meadow union'), await search('meadow unionn')];
  expect(meant.totalCount).toBe(699);
  expect(meant.nodes[0]?.name).toBe('Meadow Union District 690');
  // The 300 nearest, and the one further away whom one can meet.
  expect(mistyped.totalCount).toBeGreaterThan(300);
  expect(mistyped.totalCount).toBeLessThan(303);
  expect((await search('meadow unionn', 'status: on_accord')).nodes.map(({ name }) => name)).toEqual(['Meadow Union District 690', 'Meadow Unison District']);
  expect((await search('meadow unionn', 'state: "OH"')).totalCount).toBe(0);
  await house.db.query(`delete from organization where slug like 'alike-%'`);
});

test('co-sponsors and foundations are found by their place and by their kind', async () => {
  const { organization } = await house.visitor.query('{ organization(slug: "ford-foundation") { __typename kind path name } }');
  expect(organization).toEqual({ __typename: 'SponsorOrganization', kind: 'foundation', path: '/organizations/ford-foundation', name: 'Ford Foundation' });
  expect((await house.visitor.query('{ organizations(kind: co_sponsor, first: 20) { nodes { name } } }')).organizations.nodes).toHaveLength(8);
});

test('a page of the directory costs two statements, and so does a profile, whoever asks', async () => {
  const ana = await house.as('ana@statements.example');
  expect(await house.statementsOf(() => ana.query('{ districts(search: "denver", first: 20) { totalCount nodes { name state viewerCan { claimSeat } } } }'))).toHaveLength(2);
  expect(await house.statementsOf(() => ana.query('{ district(slug: "denver") { name ncesIds grants { program } seats { role holder { name } } viewerCan { vouch } } }'))).toHaveLength(2);
});

test('the demo’s teams are told after the cast, with one claim that waits', async () => {
  await tellStory(house.get);
  const { district } = await house.visitor.query('{ district(slug: "prairie-view") { grants { program } summary seats { role holder { name } } } }');
  expect(district.seats).toEqual([
    { role: 'superintendent', holder: { name: 'Tom Ackerman' } },
    { role: 'board_president', holder: null },
    { role: 'labor_leader', holder: { name: 'Carol Jensen' } },
  ]);
  const tom = await house.as('tom@prairie-view.example');
  expect((await tom.query('{ claimsToDecide(first: 10) { nodes { claimant { name } } } waiting { title path urgency } }'))).toMatchObject({
    claimsToDecide: { nodes: [{ claimant: { name: 'Hal Brooks' } }] },
    waiting: expect.arrayContaining([{ title: 'Hal Brooks claims the seat of board president of Prairie View Schools', path: '/team/seats', urgency: 1 }]),
  });
  const real = await house.db.query(`select 1 from seat s join organization o on o.id = s.organization_id where not o.invented and s.account_id is not null`);
  expect(real).toEqual([]);
});

test('names of staff and observers are for members only, in every way one can ask', async () => {
  const canary = 'Canary Quillfeather';
  const organization = await anOrganization(house.get, { name: 'Canary County' });
  const [organizations, accounts] = [house.get(Organizations), house.get(Accounts)];
  for (const role of ['staff', 'observer'] as const) {
    const account = await accounts.ensure({ email: `${role}@canary.example`, name: `${canary} ${role}` });
    await organizations.seat(organization.id, role, account.id);
  }
  const questions = [
    `{ district(slug: "${organization.slug}") { seats { role holder { name } } } }`,
    `{ districts(search: "canary", first: 5) { nodes { name seats { holder { name } } } } }`,
    `{ organization(slug: "${organization.slug}") { ... on District { seats { holder { name } } } } }`,
  ];
  const waiting = await house.as('waits@canary.example');
  for (const asked of questions) {
    for (const outsider of [house.visitor, waiting]) expect(JSON.stringify(await outsider.query(asked))).not.toContain(canary);
    const member = await house.as('dana@maple-hollow.example');
    expect(JSON.stringify(await member.query(asked))).toContain(canary);
  }
});
