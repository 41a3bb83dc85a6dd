import { readFile, writeFile } from 'node:fs/promises';

/** What a document says of itself that is no name of a person: kept. */
const KEPT = ['Title', 'Subject', 'Keywords', 'CreationDate', 'ModDate', 'Trapped', 'Creator', 'Producer'];
/** Each is looked for in the whole file. */
const MOST = 20;
/** In the notes in XML that lie in many PDFs and in the pictures within: who made it, and where. */
const NAMED = '(?:dc:creator|dc:contributor|xmpRights:Owner|photoshop:(?:AuthorsPosition|Credit|City|State|Country)|Iptc4xmpCore:\\w+|exif:GPS\\w+|exif:Artist|tiff:Artist|pdfx:\\w+|pdf:Author)';

/**
 * Writes a PDF anew without the names of its makers. They are overwritten with blanks where they stand, so that every other
 * byte and every place keeps what it was. What is signed or locked is left alone: a signature is for each byte. Names that
 * lie packed among other things are left as well; whoever reads the file afterwards sees them. Answers whether there was
 * anything to take out.
 */
export async function cleanPdf(from: string, to: string): Promise<boolean> {
  const bytes = await readFile(from);
  const text = bytes.toString('latin1');
  if (/\/ByteRange\s*\[|\/Encrypt\s+\d+\s+\d+\s+R|\/Encrypt\s*<</.test(text)) return false;
  const blanks = [...inInfo(text), ...inNotes(text)].filter(({ at, end }) => /[^\s()<>]/.test(text.slice(at, end)));
  if (blanks.length === 0) return false;
  for (const { at, end, empty } of blanks) {
    bytes.fill(' ', at, end);
    bytes.write(empty, at, 'latin1');
  }
  await writeFile(to, bytes, { flag: 'wx', mode: 0o600 });
  return true;
}

/** A piece of the file, and what an empty one looks like there. */
interface Blank {
  at: number;
  end: number;
  empty: string;
}

/** The values of the dictionary that tells of the document, in each of the versions that the file holds. */
function inInfo(text: string): Blank[] {
  const found: Blank[] = [];
  const references = new Set([...text.matchAll(/\/Info\s+(\d{1,10}\s+\d{1,5})\s+R/g)].map(([, one]) => one ?? ''));
  for (const reference of [...references].slice(0, MOST)) {
    for (const start of objects(text, reference)) found.push(...values(text, start));
  }
  return found;
}

/** Where the bodies of an object begin; a file that was saved again holds several. */
function objects(text: string, reference: string): number[] {
  const [number, generation] = reference.split(/\s+/);
  return [...text.matchAll(new RegExp(`(?<![\\d])${number}\\s+${generation}\\s+obj\\b`, 'g'))].map((match) => match.index + match[0].length);
}

/** The strings in a dictionary whose keys are not kept, also where another object holds them. */
function values(text: string, start: number): Blank[] {
  const found: Blank[] = [];
  let at = text.indexOf('<<', start);
  if (at < 0 || text.slice(start, at).trim() !== '') return found;
  at += 2;
  let key = '';
  while (at < text.length && !text.startsWith('>>', at)) {
    const [name] = /^\/[^\s()<>[\]{}/%]*/.exec(text.slice(at, at + 200)) ?? [];
    const string = stringAt(text, at);
    const [whole, reference] = /^(\d{1,10}\s+\d{1,5})\s+R/.exec(text.slice(at, at + 40)) ?? [];
    const drop = key !== '' && !KEPT.includes(key);
    if (name) [key, at] = [name.slice(1), at + name.length];
    else if (string) {
      if (drop) found.push(string);
      at = string.end;
    } else if (whole) {
      if (drop && reference) found.push(...objects(text, reference).flatMap((body) => stringAt(text, body + (/^\s*/.exec(text.slice(body, body + 40))?.[0].length ?? 0)) ?? []));
      at += whole.length;
    } else if (text.startsWith('endobj', at)) break;
    else at += 1;
  }
  return found;
}

/** The string that begins here, in one of the two ways to write it; null where none does. */
function stringAt(text: string, at: number): Blank | null {
  if (text[at] === '<' && text[at + 1] !== '<') {
    const end = text.indexOf('>', at) + 1;
    return end > 0 ? { at, end, empty: '<>' } : null;
  }
  if (text[at] !== '(') return null;
  let depth = 0;
  for (let end = at; end < text.length; end++) {
    if (text[end] === '\\') end += 1;
    else if (text[end] === '(') depth += 1;
    else if (text[end] === ')') depth -= 1;
    if (depth === 0) return { at, end: end + 1, empty: '()' };
  }
  return null;
}

/** The same in the notes in XML, wherever they are not packed. */
function inNotes(text: string): Blank[] {
  const found: Blank[] = [];
  for (const notes of text.matchAll(/<x:xmpmeta\b[\s\S]*?<\/x:xmpmeta>/g)) {
    const put = (start: number, length: number): void => void found.push({ at: notes.index + start, end: notes.index + start + length, empty: '' });
    for (const one of notes[0].matchAll(new RegExp(`\\b${NAMED}\\s*=\\s*(["'])([^"'<]*)\\1`, 'g'))) put(one.index + one[0].length - 1 - (one[2]?.length ?? 0), one[2]?.length ?? 0);
    for (const one of notes[0].matchAll(new RegExp(`<(${NAMED})\\b[^>]*>([\\s\\S]*?)</\\1>`, 'g'))) {
      const inside = one.index + one[0].indexOf('>') + 1;
      for (const words of (one[2] ?? '').matchAll(/[^<>]+(?=<|$)/g)) put(inside + words.index, words[0].length);
    }
  }
  return found;
}
