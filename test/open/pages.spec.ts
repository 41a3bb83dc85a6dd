import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parseDocument } from 'htmlparser2';
import { aCollection } from '@app/collections/testing';
import { aPractice } from '@app/practices/testing';
import { aResource } from '@app/resources/testing';
import type { Loose, TestHouse } from '../setup/house.js';
import { BASE, HOSTILE, openWorld, pathsOf, type Town } from './world.js';

let house: TestHouse;
let [maple, cedar]: Town[] = [];
const town = (one: Town | undefined): Town => one as Town;

beforeAll(async () => {
  const world = await openWorld();
  house = world.house;
  [maple, cedar] = world.towns;
});
afterAll(() => house.close());

const get = (path: string, headers: Record<string, string> = {}) => house.visitor.http('GET', path, { headers });

interface Element {
  name: string;
  text: string;
  attributes: Record<string, string>;
}

/** All elements of a page with their words, as a browser would read them. */
function read(html: string): Element[] {
  const found: Element[] = [];
  const walk = (node: Loose): string => {
    if (node.type === 'text') return node.data;
    const inside = (node.children ?? []).map(walk).join('');
    if (node.name) found.push({ name: node.name, text: inside, attributes: node.attribs ?? {} });
    return inside;
  };
  for (const node of parseDocument(html).children) walk(node);
  return found;
}
const all = (html: string, name: string): Element[] => read(html).filter((element) => element.name === name);
const linkedOf = (html: string): Loose => JSON.parse(all(html, 'script').find(({ attributes }) => attributes['type'] === 'application/ld+json')?.text ?? 'null');

test('what is open is a page with a head, a heading and links for whoever runs no script', async () => {
  for (const path of [...pathsOf(town(maple).open), '/districts/maple-open', '/', '/practices', '/library', '/districts', '/case-studies', '/collections', '/organizations', '/principles', '/principles/3', '/purpose']) {
    const { status, headers, body } = await get(path);
    expect([path, status, headers.get('content-type')]).toEqual([path, 200, 'text/html; charset=utf-8']);
    expect([path, all(body, 'h1').length, all(body, 'title').length, all(body, 'main').length]).toEqual([path, 1, 1, 1]);
    const link = (rel: string): string | undefined => all(body, 'link').find(({ attributes }) => attributes['rel'] === rel)?.attributes['href'];
    expect(link('canonical')).toBe(`${BASE}${path}`);
    const meta = (name: string): string | undefined => all(body, 'meta').find(({ attributes }) => attributes['property'] === name || attributes['name'] === name)?.attributes['content'];
    expect([meta('og:url'), meta('og:site_name'), meta('og:title'), meta('description')]).toEqual([`${BASE}${path}`, 'Accord', all(body, 'h1')[0]?.text, meta('og:description')]);
    expect(meta('description')).toBeTruthy();
    expect(all(body, 'a').length).toBeGreaterThan(5);
    const [thing, crumbs] = linkedOf(body)['@graph'];
    expect(thing).toMatchObject({ '@id': `${BASE}${path}`, name: expect.any(String) });
    expect(crumbs).toMatchObject({ '@type': 'BreadcrumbList', itemListElement: expect.arrayContaining([{ '@type': 'ListItem', position: 1, name: 'Front page', item: `${BASE}/` }]) });
  }
});

test('each kind of thing says what it is in the words of schema.org', async () => {
  const [practice, resource, study] = await Promise.all(pathsOf(town(maple).open).map(async (path) => linkedOf((await get(path)).body)['@graph'][0]));
  const district = linkedOf((await get('/districts/maple-open')).body)['@graph'][0];
  const author = { name: 'Maple <i>Open</i> & Sons', url: `${BASE}/districts/maple-open` };
  expect(practice).toMatchObject({ '@type': 'Report', author, publisher: { name: 'Accord' }, datePublished: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), dateModified: expect.any(String), about: [{ '@type': 'DefinedTerm' }], spatialCoverage: { '@type': 'Place' } });
  expect(study).toMatchObject({ '@type': 'Report', author, datePublished: expect.any(String), about: [{ '@type': 'DefinedTerm' }], spatialCoverage: { '@type': 'Place' } });
  expect(resource).toMatchObject({ '@type': ['LearningResource', 'DigitalDocument'], license: 'https://creativecommons.org/licenses/by/4.0/', version: '1', dateModified: expect.any(String), encodingFormat: 'text/markdown', author });
  expect(district).toMatchObject({ '@type': ['EducationalOrganization', 'GovernmentOrganization'], name: author.name, address: { addressLocality: 'Springfield', addressRegion: 'OH' } });
});

