import { asTyped } from './mending.js';
import { MATCHES } from './ranking.js';
import type { SavedFilter } from './saved-searches.service.js';
import { filtersOf, type Statement } from './search.queries.js';
import { askedFor } from './search-words.js';

interface Noting {
  search: string;
  filter: SavedFilter;
  keys: readonly string[];
}

/** Notes, in one statement and however many they are, what has changed since and was not noted before; answers how many. */
export const noteNew = (noting: Noting, since: Date, batch: string): Statement => noteMatches(noting, since, batch);

/** Notes what a search finds already, so that it is never told as new. Of more than anybody could look through, a part. */
export const noteKnown = (noting: Noting): Statement => noteMatches(noting, null, null);

/** What was typed and its other names, and never mended words or some of them: nobody waits for what they did not ask for. */
function noteMatches({ search, filter, keys }: Noting, since: Date | null, batch: string | null): Statement {
  const parameters: unknown[] = [];
  const give = (value: unknown, type: string): string => `$${parameters.push(value)}::${type}`;
  const { text, names } = askedFor(filter.text ?? '');
  const id = give(search, 'uuid');
  const narrowed = filtersOf({ ...filter, licence: filter.licence ?? null, endorsed: filter.endorsed ?? null }, give).values();
  const where = [
    `e.audience = any(${give(keys, 'text[]')})`,
    ...(text ? [`e.tsv @@ c.q`] : []),
    ...(filter.kinds ? [`e.kind = any(${give(filter.kinds, 'text[]')})`] : []),
    ...narrowed,
    ...(since ? [`e.changed_at > ${give(since, 'timestamptz')}`] : []),
    `not exists (select from saved_search_told t where t.saved_search_id = ${id} and t.kind = e.kind and t.id = e.id)`,
  ];
  const sql = `
    with ${text ? `${asTyped(give(text, 'text'), names, give)}, ` : ''}noted as (
      insert into saved_search_told (saved_search_id, kind, id, batch)
      select ${id}, e.kind, e.id, ${give(batch, 'uuid')} from search_entry e${text ? ', chosen c' : ''} where ${where.join(' and ')}${since ? '' : ` limit ${MATCHES}`}
      on conflict do nothing returning id
    ) select count(*)::int as noted from noted`;
  return { sql, parameters };
}
