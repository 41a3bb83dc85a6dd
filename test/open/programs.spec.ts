import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { SearchIndex } from '@app/search';
import { openHouse, type Loose, type TestHouse } from '../setup/house.js';
import { BASE, elementsOf, FORMULA, HOSTILE, openWorld, type Town } from './world.js';

let house: TestHouse;
let [maple, cedar]: Town[] = [];
const town = (one: Town | undefined): Town => one as Town;

beforeAll(async () => {
  const world = await openWorld();
  house = world.house;
  [maple, cedar] = world.towns;
});
afterAll(() => house?.close());

const get = (path: string, headers: Record<string, string> = {}) => house.visitor.http('GET', path, { headers });
const textsOf = (document: string, name: string): string[] => elementsOf(document).filter((element) => element.name === name).map(({ text }) => text);

test('the map of the site leads to everything that is open, and to nothing else', async () => {
  const index = await get('/sitemap.xml');
  expect([index.status, index.headers.get('content-type')]).toEqual([200, 'application/xml; charset=utf-8']);
  const locations: string[] = [];
  for (const part of textsOf(index.body, 'loc')) {
    const { status, body } = await get(part.slice(BASE.length));
    expect(status).toBe(200);
    for (const date of textsOf(body, 'lastmod')) expect(Number.isNaN(Date.parse(date))).toBe(false);
    locations.push(...textsOf(body, 'loc'));
  }
  const { open } = town(maple);
  expect(locations).toEqual(expect.arrayContaining(['/', '/practices', '/principles', `/practices/${open.practice}`, `/library/${open.resource}`, `/case-studies/${open.caseStudy}`, `/collections/${open.collection}`, '/districts/maple-open'].map((path) => BASE + path)));
  expect(new Set(locations).size).toBe(locations.length);
  for (const location of locations) expect([location, (await house.visitor.http('HEAD', location.slice(BASE.length))).status]).toEqual([location, 200]);
  for (const path of ['/sitemaps/practices/nonsense.xml', '/sitemaps/nothing/0190a6f0-0000-7000-8000-000000000000.xml']) expect((await get(path)).status).toBe(404);
});

test('crawlers are let in where there is a public address, and kept out of what is not made for them', async () => {
  const { body } = await get('/robots.txt');
  expect(body).toContain(`Sitemap: ${BASE}/sitemap.xml`);
  expect(body).toContain('Disallow: /graphql');
  expect(body).not.toMatch(/^Disallow: \/$/m);
  const desk = await openHouse();
  try {
    expect((await desk.visitor.http('GET', '/robots.txt')).body).toBe('User-agent: *\nDisallow: /\n');
  } finally {
    await desk.close();
  }
});

test('each feed is well-formed, names itself, and tells what is new of what is open', async () => {
  const { open } = town(maple);
  const told: Record<string, string[]> = {
    '/feeds/practices.xml': [`/practices/${open.practice}`],
    '/feeds/library.xml': [`/library/${open.resource}`],
    '/feeds/case-studies.xml': [`/case-studies/${open.caseStudy}`],
    '/feeds/collections.xml': [`/collections/${open.collection}`],
    '/feeds/districts/maple-open.xml': [`/practices/${open.practice}`, `/library/${open.resource}`, `/case-studies/${open.caseStudy}`, `/collections/${open.collection}`],
    '/feeds/principles/3.xml': [`/practices/${open.practice}`, `/library/${open.resource}`],
    '/feeds/topics/time-and-schedules.xml': [`/library/${open.resource}`],
    [`/feeds/collections/${open.collection}.xml`]: [`/library/${open.resource}`],
  };
  for (const [path, links] of Object.entries(told)) {
    const { status, headers, body } = await get(path);
    expect([path, status, headers.get('content-type')]).toEqual([path, 200, 'application/rss+xml; charset=utf-8']);
    const elements = elementsOf(body);
    expect(elements.find(({ name }) => name === 'atom:link')?.attributes).toMatchObject({ rel: 'self', href: `${BASE}${path}` });
    expect(textsOf(body, 'link')).toEqual(expect.arrayContaining(links.map((link) => BASE + link)));
    for (const date of textsOf(body, 'pubDate')) expect(new Date(date).toUTCString()).toBe(date);
    const guids = textsOf(body, 'guid');
    expect(guids.every((guid) => /^urn:uuid:[0-9a-f-]{36}$/.test(guid))).toBe(true);
    expect(new Set(guids).size).toBe(guids.length);
    expect(elements.some(({ name }) => name === 'script')).toBe(false);
    expect((await get(path, { 'if-none-match': headers.get('etag') ?? '' })).status).toBe(304);
  }
  expect(textsOf((await get('/feeds/library.xml')).body, 'title')).toContain(`Rubric ${HOSTILE}`);
  for (const path of ['/feeds/nothing.xml', '/feeds/districts/nothing.xml', '/feeds/districts/maple-open', '/feeds/principles/11.xml', '/feeds/topics/magic.xml', `/feeds/collections/${town(maple).closed.collection}.xml`]) expect([path, (await get(path)).status]).toEqual([path, 404]);
});

