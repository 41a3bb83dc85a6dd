import { createHash } from 'node:crypto';

/** What is signed: a title, which version of it, the text, and the seats that must sign. */
export interface ActDraft {
  title: string;
  version: number;
  text: string;
  /** In their order: "Superintendent, Maple Hollow Unified". */
  seats: readonly string[];
}

/**
 * The one form in which a text is signed: Unicode NFC, lines end with a line feed and without blanks, no empty lines around
 * it. Two texts that look alike on the page are the same text.
 */
export function canonicalText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+$/gm, '')
    .replace(/^\n+|\n+$/g, '');
}

/**
 * The document whose characters are hashed. It names the version and the seats, so that a signature counts for no other
 * version and no other circle of signers. It ends with a line feed, as files do.
 */
export function documentOf({ title, version, text, seats }: ActDraft): string {
  return `${canonicalText(title)}\nVersion ${version}\n\n${canonicalText(text)}\n\nTo be signed by\n${seats.map((seat) => `- ${canonicalText(seat)}\n`).join('')}`;
}

/** SHA-256 over the document's UTF-8, in hexadecimal: what `sha256sum` prints for the downloaded file. */
export function hashOf(document: string): string {
  return createHash('sha256').update(document, 'utf8').digest('hex');
}
