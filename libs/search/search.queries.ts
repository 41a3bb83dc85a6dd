import { needsPrinciples, scoreSql, type Traits, traitsJson, type View } from '@app/likeness';
import { HIT_END, HIT_START } from './search-entry.js';

/** How many of the best matches are ordered and counted; nobody pages further. */
const CANDIDATES = 2000;
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
  /** Whose likes come first; null for whoever speaks for no district. */
  view: View | null;
}

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

/** The first parameters of {@link searchSql}, in its order. */
function searchParameters(asked: SearchQuestion): unknown[] {
  const [score, moment, id] = asked.after ?? [null, null, null];
  // Loosening an exclusion or a quotation would find the opposite of what was asked.
  const mayLoosen = !/["-]/.test(asked.text);
  return [asked.text, asked.keys, asked.kinds, asked.words, asked.principle, asked.topic, asked.state, asked.form, asked.first + 1, score, moment, id, mayLoosen, asked.organizationId];
}

const READABLE = `e.audience = any($2::text[])`;
const IN_KINDS = `($3::text[] is null or e.kind = any($3::text[]))`;
const FILTERS = {
  principle: `($5::int is null or e.principles @> array[$5::smallint])`,
  topic: `($6::text is null or e.topics @> array[$6::text])`,
  state: `($7::text is null or e.state = $7)`,
  form: `($8::text is null or e.form = $8)`,
  organization: `($14::uuid is null or e.organization_id = $14::uuid)`,
};

const filtersWithout = (left: keyof typeof FILTERS | null): string =>
  Object.entries(FILTERS)
    .filter(([name]) => name !== left)
    .map(([, sql]) => sql)
    .join(' and ');

/** What was typed; else with its unknown words mended by the titles the reader may see; else any of its words. The first that finds something. */
const TRIES = `
  asked as materialized (
    select websearch_to_tsquery('english', $1) || websearch_to_tsquery('simple', $1) as q
  ), plain as materialized (
    select exists (select from search_entry e, asked where e.tsv @@ asked.q and ${READABLE} and ${IN_KINDS}) as found
  ), mended as materialized (
    select string_agg(coalesce(better.word, w.word), ' ' order by w.n) as text, coalesce(bool_or(better.word is not null), false) as changed
    from unnest($4::text[]) with ordinality as w (word, n)
    left join lateral (
      select s.word from search_word s
      where not (select found from plain) and length(w.word) > 3
        and s.word % w.word and similarity(s.word, w.word) >= ${ALIKE} and s.audience = any($2::text[]) and ($3::text[] is null or s.kind = any($3::text[]))
        and not exists (select from search_entry e where e.tsv @@ plainto_tsquery('english', w.word) and ${READABLE} and ${IN_KINDS})
      group by s.word order by similarity(s.word, w.word) desc, count(*) desc, s.word limit 1
    ) better on true
  ), chosen as materialized (
    select t.q, t.did_you_mean from (
      select 1 as n, asked.q, null as did_you_mean from asked
      union all
      select 2, websearch_to_tsquery('english', m.text) || websearch_to_tsquery('simple', m.text), m.text from mended m where m.changed
      union all
      select 3, replace(websearch_to_tsquery('english', case when m.changed then m.text else $1 end)::text, ' & ', ' | ')::tsquery, case when m.changed then m.text end
      from mended m, plain where $13::boolean and not plain.found
    ) t
    where exists (select from search_entry e where e.tsv @@ t.q and ${READABLE} and ${IN_KINDS})
    order by t.n limit 1
  )`;

/** Nothing was typed: everything is a match, content before the long lists, the newest first. */
const NO_TRIES = `chosen as materialized (select null::tsquery as q, null::text as did_you_mean, $1::text as t, $4::text[] as w, $13::boolean as l)`;

/**
 * The one statement of a page of results: items, total and facets, all under the reader's own keys. A facet counts
 * what would be found if another of its values were chosen, so its own filter is left out.
 */
export function searchSql(asked: SearchQuestion): { sql: string; parameters: unknown[] } {
  const parameters = searchParameters(asked);
  const { countKinds } = asked;
  const hasText = asked.text !== '';
  // Without words the newest come first, whoever they are from.
  const view = hasText ? asked.view : null;
  const match = hasText ? `e.tsv @@ c.q` : `true`;
  const score = hasText
    ? `ts_rank('{0.05, 0.2, 0.6, 1}', e.tsv, c.q, 1) * e.weight
       + case when lower(e.title) = lower($1) then 1 when starts_with(lower(e.title), lower($1)) then 0.3 else 0 end`
    : `e.weight`;
  const facet = (name: keyof typeof FILTERS, value: string, from = ''): string => `
    (select coalesce(jsonb_agg(f order by f.count desc, f.value), '[]') from (
      select ${value} as value, count(*)::int as count from pool e${from} where ${filtersWithout(name)} and ${value} is not null group by 1 order by 2 desc, 1 limit 60) f)`;
  const sql = `
    with ${hasText ? TRIES : NO_TRIES},
    matched as materialized (
      select e.kind, e.id, e.principles, e.topics, e.state, e.form, e.organization_id, e.at, round((${score})::numeric, 6) as score
      from search_entry e, chosen c where ${match} and ${READABLE} and ${IN_KINDS}
      order by score desc, e.at desc, e.id desc limit ${CANDIDATES}
    ), pool as materialized (
      ${view ? lifted(view, (value) => `$${parameters.push(value)}`) : 'select m.*, null::float8 as likeness from matched m'}
    ), picked as materialized (
      select e.* from pool e where ${filtersWithout(null)}
    ), page as (
      select * from picked
      where $10::numeric is null or (score, extract(epoch from at), id) < ($10::numeric, $11::numeric, $12::uuid)
      order by score desc, at desc, id desc limit $9::int
    )
    select (select did_you_mean from chosen) as "didYouMean",
      (select count(*)::int from picked) as total,
      (select coalesce(jsonb_agg(jsonb_build_object('kind', e.kind, 'id', e.id, 'form', e.form, 'path', e.path, 'organizationName', e.organization_name, 'state', e.state,
          'principles', e.principles, 'topics', e.topics, 'at', e.at, 'score', p.score::text, 'moment', extract(epoch from e.at)::text,
          'traits', ${view ? `case when p.likeness >= ${LIKE_OURS} then (select ${traitsJson('o', practisedBy(view, 'o.id'))} from organization o where o.id = e.organization_id) end` : 'null'},
          'title', ${hasText ? `ts_headline('english', e.title, c.q, 'HighlightAll=true, ${MARKS}')` : 'e.title'},
          'excerpt', ${hasText ? `ts_headline('english', e.body, c.q, 'MaxFragments=2, MaxWords=28, MinWords=14, FragmentDelimiter=" … ", ${MARKS}')` : `left(e.body, 220)`}
        ) order by p.score desc, p.at desc, p.id desc), '[]')
        from page p join search_entry e on e.kind = p.kind and e.id = p.id, chosen c) as items,
      ${countKinds ? `(select coalesce(jsonb_agg(f order by f.count desc, f.value), '[]') from (select e.kind as value, count(*)::int as count from search_entry e, chosen c where ${match} and ${READABLE} and ${filtersWithout(null)} group by 1) f)` : `'[]'::jsonb`} as kinds,
      ${facet('principle', 'p.n::text', ', unnest(e.principles) as p (n)')} as principles,
      ${facet('topic', 't.slug', ', unnest(e.topics) as t (slug)')} as topics,
      ${facet('state', 'e.state')} as states,
      ${facet('form', 'e.form')} as forms`;
  return { sql, parameters };
}

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
