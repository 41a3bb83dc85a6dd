import { open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import { endingOf } from './file-name.js';

export const MAX_FILE_BYTES = 25 * 1024 * 1024;
export const MAX_VIDEO_BYTES = 500 * 1024 * 1024;

/** The endings Accord takes, and the media type each is served as. */
const MIMES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  csv: 'text/csv; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  mp4: 'video/mp4',
  vtt: 'text/vtt; charset=utf-8',
} as const;

export type FileEnding = keyof typeof MIMES;
export const FILE_ENDINGS = Object.keys(MIMES) as FileEnding[];
export const PICTURES: readonly string[] = ['png', 'jpg', 'webp'];
export const OFFICE: readonly string[] = ['docx', 'pptx', 'xlsx'];
/** The kinds whose words can be read. */
export const READABLE: readonly string[] = ['pdf', ...OFFICE, 'csv', 'txt', 'vtt'];
const PLAIN: readonly string[] = ['csv', 'txt', 'vtt'];

export interface FileKind {
  ending: FileEnding;
  mime: string;
}

/** The kind a name claims; null when Accord does not take it. */
export function kindNamed(name: string): FileKind | null {
  const typed = endingOf(name).toLowerCase();
  const ending = typed === 'jpeg' ? 'jpg' : typed;
  return Object.hasOwn(MIMES, ending) ? { ending: ending as FileEnding, mime: MIMES[ending as FileEnding] } : null;
}

export function maxBytesOf({ ending }: Pick<FileKind, 'ending'>): number {
  return ending === 'mp4' ? MAX_VIDEO_BYTES : MAX_FILE_BYTES;
}

/** Why a file of this kind is too large, in words. */
export function tooLargeWords({ ending }: Pick<FileKind, 'ending'>): string {
  return ending === 'mp4' ? 'The video is larger than 500 MB. Make it smaller, or post a link to it.' : 'The file is larger than 25 MB. Make it smaller, or post a link to it.';
}

/** Whether the bytes are what the name claims. Text has no signature: it must be readable as UTF-8 and must not be a page. */
export async function bytesAre(kind: FileKind, path: string): Promise<boolean> {
  const found = await fileTypeFromFile(path).catch(() => undefined);
  // Captions are plain text that begins with a word of their own, which makes them a type to the library.
  if (kind.ending === 'vtt') return found?.ext === 'vtt' && (await isPlainText(path));
  if (PLAIN.includes(kind.ending)) return found === undefined && (await isPlainText(path));
  return found?.ext === kind.ending;
}

const MARKUP = /^\s*<(!doctype|!--|\?xml|html|head|body|svg|script|iframe|style|meta|math|object|embed)/i;

async function isPlainText(path: string): Promise<boolean> {
  const file = await open(path);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let first = true;
  try {
    for await (const chunk of file.createReadStream({ highWaterMark: 256 * 1024 })) {
      const text = decoder.decode(chunk as Buffer, { stream: true });
      // oxlint-disable-next-line no-control-regex
      if (/[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/.test(text)) return false;
      if (first && MARKUP.test(text)) return false;
      first = false;
    }
    decoder.decode();
    return true;
  } catch {
    return false;
  } finally {
    await file.close().catch(() => undefined);
  }
}
