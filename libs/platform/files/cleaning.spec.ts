import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import PDFDocument from 'pdfkit';
import { openPromise } from 'yauzl';
import { type Actor, openHouse, type TestHouse } from '../../../test/setup/house.js';
import { BlobStore } from './blob.store.js';
import { bytesAre, type FileEnding } from './file-kinds.js';
import { FileTexts } from './file-text.js';
import { Files } from './files.service.js';
import { aDeck, aDocument, aMessyDeck, aMessyDocument, aMessyWorkbook, aPdf, aVideo, aWorkbook } from './testing/index.js';

// Each file is opened in a process of its own, which stands behind everything else that a busy machine does.
jest.setTimeout(240_000);

let house: TestHouse;
let ana: Actor;
let folder: string;

beforeAll(async () => {
  house = await openHouse();
  ana = await house.as('ana@maple.example');
  folder = await mkdtemp(join(tmpdir(), 'accord-cleaning-'));
});
afterAll(async () => {
  await house.close();
  await rm(folder, { recursive: true, force: true });
});

/** A file that has come and been looked at, with the bytes that others are given. */
async function kept(name: string, bytes: Buffer) {
  const { id } = await house.get(Files).receive(ana.accountId ?? '', name, Readable.from([bytes]));
  await house.settle();
  const file = await house.get(Files).find(id);
  if (!file) throw new Error('it is gone');
  const served = await buffer(await house.get(BlobStore).read(file.storedName));
  expect([file.size, file.sha256]).toEqual([served.length, createHash('sha256').update(served).digest('hex')]);
  const parts = (await house.get(FileTexts).partsOf([id])).get(id) ?? [];
  return { ...file, served, words: parts.map(({ text }) => text).join('\n') };
}

/** The parts of an Office file by their names, in its order. */
async function partsOf(bytes: Buffer): Promise<Map<string, string>> {
  const path = join(folder, createHash('sha256').update(bytes).digest('hex'));
  await writeFile(path, bytes);
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false });
  const parts = new Map<string, string>();
  for await (const entry of zip.eachEntry()) parts.set(entry.fileName, (await buffer(await zip.openReadStreamPromise(entry))).toString('utf8'));
  zip.close();
  return parts;
}

const MAKER = 'Anastasia Writer';

test.each<[FileEnding, Buffer]>([
  ['docx', aDocument({ title: 'Letter', maker: MAKER, language: 'en-US', sections: [{ lines: ['Dear colleague'] }] })],
  ['pptx', aDeck({ title: 'Fall', maker: MAKER, language: 'en-US', slides: [['Dear colleague']] })],
  ['xlsx', aWorkbook({ title: 'Pay', maker: MAKER, sheets: { Notes: [['Dear colleague']] } })],
])('a %s no longer names who made it, and opens as before', async (ending, bytes) => {
  const file = await kept(`file.${ending}`, bytes);
  const [before, after] = [await partsOf(bytes), await partsOf(file.served)];
  expect([...after.keys()]).toEqual([...before.keys()]);
  expect([...before].filter(([, text]) => text.includes(MAKER)).map(([name]) => name)).toEqual(['docProps/core.xml', 'docProps/app.xml', 'docProps/custom.xml']);
  for (const [name, text] of after) expect(text).toBe(before.get(name)?.replaceAll(MAKER, ''));
  expect([file.advice, file.words]).toEqual([[], expect.stringContaining('Dear colleague')]);
  const path = join(folder, `again.${ending}`);
  await writeFile(path, file.served);
  expect(await bytesAre({ ending, mime: '' }, path)).toBe(true);
  // Sent once more it is the same to the byte: there is nothing left to take out.
  expect((await kept(`file.${ending}`, file.served)).served.equals(file.served)).toBe(true);
});

async function pdfBy(info: Record<string, string>): Promise<Buffer> {
  const doc = new PDFDocument({ tagged: true, lang: 'en-US', displayTitle: true, info });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  doc.addStructure(doc.struct('P', {}, () => void doc.text('We met on Tuesday.')));
  doc.end();
  await once(doc, 'end');
  return Buffer.concat(chunks);
}

test('a PDF no longer names who made it; its title stays, and every other byte', async () => {
  const bytes = await pdfBy({ Title: 'Minutes', Author: MAKER, Company: `${MAKER} (Maple)`, Subject: 'Planning time' });
  const file = await kept('minutes.pdf', bytes);
  expect([file.reading, file.advice, file.words, file.size]).toEqual(['read', [], 'We met on Tuesday.', bytes.length]);
  const [before, after] = [bytes.toString('latin1'), file.served.toString('latin1')];
  expect([before.includes(MAKER), after.includes(MAKER), after.includes('Maple'), after.includes('Minutes'), after.includes('Planning time')]).toEqual([true, false, false, true, true]);
  expect(before.split('').filter((letter, at) => letter !== after[at]).length).toBeLessThan(80);
});

/** A PDF with more about itself than a careful program writes. */
function changed(more: { info?: string; objects?: string; catalog?: string }): Buffer {
  const text = aPdf('Minutes', ['We met.']).toString('latin1');
  return Buffer.from(text.replace('/Title (Minutes)', `/Title (Minutes) ${more.info ?? ''}`).replace('/Type /Catalog', `/Type /Catalog ${more.catalog ?? ''}`).replace('xref\n', `${more.objects ?? ''}xref\n`), 'latin1');
}

