import type { Expansion } from './expansion.js';
import type { Give } from './search.queries.js';

/** How alike two spellings must be, in trigrams: `evalution` is 0.61 of `evaluation`, `mapel` 0.33 of `maple`. */
export const ALIKE = 0.3;

/** What was typed, as the ways to look for it need it. */
export interface Typed {
  /** The words themselves, as a placeholder. */
  text: string;
  words: readonly string[];
  /** For each word the field's own that may have been meant. */
  meant: readonly (string | null)[];
  /** Whether all words are words, so that some may be left out when there is nothing that has all. */
  mayLoosen: boolean;
  names: Expansion;
  /** The same for the words that may have been meant; null where that is what was typed. */
  meantNames: Expansion | null;
}

/** A text as it was typed, with and without its endings. */
export const both = (text: string): string => `websearch_to_tsquery('english', ${text}) || websearch_to_tsquery('simple', ${text})`;

/**
 * What was typed, or the same by other names; else with its unknown words mended by the titles the reader may see and by
 * the field's own words; else any of its words. The first that finds something.
 */
export function tries(typed: Typed, findable: string, findableWord: string, give: Give): string {
  const alike = typed.words.length > 0 ? mending(give(typed.words, 'text[]'), give(typed.meant, 'text[]'), findable, findableWord) : `select null::text as text, false as changed`;
  const names = { ...namesOf(typed.names, give), phrase: asQuery(typed.names.phrase, give) };
  const meant = typed.meantNames ? namesOf(typed.meantNames, give) : names;
  const loosened = `
      union all
      select 3, replace(websearch_to_tsquery('english', case when m.changed then m.text else ${typed.text} end)::text, ' & ', ' | ')::tsquery, ${meant.names}, replace((${meant.wide})::text, ' & ', ' | ')::tsquery, null::tsquery, case when m.changed then m.text end, true
      from mended m, plain where not plain.found`;
  return `
  asked as materialized (
    select a.*, case when a.wide is null then a.typed else a.typed || a.wide end as q
    from (select ${both(typed.text)} as typed, ${names.names} as names, ${names.wide} as wide, ${names.phrase} as phrase) a
  ), plain as materialized (
    select exists (select from search_entry e, asked where e.tsv @@ asked.q and ${findable}) as found
  ), mended as materialized (${alike}), chosen as materialized (
    select asked.q, asked.typed, asked.names, asked.wide, asked.phrase, ${names.capitals} as capitals, ${names.onlyAcronym} as only_acronym, null as did_you_mean, false as loosened from asked, plain where plain.found
    union all
    (select t.q, t.typed, t.names, t.wide, t.phrase, ${meant.capitals}, false, t.did_you_mean, t.loosened from (
      select t.*, case when t.wide is null then t.typed else t.typed || t.wide end as q from (
        select 2 as n, ${both('m.text')} as typed, ${meant.names} as names, ${meant.wide} as wide, phraseto_tsquery('english', m.text) as phrase, m.text as did_you_mean, false as loosened from mended m where m.changed${typed.mayLoosen ? loosened : ''}
      ) t
    ) t
    where not (select found from plain) and exists (select from search_entry e where e.tsv @@ t.q and ${findable})
    order by t.n limit 1)
  )`;
}

/** What was typed or the same by other names, and nothing else. */
export function asTyped(text: string, expansion: Expansion, give: Give): string {
  const names = { ...namesOf(expansion, give), phrase: asQuery(expansion.phrase, give) };
  return `chosen as materialized (
    select case when a.wide is null then a.typed else a.typed || a.wide end as q, a.*, ${names.capitals} as capitals, ${names.onlyAcronym} as only_acronym, null::text as did_you_mean, false as loosened
    from (select ${both(text)} as typed, ${names.names} as names, ${names.wide} as wide, ${names.phrase} as phrase) a)`;
}

const asQuery = (text: string | null, give: Give): string => (text === null ? 'null::tsquery' : `to_tsquery('english', ${give(text, 'text')})`);

function namesOf({ names, wide, capitals, onlyAcronym }: Expansion, give: Give): Record<'names' | 'wide' | 'capitals' | 'onlyAcronym', string> {
  return { names: asQuery(names, give), wide: asQuery(wide, give), capitals: capitals === null ? `null::text` : give(capitals, 'text'), onlyAcronym: onlyAcronym ? 'true' : 'false' };
}

const mending = (words: string, meant: string, findable: string, findableWord: string): string => `
    select string_agg(coalesce(better.word, w.word), ' ' order by w.n) as text, coalesce(bool_or(better.word is not null), false) as changed
    from unnest(${words}, ${meant}) with ordinality as w (word, meant, n)
    left join lateral (
      select b.word from (
        (select s.word, similarity(s.word, w.word) as likeness, count(*) as times from search_word s
        where s.word % w.word and similarity(s.word, w.word) >= ${ALIKE} and ${findableWord}
        group by s.word order by 2 desc, 3 desc, 1 limit 1)
        union all select w.meant, similarity(w.meant, w.word), 0 where w.meant is not null
      ) b
      where not (select found from plain) and length(w.word) > 3
        and not exists (select from search_entry e where e.tsv @@ plainto_tsquery('english', w.word) and ${findable})
      order by b.likeness desc, b.times desc, b.word limit 1
    ) better on true
    where not (select found from plain)`;
