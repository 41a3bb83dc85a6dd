import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { fromBuffer } from 'yauzl';
import { Contributions } from '@app/platform/feature';
import { Files } from '@app/platform/files';
import { aPdf } from '@app/platform/files/testing';
import { newId } from '@app/platform/database';
import { ConferenceMaterials, Conferences } from '@app/conferences';
import { reportables } from '@app/moderation';
import { aPractice } from '@app/practices/testing';
import { aConference, aTeam, type Convening, type Team } from '@app/conferences/testing';
import { aResource } from '@app/resources/testing';
import { signs } from '@app/signatures/testing';
import { type Actor, openHouse, type TestHouse } from '../../../test/setup/house.js';
import { aCollection } from '../testing/index.js';
import { entriesOf, PACK_BYTES_MAX } from './contents.js';

let house: TestHouse;
let [maple, cedar, absent]: Team[] = [];
let ridgeline: Convening;
let [dana, bea, away, lead]: Actor[] = [];
const PDF = aPdf('Rubric', ['One']);

beforeAll(async () => {
  house = await openHouse();
  [maple, cedar, absent] = [await aTeam(house, 'Maple Hollow'), await aTeam(house, 'Cedar Ridge'), await aTeam(house, 'Pine')];
  ridgeline = await aConference(house, { title: 'Ridgeline <b>2026</b>', attending: [maple, cedar], absent: [absent] });
  [dana, bea, away, lead] = await Promise.all([maple, cedar, absent].map((team) => house.as(team.people[0] ?? '')).concat(house.as(ridgeline.leader)));
  const by = { organizationId: maple.id, authorId: dana.accountId ?? '' };
  const file = await house.get(Files).receive(by.authorId, '../rubric “2026”.pdf', Readable.from([PDF]));
  const things = [
    await aResource(house, by, { form: 'file', title: 'A rubric', body: null, fileId: file.id, audience: 'public', licence: 'cc_by' }),
    await aResource(house, by, { title: 'Notes: a/b <script>alert(1)</script>', body: 'Words & more', audience: `conference:${ridgeline.id}` }),
    await aResource(house, by, { form: 'link', title: 'A page', body: null, url: 'https://maple.example/page?a=1&b=2', audience: 'members' }),
    await aResource(house, by, { title: 'Canary of Maple', audience: `team:${maple.id}` }),
  ];
  await aCollection(house, { organizationId: ridgeline.sponsor, authorId: lead.accountId ?? '', conferenceId: ridgeline.id }, { audience: `conference:${ridgeline.id}`, things });
});
afterAll(() => house.close());

const path = (team: Team | undefined, slug = ridgeline.slug): string => `/files/take-home/${slug}/${team?.id ?? ''}`;

/** What a zip holds, by its names. */
async function unpacked(bytes: Buffer): Promise<Map<string, Buffer>> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, zip) => {
      if (error) return reject(error);
      const found = new Map<string, Buffer>();
      zip.on('error', reject);
      zip.on('end', () => resolve(found));
      zip.on('entry', (entry: { fileName: string }) => {
        zip.openReadStream(entry as never, (failed, stream) => {
          if (failed) return reject(failed);
          const chunks: Buffer[] = [];
          stream.on('data', (chunk: Buffer) => chunks.push(chunk));
          stream.on('error', reject);
          stream.on('end', () => {
            found.set(entry.fileName, Buffer.concat(chunks));
            zip.readEntry();
          });
        });
      });
      zip.readEntry();
    });
  });
}

const take = async (actor: Actor | undefined, team: Team | undefined): Promise<Map<string, Buffer>> => unpacked((await (actor ?? house.visitor).http('GET', path(team))).raw);

test('a file that nobody has looked at yet stays out of the pack and is named with its page', async () => {
  const pack = await take(bea, cedar);
  expect([...pack.keys()].filter((name) => name.startsWith('files/'))).toEqual([]);
  expect(pack.get('index.html')?.toString()).toContain('A rubric');
  await house.settle();
  expect((await take(bea, cedar)).has('files/01 rubric “2026”.pdf')).toBe(true);
});

