import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { Contributions } from '@app/platform/feature';
import { aCsv, aDeck, aPdf, aVideo, captions } from '@app/platform/files/testing';
import { aTeam } from '@app/discussions/testing';
import { reportables } from '@app/moderation';
import { searchSources } from '@app/platform/search';
import { type Actor, openHouse, type TestHouse } from '../../test/setup/house.js';

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

const ROSTER = aCsv([['Student Name', 'Student ID', 'Grade', 'DOB'], ['A. Pupil', 'S100234', 4, '2/3/2014'], ['B. Pupil', 'S100235', 4, '5/6/2014'], ['C. Pupil', 'S100236', 4, '7/8/2014']]);
const FILE = 'file { id path gate reading cut parts advice judges captions captionsLanguage findings { code count where } preview { path width height } }';

async function upload(actor: Actor, name: string, body: Uint8Array): Promise<string> {
  const answer = await actor.http('PUT', '/files', { body, headers: { 'content-type': 'application/octet-stream', 'apollo-require-preflight': '1', 'x-file-name': encodeURIComponent(name) } });
  return JSON.parse(answer.body).fileId;
}

const share = (actor: Actor, fileId: string, about: Record<string, unknown> = {}) => actor.act('postResource', { form: 'file', title: 'A file', summary: '', audience: 'members', fileId, ...about }, `... on Resource { id ${FILE} }`);
const seen = async (actor: Actor, id: string) => (await actor.query(`query($id: String!) { resource(id: $id) { ${FILE} } }`, { id })).resource.file;
const source = () => house.get(Contributions).of(searchSources).find((one) => one.kind === 'resource');
const partsInSearch = async (id: string) => (await source()?.read(house.get, [id]))?.[0]?.parts;

test('a file is read before others get it, and its words can then be searched with their place', async () => {
  const { id, file } = await share(ana, await upload(ana, 'deck.pptx', aDeck({ title: 'Fall', language: 'en-US', slides: [['Forty protected minutes'], ['What it costs']] })));
  expect(file).toMatchObject({ gate: 'held', reading: 'waiting', parts: 0, judges: true });
  expect((await bea.http('GET', file.path)).status).toBe(423);
  expect((await ana.http('GET', file.path)).status).toBe(200);
  expect(await partsInSearch(id)).toEqual([]);
  await house.settle();
  expect(await seen(bea, id)).toMatchObject({ gate: 'open', reading: 'read', parts: 2, judges: false });
  expect((await bea.http('GET', file.path)).status).toBe(200);
  expect(await partsInSearch(id)).toEqual([{ label: 'Slide 1', text: 'Forty protected minutes' }, { label: 'Slide 2', text: 'What it costs' }]);
});

test('of a very long file the page says that only its beginning can be searched, and of another it does not', async () => {
  const slides = (letters: number): Buffer => aDeck({ title: 'Fall', language: 'en-US', slides: Array.from({ length: 4 }, (_, at) => [`Slide ${at} says: ${'planning time '.repeat(letters / 14)}`]) });
  const [long, short] = [await share(ana, await upload(ana, 'long.pptx', slides(500_000))), await share(ana, await upload(ana, 'short.pptx', slides(5000)))];
  await house.settle();
  expect(await seen(bea, long.id)).toMatchObject({ gate: 'open', reading: 'read', cut: true, parts: 3 });
  expect(await seen(bea, short.id)).toMatchObject({ gate: 'open', reading: 'read', cut: false, parts: 4 });
});

test('the first page is shown to who may read the resource, as a picture of our own, and to nobody else', async () => {
  const { id } = await share(ana, await upload(ana, 'minutes.pdf', aPdf('Minutes', ['We met.'])), { audience: `team:${maple}` });
  await house.settle();
  const { preview } = await seen(luis, id);
  const answer = await luis.http('GET', preview.path);
  expect([answer.status, answer.headers.get('content-type'), answer.headers.get('x-content-type-options'), answer.headers.get('content-security-policy')]).toEqual([200, 'image/webp', 'nosniff', expect.stringContaining('sandbox')]);
  expect(answer.raw.subarray(8, 12).toString()).toBe('WEBP');
  expect([(await bea.http('GET', preview.path)).status, (await house.visitor.http('GET', preview.path)).status]).toEqual([404, 404]);
});

