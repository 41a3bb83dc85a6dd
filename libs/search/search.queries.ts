import { needsPrinciples, scoreSql, type Traits, traitsJson, type View } from '@app/likeness';
import { HIT_END, HIT_START } from './search-entry.js';

/** How many of the best matches are ordered and counted; nobody pages further. */
const CANDIDATES = 2000;
/** How many matches are looked at to choose those; a word that nearly everything holds says little. */
const MATCHES = 20_000;
const FACETS = 60;
const MARKS = `StartSel=${HIT_START}, StopSel=${HIT_END}`;
/** How alike two spellings must be, in trigrams: `evalution` is 0.61 of `evaluation`, `mapel` 0.33 of `maple`. */
const ALIKE = 0.3;

/** From this likeness on, what a district has shared is lifted; a twin's by this much. What is merely near in kind stays where its words put it. */
const LIKE_OURS = 0.6;
const LIFT = 0.3;

export interface SearchQuestion {
  /** As the reader typed it; empty lists the newest. */
  text: string;
  /** The words of it, for mending. */
  words: readonly string[];
  keys: readonly string[];
  kinds: readonly string[] | null;
  principle: number | null;
  topic: string | null;
  state: string | null;
  form: string | null;
  organizationId: string | null;
  first: number;
  /** Score, moment and id of the last one seen. */
  after: readonly (string | number | null)[] | null;
  /** Whether to count what the other kinds have. */
  countKinds: boolean;
  /** Whether to count what narrowing would leave. */
  countFacets: boolean;
  /** Whose likes come first; null for whoever speaks for no district. */
  view: View | null;
  /** What else is read of each hit: a scalar subselect that answers JSON. */
  beside: Beside | null;
}

/** Gives a value to the statement; answers the placeholder that stands for it. */
export type Give = (value: unknown, type: string) => string;

/** Makes SQL for what a feature shows of a hit, from the SQL that names the hit's id. */
export type Beside = (id: string, give: Give) => string;

export interface FoundEntry {
  kind: string;
  id: string;
  form: string | null;
  path: string;
  organizationName: string | null;
  state: string | null;
  principles: number[];
  topics: string[];
  at: string;
  /** With the marks of {@link HIT_START} and {@link HIT_END} around what matches. */
  title: string;
  excerpt: string;
  /** Where it stands, for the cursor. */
  score: string;
  moment: string;
  /** Of the district that shared it, where it was lifted for being like the reader's. */
  traits: Traits | null;
  /** What was asked for beside it; null where the reader may not see it any more. */
  beside?: unknown;
}

export interface FacetCount {
  value: string;
  count: number;
}

export interface SearchAnswer {
  didYouMean: string | null;
  total: number;
  items: FoundEntry[];
  kinds: FacetCount[];
  principles: FacetCount[];
  topics: FacetCount[];
  states: FacetCount[];
  forms: FacetCount[];
}

/** A statement with its values. */
export interface Statement {
  sql: string;
  parameters: unknown[];
}

type FilterName = 'principle' | 'topic' | 'state' | 'form';

/**
 * The one statement of a page of results: items, total and facets, all under the reader's own keys. Only what is asked
 * for stands in it, so that there are few texts and each has the plan that fits it.
 */