test('a team takes home what it may read, in order, with an index in plain words', async () => {
  const answer = await (dana ?? house.visitor).http('GET', path(maple));
  expect([answer.status, answer.headers.get('content-type'), answer.headers.get('content-disposition'), answer.headers.get('cache-control')]).toEqual([200, 'application/zip', expect.stringContaining('-take-home.zip'), 'private, no-store']);
  const pack = await unpacked(answer.raw);
  expect([...pack.keys()]).toEqual(['index.html', 'README.txt', 'files/01 rubric “2026”.pdf', 'texts/02 Notes- a-b -script-alert(1)--script-.md', 'texts/04 Canary of Maple.md']);
  expect(pack.get('files/01 rubric “2026”.pdf')?.equals(PDF)).toBe(true);
  expect(pack.get('texts/02 Notes- a-b -script-alert(1)--script-.md')?.toString()).toContain('Words & more');
  const index = pack.get('index.html')?.toString() ?? '';
  for (const said of ['A rubric', 'CC BY', 'Note 1', 'https://maple.example/page?a=1&amp;b=2', 'Ridgeline &lt;b&gt;2026&lt;/b&gt;']) expect(index).toContain(said);
  expect(index).not.toMatch(/<script|<b>/);
  expect(pack.get('README.txt')?.toString()).toContain('https://maple.example/page?a=1&b=2');
});

test('another team’s pack is without what only the first may read', async () => {
  const pack = await take(bea, cedar);
  expect([...pack.keys()]).toHaveLength(4);
  expect(Buffer.concat([...pack.values()]).toString()).not.toContain('Canary');
});

test('a pack is for who sits in a team that came: for everybody else nothing is there', async () => {
  for (const [actor, team] of [[bea, maple], [away, absent], [house.visitor, maple], [lead, maple]] as const) expect((await (actor ?? house.visitor).http('GET', path(team))).status).toBe(404);
  for (const address of [path(maple, 'no-such-conference'), '/files/take-home/x/not-an-id', `/files/take-home/${ridgeline.slug}/${ridgeline.id}`]) expect((await (dana ?? house.visitor).http('GET', address)).status).toBe(404);
  const offered = async (actor: Actor | undefined): Promise<string[]> => (await (actor ?? house.visitor).query(`query($id: ID!) { takeHomePacks(conferenceId: $id) { name path } }`, { id: ridgeline.id })).takeHomePacks.map((pack: { path: string }) => pack.path);
  expect(await offered(dana)).toEqual([path(maple)]);
  expect(await offered(away)).toEqual([]);
  expect(await offered(house.visitor)).toEqual([]);
});