test('a sign that XML cannot hold does not cost its readers the feed', async () => {
  const { resource } = town(cedar).open;
  await house.db.query(`update resource set title = $2, summary = $3 where id = $1`, [resource, `Torn\uFFFF title`, `Torn\u000B and \uFFFE words`]);
  const { body } = await get('/feeds/library.xml');
  expect([textsOf(body, 'title').includes('Torn title'), textsOf(body, 'description').includes('Torn and  words')]).toEqual([true, true]);
  await house.db.query(`update resource set title = $2, summary = $2 where id = $1`, [resource, `Rubric ${HOSTILE}`]);
});

test('a feed stays the same until something is new, and forgets what was taken down', async () => {
  const before = await get('/feeds/practices.xml');
  const { practice } = town(cedar).open;
  await house.db.query(`update practice set hidden_at = now(), hidden_reason = 'x' where slug = $1`, [practice]);
  const after = await get('/feeds/practices.xml', { 'if-none-match': before.headers.get('etag') ?? '', 'if-modified-since': new Date().toUTCString() });
  expect([after.status, before.body.includes(practice), after.body.includes(practice)]).toEqual([200, true, false]);
  await house.db.query(`update practice set hidden_at = null, hidden_reason = null where slug = $1`, [practice]);
});

test('no feed, table, list or map of the site leads to what a steward has taken down', async () => {
  const { open, slug } = town(cedar);
  const places = (shelf: string): string[] => [`/feeds/${shelf}.xml`, `/feeds/districts/${slug}.xml`, `/${shelf}.csv`, `/${shelf}.json`, `/${shelf}`];
  for (const [table, key, shelf, thing] of [['practice', 'slug', 'practices', open.practice], ['resource', 'id', 'library', open.resource], ['case_study', 'slug', 'case-studies', open.caseStudy], ['collection', 'slug', 'collections', open.collection]] as const) {
    const map = textsOf((await get('/sitemap.xml')).body, 'loc').find((part) => part.includes(`/sitemaps/${shelf}/`))?.slice(BASE.length) ?? '';
    // A list and a table are cut in pages: here they are short enough, or narrowed.
    const all = [...places(shelf).map((path) => (shelf === 'practices' && !path.startsWith('/feeds') ? `${path}?district=${slug}` : path)), map];
    const leads = async (): Promise<string[]> => {
      const found = await Promise.all(all.map(async (path) => ((await get(path)).body.includes(thing) ? [path] : [])));
      return found.flat();
    };
    expect(await leads()).toEqual(all);
    await house.db.query(`update ${table} set hidden_at = now(), hidden_reason = 'x' where ${key}::text = $1`, [thing]);
    expect(await leads()).toEqual([]);
    await house.db.query(`update ${table} set hidden_at = null, hidden_reason = null where ${key}::text = $1`, [thing]);
  }
});