test('names are found in a PDF however they are written, in its notes in XML as well', async () => {
  const xmp = `<?xpacket begin="" id="W5M0"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="45,33.1N"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">Minutes</rdf:li></rdf:Alt></dc:title><dc:creator><rdf:Seq><rdf:li>${MAKER}</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;
  const hex = Buffer.from(MAKER, 'utf16le').swap16().toString('hex').toUpperCase();
  const bytes = changed({
    info: `/Author <FEFF${hex}> /Manager 8 0 R /Note (\\(${MAKER}\\) \\\\)`,
    catalog: '/Metadata 9 0 R',
    objects: `8 0 obj\n(${MAKER})\nendobj\n9 0 obj\n<< /Type /Metadata /Subtype /XML /Length ${xmp.length} >>\nstream\n${xmp}\nendstream\nendobj\n`,
  });
  const file = await kept('minutes.pdf', bytes);
  const after = file.served.toString('latin1');
  expect([file.reading, file.advice, file.words]).toEqual(['read', ['pdf-untagged'], 'Minutes\nWe met.']);
  expect([after.includes(MAKER), after.includes(hex), after.includes('45,33.1N'), after.length]).toEqual([false, false, false, bytes.length]);
  expect(after.match(/Minutes/g)).toHaveLength(3);
});

test('a signed PDF is left as it was signed, and its team is told that it names its author', async () => {
  const bytes = changed({ info: `/Author (${MAKER})`, objects: '8 0 obj\n<< /Type /Sig /Filter /Adobe.PPKLite /ByteRange [0 10 20 30] /Contents <00> >>\nendobj\n' });
  const file = await kept('minutes.pdf', bytes);
  expect([file.served.equals(bytes), file.advice]).toEqual([true, ['pdf-untagged', 'names-its-author']]);
});

test('what names nobody is kept byte for byte', async () => {
  for (const [name, bytes] of [['minutes.pdf', aPdf('Minutes', ['We met.'])], ['letter.docx', aDocument({ title: 'Letter', language: 'en-US', sections: [{ lines: ['Dear colleague'] }] })]] as const) {
    const file = await kept(name, bytes);
    expect([file.served.equals(bytes), file.advice.includes('names-its-author')]).toEqual([true, false]);
  }
});

test('remarks and changes that others would see are told, and only where there are some', async () => {
  const advised = async (name: string, bytes: Buffer): Promise<string[]> => (await kept(name, bytes)).advice.filter((code) => code === 'comments' || code === 'tracked-changes');
  expect(await advised('letter.docx', aMessyDocument({ before: 'Dear all', comment: 'Fine?', struck: 'Not this', inserted: 'But this' }))).toEqual(['tracked-changes', 'comments']);
  expect(await advised('letter.docx', aMessyDocument({ before: 'Dear all', footnote: 'See page 2' }))).toEqual([]);
  const slide = { line: 'Fall', rows: [], notes: 'Say hello', diagram: '' };
  expect(await advised('deck.pptx', aMessyDeck({ ...slide, comment: 'Fine?' }))).toEqual(['comments']);
  expect(await advised('deck.pptx', aMessyDeck({ ...slide, comment: '' }))).toEqual([]);
  const sheet = { name: 'Fall', rows: [['a']], box: '', header: '' };
  expect(await advised('book.xlsx', aMessyWorkbook({ ...sheet, comment: 'Fine?' }))).toEqual(['comments']);
  expect(await advised('book.xlsx', aMessyWorkbook({ ...sheet, comment: '' }))).toEqual([]);
});

const box = (type: string, ...inside: (Buffer | string)[]): Buffer => {
  const body = Buffer.concat(inside.map((one) => (typeof one === 'string' ? Buffer.from(one, 'latin1') : one)));
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
};

test('a film no longer says where it was filmed, by whom and with what; all else lies where it lay', async () => {
  const film = aVideo(4000);
  const xmp = box('uuid', Buffer.from('be7acfcb97a942e89c71999491e3afac', 'hex'), '<x:xmpmeta>12 Elm Street</x:xmpmeta>');
  const moov = box('moov', box('mvhd', 'header'), box('trak', box('tkhd', 'track'), box('udta', box('kind', 'captions'), box('\xA9xyz', '+45.5500-122.6500/'))), box('udta', box('loci', 'Elm Street'), box('chpl', 'The beginning')), box('meta', 'com.apple.quicktime.location.ISO6709+45.5500'));
  const bytes = Buffer.concat([film.subarray(0, 24), moov, xmp, film.subarray(24)]);
  const file = await kept('visit.mp4', bytes);
  const after = file.served.toString('latin1');
  expect(bytes.toString('latin1')).toMatch(/45\.55[^]*Elm[^]*apple/);
  expect(after).not.toMatch(/45\.55|Elm|apple|xyz/);
  expect([file.served.length, after.includes('captions'), after.includes('The beginning'), file.served.subarray(-4008).equals(bytes.subarray(-4008))]).toEqual([bytes.length, true, true, true]);
  for (const kind of ['ftyp', 'moov', 'mvhd', 'trak', 'tkhd', 'udta', 'mdat']) expect(after.indexOf(kind)).toBe(bytes.toString('latin1').indexOf(kind));
});

test('a film whose boxes lie about their lengths is kept as it is', async () => {
  const [film, wrong] = [aVideo(100), box('moov', box('udta', box('loci', 'Elm Street')))];
  wrong.writeUInt32BE(5_000_000, 0);
  const bytes = Buffer.concat([film.subarray(0, 24), wrong, film.subarray(24)]);
  expect((await kept('visit.mp4', bytes)).served.equals(bytes)).toBe(true);
});
