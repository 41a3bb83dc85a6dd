import { once } from 'node:events';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import PDFDocument from 'pdfkit';
import { newId } from '@app/platform/database';
import { type Actor, openHouse, type TestHouse } from '../../../test/setup/house.js';
import { Examiner } from './examiner.service.js';
import { FileTexts } from './file-text.js';
import { Files } from './files.service.js';
import { Previews } from './previews.service.js';
import { aCsv, aDeck, aDocument, aMessyDeck, aMessyDocument, aMessyWorkbook, anOfficeFile, aPdf, aPng, aVideo, aWorkbook, captions, EICAR, FakeClamd } from './testing/index.js';

// Each file is opened in a process of its own, which stands behind everything else that a busy machine does.
jest.setTimeout(240_000);

let house: TestHouse;
let ana: Actor;

beforeAll(async () => {
  house = await openHouse();
  ana = await house.as('ana@maple.example');
});
afterAll(() => house.close());

/** A file that has come and has been looked at. */
async function examined(name: string, bytes: Buffer, at: TestHouse = house) {
  const { id } = await at.get(Files).receive(ana.accountId ?? '', name, Readable.from([bytes]));
  await at.settle();
  const file = await at.get(Files).find(id);
  if (!file) throw new Error('it is gone');
  const parts = (await at.get(FileTexts).partsOf([id])).get(id) ?? [];
  return { ...file, parts: parts.map(({ kind, label, text }) => [kind, label, text]) };
}

/** A PDF with a page for each text, as a careful program writes it, or carelessly. */
async function pages(texts: string[], careful = false): Promise<Buffer> {
  const doc = new PDFDocument(careful ? { tagged: true, lang: 'en-US', displayTitle: true, info: { Title: 'Minutes' }, autoFirstPage: false } : { autoFirstPage: false });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  for (const text of texts) {
    doc.addPage();
    if (text && careful) doc.addStructure(doc.struct('P', {}, () => void doc.text(text)));
    else if (text) doc.text(text);
    else doc.rect(50, 50, 300, 300).fill('#555555');
  }
  doc.end();
  await once(doc, 'end');
  return Buffer.concat(chunks);
}

test('the words of a PDF are known by page, and its first page can be seen', async () => {
  const file = await examined('minutes.pdf', await pages(['We met on Tuesday.', 'We agreed on forty minutes.'], true));
  expect(file).toMatchObject({ reading: 'read', advice: [], findings: [], parts: [['page', 'Page 1', 'We met on Tuesday.'], ['page', 'Page 2', 'We agreed on forty minutes.']] });
  const preview = await house.get(Previews).find(file.id);
  expect(preview?.width).toBeGreaterThan(400);
  expect(preview?.height).toBeGreaterThan(preview?.width ?? 0);
});

test('the words of slides are known by slide, those of a workbook by sheet, those of a letter by heading', async () => {
  const deck = await examined('deck.pptx', aDeck({ title: 'Fall', language: 'en-US', slides: [['Forty minutes', 'every week'], ['What it costs']] }));
  expect(deck).toMatchObject({ reading: 'read', advice: [], parts: [['slide', 'Slide 1', 'Forty minutes\nevery week'], ['slide', 'Slide 2', 'What it costs']] });
  const book = await examined('pay.xlsx', aWorkbook({ title: 'Pay', sheets: { 'Lanes & steps': [['step', 'pay'], ['First year', 41000]], Notes: [['See the agreement']] } }));
  expect(book).toMatchObject({ reading: 'read', advice: [], parts: [['sheet', 'Lanes & steps', 'Lanes & steps\nstep pay\nFirst year 41000'], ['sheet', 'Notes', 'Notes\nSee the agreement']] });
  const letter = await examined('letter.docx', aDocument({ title: 'Letter', language: 'en-US', sections: [{ lines: ['Dear colleague'] }, { heading: 'What we ask', lines: ['Two questions.', 'And a date.'] }] }));
  expect(letter).toMatchObject({ reading: 'read', advice: [], parts: [['heading', 'Beginning', 'Dear colleague'], ['heading', 'What we ask', 'What we ask\nTwo questions.\nAnd a date.']] });
});

test('a letter loses no word: those before, in and after a text box, in a table, in notes, remarks and above the page', async () => {
  const letter = aMessyDocument({ before: 'We agreed ', box: 'Forty minutes', after: 'on planning time.', rows: [['School', 'Hours'], ['Maple', '4']], footnote: 'See article 12.', endnote: 'Signed in May.', comment: 'Is this final?', header: 'Draft for the board' });
  expect((await examined('letter.docx', letter)).parts).toEqual([
    ['heading', 'Beginning', 'We agreed on planning time.\nForty minutes\nSchool Hours\nMaple 4'],
    ['heading', 'Footnotes', 'See article 12.'],
    ['heading', 'Endnotes', 'Signed in May.'],
    ['heading', 'Comments', 'Is this final?'],
    ['heading', 'Headers and footers', 'Draft for the board'],
  ]);
});

