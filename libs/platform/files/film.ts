import { type FileHandle, open } from 'node:fs/promises';

/** Boxes that hold other boxes among which something may tell of the one who filmed, or of where. */
const LOOKED_INTO = ['moov', 'trak', 'udta'];
/** What a `udta` may hold that a player needs: kinds of tracks, chapters, hints, whose the rights are. */
const NEEDED = ['kind', 'tsel', 'chpl', 'hnti', 'hinf', 'cprt'];
/** Notes in XML. */
const XMP = 'be7acfcb97a942e89c71999491e3afac';
/** No film has more; whoever sends one that has is not looked through for ever. */
const MOST = 10_000;
const BLOCK = Buffer.alloc(64 * 1024);

/**
 * Takes out of a film, where it lies, what its camera and its program have put beside it: places, names, devices. Each such
 * box becomes a free one of the same length, so that everything else stays where it was. Answers whether there was one.
 */
export async function cleanFilm(path: string): Promise<boolean> {
  const file = await open(path, 'r+');
  try {
    const look = { left: MOST, cleaned: false };
    await walk(file, 0, (await file.stat()).size, '', look);
    return look.cleaned;
  } finally {
    await file.close();
  }
}

async function walk(file: FileHandle, start: number, end: number, inside: string, look: { left: number; cleaned: boolean }): Promise<void> {
  const head = Buffer.alloc(32);
  for (let at = start; at + 8 <= end && look.left > 0; look.left -= 1) {
    await file.read(head, 0, head.length, at);
    const [short, type] = [head.readUInt32BE(0), head.toString('latin1', 4, 8)];
    const header = short === 1 ? 16 : 8;
    const length = short === 0 ? end - at : short === 1 ? Number(head.readBigUInt64BE(8)) : short;
    if (length < header || at + length > end) return;
    if (tells(type, inside, head.toString('hex', header, header + 16))) {
      await free(file, at, header, length);
      look.cleaned = true;
    } else if (LOOKED_INTO.includes(type)) await walk(file, at + header, at + length, type, look);
    at += length;
  }
}

const tells = (type: string, inside: string, id: string): boolean => (inside === 'udta' && !NEEDED.includes(type) && type !== 'free') || (type === 'meta' && inside !== '') || (type === 'uuid' && id === XMP);

async function free(file: FileHandle, at: number, header: number, length: number): Promise<void> {
  await file.write('free', at + 4, 'latin1');
  for (let done = header; done < length; done += BLOCK.length) await file.write(BLOCK, 0, Math.min(BLOCK.length, length - done), at + done);
}
