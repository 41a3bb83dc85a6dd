import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { Contributions } from '@app/platform/feature';
import { Files } from '@app/platform/files';
import { aCsv, anOfficeFile, aPdf, aPng, aWebp } from '@app/platform/files/testing';
import { aTeam } from '@app/discussions/testing';
import { reportables } from '@app/moderation';
import { type Actor, type Loose, openHouse, type TestHouse } from '../../test/setup/house.js';

// Each file is opened in a process of its own, which stands behind everything else that a busy machine does.
jest.setTimeout(240_000);

let house: TestHouse;
let maple: string;
let ana: Actor;
let luis: Actor;
let bea: Actor;

beforeAll(async () => {
  house = await openHouse();
  maple = await aTeam(house, { superintendent: 'ana@maple.example', board_president: 'luis@maple.example' });
  await aTeam(house, { superintendent: 'bea@cedar.example' });
  [ana, luis, bea] = [await house.as('ana@maple.example'), await house.as('luis@maple.example'), await house.as('bea@cedar.example')];
});
afterAll(() => house.close());

const PDF = aPdf('Rubric', ['One']);

async function upload(actor: Actor, name = 'rubric.pdf', body: Uint8Array = PDF): Promise<string> {
  const answer = await actor.http('PUT', '/files', { body, headers: { 'content-type': 'application/octet-stream', 'apollo-require-preflight': '1', 'x-file-name': encodeURIComponent(name) } });
  return JSON.parse(answer.body).fileId;
}

async function share(actor: Actor, fileId: string, about: Record<string, unknown> = {}) {
  return actor.act('postResource', { form: 'file', title: 'Rubric', summary: '', audience: `team:${maple}`, fileId, ...about }, '... on Resource { id file { id name ending size path } }');
}

test.each<[string, Uint8Array]>([
  ['rubric "2026" – été.pdf', PDF],
  ['polyglot.pdf', Buffer.concat([PDF, Buffer.from('<script>alert(1)</script>')])],
  ['notes.txt', Buffer.from('say <script>alert(1)</script> aloud')],
  ['table.csv', aCsv([['=cmd()', '<img src=x onerror=alert(1)>']])],
  ['picture.png', aPng('<script>alert(1)</script>')],
  ['picture.webp', aWebp()],
  ['letter.docx', anOfficeFile('docx')],
])('%s is handed out as an attachment, whatever is in it, byte for byte', async (name, bytes) => {
  const { file } = await share(ana, await upload(ana, name, bytes), { audience: 'public' });
  await house.settle();
  const answer = await house.visitor.http('GET', file.path);
  expect(answer.status).toBe(200);
  // Pictures are drawn anew, and what was hidden in them is gone.
  if (/\.(png|webp)$/.test(name)) expect(answer.body).not.toContain('script');
  else expect(answer.raw.equals(Buffer.from(bytes))).toBe(true);
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="[\x20-\x7E]+"; filename\*=UTF-8''[\w%.-]+$/);
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(answer.headers.get('content-security-policy')).toContain('sandbox');
  expect(answer.headers.get('cache-control')).toContain('private');
  expect(answer.headers.get('content-type')).not.toMatch(/html|svg|xml;|javascript/);
  expect((await house.visitor.http('HEAD', file.path)).headers.get('content-disposition')).toContain('attachment');
});

test('a file is fetched by who may read its resource; for others it looks like one that was never there', async () => {
  const { file, id } = await share(ana, await upload(ana));
  expect((await luis.http('GET', file.path)).status).toBe(200);
  const never = await bea.http('GET', `/files/${maple}/rubric.pdf`);
  for (const outsider of [bea, house.visitor]) {
    const answer = await outsider.http('GET', file.path);
    expect([answer.status, answer.body, answer.headers.get('content-type'), answer.headers.get('content-disposition')]).toEqual([404, never.body, never.headers.get('content-type'), null]);
  }
  await ana.act('editResource', { resourceId: id, title: 'Rubric', summary: '', audience: 'members' });
  await house.settle();
  expect((await bea.http('GET', file.path)).status).toBe(200);
  expect((await house.visitor.http('GET', file.path)).status).toBe(404);
});

