import type { Readable } from 'node:stream';
import { type Entry, openPromise, type ZipFile } from 'yauzl';

/** How much an Office file, which is an archive, may hold. */
export const ZIP_LIMITS = { entries: 1000, unpacked: 200 * 1024 * 1024, ratio: 100 };
/** So little is no bomb, however well it is packed. */
const SMALL = 1024 * 1024;
const LONGEST_NAME = 500;
const LINK = 0o120000;
const KIND = 0o170000;

const WORDS = {
  broken: 'This file is damaged: its parts cannot be unpacked. Save it again in the program that made it.',
  many: `This file holds more than ${ZIP_LIMITS.entries.toLocaleString('en-US')} parts. Save it again in the program that made it.`,
  large: 'Unpacked, this file takes more than 200 MB. Make it smaller, or post a link to it.',
  packed: 'This file is packed more than a hundredfold, as no real document is. Save it again in the program that made it.',
  names: 'The parts of this file have names that lead out of it. Save it again in the program that made it.',
  locked: 'This file is locked with a password, so nobody could read it here. Save it without one.',
  macros: 'This file carries macros, which can do harm. Save it without them.',
};

/** What is wrong with an archive's parts, in words; null when nothing is. Its memory does not grow with what is in the archive. */
export async function zipProblem(path: string): Promise<string | null> {
  let zip: ZipFile;
  try {
    zip = await openPromise(path, { autoClose: false, lazyEntries: true });
  } catch {
    return WORDS.broken;
  }
  try {
    return await lookThrough(zip);
  } catch (error) {
    // The library refuses names that lead elsewhere by words of its own.
    return /absolute path|relative path|invalid characters/.test(String(error)) ? WORDS.names : WORDS.broken;
  } finally {
    zip.close();
  }
}

async function lookThrough(zip: ZipFile): Promise<string | null> {
  if (zip.entryCount > ZIP_LIMITS.entries) return WORDS.many;
  const entries: Entry[] = [];
  let [declared, packed] = [0, 0];
  for await (const entry of zip.eachEntry()) {
    entries.push(entry);
    const problem = problemOf(entry);
    if (problem) return problem;
    declared += entry.uncompressedSize;
    packed += entry.compressedSize;
    if (entries.length > ZIP_LIMITS.entries) return WORDS.many;
    if (declared > ZIP_LIMITS.unpacked) return WORDS.large;
  }
  if (declared > SMALL && declared > packed * ZIP_LIMITS.ratio) return WORDS.packed;
  // What the list of contents says may be a lie: unpacked once, an entry that is larger than it says is an error.
  for (const entry of entries) await pour(await zip.openReadStreamPromise(entry));
  return null;
}

function problemOf(entry: Entry): string | null {
  const name = entry.fileName;
  if (name.length > LONGEST_NAME || /(^|[/\\])\.\.([/\\]|$)|^[/\\]|^[A-Za-z]:|\0/.test(name)) return WORDS.names;
  if (((entry.externalFileAttributes >>> 16) & KIND) === LINK) return WORDS.names;
  if (entry.isEncrypted()) return WORDS.locked;
  if (/(^|\/)vba(Project|Data)\.(bin|xml)$/i.test(name)) return WORDS.macros;
  return null;
}

async function pour(stream: Readable): Promise<void> {
  for await (const chunk of stream) void chunk;
}
