import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aResource } from '@app/resources/testing';
import type { Loose, TestHouse } from '../setup/house.js';
import { BASE, HOSTILE, openWorld, type Town } from './world.js';

let house: TestHouse;
let maple: Town;

beforeAll(async () => {
  const world = await openWorld();
  ({ house } = world);
  [maple] = world.towns;
  const practice = (slug: string, principle: number, instrument: string, audience = 'public') =>
    house.db.query(
      `insert into practice (id, slug, organization_id, principle, title, summary, story, instrument, status, audience, shared_at, stage) values (gen_random_uuid(), $1, $2, $3, $4, 'What we do', 'How', $5, 'shared', $6, now(), 'told')`,
      [slug, maple.id, principle, `Practice ${slug}`, instrument, audience],
    );
  await practice('by-contract', 5, 'contract');
  await practice('by-habit', 5, 'practice');
  await practice('secret-contract', 5, 'contract', 'members');
  const by = { organizationId: maple.id, authorId: maple.lead.accountId ?? '' };
  await aResource(house, by, { title: 'Bell schedule of the high school', summary: 'When bells ring', audience: 'public', principles: [5], topics: ['time-and-schedules'], licence: 'cc0' });
  await aResource(house, by, { title: 'Bell plans among members', summary: maple.secret, audience: 'members', principles: [5], topics: ['time-and-schedules'], licence: 'cc0' });
  await house.db.query(`insert into organization (id, kind, slug, name, state, locale) values (gen_random_uuid(), 'district', 'far-away', 'Far Away', 'AK', 'rural')`);
  await house.settle();
});
afterAll(() => house.close());

const get = (path: string) => house.visitor.http('GET', path);
const listed = (html: string, folder: string): string[] => [...html.matchAll(new RegExp(`<li><a href="/${folder}/([^"]+)"`, 'g'))].map(([, name]) => name ?? '');

test.each([
  ['/practices?by=contract&under=5', 'practices', ['by-contract'], 'Narrowed to: Holds by: Contract; Principle: 5 '],
  ['/practices?q=by-habit&by=practice', 'practices', ['by-habit'], '“by-habit”; Holds by: Habit'],
  ['/practices?state=AK', 'practices', [], 'State: Alaska'],
  ['/districts?state=AK&size=unknown', 'districts', ['far-away'], 'Narrowed to: State: Alaska; Size: not known.'],
  ['/districts?search=Far+Away&locale=rural', 'districts', ['far-away'], '“Far Away”; Place: Rural'],
])('%s shows to visitors what it shows to members, and says what it is narrowed by', async (path, folder, expected, words) => {
  const { status, body } = await get(path);
  expect([status, listed(body, folder)]).toEqual([200, expected]);
  expect(body).toContain(words);
  expect(body).toContain(`<a href="/${folder}" class="ui-link">Show the whole list</a>`);
  expect(body).toContain(`<link rel="canonical" href="${BASE}/${folder}"`);
  const question = path.split('?')[1] ?? '';
  expect(body.replaceAll('&amp;', '&')).toContain(`href="/${folder}.csv?${question}"`);
});

test('the library is narrowed by all that its page is narrowed by, and its table too', async () => {
  const bells = (await house.db.one<{ id: string }>(`select id from resource where title like 'Bell schedule%'`))?.id;
  for (const question of ['q=bell', 'licence=cc0', 'topic=time-and-schedules&principle=5', `from=${maple.id}&principle=5&form=text`, 'state=OH&q=schedule']) {
    const { body } = await get(`/library?${question}`);
    expect([question, listed(body, 'library')]).toEqual([question, [bells]]);
    expect(body).not.toContain(maple.secret);
    const rows = JSON.parse((await get(`/library.json?${question}`)).body).rows as Loose[];
    expect([question, rows.map(({ id }) => id)]).toEqual([question, [bells]]);
  }
  expect((await get('/library?licence=cc0')).body).toContain('Licence: CC0');
  expect(listed((await get('/library?endorsed=both_sides')).body, 'library')).toEqual([]);
});

test('what narrows nothing shows the whole list, whatever else an address carries', async () => {
  const whole = (await get('/practices')).body;
  for (const question of ['utm_source=mail', 'by=nothing', 'status=', 'under=11', 'figure=Vote', 'district=nowhere']) expect([question, (await get(`/practices?${question}`)).body]).toEqual([question, whole]);
  expect((await get('/districts?state=XX&size=constructor')).body).toBe((await get('/districts')).body);
});

test('a narrowed list is turned page by page, and a place that nobody made is its beginning', async () => {
  await house.db.query(
    `insert into practice (id, slug, organization_id, principle, title, summary, story, instrument, pathway, status, audience, shared_at, stage)
     select gen_random_uuid(), 'mou-' || n, $1, 6, 'Mou ' || n, 'What', 'How', 'mou', 'crisis', 'shared', 'public', now(), 'told' from generate_series(1, 120) n`,
    [maple.id],
  );
  const first = await get('/practices?by=mou&pathway=crisis&after=nonsense');
  expect(listed(first.body, 'practices')).toHaveLength(100);
  expect(first.body).toContain('120 found.');
  const next = /<a href="([^"]+)" rel="next"/.exec(first.body)?.[1]?.replaceAll('&amp;', '&') ?? '';
  expect(next).toMatch(/^\/practices\?by=mou&pathway=crisis&after=/);
  const second = await get(next);
  expect(listed(second.body, 'practices')).toHaveLength(20);
  expect(second.body).not.toContain('rel="next"');
});

test('whoever has no script searches by a form, finds what everybody may read and nothing else, and no crawler lists it', async () => {
  const empty = await get('/search');
  expect(empty.body).toMatch(/<form role="search" action="\/search" method="get">/);
  expect(empty.body).not.toContain('result');
  const { status, body } = await get('/search?q=bell');
  expect([status, body.includes('Bell plans'), body.includes('noindex')]).toEqual([200, false, true]);
  expect(body).toMatch(/<a href="\/library\/[\w-]+" class="ui-link"><mark class="plain-hit">Bell<\/mark> schedule/);
  for (const secret of [maple.secret, maple.secret.toLowerCase()]) expect((await get(`/search?q=${secret}`)).body).toContain('Nothing that everybody may read fits.');
  const narrowed = await get('/search?q=bell&kind=district&state=OH');
  expect(narrowed.body).toContain('Narrowed to: Kind: District; State: Ohio.');
  expect(narrowed.body).not.toContain('schedule');
  expect((await get('/sitemaps/pages.xml')).body).not.toContain('/search');
  // The next page is as narrow as this one.
  const first = await get('/search?q=&kind=practice');
  const next = /<a href="([^"]+)" rel="next"/.exec(first.body)?.[1]?.replaceAll('&amp;', '&') ?? '';
  expect(next).toMatch(/^\/search\?q=&kind=practice&after=/);
  expect((await get(next)).body).toContain('Narrowed to: Kind: Practice.');
  const hostile = await get(`/search?q=${encodeURIComponent(HOSTILE)}`);
  expect([hostile.status, hostile.body.includes('<script>alert')]).toEqual([200, false]);
  for (const path of ['/search?q=bell&after=nonsense', '/search?q=%00bell', '/practices?q=%00', '/library?q=a%00', '/districts?search=%00abc', '/library.json?q=%00bell']) expect([path, (await get(path)).status]).toEqual([path, 200]);
});
