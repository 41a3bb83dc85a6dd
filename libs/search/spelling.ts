import { both } from './mending.js';
import { filtersOf, type SearchQuestion, type Statement } from './search.queries.js';

/** With fewer results than this another spelling is looked for: a slip of the pen that stands in one text finds just that text. */
export const FEW = 3;
/** It is offered when it finds so many times as much. */
const FAR_MORE = 5;
/** How alike it must be, in trigrams; more than for mending, since what was typed is a word that somebody uses. */
const NEAR = 0.5;

/**
 * Whether what was typed, which finds no more than `total`, is spelt much like something that finds far more under the same keys
 * and filters. Only a word that hardly anything readable has is exchanged, for one of readable titles or one of the field's own.
 * Null where nothing may be exchanged.
 */
export function spellingStatement(asked: Pick<SearchQuestion, 'text' | 'words' | 'meant' | 'keys' | 'kinds' | 'principle' | 'topic' | 'state' | 'form' | 'licence' | 'endorsed'>, total: number): Statement | null {
  if (total === 0 || total >= FEW || asked.words.length === 0 || /"|(^|\s)-\S/.test(asked.text)) return null;
  const parameters: unknown[] = [];
  const give = (value: unknown, type: string): string => `$${parameters.push(value)}::${type}`;
  const keys = give(asked.keys, 'text[]');
  const [words, meant] = [give(asked.words, 'text[]'), give(asked.meant, 'text[]')];
  const narrowed = [...(asked.kinds ? [`e.kind = any(${give(asked.kinds, 'text[]')})`] : []), ...filtersOf(asked, give).values()].map((sql) => ` and ${sql}`).join('');
  const least = give(total * FAR_MORE, 'int');
  // So many entries, and no more than it takes to know that they are enough.
  const upTo = (most: string | number, where: string): string => `(select count(*) from (select from search_entry e where ${where} and e.audience = any(${keys}) limit ${most}) enough)`;
  const sql = `
    with near as materialized (
      select string_agg(coalesce(better.word, w.word), ' ' order by w.n) as text, bool_or(better.word is not null) as changed
      from unnest(${words}, ${meant}) with ordinality as w (word, meant, n)
      left join lateral (
        select b.word from (
          (select s.word, similarity(s.word, w.word) as likeness, count(*) as times from search_word s
          where s.word % w.word and similarity(s.word, w.word) >= ${NEAR} and s.audience = any(${keys})
            and plainto_tsquery('english', s.word) <> plainto_tsquery('english', w.word)
          group by s.word order by 2 desc, 3 desc, 1 limit 1)
          union all select w.meant, similarity(w.meant, w.word), 0 where w.meant is not null
        ) b
        where length(w.word) > 3 and ${upTo(FEW, `e.tsv @@ plainto_tsquery('english', w.word)`)} < ${FEW}
        order by b.likeness desc, b.times desc, b.word limit 1
      ) better on true
    )
    select n.text from near n where n.changed and ${upTo(least, `e.tsv @@ (${both('n.text')})${narrowed}`)} >= ${least}`;
  return { sql, parameters };
}
