import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import type { ActRow } from '../signatures.queries.js';
import { linesOf, momentUtc, standingOf } from './words.js';

const require = createRequire(import.meta.url);
const FONTS = {
  Sans: '@expo-google-fonts/public-sans/400Regular/PublicSans_400Regular.ttf',
  Strong: '@expo-google-fonts/public-sans/600SemiBold/PublicSans_600SemiBold.ttf',
  Serif: '@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
};
type Font = keyof typeof FONTS;

const INK = '#1b2326';
const QUIET = '#4d585c';
const ACCENT = '#1d5a4a';
const MARGIN = 64;

interface Style {
  font?: Font;
  size?: number;
  colour?: string;
  before?: number;
  after?: number;
}

/** The receipt of an act as a PDF that screen readers can follow: tagged, with its language, its title and its own fonts. */
export async function receiptPdf(act: ActRow, address: string): Promise<Buffer> {
  const page = new Sheet(act.title);
  page.put('H1', act.title, { font: 'Serif', size: 22, after: 4 });
  page.put('P', `Version ${act.version}. ${standingOf(act)}`, { colour: QUIET, after: 14 });
  for (const paragraph of act.text.split(/\n{2,}/)) page.put('P', paragraph, { after: 8 });
  page.put('H2', 'Signatures', { font: 'Serif', size: 15, before: 12, after: 6, colour: ACCENT });
  for (const seat of act.seats) {
    page.put('H3', seat.words, { font: 'Strong', before: 4, after: 1 });
    for (const line of linesOf(seat)) page.put('P', line, { size: 10, after: 1 });
  }
  page.put('H2', 'How to check this receipt', { font: 'Serif', size: 15, before: 14, after: 6, colour: ACCENT });
  page.put('P', 'The fingerprint below is the SHA-256 of the signed document: its title, version, text, and the seats that had to sign, as UTF-8 text. Whoever signed signed this fingerprint. Download the document and compute it yourself, for example with “sha256sum”; one changed letter gives another.', { size: 10, after: 4 });
  page.put('P', act.textHash, { size: 10, font: 'Strong', after: 4 });
  page.put('P', `The record itself, as it stands today: ${address}. This copy was made ${momentUtc(new Date())}.`, { size: 10, after: 4 });
  return page.finish();
}

/** A document that grows from top to bottom, every piece of it tagged. */
class Sheet {
  private readonly doc: PDFKit.PDFDocument;
  private readonly root: PDFKit.PDFStructureElement;
  private readonly chunks: Buffer[] = [];
  private replaced = false;

  constructor(title: string) {
    this.doc = new PDFDocument({
      size: 'LETTER', margin: MARGIN, pdfVersion: '1.7', subset: 'PDF/UA' as never, tagged: true, lang: 'en-US', displayTitle: true, bufferPages: true, font: fileOf('Sans'),
      info: { Title: title, Creator: 'Accord', Producer: 'Accord' },
    });
    for (const name of Object.keys(FONTS) as Font[]) this.doc.registerFont(name, fileOf(name));
    this.doc.on('data', (chunk: Buffer) => this.chunks.push(chunk));
    this.root = this.doc.struct('Document');
    this.doc.addStructure(this.root);
  }

  put(tag: 'H1' | 'H2' | 'H3' | 'P', text: string, { font = 'Sans', size = 11.5, colour = INK, before = 0, after = 0 }: Style): void {
    const { doc } = this;
    // A title does not stay alone at the foot of a page.
    if (tag !== 'P' && doc.y > doc.page.height - MARGIN - 60) doc.addPage();
    doc.font(font).fontSize(size).fillColor(colour);
    doc.y += before;
    const shown = this.drawable(text);
    this.root.add(doc.struct(tag, {}, () => void doc.text(shown, MARGIN, doc.y, { width: doc.page.width - 2 * MARGIN, lineGap: size * 0.25 })));
    doc.y += after;
  }

  /** A character that the typeface lacks would be an empty box without a meaning; it becomes a question mark, and the page says so. */
  private drawable(text: string): string {
    const { font } = (this.doc as unknown as { _font: { font: { hasGlyphForCodePoint: (code: number) => boolean } } })._font;
    return [...text]
      .map((sign) => {
        if (sign === '\n' || font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0)) return sign;
        this.replaced = true;
        return '?';
      })
      .join('');
  }

  async finish(): Promise<Buffer> {
    if (this.replaced) this.put('P', 'A question mark stands here for each character that this document’s typeface lacks; the text file has them all.', { size: 10 });
    this.root.end();
    this.numberPages();
    const done = new Promise<void>((resolve) => this.doc.once('end', resolve));
    this.doc.end();
    await done;
    return Buffer.concat(this.chunks);
  }

  private numberPages(): void {
    const { doc } = this;
    const { count } = doc.bufferedPageRange();
    for (let at = 0; at < count; at++) {
      doc.switchToPage(at);
      // The foot lies in the margin, where text would otherwise begin a new page.
      doc.page.margins.bottom = 0;
      doc.markContent('Artifact', { type: 'Pagination' } as never);
      doc.font('Sans').fontSize(9).fillColor(QUIET).text(`Page ${at + 1} of ${count}`, MARGIN, doc.page.height - 40, { lineBreak: false });
      doc.endMarkedContent();
    }
  }
}

function fileOf(font: Font): string {
  return require.resolve(FONTS[font]);
}