test('a table is read back as it was written, with a mark of its coding, whole lines and no formulas', async () => {
  for (const path of ['/practices', '/library', '/districts', '/case-studies', '/collections']) {
    const [csv, json] = await Promise.all([get(`${path}.csv`), get(`${path}.json`)]);
    expect([csv.status, csv.headers.get('content-type'), json.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8; header=present', 'application/json; charset=utf-8']);
    expect(csv.headers.get('content-disposition')).toContain('attachment');
    expect(csv.raw.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const rows = parse(csv.body, { bom: true, columns: true, record_delimiter: '\r\n', relax_column_count: false }) as Record<string, string>[];
    const data = JSON.parse(json.body) as Loose;
    expect(data).toMatchObject({ schema: 1, page: `${BASE}${path}`, license: `${BASE}/terms`, retrieved: expect.any(String), columns: expect.any(Object) });
    expect(Object.keys(rows[0] ?? {})).toEqual(Object.keys(data.columns));
    expect([path, rows.length]).toEqual([path, data.rows.length]);
    for (const [at, row] of rows.entries()) {
      for (const [name, cell] of Object.entries(row)) {
        expect(cell).not.toMatch(/^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/);
        const value = data.rows[at][name] ?? null;
        const told = value === null ? '' : typeof value === 'boolean' ? (value ? 'yes' : 'no') : Array.isArray(value) ? value.join('; ') : String(value);
        expect([name, cell]).toEqual([name, /^[=+\-@]/.test(told) ? `'${told}` : told]);
      }
    }
  }
  const { body } = await get('/practices.csv?under=3');
  expect((parse(body, { bom: true, columns: true }) as Record<string, string>[]).map((row) => row['summary'])).toContain(`'${FORMULA} ${HOSTILE} and more`);
});

test('what programs read of a collection leads to what everybody may read in it, and to nothing else', async () => {
  const { open, closed } = town(maple);
  for (const path of ['/collections.csv', '/collections.json', `/collections/${open.collection}.json`, `/feeds/collections/${open.collection}.xml`]) {
    const { body } = await get(path);
    expect([path, body.includes(open.resource), body.includes(closed.resource)]).toEqual([path, true, false]);
  }
});

test('a table is narrowed by the address of its page, and a question that nobody understands asks for all', async () => {
  const rows = async (path: string): Promise<Loose[]> => JSON.parse((await get(path)).body).rows;
  const all = await rows('/practices.json');
  const third = await rows('/practices.json?under=3');
  expect(third.length).toBeGreaterThan(0);
  expect(third.length).toBeLessThan(all.length);
  expect(third.every(({ principle }) => principle === 3)).toBe(true);
  expect((await rows('/practices.json?status=told')).map(({ standing }) => standing)).toEqual(['told', 'told']);
  expect((await rows('/practices.json?under=99')).length).toBe(all.length);
  expect((await rows('/districts.json?search=cedar&state=OH')).map(({ address }) => address)).toEqual(['/districts/cedar-open']);
  expect((await rows(`/library.json?from=${town(maple).id}`)).map(({ address }) => address)).toEqual([`/library/${town(maple).open.resource}`]);
  expect(await rows('/library.json?topic=shared-accountability')).toEqual([]);
  const { open, id } = town(maple);
  expect(await rows(`/collections.json?from=${id}`)).toMatchObject([{ address: `/collections/${open.collection}`, kept_by: 'Maple <i>Open</i> & Sons', things: [`/library/${open.resource}`] }]);
  expect((await rows('/collections.json')).length).toBe(2);
  expect((await rows('/case-studies.json?district=maple-open')).map(({ address }) => address)).toEqual([`/case-studies/${town(maple).open.caseStudy}`]);
});

test('a long list comes whole, read a part at a time', async () => {
  await house.db.query(
    `insert into practice (id, slug, organization_id, principle, title, summary, story, status, audience, shared_at, stage) select gen_random_uuid(), 'long-' || n, $1, 8, 'Long ' || n, 'What we do', 'How', 'shared', 'public', now(), 'told' from generate_series(1, 450) n`,
    [town(cedar).id],
  );
  let rows: Loose[] = [];
  const statements = await house.statementsOf(async () => {
    rows = JSON.parse((await get('/practices.json?under=8&q=Long')).body).rows;
  });
  expect(new Set(rows.map(({ address }) => address)).size).toBe(450);
  expect(statements.filter((sql) => sql.includes('from practice p')).length).toBe(5);
});

test('the library comes whole however long it is, narrowed by every filter of its page; of a search the best two thousand, and the file says so', async () => {
  await house.db.query(
    `insert into resource (id, form, title, summary, body, organization_id, audience, principles, topics, licence)
     select gen_random_uuid(), 'text', 'Almanac ' || n, '', 'Words', $1, 'public', array[4 + n % 2]::smallint[], array[case when n % 2 = 0 then 'hiring' else 'retention' end], case when n % 2 = 0 then 'cc0' else 'cc_by_sa' end from generate_series(1, 2050) n`,
    [town(cedar).id],
  );
  await house.db.query(`insert into resource_endorsement (id, resource_id, organization_id, role, version) select gen_random_uuid(), r.id, $1, role, 1 from resource r, unnest(array['superintendent', 'labor_leader']) role where r.title = 'Almanac 7' or (r.title = 'Almanac 8' and role = 'labor_leader') or (r.title = 'Almanac 9' and role = 'superintendent')`, [town(maple).id]);
  await house.get(SearchIndex).rebuild();
  const fresh = async (path: string): Promise<Loose> => JSON.parse((await get(path)).body);
  const titles = ({ rows }: Loose): string[] => rows.map((row: Loose) => row.title).sort();
  const all = await fresh(`/library.json?from=${town(cedar).id}`);
  expect([new Set(all.rows.map((row: Loose) => row.id)).size, all.note]).toEqual([2051, undefined]);
  for (const [question, count] of [['licence=cc0', 1025], ['licence=cc0&principle=4', 1025], ['licence=cc0&principle=5', 0], ['topic=retention', 1025], ['form=link', 0], ['state=OH&licence=cc_by_sa', 1025], ['state=TX', 0]] as const) expect([question, (await fresh(`/library.json?${question}`)).rows.length]).toEqual([question, count]);
  expect(titles(await fresh('/library.json?endorsed=both_sides'))).toEqual(['Almanac 7']);
  expect(titles(await fresh('/library.json?endorsed=labor'))).toEqual(['Almanac 7', 'Almanac 8']);
  expect(titles(await fresh('/library.json?endorsed=management&q=almanac'))).toEqual(['Almanac 7', 'Almanac 9']);
  expect((await fresh('/library.json?q=almanac&licence=cc0')).rows).toHaveLength(1025);
  const cut = await fresh('/library.json?q=almanac');
  expect([cut.rows.length, cut.note]).toEqual([2000, expect.stringContaining('2,000')]);
  const csv = parse((await get('/library.csv?q=almanac')).body, { bom: true }) as string[][];
  expect([csv.length, csv.at(-1)?.[0]]).toEqual([2002, cut.note]);
});

test('whole lists are not given to one address without end', async () => {
  for (const method of ['GET', 'HEAD'] as const) {
    const answers: number[] = [];
    for (let asked = 0; asked < 25; asked += 1) answers.push((await house.visitor.http(method, '/case-studies.csv')).status);
    expect([method, answers.at(-1), new Set(answers)]).toEqual([method, 429, new Set([200, 429])]);
  }
  const refused = await get('/case-studies.csv');
  expect([refused.status, JSON.parse(refused.body).message]).toEqual([429, expect.stringContaining('wait a minute')]);
  expect(refused.headers.get('retry-after')).toBeTruthy();
});

test('a practice is cited as citation managers take it', async () => {
  const path = `/practices/${town(maple).open.practice}`;
  const [bib, ris, csl] = await Promise.all(['bib', 'ris', 'csl.json'].map((ending) => get(`${path}.${ending}`)));
  expect([bib, ris, csl].map((answer) => answer?.headers.get('content-disposition'))).toEqual(['attachment; filename="citation.bib"', 'attachment; filename="citation.ris"', 'attachment; filename="citation.csl.json"']);
  expect(bib?.body).toMatch(/^@techreport\{accord-[\w-]+,\n {2}title = \{\{/);
  expect(ris?.body.split('\r\n')[0]).toBe('TY  - RPRT');
  expect(JSON.parse(csl?.body ?? '')).toMatchObject([{ type: 'report', author: [{ literal: 'Maple <i>Open</i> & Sons' }], URL: `${BASE}${path}` }]);
  // What is a list has no author.
  expect((await get('/districts/maple-open.bib')).status).toBe(404);
});