test('what a speaker has noted and others have remarked is read with its slide or sheet', async () => {
  const deck = aMessyDeck({ line: 'Forty minutes', rows: [['School', 'Hours'], ['Maple', '4']], notes: 'Tell of the first year', comment: 'Too long?', diagram: 'Ask, agree, try' });
  expect((await examined('deck.pptx', deck)).parts).toEqual([['slide', 'Slide 1', 'Forty minutes\nSchool Hours\nMaple 4\nAsk, agree, try\nTell of the first year\nToo long?']]);
  const book = aMessyWorkbook({ name: 'Lanes', rows: [['step', 'pay']], comment: 'Ask finance', box: 'As of May', header: 'Maple district' });
  expect((await examined('pay.xlsx', book)).parts).toEqual([['sheet', 'Lanes', 'Lanes\nstep pay\nMaple district Page\nAs of May\nAsk finance']]);
});

const NUMBER = 'Her number is 219-09-9999.';
const ROSTER = [['Student name', 'Grade', 'GPA'], ['A. Pupil', '4', '3.1'], ['B. Pupil', '4', '3.2'], ['C. Pupil', '4', '3.3']];

test.each<[string, string, Buffer, string, string]>([
  ['a text box', 'letter.docx', aMessyDocument({ box: NUMBER }), 'ssn', 'Beginning'],
  ['a sentence with a text box in it', 'letter.docx', aMessyDocument({ before: NUMBER, box: 'A box' }), 'ssn', 'Beginning'],
  ['a footnote', 'letter.docx', aMessyDocument({ footnote: NUMBER }), 'ssn', 'Footnotes'],
  ['an endnote', 'letter.docx', aMessyDocument({ endnote: NUMBER }), 'ssn', 'Endnotes'],
  ['a comment', 'letter.docx', aMessyDocument({ comment: NUMBER }), 'ssn', 'Comments'],
  ['a header', 'letter.docx', aMessyDocument({ header: NUMBER }), 'ssn', 'Headers and footers'],
  ['what was struck out', 'letter.docx', aMessyDocument({ before: 'Dear all', struck: NUMBER }), 'ssn', 'Deleted words'],
  ['a table of a letter', 'letter.docx', aMessyDocument({ rows: ROSTER }), 'roster', 'Beginning'],
  ['a table on a slide', 'deck.pptx', aMessyDeck({ line: 'Fall', rows: ROSTER, notes: '', comment: '', diagram: '' }), 'roster', 'Slide 1'],
  ['the notes of a slide', 'deck.pptx', aMessyDeck({ line: 'Fall', rows: [], notes: NUMBER, comment: '', diagram: '' }), 'ssn', 'Slide 1'],
  ['a remark on a slide', 'deck.pptx', aMessyDeck({ line: 'Fall', rows: [], notes: '', comment: NUMBER, diagram: '' }), 'ssn', 'Slide 1'],
  ['a workbook', 'book.xlsx', aMessyWorkbook({ name: 'Fall', rows: ROSTER, comment: '', box: '', header: '' }), 'roster', 'Fall'],
  ['a remark on a sheet', 'book.xlsx', aMessyWorkbook({ name: 'Fall', rows: [['a']], comment: NUMBER, box: '', header: '' }), 'ssn', 'Fall'],
])('data of pupils is seen in %s', async (_where, name, bytes, code, where) => {
  expect((await examined(name, bytes)).findings).toEqual([{ code, count: expect.any(Number), where: [where] }]);
});

test('the same files without such data are found clean, and what was struck out is not found by the search', async () => {
  const letter = await examined('letter.docx', aMessyDocument({ before: 'Dear ', box: 'all', rows: [['School', 'Grade', 'Minutes'], ['Maple', '4', '40'], ['Oak', '5', '40'], ['Fir', '6', '40']], footnote: 'Phone 219-555-0199', comment: 'Fine', struck: 'Not this', inserted: 'But this' }));
  expect([letter.reading, letter.findings, JSON.stringify(letter.parts).includes('Not this'), JSON.stringify(letter.parts).includes('But this')]).toEqual(['read', [], false, true]);
});

