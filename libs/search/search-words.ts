const MOST_WORDS = 12;

/** The words of a text in lower case, as a reader would tell them apart. */
export function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu) ?? [];
}

/** What was asked for, with the words in it that can be mended; those that are quoted or taken away stand as they are. */
export function askedFor(given: string): { text: string; words: string[] } {
  // oxlint-disable-next-line no-control-regex
  const text = given.normalize('NFC').replace(/[\p{Cc}\p{Cf}]/gu, ' ').replace(/\s+/g, ' ').trim().slice(0, 200);
  const plain = text.replace(/"[^"]*"?/g, ' ').replace(/(^|\s)-\S+/g, ' ');
  return { text, words: wordsIn(plain).filter((word) => word.length > 3).slice(0, MOST_WORDS) };
}

/** What has been typed so far as a query by the beginnings of words; null when there is nothing to go by. */
export function beginningsOf(given: string): string | null {
  const words = wordsIn(given.normalize('NFC')).map((word) => word.replace(/['’].*$/, '')).slice(0, MOST_WORDS);
  return words.length > 0 ? words.map((word) => `${word}:*`).join(' & ') : null;
}
