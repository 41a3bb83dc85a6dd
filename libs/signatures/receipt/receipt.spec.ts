import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { signs } from '../testing/index.js';
import { SigningHouse } from '../testing/signing-house.js';

let at: SigningHouse;
beforeAll(async () => {
  at = await SigningHouse.open();
});
afterAll(() => at.house.close());
beforeEach(() => at.clear());

const TEXT = `We meet every second Tuesday — “the three of us”.\n\nŽofia Núñez keeps the list.\n\n${'Nobody bargains in the hallway. '.repeat(160)}`;

async function signedAct(text = TEXT): Promise<string> {
  const id = await at.proposed(at.dana, { text });
  for (const actor of [at.dana, at.luis, at.ana]) await signs(at.house, actor.accountId ?? '', id);
  return id;
}

async function pdfOf(id: string): Promise<PDFDocumentProxy> {
  const answer = await at.dana.http('GET', `/files/acts/${id}/receipt.pdf`);
  expect([answer.status, answer.headers.get('content-type'), answer.headers.get('content-disposition')]).toEqual([200, 'application/pdf', expect.stringContaining('attachment; filename="A test of joint acts, version 1.pdf"')]);
  return getDocument({ data: new Uint8Array(answer.raw), useSystemFonts: false, isEvalSupported: false }).promise;
}

async function wordsOf(pdf: PDFDocumentProxy): Promise<string> {
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, async (_, number) => (await (await pdf.getPage(number + 1)).getTextContent()).items));
  return pages.flat().map((item) => ('str' in item ? item.str : '')).join(' ').replace(/\s+/g, ' ');
}

interface Node {
  role?: string;
  children?: Node[];
}
const rolesIn = (node: Node | null): string[] => (node ? [...(node.role ? [node.role] : []), ...(node.children ?? []).flatMap(rolesIn)] : []);

test('the receipt is a tagged PDF with its language, its title and its own fonts', async () => {
  const pdf = await pdfOf(await signedAct());
  expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
  const { info, metadata } = await pdf.getMetadata();
  expect(info).toMatchObject({ Title: 'A test of joint acts', Language: 'en-US' });
  expect(metadata?.get('pdfuaid:part')).toBe('1');
  expect(pdf.numPages).toBeGreaterThan(1);
  const roles = (await Promise.all(Array.from({ length: pdf.numPages }, async (_, number) => rolesIn((await (await pdf.getPage(number + 1)).getStructTree()) as Node)))).flat();
  expect(roles.filter((role) => role === 'H1')).toHaveLength(1);
  expect(roles.filter((role) => role === 'H3')).toHaveLength(3);
  expect(roles.filter((role) => role === 'P').length).toBeGreaterThan(8);
  await pdf.destroy();
});

test('the receipt says what was signed, by whom, for which seat and when, and how to check it', async () => {
  const id = await signedAct();
  const { textHash } = await at.read(at.dana, id);
  const pdf = await pdfOf(id);
  const words = await wordsOf(pdf);
  for (const said of ['A test of joint acts', 'Signed by all 3 seats', '“the three of us”', 'Žofia Núñez', 'Superintendent, Maple Hollow', 'Ana Brandt, Federation President, Maple Hollow. Signed', 'UTC', textHash]) expect(words).toContain(said);
  // A long address goes on in the next line.
  expect(words.replaceAll(' ', '')).toContain(`acts/${id}`);
  expect(words).not.toContain('question mark');
  await pdf.destroy();
});

test('what the typeface cannot draw is said instead of drawn as nothing', async () => {
  const pdf = await pdfOf(await signedAct('Hanako 花子 leads.'));
  expect(await wordsOf(pdf)).toMatch(/Hanako \?\? leads\..*A question mark stands here/);
  await pdf.destroy();
});

test('an act that is not complete has a receipt that says so, and one that ended says why', async () => {
  const open = await at.proposed();
  const pdf = await pdfOf(open);
  expect(await wordsOf(pdf)).toMatch(/Not complete: 0 of 3 seats have signed\..*Not signed\./);
  await pdf.destroy();
  const id = await signedAct();
  const { id: seatId } = await at.seatOf(id, 'Union');
  await at.ana.act('withdrawSignature', { seatId, reason: 'Our contract changed.', ...(await at.codeFor(at.ana, seatId)) });
  const ended = await pdfOf(id);
  expect(await wordsOf(ended)).toMatch(/ended by Ana Brandt on .* The reason given: Our contract changed\./);
  await ended.destroy();
});

test('the text file is what was hashed, to the byte', async () => {
  const id = await signedAct();
  const { textHash } = await at.read(at.dana, id);
  const { raw, body, headers } = await at.dana.http('GET', `/files/acts/${id}/text.txt`);
  expect(createHash('sha256').update(raw).digest('hex')).toBe(textHash);
  expect(body).toContain('Version 1\n\nWe meet every second Tuesday');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
});

