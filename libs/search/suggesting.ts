import { ALIKE } from './mending.js';
import { wordsIn } from './words-in.js';

/** How many titles are suggested. */
const SHOWN = 8;
/** Of how many that begin so the best are picked: a look-up that stays as small as it is, however many there are. */
const LOOKED_AT = 64;
/** The same where several words must be in one title. */
const LOOKED_THROUGH = 200;
/** Sorts behind everything that begins with what stands before it. */
const LAST = '\u{10FFFF}';
// oxlint-disable-next-line no-control-regex
const CONTROL = /[\p{Cc}\p{Cf}]/gu;
const LONGEST = 200;
const MOST_WORDS = 12;

const readable = (row: string): string => `${row}.audience = any($3::text[]) and ($4::text[] is null or ${row}.kind = any($4::text[]))`;
const ENTRY = `e.kind, e.id, e.title, e.path, e.organization_name as "organizationName", e.state, e.superseded_by as "supersededBy"`;
const found = (chosen: string, order: string): string => `
  select ${ENTRY} from (${chosen}) c join search_entry e on e.kind = c.kind and e.id = c.id where e.audience = any($3::text[]) order by ${order} limit ${SHOWN}`;

/** $1 to $2 the titles that begin so. */
const TITLES = `
  select ${ENTRY} from search_entry e where lower(e.title) ~>=~ $1 and lower(e.title) ~<~ $2 and ${readable('e')} order by lower(e.title) using ~<~ limit ${SHOWN}`;

/** $1 the kinds and $2 the ids of what has taken the place of others: which of them a reader, $3, may read. Asked only where there are some, so that the look-ups stay as cheap as they are. */
export const SUCCESSORS = `select s.id from unnest($1::text[], $2::uuid[]) as given (kind, id) join search_entry s on s.kind = given.kind and s.id = given.id where s.audience = any($3::text[])`;

/** $1 to $2 the words that begin so. */
const ONE_WORD = found(
  `select w.kind, w.id from (
    select w.kind, w.id, w.weight, w.length from search_word w where w.word ~>=~ $1 and w.word ~<~ $2 and ${readable('w')} limit ${LOOKED_AT}
  ) w group by 1, 2 order by max(w.weight) desc, min(w.length) limit ${SHOWN}`,
  'e.weight desc, length(e.title), e.title',
);

/** $1 to $2 the longest of several words, $5 the beginnings of all of them. */
const SEVERAL_WORDS = found(
  `select distinct w.kind, w.id from (
    select w.kind, w.id from search_word w where w.word ~>=~ $1 and w.word ~<~ $2 and ${readable('w')} limit ${LOOKED_THROUGH}
  ) w join search_entry t on t.kind = w.kind and t.id = w.id and t.title_tsv @@ to_tsquery('simple', $5)`,
  'e.weight desc, length(e.title), e.title',
);

/** $1 the longest word, $2 how alike another must be: titles with a word spelt much like it. */
const SPELT_LIKE = found(
  `select s.kind, s.id, max(similarity(s.word, $1)) as likeness from search_word s
    where s.word % $1 and similarity(s.word, $1) >= $2::real and ${readable('s')} group by s.kind, s.id order by 3 desc limit 50`,
  'e.weight * c.likeness desc, length(e.title), e.title',
);

/** A statement with its values. */
export interface Suggesting {
  sql: string;
  parameters: unknown[];
}

/**
 * What to ask for what has been typed so far, under a reader's keys, until something answers: titles or words that begin
 * so, then titles with all these beginnings, then words spelt much like it. Each is a look-up and no ranking, and the
 * first is nearly always enough. Only titles that the reader may see are looked at.
 */
export function suggestStatements(typed: string, keys: readonly string[], kinds: readonly string[] | null): Suggesting[] {
  const text = typed.normalize('NFC').replace(CONTROL, ' ').replace(/\s+/g, ' ').trim().slice(0, LONGEST).toLowerCase();
  const words = wordsIn(text).map((word) => word.replace(/['’].*$/, '')).slice(0, MOST_WORDS);
  const longest = [...words].sort((a, b) => b.length - a.length)[0] ?? '';
  if (longest.length < 2) return [];
  const last = { sql: SPELT_LIKE, parameters: [longest, ALIKE, keys, kinds] };
  if (words.length === 1) return [{ sql: ONE_WORD, parameters: [longest, longest + LAST, keys, kinds] }, last];
  return [
    { sql: TITLES, parameters: [text, text + LAST, keys, kinds] },
    { sql: SEVERAL_WORDS, parameters: [longest, longest + LAST, keys, kinds, words.map((word) => `${word}:*`).join(' & ')] },
    last,
  ];
}