test('the file of a resource that was taken down is fetched by its author only', async () => {
  const { file, id } = await share(ana, await upload(ana), { audience: 'public' });
  await house.get(Contributions).of(reportables).find((one) => one.kind === 'resource')?.takeDown(house.get, id, 'Why');
  expect((await house.visitor.http('GET', file.path)).status).toBe(404);
  expect((await luis.http('GET', file.path)).status).toBe(404);
  expect((await ana.http('GET', file.path)).status).toBe(200);
});

test('somebody else’s upload cannot be posted, and one upload makes one resource', async () => {
  const fileId = await upload(ana);
  expect(await share(bea, fileId, { audience: 'members' })).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'fileId' }] });
  expect((await share(ana, fileId)).__typename).toBe('Resource');
  expect((await share(ana, fileId)).__typename).toBe('Conflict');
});

test('a former file stays with its version until that is taken away; then, and when all is deleted, nobody fetches it and it is swept from the disk', async () => {
  const first = await share(ana, await upload(ana), { audience: 'public' });
  const second = await upload(luis, 'second.pdf');
  const { file } = await luis.act('editResource', { resourceId: first.id, title: 'Rubric', summary: '', audience: 'public', fileId: second }, '... on Resource { file { id name path } }');
  expect(file).toMatchObject({ id: second, name: 'second.pdf' });
  expect((await ana.http('GET', first.file.path)).status).toBe(200);
  await luis.act('removeResourceVersion', { resourceId: first.id, number: 1 }, '... on Resource { id }');
  expect((await ana.http('GET', first.file.path)).status).toBe(404);
  expect((await ana.http('GET', file.path)).status).toBe(200);
  await luis.act('deleteResource', { resourceId: first.id });
  expect((await ana.http('GET', file.path)).status).toBe(404);
  await house.db.query(`update file set created_at = now() - interval '2 days' where attached_id is null`);
  await house.get(Files).sweep();
  expect(await house.get(Files).byIds([first.file.id, second])).toEqual([]);
});

test('of former versions the last twenty files are kept and count in the team’s room; of older ones it is said what they were', async () => {
  const first = await share(ana, await upload(ana, 'number-1.pdf'));
  for (let number = 2; number <= 22; number++) {
    await house.db.query(`delete from attempt`);
    expect((await ana.act('editResource', { resourceId: first.id, title: 'Rubric', summary: '', audience: 'members', fileId: await upload(ana, `number-${number}.pdf`) })).__typename).toBe('Resource');
  }
  const { resourceRecord } = await ana.query(`query($id: String!) { resourceRecord(id: $id) { versions { number file { name path } fileWas { name ending size } } } }`, { id: first.id });
  expect(resourceRecord.versions.map((version: Loose) => version.number)).toEqual(Array.from({ length: 21 }, (_, at) => 21 - at));
  expect(resourceRecord.versions.filter((version: Loose) => version.file)).toHaveLength(20);
  expect(resourceRecord.versions.at(-1)).toEqual({ number: 1, file: null, fileWas: { name: 'number-1.pdf', ending: 'pdf', size: expect.any(Number) } });
  expect([(await ana.http('GET', first.file.path)).status, (await ana.http('GET', resourceRecord.versions[19].file.path)).status]).toEqual([404, 200]);
  const counted = (): Promise<unknown> => house.db.one(`select count(*)::int as files from file where charged_to = $1 and attached_id = $2`, [maple, first.id]);
  expect(await counted()).toEqual({ files: 21 });
});

test('no path leads out of the store', async () => {
  for (const path of ['/files/../secret-key', '/files/%2e%2e%2fsecret-key/x', `/files/${maple}/..%2f..%2fsecret-key`, '/files/x/y', "/files/'/y", '/files']) {
    expect((await ana.http('GET', path)).status).toBe(404);
  }
});
