import { createWriteStream } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { type Entry, openPromise, type ZipFile as Opened } from 'yauzl';
import { ZipFile } from 'yazl';

/** Where a file says who made it, and with which of its elements; of what somebody named themselves, all. */
const NAMED: Record<string, string> = {
  'docProps/core.xml': 'creator|lastModifiedBy|description',
  'docProps/app.xml': 'Company|Manager|HyperlinkBase|Template',
  'docProps/custom.xml': 'lpwstr|lpstr|bstr',
};
const LARGEST = 1024 * 1024;

/** Writes an Office file anew without the names of its makers; every other part keeps its bytes and its place. Answers whether there was anything to take out. */
export async function cleanOffice(from: string, to: string): Promise<boolean> {
  const zip = await openPromise(from, { autoClose: false, lazyEntries: true });
  try {
    const entries: Entry[] = [];
    for await (const entry of zip.eachEntry()) entries.push(entry);
    const nameless = await namelessParts(zip, entries);
    if (nameless.size === 0) return false;
    await write(zip, entries, nameless, to);
    return true;
  } finally {
    zip.close();
  }
}

async function namelessParts(zip: Opened, entries: readonly Entry[]): Promise<Map<string, Buffer>> {
  const found = new Map<string, Buffer>();
  for (const entry of entries) {
    const elements = NAMED[entry.fileName];
    if (!elements || entry.uncompressedSize > LARGEST) continue;
    const text = (await buffer(await zip.openReadStreamPromise(entry))).toString('utf8');
    const blank = text.replace(new RegExp(`<((?:\\w+:)?(?:${elements}))(\\s[^<>]*)?>(?:<!\\[CDATA\\[[\\s\\S]*?\\]\\]>|[^<])+</\\1>`, 'g'), '<$1$2></$1>');
    if (blank !== text) found.set(entry.fileName, Buffer.from(blank));
  }
  return found;
}

async function write(zip: Opened, entries: readonly Entry[], anew: ReadonlyMap<string, Buffer>, to: string): Promise<void> {
  const out = new ZipFile();
  out.on('error', (error) => (out.outputStream as unknown as { destroy(error: unknown): void }).destroy(error));
  for (const entry of entries) {
    if (entry.fileName.endsWith('/')) continue;
    const options = { mtime: entry.getLastModDate(), forceDosTimestamp: true, compress: entry.compressionMethod !== 0 };
    const part = anew.get(entry.fileName);
    if (part) out.addBuffer(part, entry.fileName, options);
    else out.addReadStreamLazy(entry.fileName, options, (give) => void zip.openReadStreamPromise(entry).then((stream) => give(null, stream), (error: unknown) => give(error, null as never)));
  }
  out.end();
  await pipeline(out.outputStream, createWriteStream(to, { flags: 'wx', mode: 0o600 }));
}