test('the first page of a file that looks like data of pupils is seen by nobody else before its team has spoken', async () => {
  const fileId = await upload(ana, 'letter.pdf', aPdf('Letter', ['Student ID: S100234, DOB: 2/3/2014']));
  const { id } = await share(ana, fileId);
  await house.settle();
  expect(await seen(bea, id)).toMatchObject({ gate: 'held', preview: null });
  const first = async (actor: Actor): Promise<number> => (await actor.http('GET', `/previews/${fileId}`)).status;
  expect([await first(luis), await first(bea)]).toEqual([200, 404]);
  await luis.act('clearFile', { fileId });
  expect(await first(bea)).toBe(200);
});

test('what looks like data of pupils waits for its team, is found by no search, and goes on when they say so', async () => {
  const fileId = await upload(ana, 'roster.csv', ROSTER);
  await house.settle();
  const sent = await ana.query(`query($id: ID!) { sentFile(id: $id) { gate findings { code count where } } }`, { id: fileId });
  // The author hears of it before it is shared at all.
  expect(sent.sentFile).toEqual({ gate: 'held', findings: [{ code: 'roster', count: 3, where: ['Table'] }] });
  expect((await bea.query(`query($id: ID!) { sentFile(id: $id) { gate } }`, { id: fileId })).sentFile).toBeNull();

  const { id, file } = await share(ana, fileId);
  expect(await seen(luis, id)).toMatchObject({ gate: 'held', judges: true, findings: [{ code: 'roster' }] });
  expect(await seen(bea, id)).toMatchObject({ gate: 'held', judges: false, findings: [], advice: [], preview: null });
  expect([(await bea.http('GET', file.path)).status, (await luis.http('GET', file.path)).status]).toEqual([423, 200]);
  expect(await partsInSearch(id)).toEqual([]);

  expect((await bea.act('clearFile', { fileId })).__typename).toBe('NotAllowed');
  expect(await luis.act('clearFile', { fileId }, '... on SentFile { gate findings { code } }')).toEqual({ __typename: 'SentFile', gate: 'open', findings: [] });
  expect((await bea.http('GET', file.path)).status).toBe(200);
  // Whoever said it first has said it.
  await ana.act('clearFile', { fileId });
  expect(await house.db.one(`select cleared_by from file where id = $1`, [fileId])).toEqual({ cleared_by: luis.accountId });
  await house.settle();
  expect(await partsInSearch(id)).toHaveLength(1);
});

test('a film is asked for captions, gets them from its team, and hands out the piece that a player asks for', async () => {
  const film = aVideo(5000);
  const { id, file } = await share(ana, await upload(ana, 'visit.mp4', film));
  expect(file).toMatchObject({ advice: ['no-captions'], captions: null, captionsLanguage: null });
  const vtt = await upload(ana, 'visit.vtt', captions('Good morning.'));
  expect(await bea.act('captionFilm', { resourceId: id, captionsFileId: vtt })).toMatchObject({ __typename: 'NotAllowed' });
  const pdf = await upload(ana, 'minutes.pdf', aPdf('Minutes', ['We met.']));
  expect(await ana.act('captionFilm', { resourceId: id, captionsFileId: pdf })).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'captionsFileId' }] });
  expect(await ana.act('captionFilm', { resourceId: id, captionsFileId: vtt }, `... on Resource { ${FILE} }`)).toMatchObject({ file: { advice: [], captionsLanguage: 'en' } });
  await house.settle();
  const { captions: path } = await seen(bea, id);
  const spoken = await bea.http('GET', path);
  expect([spoken.status, spoken.headers.get('content-type'), spoken.body]).toEqual([200, 'text/vtt; charset=utf-8', expect.stringContaining('Good morning.')]);

  // Others in their place, and none again.
  const better = await upload(ana, 'better.vtt', captions('Buenas noches.'));
  for (const language of ['tlh', '', 'es" onload="']) expect(await ana.act('captionFilm', { resourceId: id, captionsFileId: better, language })).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'language' }] });
  expect(await ana.act('captionFilm', { resourceId: id, captionsFileId: better, language: 'es' }, '... on Resource { id }')).toMatchObject({ id });
  await house.settle();
  const { captions: betterPath, captionsLanguage } = await seen(bea, id);
  expect([(await bea.http('GET', path)).status, (await bea.http('GET', betterPath)).body]).toEqual([404, expect.stringContaining('Buenas noches.')]);
  expect(captionsLanguage).toBe('es');
  // The language alone is mended without sending them again.
  expect(await bea.act('setCaptionsLanguage', { resourceId: id, language: 'fr' })).toMatchObject({ __typename: 'NotAllowed' });
  expect(await luis.act('setCaptionsLanguage', { resourceId: id, language: 'tlh' })).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'language' }] });
  expect(await luis.act('setCaptionsLanguage', { resourceId: id, language: 'fr' }, `... on Resource { ${FILE} }`)).toMatchObject({ file: { captions: betterPath, captionsLanguage: 'fr' } });
  expect(await bea.act('removeCaptions', { resourceId: id })).toMatchObject({ __typename: 'NotAllowed' });
  expect(await luis.act('removeCaptions', { resourceId: id }, `... on Resource { ${FILE} }`)).toMatchObject({ file: { captions: null, captionsLanguage: null, advice: ['no-captions'] } });
  expect((await bea.http('GET', betterPath)).status).toBe(404);
  for (const mutation of ['removeCaptions', 'setCaptionsLanguage']) expect(await ana.act(mutation, { resourceId: id, ...(mutation === 'setCaptionsLanguage' ? { language: 'es' } : {}) })).toMatchObject({ __typename: 'Conflict' });

  const piece = await bea.http('GET', file.path, { headers: { range: 'bytes=100-199' } });
  expect([piece.status, piece.headers.get('content-range'), piece.raw.equals(film.subarray(100, 200))]).toEqual([206, `bytes 100-199/${film.length}`, true]);
  const last = await bea.http('GET', file.path, { headers: { range: `bytes=${film.length - 10}-99999999` } });
  expect([last.status, last.headers.get('content-range'), last.raw.equals(film.subarray(-10))]).toEqual([206, `bytes ${film.length - 10}-${film.length - 1}/${film.length}`, true]);
  const tail = await bea.http('GET', file.path, { headers: { range: 'bytes=-50' } });
  expect([tail.status, tail.raw.equals(film.subarray(-50))]).toEqual([206, true]);
  for (const range of ['bytes=9-3', 'bytes=99999-', 'bytes=a-b', 'items=0-1', 'bytes=0-1,5-6']) expect((await bea.http('GET', file.path, { headers: { range } })).raw).toHaveLength(film.length);
});

