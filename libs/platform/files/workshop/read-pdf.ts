import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/types/src/display/api.js';
import { shrink } from './picture.js';
import type { Raw } from './read.js';
import type { ReadDone, TextPart } from './tasks.js';

const PREVIEW_WIDTH = 1000;
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
  for (let number = 1; number <= Math.min(document.numPages, most); number++) {
    const page = await document.getPage(number);
    parts.push({ kind: 'page', label: `Page ${number}`, text: await wordsOf(page) });
    page.cleanup();
  }
  const { info, metadata } = await document.getMetadata();
  const about = info as { Title?: string; Language?: string };
  const marks = await document.getMarkInfo().catch(() => null);
  const facts = {
    title: about.Title?.trim() || (metadata?.get('dc:title') as string | null)?.trim() || null,
    language: about.Language?.trim() || null,
    tagged: marks?.Marked === true,
  };
  // A page that cannot be drawn can still have been read.
  const drawn = preview ? await draw(document, preview).catch(() => null) : null;
  return { parts, count: document.numPages, facts, preview: drawn };
}

async function wordsOf(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent();
  return items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('');
}

async function draw(document: PDFDocumentProxy, to: string): Promise<{ width: number; height: number }> {
  const { createCanvas } = await import('@napi-rs/canvas');
  const page = await document.getPage(1);
  const plain = page.getViewport({ scale: 1 });
  const scale = Math.min(PREVIEW_WIDTH / plain.width, Math.sqrt(PREVIEW_PIXELS / (plain.width * plain.height)));
  const viewport = page.getViewport({ scale });
  const canvas = createCanvas(Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height)));
  await page.render({ canvas: canvas as never, canvasContext: canvas.getContext('2d') as never, viewport }).promise;
  return shrink(canvas.toBuffer('image/png'), to);
}