test('tables, notes and captions are read as they are', async () => {
  expect((await examined('hours.csv', aCsv([['month', 'hours'], ['May', 12]]))).parts).toEqual([['text', 'Table', 'month,hours\nMay,12']]);
  expect((await examined('note.txt', Buffer.from('\uFEFFAño nuevo'))).parts).toEqual([['text', 'Text', 'Año nuevo']]);
  expect((await examined('visit.vtt', captions('Good morning.', 'Sit down.'))).parts).toEqual([['text', 'Captions', 'Good morning.\nSit down.']]);
});

test('a scanned PDF says that it has no text, and a file that cannot be read says that', async () => {
  expect(await examined('scan.pdf', await pages(['', '']))).toMatchObject({ reading: 'no_text', parts: [], advice: expect.arrayContaining(['scanned']) });
  expect((await examined('bare.docx', anOfficeFile('docx'))).reading).toBe('no_text');
  expect((await examined('cut.pdf', aPdf('Cut', ['short']).subarray(0, 60))).reading).toBe('unreadable');
  expect((await examined('film.mp4', aVideo())).reading).toBe('not_read');
});

test('a scan behind a cover with words is told page by page, and a blank page now and then is not', async () => {
  const cover = 'The agreement of 2026 between the district and its teachers. '.repeat(4);
  const mixed = await examined('scan.pdf', await pages([cover, ...Array.from({ length: 39 }, () => '')], true));
  expect([mixed.reading, mixed.advice, mixed.parts.length]).toEqual(['read', ['partly-scanned:39:40'], 1]);
  const blank = await examined('minutes.pdf', await pages([...Array.from({ length: 20 }, (_, at) => `Words of page ${at}`), ''], true));
  expect([blank.reading, blank.advice]).toEqual(['read', []]);
});

/** A page with a field that was filled in, a button, and a note that somebody stuck on it. */
async function form({ value, note }: { value: string; note: string }): Promise<Buffer> {
  const doc = new PDFDocument({ autoFirstPage: false });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  doc.addPage();
  doc.font('Helvetica').text('Name of the school');
  doc.initForm();
  doc.formText('school', 72, 100, 200, 20, { value });
  doc.formCheckbox('agreed', 72, 140, 20, 20, {});
  if (note) doc.note(300, 100, 20, 20, note);
  doc.end();
  await once(doc, 'end');
  return Buffer.concat(chunks);
}

test('what was filled into a form and remarked on a page is read, and looked through', async () => {
  const filled = await examined('form.pdf', await form({ value: 'Maple High', note: 'Ask again in May' }));
  expect([filled.parts, filled.findings]).toEqual([[['page', 'Page 1', 'Name of the school\nMaple High\nAsk again in May']], []]);
  expect((await examined('form.pdf', await form({ value: 'DOB: 2/3/2014', note: NUMBER }))).findings).toEqual([
    { code: 'ssn', count: 1, where: ['Page 1'] },
    { code: 'birth-date', count: 1, where: ['Page 1'] },
  ]);
});

test('what makes a file hard to use for some is told: tags, title, language, headings', async () => {
  expect((await examined('plain.pdf', await pages(['Careless words, and many of them.']))).advice).toEqual(['pdf-untagged', 'no-title', 'no-language']);
  expect((await examined('plain.pptx', aDeck({ slides: [['Words']] }))).advice).toEqual(['no-title', 'no-language']);
  expect((await examined('long.docx', aDocument({ sections: [{ lines: Array.from({ length: 60 }, () => 'A sentence that goes on for a while, and says a little more than the last.') }] }))).advice).toEqual(['no-title', 'no-language', 'no-headings']);
  expect((await examined('moa.docx', aDocument({ title: 'MOU', language: 'en-US', sections: [{ heading: 'Memorandum of understanding', lines: ['This agreement is between the district and the association.'] }] }))).advice).toEqual(['contract']);
});

test('a picture has a preview and no words', async () => {
  const file = await examined('team.png', aPng());
  expect(file).toMatchObject({ reading: 'not_read', parts: [] });
  expect(await house.get(Previews).find(file.id)).toMatchObject({ width: 2, height: 2 });
});

test('whoever looks twice finds the same once', async () => {
  const { id } = await examined('minutes.pdf', await pages(['Once.']));
  await house.db.query(`update file set reading_since = null where id = $1`, [id]);
  await house.get(Examiner).examine(id);
  await house.get(Examiner).examineWaiting();
  expect((await house.get(FileTexts).partsOf([id])).get(id)).toHaveLength(1);
});

