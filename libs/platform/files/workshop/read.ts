import { readFile } from 'node:fs/promises';
import { cleanOffice } from './clean-office.js';
import { cleanPdf } from './clean-pdf.js';
import { readDocument } from './read-document.js';
import { readPdf } from './read-pdf.js';
import { readSheets } from './read-sheets.js';
import { readSlides } from './read-slides.js';
import { shrink } from './picture.js';
import { isContract, pupilFindings } from './sensitive.js';
import type { Facts, ReadDone, ReadTask, TextPart } from './tasks.js';

/** So much is read of one file; the rest is there for whoever fetches it, and not for the search. */
const MOST = { parts: 1000, letters: 1_500_000 };

/** What one kind of file gives. */
export interface Raw {
  parts: TextPart[];
  /** What is in the file and nobody sees at first sight: looked through, and not for the search. */
  unseen?: TextPart[];
  count: number;
  locked?: boolean;
  facts: Facts;
}

/** Reads one file whole. Throws when it cannot be read. */
export async function read({ path, ending, anew, preview }: ReadTask): Promise<ReadDone> {
  const cleaned = await clean(path, anew, ending);
  // What has been written anew counts only where it can be read as well as before.
  const fresh = cleaned ? await rawOf(anew, ending, preview).catch(() => null) : null;
  const raw = fresh ?? (await rawOf(path, ending, preview));
  const [found, unseen] = [withinBounds(raw.parts), withinBounds(raw.unseen ?? [])];
  const cut = raw.count > MOST.parts || raw.parts.length > MOST.parts || lettersOf(raw.parts) > MOST.letters;
  const parts = tidy(found);
  // Looked through before it is made tidy: what stands between two cells tells a table.
  return { parts, count: raw.count, cut, locked: raw.locked ?? false, cleaned: fresh !== null, facts: raw.facts, findings: pupilFindings([...found, ...unseen]), isContract: isContract(parts), preview: raw.preview };
}

/** Takes the names of its makers out of a file; what cannot be written anew stays as it is. */
async function clean(path: string, anew: string, ending: string): Promise<boolean> {
  try {
    if (ending === 'pdf') return await cleanPdf(path, anew);
    return ['docx', 'pptx', 'xlsx'].includes(ending) && (await cleanOffice(path, anew));
  } catch {
    return false;
  }
}

async function rawOf(path: string, ending: string, preview: string | null): Promise<Raw & { preview: ReadDone['preview'] }> {
  switch (ending) {
    case 'pdf':
      return readPdf(path, preview, MOST.parts);
    case 'docx':
      return { ...(await readDocument(path)), preview: null };
    case 'pptx':
      return { ...(await readSlides(path, MOST.parts)), preview: null };
    case 'xlsx':
      return { ...(await readSheets(path, MOST.parts)), preview: null };
    case 'csv':
    case 'txt':
    case 'vtt':
      return { ...plain(await readFile(path, 'utf8'), ending), preview: null };
    default:
      return { parts: [], count: 0, facts: { title: null, language: null }, preview: preview ? await shrink(path, preview) : null };
  }
}

const LABELS: Record<string, string> = { csv: 'Table', txt: 'Text', vtt: 'Captions' };

function plain(text: string, ending: string): Raw {
  const words = ending === 'vtt' ? text.split(/\r?\n/).filter((line) => !/-->|^WEBVTT|^NOTE|^\d+$/.test(line)).join('\n') : text;
  return { parts: [{ kind: 'text', label: LABELS[ending] ?? 'Text', text: words.replace(/^\uFEFF/, '') }], count: 1, facts: { title: null, language: null } };
}

const lettersOf = (parts: readonly TextPart[]): number => parts.reduce((sum, { text }) => sum + text.trim().length, 0);

function withinBounds(parts: TextPart[]): TextPart[] {
  let room = MOST.letters;
  return parts.slice(0, MOST.parts).flatMap(({ kind, label, text }) => {
    const some = wellFormed(text.trim().slice(0, room));
    room -= some.length;
    return some ? [{ kind, label: wellFormed(label.replace(/\s+/g, ' ').trim().slice(0, 200)) || 'Part', text: some }] : [];
  });
}

/** Without empty lines, and with one blank between two words. */
function tidy(parts: TextPart[]): TextPart[] {
  return parts.map((part) => ({ ...part, text: part.text.replace(/[^\S\n]+/g, ' ').replace(/\s*\n\s*/g, '\n').trim() })).filter(({ text }) => text !== '');
}

/** Without what PostgreSQL cannot keep: NUL, and half of a character that takes two. */
function wellFormed(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.replace(/[\u0000\p{Cs}]/gu, '');
}
