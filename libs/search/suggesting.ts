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
const LONGEST = 200;
const MOST_WORDS = 12;

const readable = (row: string): string => `${row}.audience = any($3::text[]) and ($4::text[] is null or ${row}.kind = any($4::text[]))`;

/** $5 the longest word: titles with a word spelt much like it, where none begins so. */
const FOUND = `
  alike as materialized (
    select s.kind, s.id, max(similarity(s.word, $5)) as likeness from search_word s
    where not exists (select from beginning) and s.word % $5 and similarity(s.word, $5) >= ${ALIKE} and ${readable('s')}
    group by s.kind, s.id order by likeness desc limit 50
  ), chosen as (
    select kind, id, n, 1::real as likeness from beginning union all select kind, id, 2, likeness from alike
  )
  select e.kind, e.id, e.title, e.path, e.organization_name as "organizationName", e.state
  from chosen c join search_entry e on e.kind = c.kind and e.id = c.id
  where e.audience = any($3::text[]) order by c.n, e.weight * c.likeness desc, length(e.title), e.title limit ${SHOWN}`;

/** $1 to $2 the words that begin so. */
const ONE_WORD = `
  with beginning as materialized (
    select w.kind, w.id, 0 as n from (
      select w.kind, w.id, w.weight, w.length from search_word w where w.word ~>=~ $1 and w.word ~<~ $2 and ${readable('w')} limit ${LOOKED_AT}
    ) w group by 1, 2 order by max(w.weight) desc, min(w.length) limit ${SHOWN}
  ), ${FOUND}`;

/** $1 to $2 the titles that begin so, $6 to $7 the longest word, $8 all beginnings. */
const SEVERAL_WORDS = `
  with starting as materialized (
    select e.kind, e.id from search_entry e where lower(e.title) ~>=~ $1 and lower(e.title) ~<~ $2 and ${readable('e')} order by lower(e.title) using ~<~ limit ${SHOWN}
  ), beginning as materialized (
    select kind, id, 0 as n from starting
    union all
    select w.kind, w.id, 1 from (
      select distinct w.kind, w.id from (
        select w.kind, w.id from search_word w where (select count(*) from starting) < ${SHOWN} and w.word ~>=~ $6 and w.word ~<~ $7 and ${readable('w')} limit ${LOOKED_THROUGH}
      ) w
      where not exists (select from starting s where s.kind = w.kind and s.id = w.id)
    ) w join search_entry e on e.kind = w.kind and e.id = w.id and e.title_tsv @@ to_tsquery('simple', $8)
  ), ${FOUND}`;

/** The statement for what has been typed so far, under a reader's keys; null when there is nothing to go by. Only titles that the reader may see are looked at. */
export function suggestStatement(typed: string, keys: readonly string[], kinds: readonly string[] | null): { sql: string; parameters: unknown[] } | null {
  const text = typed.normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, LONGEST).toLowerCase();
  const words = wordsIn(text).map((word) => word.replace(/['’].*$/, '')).slice(0, MOST_WORDS);
  const longest = [...words].sort((a, b) => b.length - a.length)[0] ?? '';
  if (longest.length < 2) return null;
  if (words.length === 1) return { sql: ONE_WORD, parameters: [longest, longest + LAST, keys, kinds, longest] };
  return { sql: SEVERAL_WORDS, parameters: [text, text + LAST, keys, kinds, longest, longest, longest + LAST, words.map((word) => `${word}:*`).join(' & ')] };
}