export function searchStatement(asked: SearchQuestion): Statement {
  const parameters: unknown[] = [];
  const give = (value: unknown, type: string): string => `$${parameters.push(value)}::${type}`;
  const text = asked.text === '' ? null : give(asked.text, 'text');
  const readable = `e.audience = any(${give(asked.keys, 'text[]')})`;
  const kinds = asked.kinds ? give(asked.kinds, 'text[]') : null;
  const organization = asked.organizationId ? ` and e.organization_id = ${give(asked.organizationId, 'uuid')}` : '';
  const filters = filtersOf(asked, give);
  const others = (left: FilterName | null): string => [...filters].filter(([name]) => name !== left).map(([, sql]) => ` and ${sql}`).join('');
  const inKinds = kinds ? ` and e.kind = any(${kinds})` : '';
  const match = text ? `e.tsv @@ c.q and ${readable}` : readable;
  const within = `from search_entry e, chosen c where ${match}${organization}`;
  // Without words the newest come first, whoever they are from.
  const view = text ? asked.view : null;
  const pool = (where: string): string => {
    const matched = text ? ranked(`${within}${inKinds}${where}`, text, give(longest(asked.words), 'text')) : newest(`${within}${inKinds}${where}`);
    return `with matched as materialized (${matched}) ${view ? lifted(view, (value) => `$${parameters.push(value)}`) : 'select m.*, null::float8 as likeness from matched m'}`;
  };

  const ctes = [text ? tries(asked, text, readable, kinds, give) : `chosen as (select null::tsquery as q, null::text as did_you_mean)`, `picked as materialized (${pool(others(null))})`];
  // A facet counts what would be found if another of its values were chosen, so its own filter is left out.
  if (asked.countFacets && filters.size > 0) ctes.push(`pool as materialized (${pool('')})`);
  const facet = (name: FilterName, value: string, unnested = ''): string => {
    if (!asked.countFacets) return `'[]'::jsonb`;
    const from = filters.has(name) ? `from pool e${unnested} where true${others(name)}` : `from picked e${unnested} where true`;
    return counted(`select ${value} as value, count(*)::int as count ${from} and ${value} is not null group by 1 order by 2 desc, 1 limit ${FACETS}`);
  };
  const after = asked.after ? afterPlace(asked.after, give) : 'true';
  const sql = `
    with ${ctes.join(', ')},
    page as (select * from picked where ${after} order by score desc, at desc, id desc limit ${give(asked.first + 1, 'int')})
    select (select did_you_mean from chosen) as "didYouMean", (select count(*)::int from picked) as total,
      (${items(text !== null, view, asked.beside?.('p.id', give))}) as items,
      ${asked.countKinds ? kindsCounted(`${within}${others(null)}`, kinds === null) : `'[]'::jsonb`} as kinds,
      ${facet('principle', 'p.n::text', ', unnest(e.principles) as p (n)')} as principles,
      ${facet('topic', 't.slug', ', unnest(e.topics) as t (slug)')} as topics,
      ${facet('state', 'e.state')} as states,
      ${facet('form', 'e.form')} as forms`;
  return { sql, parameters };
}

function filtersOf(asked: SearchQuestion, give: Give): Map<FilterName, string> {
  const filters = new Map<FilterName, string>();
  if (asked.principle !== null) filters.set('principle', `e.principles @> array[${give(asked.principle, 'smallint')}]`);
  if (asked.topic !== null) filters.set('topic', `e.topics @> array[${give(asked.topic, 'text')}]`);
  if (asked.state !== null) filters.set('state', `e.state = ${give(asked.state, 'text')}`);
  if (asked.form !== null) filters.set('form', `e.form = ${give(asked.form, 'text')}`);
  return filters;
}

function afterPlace([score, moment, id]: readonly unknown[], give: Give): string {
  return `(score, extract(epoch from at), id) < (${give(score, 'numeric')}, ${give(moment, 'numeric')}, ${give(id, 'uuid')})`;
}

const POOLED = `e.kind, e.id, e.principles, e.topics, e.state, e.form, e.organization_id, e.at`;

/** Nothing was typed: everything is a match, content before the long lists, the newest first. */
const newest = (from: string): string => `select ${POOLED}, round(e.weight::numeric, 6) as score ${from} order by e.weight desc, e.at desc, e.id desc limit ${CANDIDATES}`;

