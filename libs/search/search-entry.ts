import { KEPT_OF_PARTS, type SearchDraft, type SearchPart, type SearchSource } from '@app/platform/search';
import { wordsIn } from './words-in.js';

const LONGEST_TITLE = 300;
// PostgreSQL refuses a tsvector of more than a megabyte.
const LONGEST_BODY = 100_000;
/** Of what follows the placed part each word that is new is kept once, as long as they take no more bytes than this. */
const FURTHER_BYTES = 250_000;
const LONGEST_WORD = 100;
const LONGEST_LABEL = 60;

/** Stand around the words that match while an excerpt travels from the database; no text may hold them. */
export const HIT_START = '\uE000';
export const HIT_END = '\uE001';

const clean = (text: string, longest: number): string =>
  text
    .replace(/[\p{Cc}\uE000\uE001]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longest)
    .replace(/[\uD800-\uDBFF]$/, '');

/** What is kept of a thing's parts: those that hold words, until there are too many of them. */
function partsFrom(draft: SearchDraft): (SearchPart & { number: number })[] {
  const kept: (SearchPart & { number: number })[] = [];
  let left = KEPT_OF_PARTS.characters;
  for (const part of draft.parts ?? []) {
    if (left <= 0 || kept.length >= KEPT_OF_PARTS.count) break;
    const text = clean(part.text, left);
    if (text === '') continue;
    left -= text.length;
    kept.push({ number: part.number ?? kept.length + 1, label: clean(part.label, LONGEST_LABEL), text, ...(part.path && { path: part.path }) });
  }
  return kept;
}

/** The words of long parts that are not among the first ones. */
function furtherWords(parts: readonly { text: string }[]): string {
  const text = parts.map((part) => part.text).join('\n');
  if (text.length <= KEPT_OF_PARTS.placed) return '';
  const placed = new Set(wordsIn(text.slice(0, KEPT_OF_PARTS.placed)));
  const kept: string[] = [];
  let left = FURTHER_BYTES;
  // It begins a little earlier, where a word may have been cut in two.
  for (const word of new Set(wordsIn(text.slice(KEPT_OF_PARTS.placed - LONGEST_WORD)))) {
    if (placed.has(word) || word.length > LONGEST_WORD) continue;
    left -= Buffer.byteLength(word);
    if (left < 0) break;
    kept.push(word);
  }
  return kept.join(' ');
}

/** One row of the index, from what a feature says of a thing. */
export function entryFrom(source: SearchSource, draft: SearchDraft) {
  const title = clean(draft.title, LONGEST_TITLE);
  const parts = partsFrom(draft);
  return {
    id: draft.id,
    title,
    body: clean(draft.body, LONGEST_BODY),
    parts,
    placed: KEPT_OF_PARTS.placed,
    further: furtherWords(parts),
    audience: draft.audience,
    path: draft.path,
    organizationId: draft.organizationId ?? null,
    state: draft.state ?? null,
    principles: draft.principles ?? [],
    topics: draft.topics ?? [],
    form: draft.form ?? null,
    licence: draft.licence ?? null,
    endorsed: draft.endorsed ?? [],
    supersededBy: draft.supersededBy ?? null,
    weight: source.weight ?? 1,
    at: draft.at,
    month: draft.month ?? null,
    words: [...new Set(wordsIn(title))].filter((word) => word.length > 2),
  };
}
