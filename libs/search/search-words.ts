import { type Expansion, expansionOf, meantBy } from './expansion.js';
import { wordsIn } from './words-in.js';

const MOST_WORDS = 12;

/** A text as it was typed, and what may have been meant by it. */
export interface Asked {
  text: string;
  words: string[];
  meant: (string | null)[];
  names: Expansion;
  meantNames: Expansion | null;
}

/** What was asked for, with its words as they would be mended; those that are quoted or taken away stand as they are and are not among them. */
export function askedFor(given: string): Asked {
  // oxlint-disable-next-line no-control-regex
  const text = given.normalize('NFC').replace(/[\p{Cc}\p{Cf}]/gu, ' ').replace(/\s+/g, ' ').trim().slice(0, 200);
  const plain = text.replace(/"[^"]*"?/g, ' ').replace(/(^|\s)-\S+/g, ' ');
  const words = wordsIn(plain).slice(0, MOST_WORDS);
  const meant = meantBy(words);
  return { text, words, meant, names: expansionOf(text), meantNames: meant.some(Boolean) ? expansionOf(words.map((word, at) => meant[at] ?? word).join(' ')) : null };
}
