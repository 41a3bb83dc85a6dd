import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/types/src/display/api.js';
import { PREVIEW } from './picture.js';
import type { Raw } from './read.js';
import { LETTERS_A_PAGE, type ReadDone, type TextPart } from './tasks.js';

/** What the library knows of a field, or of something that was put on a page. */
interface Annotation {
  subtype: string;
  fieldType?: string;
  fieldValue?: string | string[] | null;
  contentsObj?: { str: string };
}

const PREVIEW_PIXELS = 4_000_000;

/** Reads a PDF page by page, and draws its first. */
export async function readPdf(path: string, preview: string | null, most: number): Promise<Raw & { preview: ReadDone['preview'] }> {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const task = getDocument({
    data: new Uint8Array(await readFile(path)),
    isEvalSupported: false,
    enableXfa: false,
    useSystemFonts: false,
    stopAtErrors: false,
    verbosity: VerbosityLevel.ERRORS,
    standardFontDataUrl: `${join(home, 'standard_fonts')}/`,
    cMapUrl: `${join(home, 'cmaps')}/`,
    wasmUrl: `${join(home, 'wasm')}/`,
    canvasMaxAreaInBytes: PREVIEW_PIXELS * 4,
    maxImageSize: 30_000_000,
  });
  let document: PDFDocumentProxy;
  try {
    document = await task.promise;
  } catch (error) {
    if ((error as Error).name === 'PasswordException') return { parts: [], count: 0, locked: true, facts: { title: null, language: null }, preview: null };
    throw error;
  }
  const parts: TextPart[] = [];
  let [silentPages, comments] = [0, false];
  for (let number = 1; number <= Math.min(document.numPages, most); number++) {
    const page = await document.getPage(number);
    const [printed, beside] = [await wordsOf(page), await besideIn(page)];
    if (printed.replace(/\s/g, '').length < LETTERS_A_PAGE) silentPages += 1;
    comments ||= beside.remarks.length > 0;
    parts.push({ kind: 'page', label: `Page ${number}`, text: [printed, ...beside.values, ...beside.remarks].join('\n') });
    page.cleanup();
  }
  const { info, metadata } = await document.getMetadata();
  const about = info as { Title?: string; Language?: string; Author?: string };
  const marks = await document.getMarkInfo().catch(() => null);
  const facts = {
    title: about.Title?.trim() || (metadata?.get('dc:title') as string | null)?.trim() || null,
    language: about.Language?.trim() || null,
    tagged: marks?.Marked === true,
    named: Boolean(about.Author?.trim() || [metadata?.get('dc:creator') ?? ''].flat().join('').trim()),
    silentPages,
    comments,
  };
  // A page that cannot be drawn can still have been read.
  const drawn = preview ? await draw(document, preview).catch(() => null) : null;
  return { parts, count: document.numPages, facts, preview: drawn };
}

async function wordsOf(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent();
  return items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('');
}

/** What was filled into the fields of a page, and what was remarked on it: neither is among its printed words. */
async function besideIn(page: PDFPageProxy): Promise<{ values: string[]; remarks: string[] }> {
  const found: { values: string[]; remarks: string[] } = { values: [], remarks: [] };
  // Those that no screen shows as well: others see them all the same.
  for (const one of (await page.getAnnotations({ intent: 'any' })) as Annotation[]) {
    // Of a button only its name would be known.
    if (one.fieldType && one.fieldType !== 'Btn') found.values.push([one.fieldValue ?? ''].flat().join(', '));
    else if (!one.fieldType && one.subtype !== 'Link') found.remarks.push(one.contentsObj?.str ?? '');
  }
  return { values: found.values.filter((text) => text.trim()), remarks: found.remarks.filter((text) => text.trim()) };
}

async function draw(document: PDFDocumentProxy, to: string): Promise<{ width: number; height: number }> {
  const { createCanvas } = await import('@napi-rs/canvas');
  const page = await document.getPage(1);
  const plain = page.getViewport({ scale: 1 });
  const scale = Math.min(PREVIEW.width / plain.width, PREVIEW.height / plain.height, Math.sqrt(PREVIEW_PIXELS / (plain.width * plain.height)));
  const viewport = page.getViewport({ scale });
  const canvas = createCanvas(Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height)));
  await page.render({ canvas: canvas as never, canvasContext: canvas.getContext('2d') as never, viewport }).promise;
  // By the canvas itself: another library for pictures would take as much memory again.
  await writeFile(to, await canvas.encode('webp', 76));
  return { width: canvas.width, height: canvas.height };
}