/** The best matches. Ranking reads all words of a match, so of very many those with the word in their title and the newest are ranked and the others are not. */
const ranked = (from: string, text: string, word: string): string => `
  select ${POOLED}, round((ts_rank('{0.05, 0.2, 0.6, 1}', e.tsv, e.q, 1) * e.weight
    + case when lower(e.title) = lower(${text}) then 1 when starts_with(lower(e.title), lower(${text})) then 0.3 else 0 end)::numeric, 6) as score
  from (
    select * from (select e.*, c.q ${from} limit ${MATCHES}) e
    order by strpos(lower(e.title), ${word}) > 0 desc, e.weight desc, e.at desc, e.id desc limit ${CANDIDATES}) e
  order by score desc, e.at desc, e.id desc`;

const practisedBy = ({ practised }: View, organizationId: string): string => `array(select distinct done.principle from (${practised}) done where done.organization_id = ${organizationId} order by 1)`;

/**
 * The matches, those lifted that a district like the reader's has shared. Nothing is added that was not matched and
 * readable, and each district is measured once. Districts themselves stay where their names put them.
 */
function lifted(view: View, give: (value: unknown) => string): string {
  const others = { organization: 'o', principles: 'practising.principles' };
  const practising = needsPrinciples(view.plan) ? `cross join lateral (select ${practisedBy(view, 'o.id')} as principles) practising` : '';
  return `select m.kind, m.id, m.principles, m.topics, m.state, m.form, m.organization_id, m.at, l.likeness,
        round((m.score * case when l.likeness >= ${LIKE_OURS} then 1 + ${LIFT} * l.likeness else 1 end)::numeric, 6) as score
      from matched m left join (
        select o.id, ${scoreSql(view.plan, others, give)} as likeness
        from (select distinct organization_id from matched where kind <> 'district') shared join organization o on o.id = shared.organization_id ${practising}
        where o.kind = 'district' and o.id <> ${give(view.ours.id)}::uuid
      ) l on l.id = m.organization_id and m.kind <> 'district'`;
}

const longest = (words: readonly string[]): string => [...words].sort((a, b) => b.length - a.length)[0] ?? '';

const counted = (sql: string): string => `(select coalesce(jsonb_agg(f order by f.count desc, f.value), '[]') from (${sql}) f)`;

/** What every kind has: of those that were picked, unless one kind was asked for or there are more than were picked. */
function kindsCounted(from: string, picked: boolean): string {
  const anew = counted(`select e.kind as value, count(*)::int as count from (select e.kind ${from} limit ${MATCHES}) e group by 1`);
  return picked ? `case when (select count(*) from picked) < ${CANDIDATES} then ${counted(`select e.kind as value, count(*)::int as count from picked e group by 1`)} else ${anew} end` : anew;
}

const items = (hasText: boolean, view: View | null, beside: string | undefined): string => `
  select coalesce(jsonb_agg(jsonb_build_object('kind', e.kind, 'id', e.id, 'form', e.form, 'path', e.path, 'organizationName', e.organization_name, 'state', e.state,
      'principles', e.principles, 'topics', e.topics, 'at', e.at, 'score', p.score::text, 'moment', extract(epoch from e.at)::text,${beside ? ` 'beside', (${beside}),` : ''}
      'traits', ${view ? `case when p.likeness >= ${LIKE_OURS} then (select ${traitsJson('o', practisedBy(view, 'o.id'))} from organization o where o.id = e.organization_id) end` : 'null'},
      'title', ${hasText ? `ts_headline('english', e.title, c.q, 'HighlightAll=true, ${MARKS}')` : 'e.title'},
      'excerpt', ${hasText ? `ts_headline('english', e.body, c.q, 'MaxFragments=2, MaxWords=28, MinWords=14, FragmentDelimiter=" … ", ${MARKS}')` : `left(e.body, 220)`}
    ) order by p.score desc, p.at desc, p.id desc), '[]')
  from page p join search_entry e on e.kind = p.kind and e.id = p.id, chosen c`;