test('whatever somebody has typed stays text, in the head, in the body and in what programs read', async () => {
  for (const path of [...pathsOf(town(maple).open), '/districts/maple-open', '/practices', '/library', '/case-studies', '/collections', '/principles/3', '/']) {
    const { body } = await get(path);
    const scripts = all(body, 'script');
    expect([path, scripts.length, scripts.filter(({ attributes }) => attributes['type'] !== 'application/ld+json')]).toEqual([path, 1, []]);
    expect([path, all(body, 'b').length, all(body, 'i').length]).toEqual([path, 0, 0]);
    expect(body).not.toMatch(/<a[^>]+href="javascript:/i);
    expect(read(body).flatMap(({ attributes }) => Object.keys(attributes)).filter((name) => name.startsWith('on'))).toEqual([]);
  }
  const { body } = await get(`/library/${town(maple).open.resource}`);
  expect(all(body, 'h1')[0]?.text).toBe(`Rubric ${HOSTILE}`);
  expect(linkedOf(body)['@graph'][0].name).toBe(`Rubric ${HOSTILE}`);
  const facts = await get(`/library/${town(maple).open.resource}.json`);
  expect(JSON.parse(facts.body)).toMatchObject({ title: `Rubric ${HOSTILE}`, url: `${BASE}/library/${town(maple).open.resource}`, licence: 'CC BY', citation: { apa: expect.any(String), bibtex: expect.any(String) } });
});

test('what is not open answers byte for byte like what was never there, also to HEAD and to programs', async () => {
  const never = (await get('/practices/never-heard-of')).body;
  expect(all(never, 'h1')[0]?.text).toBe('There is nothing at this address');
  for (const one of [maple, cedar]) {
    for (const path of [...pathsOf(town(one).closed), '/practices/nothing', '/library/nothing', '/library/0190a6f0-0000-7000-8000-000000000000', '/districts/nothing', '/case-studies/nothing', '/collections/nothing', '/organizations/maple-open', '/principles/11', `/practices/${'x'.repeat(900)}`]) {
      const answers = await Promise.all([get(path), house.visitor.http('HEAD', path)]);
      expect(answers.map(({ status }) => status)).toEqual([404, 404]);
      expect([path, answers[0].body === never, answers[0].headers.get('etag'), answers[0].headers.get('cache-control')]).toEqual([path, true, null, 'private, no-store']);
      for (const ending of ['json', 'bib', 'ris', 'csl.json']) expect((await get(`${path}.${ending}`)).body).toBe('There is nothing at this address');
    }
  }
});

test('whoever is signed in gets the same open page, and at every other address the web app, which asks for itself', async () => {
  const [open, closed] = [pathsOf(town(maple).open), pathsOf(town(maple).closed)];
  for (const path of open) expect((await town(maple).lead.http('GET', path)).body).toBe((await get(path)).body);
  const bare = (await get('/practices/new')).body;
  expect(bare).not.toContain('<h1');
  for (const actor of [maple, cedar].map((one) => town(one).lead)) {
    for (const path of [...closed, '/practices/nothing']) {
      const { status, body, headers } = await actor.http('GET', path);
      expect([path, status, body === bare, headers.get('cache-control')]).toEqual([path, 200, true, 'private, no-store']);
    }
  }
});

test('a page that the asker has already is not sent again, and HEAD says what GET would', async () => {
  const [path = ''] = pathsOf(town(maple).open);
  const first = await get(path);
  const tag = first.headers.get('etag') ?? '';
  const date = first.headers.get('last-modified') ?? '';
  expect(first.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
  expect(first.headers.get('set-cookie')).toBeNull();
  for (const headers of [{ 'if-none-match': tag }, { 'if-none-match': `"x", ${tag}` }, { 'if-modified-since': date }] as Record<string, string>[]) {
    const again = await get(path, headers);
    expect([again.status, again.body, again.headers.get('etag')]).toEqual([304, '', tag]);
  }
  // A tag says more than a date.
  for (const headers of [{ 'if-none-match': 'W/"other"' }, { 'if-none-match': 'W/"other"', 'if-modified-since': date }, { 'if-modified-since': new Date(0).toUTCString() }] as Record<string, string>[]) {
    expect((await get(path, headers)).status).toBe(200);
  }
  const head = await house.visitor.http('HEAD', path);
  expect([head.status, head.body, head.headers.get('etag')]).toEqual([200, '', tag]);
});

test('what was taken down or taken back says that it is gone, and comes back when it is shown again', async () => {
  const { lead, open, id } = town(cedar);
  await house.db.query(`update practice set hidden_at = now(), hidden_reason = 'x' where slug = $1`, [open.practice]);
  const gone = await get(`/practices/${open.practice}`);
  expect([gone.status, all(gone.body, 'h1')[0]?.text, gone.body.includes('Board rates')]).toEqual([410, 'This was here and has been taken away', false]);
  expect((await house.visitor.http('HEAD', `/practices/${open.practice}`)).status).toBe(410);
  expect((await get(`/practices/${open.practice}.json`)).status).toBe(410);
  // For its own author it is still there, so whoever is signed in gets the web app, which asks.
  const theirs = await lead.http('GET', `/practices/${open.practice}`);
  expect([theirs.status, all(theirs.body, 'h1')]).toEqual([200, []]);
  await house.db.query(`update practice set hidden_at = null, hidden_reason = null where slug = $1`, [open.practice]);
  expect((await get(`/practices/${open.practice}`)).status).toBe(200);

  const by = { organizationId: id, authorId: lead.accountId ?? '' };
  const [openOne, closedOne] = [await aResource(house, by, { title: 'To be deleted', audience: 'public' }), await aResource(house, by, { title: 'Also', audience: `team:${id}` })];
  expect((await get(`/library/${openOne}`)).status).toBe(200);
  for (const resourceId of [openOne, closedOne]) await lead.act('deleteResource', { resourceId });
  expect([(await get(`/library/${openOne}`)).status, (await get(`/library/${openOne}.json`)).status, (await get(`/library/${closedOne}`)).status]).toEqual([410, 410, 404]);
  const shelves: number[] = [];
  for (const audience of ['public', `team:${id}`]) {
    const collectionId = await aCollection(house, by, { title: 'A shelf for a while', audience });
    const { slug } = (await house.db.one<{ slug: string }>(`select slug from collection where id = $1`, [collectionId])) ?? { slug: '' };
    await lead.act('deleteCollection', { collectionId });
    shelves.push((await get(`/collections/${slug}`)).status);
  }
  expect(shelves).toEqual([410, 404]);
});

test('a principle’s plain page has the ideas without a district, and says the same to programs', async () => {
  const [idea] = await house.db.query<{ principle: number; title: string; text: string }>(`select principle, title, text from idea order by principle, position limit 1`);
  const [page, facts] = await Promise.all(['', '.json'].map((ending) => get(`/principles/${idea?.principle ?? 0}${ending}`)));
  expect(all(page?.body ?? '', 'dt').map(({ text }) => text)).toContain(idea?.title);
  expect(JSON.parse(facts?.body ?? '{}')).toMatchObject({ type: 'principle', number: idea?.principle, ideas: expect.arrayContaining([{ title: idea?.title, text: idea?.text, as_of: '2011-07' }]) });
  const without = await house.db.one<{ number: number }>(`select n as number from generate_series(1, 10) n where n not in (select principle from idea) limit 1`);
  if (without) expect((await get(`/principles/${without.number}`)).body).not.toContain('Ideas from other districts');
});

test('a district’s plain page has its grants with year and source, and what came of its practices; programs and tables read the same', async () => {
  const { id, lead } = town(maple);
  await lead.act('editOrganization', { organizationId: id, grants: [{ program: 'race_to_the_top', year: 2010, source: `State list ${HOSTILE}`.slice(0, 200) }, { program: 'other', otherName: 'County fund' }] });
  const outcome = (title: string, audience: string, text: string, year: number): Promise<Loose> =>
    lead.act('sharePractice', { ...aPractice({ principle: 4, title, audience }), outcomes: [{ text, source: 'District report', year }] }, '... on Practice { slug }');
  const shown = await outcome('Peer review', 'public', 'Fewer teachers left <b>early</b>', 2019);
  const hidden = await outcome('Inner review', 'members', 'Grievances fell by half', 2020);
  expect([shown.__typename, hidden.__typename]).toEqual(['Practice', 'Practice']);
  const [page, facts, table, csv] = await Promise.all(['/districts/maple-open', '/districts/maple-open.json', '/districts.json?search=maple', '/districts.csv?search=maple'].map((path) => get(path)));
  const items = all(page?.body ?? '', 'li').map(({ text }) => text);
  expect(items).toEqual(expect.arrayContaining([expect.stringContaining('Race to the Top, 2010 (State list </title>'), 'County fund (as the district says)', expect.stringContaining('Fewer teachers left <b>early</b> (District report, 2019): Peer review')]));
  expect(page?.body).toContain(`/practices/${shown.slug}`);
  expect(page?.body).not.toContain('Grievances');
  expect(JSON.parse(facts?.body ?? '{}')).toMatchObject({
    grants: [{ name: 'County fund', program: 'other', year: null, source: null }, { name: 'Race to the Top', year: 2010, source: expect.stringContaining('State list') }],
    outcomes: [{ text: 'Fewer teachers left <b>early</b>', source: 'District report', year: 2019, practice: `/practices/${shown.slug}` }],
  });
  expect(JSON.parse(table?.body ?? '{}').rows[0].grants).toEqual(['County fund (as the district says)', expect.stringContaining('Race to the Top, 2010 (State list')]);
  expect(csv?.body).toContain('County fund (as the district says); Race to the Top, 2010 (State list');
});

test('a former version keeps an address of its own, and one that never was has none', async () => {
  const { lead, id } = town(cedar);
  const words = { title: 'Calendar', summary: '', form: 'text', audience: 'public', principles: [], topics: [] };
  const resourceId = await aResource(house, { organizationId: id, authorId: lead.accountId ?? '' }, { ...words, form: 'text', body: 'The first calendar' });
  const { form: _, ...changes } = words;
  expect(await lead.act('editResource', { resourceId, ...changes, body: 'The second calendar', versionNote: 'New dates' })).toMatchObject({ __typename: 'Resource' });
  const [now, before, never] = await Promise.all(['', '?version=1', '?version=7'].map((question) => get(`/library/${resourceId}${question}`)));
  expect(now?.body).toContain('The second calendar');
  // What is endorsed is what stands there now.
  await house.db.query(`insert into resource_endorsement (id, resource_id, organization_id, role, version, at) select gen_random_uuid(), $1, $2, role, 2, now() from unnest(array['superintendent', 'labor_leader']) role`, [resourceId, town(maple).id]);
  const [endorsed, former] = await Promise.all(['', '?version=1'].map((question) => get(`/library/${resourceId}${question}`)));
  expect([endorsed?.body.includes('Endorsed by both sides'), former?.body.includes('Endorsed by both sides')]).toEqual([true, false]);
  const facts = async (question: string): Promise<Loose> => JSON.parse((await get(`/library/${resourceId}.json${question}`)).body);
  expect([(await facts('')).endorsed_by_both_sides, (await facts('?version=1')).endorsed_by_both_sides]).toEqual([1, null]);
  expect(before?.body).toContain('The first calendar');
  expect(before?.body).not.toContain('The second calendar');
  expect(all(before?.body ?? '', 'link').find(({ attributes }) => attributes['rel'] === 'canonical')?.attributes['href']).toBe(`${BASE}/library/${resourceId}?version=1`);
  expect(linkedOf(before?.body ?? '')['@graph'][0]).toMatchObject({ version: '1', isVersionOf: `${BASE}/library/${resourceId}` });
  expect(never?.status).toBe(404);
  expect((await get(`/library/${resourceId}.ris?version=1`)).body).toContain('ET  - 1');
});

test('from the front page whoever follows links comes to everything that is open, page by page and back', async () => {
  const { id } = town(cedar);
  await house.db.query(
    `insert into practice (id, slug, organization_id, principle, title, summary, story, status, audience, shared_at, stage) select gen_random_uuid(), 'many-' || n, $1, 2, 'Many ' || n, 'What we do', 'How', 'shared', 'public', now(), 'told' from generate_series(1, 150) n`,
    [id],
  );
  const seen = new Set<string>();
  const hrefs = (html: string, rel: string): string | undefined => all(html, 'a').find(({ attributes }) => attributes['rel'] === rel)?.attributes['href'];
  let path: string | undefined = '/practices';
  let last = '';
  let turns = 0;
  for (; path && turns < 10; turns += 1) {
    last = path;
    const { body } = await get(path);
    for (const { attributes } of all(body, 'a')) if (/^\/practices\/./.test(attributes['href'] ?? '')) seen.add(attributes['href'] ?? '');
    expect(all(body, 'link').find(({ attributes }) => attributes['rel'] === 'next')?.attributes['href']).toBe(hrefs(body, 'next') && `${BASE}${hrefs(body, 'next') ?? ''}`);
    path = hrefs(body, 'next');
  }
  const there = await house.db.query<{ path: string }>(`select '/practices/' || slug as path from practice where audience = 'public' and hidden_at is null and withdrawn_at is null`);
  expect(turns).toBe(3);
  expect([...seen].sort()).toEqual(there.map((row) => row.path).sort());
  const back = hrefs((await get(last)).body, 'prev') ?? '';
  const before = await get(back);
  expect(all(before.body, 'a').filter(({ attributes }) => /^\/practices\/./.test(attributes['href'] ?? ''))).toHaveLength(100);
  const practicesOn = (html: string): (string | undefined)[] => all(html, 'a').map(({ attributes }) => attributes['href']).filter((href) => /^\/practices\/./.test(href ?? ''));
  expect(practicesOn((await get(hrefs(before.body, 'next') ?? '')).body)).toEqual(practicesOn((await get(last)).body));
  // Back at the beginning there is no page before, and the way on is as it was.
  const first = await get(hrefs(before.body, 'prev') ?? '');
  expect([practicesOn(first.body), hrefs(first.body, 'prev')]).toEqual([practicesOn((await get('/practices')).body), undefined]);
  expect(practicesOn((await get(hrefs(first.body, 'next') ?? '')).body)).toEqual(practicesOn(before.body));
  expect((await get('/practices?after=nonsense')).status).toBe(200);
});
