import { open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import { endingOf } from './file-name.js';

export const MAX_FILE_BYTES = 25 * 1024 * 1024;

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
} as const;

export type FileEnding = keyof typeof MIMES;
export const FILE_ENDINGS = Object.keys(MIMES) as FileEnding[];

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

/** Whether the bytes are what the name claims. Text has no signature: it must be readable as UTF-8 and must not be a page. */
export async function bytesAre(kind: FileKind, path: string): Promise<boolean> {
  const found = await fileTypeFromFile(path).catch(() => undefined);
  if (kind.ending === 'csv' || kind.ending === 'txt') return found === undefined && (await isPlainText(path));
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
