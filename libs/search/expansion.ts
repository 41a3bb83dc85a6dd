import { FIELD_WORDS, type FieldWord } from './field-words.js';
import { wordsIn } from './words-in.js';

/** What stands behind the words that were typed, as texts for `to_tsquery`; null where there is nothing of the kind. */
export interface Expansion {
  /** All words in the order in which they were typed, as one phrase. */
  phrase: string | null;
  /** The words, each or its other names; acronyms left out. */
  names: string | null;
  /** The same with acronyms among the other names. */
  wide: string | null;
  /** Whether a title writes one of these acronyms in capitals, as a regular expression. */
  capitals: string | null;
  /** Whether nothing but an acronym was typed. */
  onlyAcronym: boolean;
}

const NOTHING: Expansion = { phrase: null, names: null, wide: null, capitals: null, onlyAcronym: false };
const LONGEST_NAME = 6;
const MOST_WORDS = 12;

interface Name {
  words: readonly string[];
  acronym: string | null;
}

const isAcronym = (name: string): boolean => /^[A-Z][A-Z&]{1,6}$/.test(name);

/** One form for a word and its plural, so that a line need not name both. */
function stem(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

const key = (words: readonly string[]): string => words.map(stem).join(' ');

const GROUPS = FIELD_WORDS.map(({ names }: FieldWord): Name[] => names.map((name) => ({ words: wordsIn(name), acronym: isAcronym(name) ? name : null })));

/** Every name with all the names of the things it stands for. */
const BY_NAME: ReadonlyMap<string, readonly Name[]> = (() => {
  const found = new Map<string, Name[]>();
  for (const group of GROUPS) for (const { words } of group) found.set(key(words), [...(found.get(key(words)) ?? []), ...group.filter((other) => key(other.words) !== key(words))]);
  return found;
})();

/** Which of the letters a to z a word has, as bits. */
const lettersOf = (word: string): number => [...word].reduce((bits, letter) => bits | (1 << (letter.charCodeAt(0) - 97) % 32), 0);

function bitsIn(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count += 1;
  return count;
}

/** The words of all names with their letters: what a mistyped word may have meant, whatever else the reader may see. */
const VOCABULARY: readonly { word: string; letters: number }[] = [...new Set(GROUPS.flat().flatMap(({ words, acronym }) => (acronym ? [] : words)).filter((word) => word.length > 3))].map((word) => ({ word, letters: lettersOf(word) }));
const KNOWN = new Set(VOCABULARY.map(({ word }) => stem(word)));

/** What {@link Expansion} says of a text. Quotations, exclusions and alternatives mean what they say, and nothing is put beside them. */
export function expansionOf(text: string): Expansion {
  const quoted = /^"([^"]+)"?$/.exec(text)?.[1];
  if (quoted) return { ...NOTHING, phrase: phraseOf(wordsIn(quoted)) };
  if (/["]|(^|\s)-\S|(^|\s)or(\s|$)/i.test(text)) return NOTHING;
  const words = wordsIn(text).map(bare);
  if (words.length === 0 || words.length > MOST_WORDS) return NOTHING;
  const spans = spansOf(words);
  const known = spans.filter(({ others }) => others.length > 0);
  const acronyms = [...new Set(known.flatMap(({ words: typed, others }) => [...others.flatMap(({ acronym }) => acronym ?? []), ...(ACRONYMS.get(typed.join(' ')) ?? [])]))];
  const joined = (wide: boolean): string | null => (known.length === 0 ? null : spans.map((span) => alternatives(span, wide)).join(' & '));
  return {
    phrase: phraseOf(words),
    names: joined(false),
    wide: joined(true),
    capitals: acronyms.length > 0 ? `\\m(${acronyms.map((one) => one.replaceAll('&', '&')).join('|')})s?\\M` : null,
    onlyAcronym: spans.length === 1 && ACRONYMS.has(words.join(' ')),
  };
}

const ACRONYMS: ReadonlyMap<string, string[]> = new Map(GROUPS.flat().flatMap(({ words, acronym }) => (acronym ? [[words.join(' '), [acronym]] as const] : [])));

interface Span {
  words: readonly string[];
  others: readonly Name[];
}

/** The longest names first: "school board evaluation" is one thing, and not a board and an evaluation. */
function spansOf(words: readonly string[]): Span[] {
  const spans: Span[] = [];
  for (let at = 0; at < words.length; ) {
    let length = Math.min(LONGEST_NAME, words.length - at);
    while (length > 1 && !BY_NAME.has(key(words.slice(at, at + length)))) length -= 1;
    const span = words.slice(at, at + length);
    spans.push({ words: span, others: BY_NAME.get(key(span)) ?? [] });
    at += length;
  }
  return spans;
}

function alternatives({ words, others }: Span, wide: boolean): string {
  const names = [phraseOf(words), ...others.filter(({ acronym }) => wide || !acronym).map((name) => phraseOf(name.words))];
  return `(${[...new Set(names)].map((one) => `(${one})`).join(' | ')})`;
}

const bare = (word: string): string => word.replace(/['’].*$/, '');
const phraseOf = (words: readonly string[]): string => words.map(bare).join(' <-> ');

/** For each word the field's word that it is probably meant to be; null where it is one already or is like none. */
export function meantBy(words: readonly string[]): (string | null)[] {
  return words.map((word) => {
    if (word.length < 5 || word.length > 40 || KNOWN.has(stem(word))) return null;
    const [within, letters] = [word.length < 8 ? 1 : 2, lettersOf(word)];
    let best: { word: string; distance: number } | null = null;
    for (const other of VOCABULARY) {
      // One slip changes two letters at most; this leaves few to be compared.
      if (Math.abs(other.word.length - word.length) > within || bitsIn(letters ^ other.letters) > 2 * within) continue;
      const distance = distanceOf(word, other.word, within);
      if (distance <= within && (!best || distance < best.distance)) best = { word: other.word, distance };
    }
    return best?.word ?? null;
  });
}

// Three rows of the table are enough: the one that is written and the two before it. Nobody waits in between, so they are used again.
const ROWS = [new Uint8Array(64), new Uint8Array(64), new Uint8Array(64)] as const;

/** How many letters must be put in, taken out, changed or swapped with their neighbor; more than `within` is told as that and one more. */
function distanceOf(a: string, b: string, within: number): number {
  if (b.length > 60) return within + 1;
  let [before, above, row]: [Uint8Array, Uint8Array, Uint8Array] = [...ROWS];
  for (let j = 0; j <= b.length; j++) above[j] = j;
  for (let i = 1; i <= a.length; i++) {
    row[0] = i;
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let cell = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1)) cell = Math.min(cell, (before[j - 2] ?? 0) + 1);
      row[j] = cell;
      if (cell < least) least = cell;
    }
    // A row that lies too far off leads nowhere; a swap may still reach over one row.
    if (least > within + 1) return within + 1;
    [before, above, row] = [above, row, before];
  }
  return above[b.length] ?? 0;
}
