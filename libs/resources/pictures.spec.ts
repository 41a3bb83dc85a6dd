import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { Contributions } from '@app/platform/feature';
import { aJpeg, aPdf, aPng } from '@app/platform/files/testing';
import { searchSources } from '@app/platform/search';
import { aTeam } from '@app/discussions/testing';
import { reportables } from '@app/moderation';
import { type Actor, type Loose, openHouse, type TestHouse } from '../../test/setup/house.js';

// Each file is opened in a process of its own, which stands behind everything else that a busy machine does.
jest.setTimeout(240_000);

let house: TestHouse;
let ana: Actor;
let luis: Actor;
let bea: Actor;

beforeAll(async () => {
  house = await openHouse();
  await aTeam(house, { superintendent: 'ana@maple.example', board_president: 'luis@maple.example' });
  await aTeam(house, { superintendent: 'bea@cedar.example' });
  [ana, luis, bea] = [await house.as('ana@maple.example'), await house.as('luis@maple.example'), await house.as('bea@cedar.example')];
});
afterAll(() => house.close());

const RESOURCE = '... on Resource { id version file { description advice } }';
const SHOWS = 'Three people at a round table, each with the same page.';

async function upload(actor: Actor, name: string, body: Uint8Array): Promise<string> {
  const answer = await actor.http('PUT', '/files', { body, headers: { 'content-type': 'application/octet-stream', 'apollo-require-preflight': '1', 'x-file-name': encodeURIComponent(name) } });
  return JSON.parse(answer.body).fileId;
}

const words = { title: 'Our table', summary: '', audience: 'public' };
const share = async (about: Record<string, unknown> = {}) => ana.act('postResource', { form: 'file', ...words, fileId: await upload(ana, 'table.png', aPng()), ...about }, RESOURCE);
const edit = (actor: Actor, resourceId: string, about: Record<string, unknown> = {}) => actor.act('editResource', { resourceId, ...words, ...about }, RESOURCE);
const seen = async (actor: Actor, id: string): Promise<Loose> => (await actor.query(`query($id: String!) { resource(id: $id) { file { description advice } } }`, { id })).resource.file;
const inSearch = async (id: string) => (await house.get(Contributions).of(searchSources).find((one) => one.kind === 'resource')?.read(house.get, [id]))?.[0]?.body;

test('a picture is shared with what it shows, for everybody who may read it', async () => {
  const { id, file } = await share({ fileDescription: `  ${SHOWS} ` });
  expect(file).toEqual({ description: SHOWS, advice: [] });
  expect(await seen(bea, id)).toEqual({ description: SHOWS, advice: [] });
});

test('whoever may change a picture without a description is asked for one, and others are not', async () => {
  const { id, file } = await share();
  expect(file).toEqual({ description: null, advice: ['no-description'] });
  expect(await seen(luis, id)).toMatchObject({ advice: ['no-description'] });
  expect(await seen(bea, id)).toEqual({ description: null, advice: [] });
  const pdf = await share({ fileId: await upload(ana, 'table.pdf', aPdf('Table', ['We met.'])) });
  expect(pdf.file.advice).not.toContain('no-description');
});

test('a description is given, changed and taken away later by whoever may change the resource; the version stays', async () => {
  const { id } = await share();
  expect(await edit(bea, id, { fileDescription: SHOWS })).toMatchObject({ __typename: 'NotAllowed' });
  expect(await seen(ana, id)).toMatchObject({ description: null });
  expect(await edit(luis, id, { fileDescription: SHOWS })).toMatchObject({ version: 1, file: { description: SHOWS, advice: [] } });
  // Left out, it stays.
  expect(await edit(luis, id, { title: 'A table' })).toMatchObject({ version: 1, file: { description: SHOWS } });
  expect(await edit(ana, id, { fileDescription: '' })).toMatchObject({ version: 1, file: { description: null, advice: ['no-description'] } });
});

test('another picture begins without a description or with its own, and the former one keeps what was said of it', async () => {
  const { id } = await share({ fileDescription: SHOWS });
  expect(await edit(ana, id, { fileId: await upload(ana, 'second.jpg', aJpeg()) })).toMatchObject({ version: 2, file: { description: null, advice: ['no-description'] } });
  expect(await edit(ana, id, { fileId: await upload(ana, 'third.png', aPng()), fileDescription: 'A round table.' })).toMatchObject({ version: 3, file: { description: 'A round table.' } });
  const { resourceRecord } = await bea.query(`query($id: String!) { resourceRecord(id: $id) { versions { number file { description } } } }`, { id });
  expect(resourceRecord.versions).toEqual([{ number: 2, file: { description: null } }, { number: 1, file: { description: SHOWS } }]);
});

test('a description of at most 300 characters is taken, and only of a picture', async () => {
  const refused = { __typename: 'Invalid', fields: [{ field: 'fileDescription' }] };
  expect(await share({ fileDescription: 'x'.repeat(301) })).toMatchObject(refused);
  const { id } = await share({ fileDescription: 'x'.repeat(300) });
  expect(await edit(ana, id, { fileDescription: 'x'.repeat(301) })).toMatchObject(refused);
  expect(await share({ fileId: await upload(ana, 'table.pdf', aPdf('Table', ['We met.'])), fileDescription: SHOWS })).toMatchObject(refused);
  expect(await share({ form: 'text', fileId: null, body: 'Words', fileDescription: SHOWS })).toMatchObject(refused);
  // An empty one says nothing of anything.
  expect(await share({ form: 'text', fileId: null, body: 'Words', fileDescription: '' })).toMatchObject({ __typename: 'Resource' });
});

test('the search finds the words of a description, and a steward reads them', async () => {
  const { id } = await share({ fileDescription: SHOWS });
  expect(await inSearch(id)).toContain(SHOWS);
  await house.settle();
  const find = async () => (await bea.query(`{ resources(filter: { text: "people at a round table" }) { nodes { resource { id } } } }`)).resources.nodes.map((hit: Loose) => hit.resource.id);
  expect(await find()).toContain(id);
  const reported = await house.get(Contributions).of(reportables).find((one) => one.kind === 'resource')?.find(house.get, await house.viewerOf(bea), id);
  expect(reported?.text).toContain(SHOWS);
  await edit(ana, id, { fileDescription: 'A lamp.' });
  await house.settle();
  expect(await find()).not.toContain(id);
});

test('the plain page and its data say what a picture shows, and markup in it is words', async () => {
  const { id } = await share({ fileDescription: `"><script>alert(1)</script> & a 'table'` });
  await house.settle();
  const { body: html } = await house.visitor.http('GET', `/library/${id}`);
  expect(html).toContain('alt="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; a &#x27;table&#x27;"');
  expect(html).not.toContain('<script>alert(1)');
  expect(JSON.parse((await house.visitor.http('GET', `/library/${id}.json`)).body)).toMatchObject({ file_description: `"><script>alert(1)</script> & a 'table'` });
  const { id: silent } = await share();
  await house.settle();
  expect((await house.visitor.http('GET', `/library/${silent}`)).body).toContain('alt="A picture that nobody has described yet: table.png"');
  expect(JSON.parse((await house.visitor.http('GET', `/library/${silent}.json`)).body)).toMatchObject({ file_description: null });
});