/** What was typed; else with its unknown words mended by the titles the reader may see; else any of its words. The first that finds something. */
function tries({ words, text: typed }: SearchQuestion, text: string, readable: string, kinds: string | null, give: Give): string {
  const inKinds = (row: string): string => (kinds ? ` and ${row}.kind = any(${kinds})` : '');
  const findable = `${readable}${inKinds('e')}`;
  // Loosening an exclusion or a quotation would find the opposite of what was asked.
  const mayLoosen = !/["-]/.test(typed);
  const alike = words.length > 0 ? mending(give(words, 'text[]'), findable, `${readable.replace('e.audience', 's.audience')}${inKinds('s')}`) : `select null::text as text, false as changed`;
  const loosened = `
      union all
      select 3, replace(websearch_to_tsquery('english', case when m.changed then m.text else ${text} end)::text, ' & ', ' | ')::tsquery, case when m.changed then m.text end
      from mended m, plain where not plain.found`;
  return `
  asked as materialized (
    select websearch_to_tsquery('english', ${text}) || websearch_to_tsquery('simple', ${text}) as q
  ), plain as materialized (
    select exists (select from search_entry e, asked where e.tsv @@ asked.q and ${findable}) as found
  ), mended as materialized (${alike}), chosen as materialized (
    select asked.q, null as did_you_mean from asked, plain where plain.found
    union all
    (select t.q, t.did_you_mean from (
      select 2 as n, websearch_to_tsquery('english', m.text) || websearch_to_tsquery('simple', m.text) as q, m.text as did_you_mean from mended m where m.changed${mayLoosen ? loosened : ''}
    ) t
    where not (select found from plain) and exists (select from search_entry e where e.tsv @@ t.q and ${findable})
    order by t.n limit 1)
  )`;
}

const mending = (words: string, findable: string, findableWord: string): string => `
    select string_agg(coalesce(better.word, w.word), ' ' order by w.n) as text, coalesce(bool_or(better.word is not null), false) as changed
    from unnest(${words}) with ordinality as w (word, n)
    left join lateral (
      select s.word from search_word s
      where not (select found from plain) and length(w.word) > 3
        and s.word % w.word and similarity(s.word, w.word) >= ${ALIKE} and ${findableWord}
        and not exists (select from search_entry e where e.tsv @@ plainto_tsquery('english', w.word) and ${findable})
      group by s.word order by similarity(s.word, w.word) desc, count(*) desc, s.word limit 1
    ) better on true
    where not (select found from plain)`;

/** Titles for what has been typed so far: those in which every word begins so, else those spelt much like it. */
export const SUGGEST_SQL = `
  with beginning as (
    select e.kind, e.id, e.title, e.path, e.organization_name, e.state, 1 as n, e.weight, length(e.title) as len from search_entry e
    where e.tsv @@ to_tsquery('simple', $1) and ts_filter(e.tsv, '{a}') @@ to_tsquery('simple', $1) and e.audience = any($3::text[]) and ($4::text[] is null or e.kind = any($4::text[]))
    order by e.weight desc, length(e.title), e.title limit 8
  ), alike as materialized (
    select s.kind, s.id, max(similarity(s.word, $2)) as likeness from search_word s
    where not exists (select from beginning) and s.word % $2 and similarity(s.word, $2) >= ${ALIKE} and s.audience = any($3::text[]) and ($4::text[] is null or s.kind = any($4::text[]))
    group by s.kind, s.id order by likeness desc limit 50
  ), spelt_like as (
    select e.kind, e.id, e.title, e.path, e.organization_name, e.state, 2 as n, e.weight * a.likeness as weight, length(e.title) as len
    from alike a join search_entry e on e.kind = a.kind and e.id = a.id where e.audience = any($3::text[])
    order by e.weight * a.likeness desc, length(e.title), e.title limit 8
  )
  select kind, id, title, path, organization_name as "organizationName", state from (select * from beginning union all select * from spelt_like) s
  order by n, weight desc, len, title limit 8`;