test('what was handed out is packed where it is a thing of the library that this team may read, each thing once', async () => {
  const by = { organizationId: cedar?.id ?? '', authorId: bea?.accountId ?? '' };
  const file = await house.get(Files).receive(by.authorId, 'slides.pdf', Readable.from([aPdf('Slides', ['Two'])]));
  const slides = await aResource(house, by, { form: 'file', title: 'Slides', body: null, fileId: file.id, audience: `conference:${ridgeline.id}` });
  const own = await aResource(house, by, { title: 'Canary of Cedar', audience: `team:${cedar?.id}` });
  const [rubric] = await house.db.query<{ id: string }>(`select id from resource where title = 'A rubric'`);
  await house.settle();
  const handOut = (title: string, link: string): Promise<string> =>
    house.db.transaction(() => house.get(ConferenceMaterials).enter({ conferenceId: ridgeline.id, title, link, note: null, audience: `conference:${ridgeline.id}`, organizationId: null, authorId: null, at: new Date() }));
  for (const [title, link] of [['The slides', `/library/${slides}`], ['The rubric again', `http://127.0.0.1:3000/library/${rubric?.id}`], ['Of one team', `/library/${own}`], ['Elsewhere', 'https://other.example/library/x']] as const) await handOut(title, link);
  const [mapleHas, cedarHas] = [await take(dana, maple), await take(bea, cedar)];
  const handedOut = (pack: Map<string, Buffer>): string[] => [...pack.keys()].filter((name) => name.startsWith('handed-out/'));
  expect(handedOut(mapleHas)).toEqual(['handed-out/files/01 slides.pdf']);
  expect(handedOut(cedarHas)).toEqual(['handed-out/files/01 slides.pdf', 'handed-out/texts/02 Canary of Cedar.md']);
  expect(Buffer.concat([...mapleHas.values()]).toString()).not.toContain('Canary of Cedar');
  const index = mapleHas.get('index.html')?.toString() ?? '';
  for (const said of ['href="handed-out/files/01%20slides.pdf"', 'https://other.example/library/x', 'The rubric again']) expect(index).toContain(said);
  expect(index.match(/href="files\/01/g)).toHaveLength(2);
  expect(mapleHas.get('README.txt')?.toString()).toContain('  handed-out/files/01 slides.pdf');
});

test('what the teams that presented tell everybody goes along as pages, and nothing that they keep among members', async () => {
  const share = async (more: Record<string, unknown>): Promise<void> => void (await (bea ?? house.visitor).act('sharePractice', aPractice(more), '... on Practice { slug }'));
  await share({ title: 'We meet <b>monthly</b>', summary: 'All three at one table.', story: 'It began with a walk.' });
  await share({ title: 'Canary between members', audience: 'members' });
  for (const [title, out] of [['How we began', true], ['Canary draft', false]] as const) {
    await house.db.query(
      `insert into case_study (id, slug, title, district_id, assigned_for, audience, principles, state, created_at, changed_at, confirmed_at, published_at, context, process, tools, outcomes, how)
       values ($1::uuid, $1::uuid::text, $2, $3, $3, $4, '{3}', $5, now(), now(), case when $6 then now() end, case when $6 then now() end, 'Context', 'Process', 'Tools', 'Outcomes', 'By walking')`,
      [newId(), title, cedar?.id, out ? 'public' : `team:${cedar?.id}`, out ? 'published' : 'draft', out],
    );
  }
  const presented = async (): Promise<[string, string][]> => [...(await take(dana, maple))].filter(([name]) => name.startsWith('presented/')).map(([name, bytes]) => [name, bytes.toString()]);
  // They came, and did not present.
  expect(await presented()).toEqual([]);
  await house.db.transaction(() => house.get(Conferences).mark(ridgeline.id, [cedar?.id ?? ''], 'attending', true));
  const pages = await presented();
  expect(pages.map(([name]) => name)).toEqual(['presented/01 We meet -b-monthly--b-.html', 'presented/02 How we began.html']);
  const [practice = '', study = ''] = pages.map(([, html]) => html);
  for (const said of ['We meet &lt;b&gt;monthly&lt;/b&gt;', 'All three at one table.', 'It began with a walk.', 'href="http://127.0.0.1:3000/practices/']) expect(practice).toContain(said);
  expect(study).toContain('By walking');
  expect(pages.join()).not.toMatch(/Canary|<script|<b>| href="\//);
  const index = (await take(dana, maple)).get('index.html')?.toString() ?? '';
  expect(index).toContain('href="presented/02%20How%20we%20began.html"');
  await house.db.transaction(() => house.get(Conferences).mark(ridgeline.id, [cedar?.id ?? ''], 'attending', false));
});

test('a file whose bytes are gone does not cost the others', async () => {
  const [row] = await house.db.query<{ id: string; stored_name: string }>(`select id, stored_name from file where original_name like '%rubric%'`);
  await house.db.query(`update file set stored_name = $2 where id = $1`, [row?.id, 'f'.repeat(48)]);
  const pack = await take(dana, maple);
  await house.db.query(`update file set stored_name = $2 where id = $1`, [row?.id, row?.stored_name]);
  expect(pack.get('files/01 rubric “2026”.pdf')?.toString()).toContain('could not be fetched');
  expect(pack.get('texts/04 Canary of Maple.md')).toBeDefined();
});

test('what the three seats of a team have signed is in its pack, once all three have', async () => {
  const { open } = await (dana ?? house.visitor).act('proposeStatement', { organizationId: maple?.id, text: 'We meet on Mondays.', revision: 0 }, '... on Statement { open { id } }');
  const people = await Promise.all((maple?.people ?? []).map((email) => house.as(email)));
  for (const [at, person] of people.entries()) {
    expect((await take(dana, maple)).has('your-statement.txt')).toBe(false);
    await signs(house, person.accountId ?? '', open.id);
    if (at === people.length - 1) expect((await take(dana, maple)).get('your-statement.txt')?.toString()).toContain('We meet on Mondays.');
  }
  expect((await take(dana, maple)).get('index.html')?.toString()).toContain('We meet on Mondays.');
  expect((await take(bea, cedar)).has('your-statement.txt')).toBe(false);
  // What a steward has taken down is in no pack.
  await house.get(Contributions).of(reportables).find(({ kind }) => kind === 'statement')?.takeDown(house.get, open.id, 'It names a student.');
  const pack = await take(dana, maple);
  expect([pack.has('your-statement.txt'), pack.get('index.html')?.toString().includes('We meet on Mondays.')]).toEqual([false, false]);
});

test('files beyond the room of a pack are named with their page', () => {
  const item = (id: string, size: number) =>
    ({ id, note: '', addedAt: '', resource: { id, title: id, summary: '', body: null, url: null, silentSince: null, licence: 'members', owner: { name: 'Maple' }, file: { id, name: `${id}.pdf`, ending: 'pdf', size, path: '', gate: 'open' } } }) as never;
  const entries = entriesOf({ items: [item('one', PACK_BYTES_MAX - 10), item('two', 11), item('three', 10)], stored: new Map(['one', 'two', 'three'].map((id) => [id, id])) }, () => 'x');
  expect(entries.map(({ path: place, tooLarge }) => [place, tooLarge])).toEqual([['files/01 one.pdf', false], [null, true], ['files/03 three.pdf', false]]);
});
