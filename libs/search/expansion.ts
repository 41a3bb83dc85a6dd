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

/** The words of all names: what a mistyped word may have meant, whatever else the reader may see. */
const VOCABULARY: readonly string[] = [...new Set(GROUPS.flat().flatMap(({ words, acronym }) => (acronym ? [] : words)).filter((word) => word.length > 3))];
const KNOWN = new Set(VOCABULARY.map(stem));

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
    if (word.length < 5 || KNOWN.has(stem(word))) return null;
    const within = word.length < 8 ? 1 : 2;
    let best: { word: string; distance: number } | null = null;
    for (const other of VOCABULARY) {
      if (Math.abs(other.length - word.length) > within) continue;
      const distance = distanceOf(word, other);
      if (distance <= within && (!best || distance < best.distance)) best = { word: other, distance };
    }
    return best?.word ?? null;
  });
}

/** How many letters must be put in, taken out, changed or swapped with their neighbor. */
function distanceOf(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, at) => at)];
  const cell = (row: number, column: number): number => rows[row]?.[column] ?? 0;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      let least = Math.min(cell(i - 1, j) + 1, (row[j - 1] ?? 0) + 1, cell(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, cell(i - 2, j - 2) + 1);
      row.push(least);
    }
    rows.push(row);
  }
  return cell(a.length, b.length);
}
