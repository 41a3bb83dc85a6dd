import type { SearchDraft, SearchSource } from '@app/platform/search';
import { wordsIn } from './search-words.js';

const LONGEST_TITLE = 300;
// PostgreSQL refuses a tsvector of more than a megabyte; nobody looks for the thousandth page.
const LONGEST_BODY = 100_000;

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

/** One row of the index, from what a feature says of a thing. */
export function entryFrom(source: SearchSource, draft: SearchDraft) {
  const title = clean(draft.title, LONGEST_TITLE);
  return {
    id: draft.id,
    title,
    body: clean(draft.body, LONGEST_BODY),
    audience: draft.audience,
    path: draft.path,
    organizationId: draft.organizationId ?? null,
    state: draft.state ?? null,
    principles: draft.principles ?? [],
    topics: draft.topics ?? [],
    form: draft.form ?? null,
    weight: source.weight ?? 1,
    at: draft.at,
    words: [...new Set(wordsIn(title))].filter((word) => word.length > 2),
  };
}