test('a file that takes its reader down is not opened for ever, and the house goes on', async () => {
  const { id } = await house.get(Files).receive(ana.accountId ?? '', 'minutes.pdf', Readable.from([await pages(['Words.'])]));
  await house.db.query(`update file set reading_tries = 3, reading_since = now() - interval '5 minutes' where id = $1`, [id]);
  await house.settle();
  expect((await house.get(Files).find(id))?.reading).toBe('unreadable');
});

test('an order that was lost is made good', async () => {
  const { id } = await house.get(Files).receive(ana.accountId ?? '', 'minutes.pdf', Readable.from([await pages(['Words.'])]));
  await house.db.query(`update file set created_at = now() - interval '1 minute' where id = $1`, [id]);
  await house.get(Examiner).examineWaiting();
  expect((await house.get(Files).find(id))?.reading).toBe('read');
});

describe('with a scanner', () => {
  const clamd = new FakeClamd();
  let guarded: TestHouse;
  beforeAll(async () => {
    await clamd.start();
    guarded = await openHouse({ CLAMAV_URL: clamd.url });
  });
  afterAll(async () => {
    await guarded.close();
    await clamd.stop();
  });
  test('what it calls harmless is read, and what it calls harmful is never opened', async () => {
    expect(await examined('note.txt', Buffer.from('Harmless'), guarded)).toMatchObject({ scan: 'clean', reading: 'read', parts: [['text', 'Text', 'Harmless']] });
    expect(await examined('note.txt', EICAR, guarded)).toMatchObject({ scan: 'infected', reading: 'not_read', parts: [] });
    expect(await examined('note.pdf', Buffer.concat([aPdf('A', ['B']), EICAR]), guarded)).toMatchObject({ scan: 'infected', parts: [] });
  });

  test.each(['stream: INSTREAM size limit exceeded. ERROR\0', 'stream: OK FOUND ERROR\0', 'stream: Heuristics.Limits.Exceeded.MaxFileSize FOUND\0', '', 'stream: OKAY\0'])('an answer of %j lets nothing through', async (answer) => {
    clamd.answer = answer;
    expect(await examined('note.txt', Buffer.from('Harmless'), guarded)).toMatchObject({ scan: null, reading: 'waiting', parts: [] });
    clamd.answer = null;
  });

  test('while it is away files wait, and are looked at when it is back', async () => {
    await clamd.stop();
    const waiting = await examined('note.txt', Buffer.from('Patience'), guarded);
    expect(waiting).toMatchObject({ scan: null, reading: 'waiting', parts: [] });
    await clamd.start();
    await guarded.db.query(`update file set reading = 'not_read', scan = 'clean' where id <> $1`, [waiting.id]);
    await guarded.db.query(`update file set created_at = now() - interval '1 minute', reading_since = null`);
    await guarded.get(Examiner).examineWaiting();
    expect(await guarded.get(Files).find(waiting.id)).toMatchObject({ scan: 'clean', reading: 'read' });
  });

  test('one that hangs is not waited for at every file, and each is looked at when it has come round', async () => {
    clamd.hangs = true;
    const waiting = [await examined('first.txt', Buffer.from('Patience'), guarded), await examined('second.txt', Buffer.from('More of it'), guarded)];
    const ids = waiting.map(({ id }) => id);
    expect(waiting.map(({ scan }) => scan)).toEqual([null, null]);
    await guarded.db.query(`update file set reading = 'not_read', scan = 'clean' where not (id = any($1::uuid[]))`, [ids]);
    await guarded.db.query(`update file set created_at = now() - interval '1 minute', reading_since = null`);
    const before = clamd.visits;
    await guarded.get(Examiner).examineWaiting();
    expect(clamd.visits - before).toBe(1);
    clamd.hangs = false;
    await guarded.get(Examiner).examineWaiting();
    for (const id of ids) expect(await guarded.get(Files).find(id)).toMatchObject({ scan: 'clean', reading: 'read' });
  });

  test('a file that came before there was a scanner waits for it too', async () => {
    const { id } = await guarded.get(Files).receive(ana.accountId ?? '', 'old.txt', Readable.from([Buffer.from('Old words')]));
    await guarded.db.query(`update file set reading = 'read', created_at = now() - interval '1 year' where id = $1`, [id]);
    await guarded.db.query(`insert into file_text (file_id, number, kind, label, text) values ($1, 1, 'text', 'Text', 'Old words')`, [id]);
    expect((await guarded.get(FileTexts).partsOf([id])).get(id)).toEqual([]);
    await guarded.get(Examiner).examineWaiting();
    expect((await guarded.get(FileTexts).partsOf([id])).get(id)).toHaveLength(1);
  });
});

test('a thing that was never there has no words', async () => {
  expect((await house.get(FileTexts).partsOf([newId()])).size).toBe(0);
});