test('a former film keeps its captions beside the new one', async () => {
  const { id } = await share(ana, await upload(ana, 'visit.mp4', aVideo(5000)));
  await ana.act('captionFilm', { resourceId: id, captionsFileId: await upload(ana, 'visit.vtt', captions('Good morning.')) });
  await house.settle();
  const { captions: path } = await seen(bea, id);
  await ana.act('editResource', { resourceId: id, title: 'A file', summary: '', audience: 'members', fileId: await upload(ana, 'second.mp4', aVideo(6000)) });
  expect((await seen(bea, id)).captions).toBeNull();
  const { resourceRecord } = await bea.query(`query($id: String!) { resourceRecord(id: $id) { versions { file { captions } } } }`, { id });
  expect([resourceRecord.versions, (await bea.http('GET', path)).body]).toEqual([[{ file: { captions: path } }], expect.stringContaining('Good morning.')]);
});

test('a steward who judges a resource reads how its file begins', async () => {
  const { id } = await share(ana, await upload(ana, 'note.txt', Buffer.from('Something that somebody reports.')));
  await house.settle();
  const found = await house.get(Contributions).of(reportables).find((one) => one.kind === 'resource')?.find(house.get, await house.viewerOf(bea), id);
  expect(found?.text).toContain('Something that somebody reports.');
});

test('whoever speaks for two teams fills the room of the one for which they share', async () => {
  const [one, two] = [await aTeam(house, { superintendent: 'both@oak.example' }), await aTeam(house, { superintendent: 'both@oak.example' })];
  const both = await house.as('both@oak.example');
  const paid = async (fileId: string): Promise<string> => (await house.db.one<{ charged_to: string }>(`select charged_to from file where id = $1`, [fileId]))?.charged_to ?? '';
  for (const organizationId of [one, two]) {
    const fileId = await upload(both, 'note.txt', Buffer.from('Words'));
    expect((await share(both, fileId, { organizationId })).__typename).toBe('Resource');
    expect(await paid(fileId)).toBe(organizationId);
  }
});

test('a file counts against the room of the team that shares it', async () => {
  const fileId = await upload(ana, 'note.txt', Buffer.from('Words'));
  await share(ana, fileId);
  expect(await house.db.one(`select charged_to from file where id = $1`, [fileId])).toEqual({ charged_to: maple });
});
