import { needsPrinciples, scoreSql, type Traits, traitsJson, type View } from '@app/likeness';
import type { Expansion } from './expansion.js';
import { tries } from './mending.js';
import { afterTheirSuccessors, CANDIDATES, MATCHES, matching, newest, ranked } from './ranking.js';
import { HIT_END, HIT_START } from './search-entry.js';

const FACETS = 60;
const MARKS = `StartSel=${HIT_START}, StopSel=${HIT_END}`;

/** From this likeness on, what a district has shared is lifted; a twin's by this much. What is merely near in kind stays where its words put it. */
const LIKE_OURS = 0.6;
const LIFT = 0.3;
/** Of how many of the best matches the districts are held against the reader's. */
const MEASURED = 400;

export interface SearchQuestion {
  /** As the reader typed it; empty lists the newest. */
  text: string;
  /** The words of it, for mending. */
  words: readonly string[];
  /** For each word the field's own that may have been meant. */
  meant: readonly (string | null)[];
  /** What stands behind the words: other names of the same thing. */
  names: Expansion;
  /** The same for the words that may have been meant; null where none differs. */
  meantNames: Expansion | null;
  keys: readonly string[];
  kinds: readonly string[] | null;
  principle: number | null;
  topic: string | null;
  state: string | null;
  form: string | null;
  licence: string | null;
  endorsed: string | null;
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
  /** All that is known of when, where that is a month, such as 2011-07. */
  month: string | null;
  /** With the marks of {@link HIT_START} and {@link HIT_END} around what matches. */
  title: string;
  excerpt: string;
  /** The part the excerpt comes from, such as "page 7"; null where it comes from the thing's own words. */
  part: string | null;
  /** Where it stands, for the cursor. */
  score: string;
  moment: string;
  /** What has taken its place, as far as the reader may read it. */
  supersededBy: { id: string; title: string; path: string } | null;
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
  loosened: boolean;
  total: number;
  items: FoundEntry[];
  kinds: FacetCount[];
  principles: FacetCount[];
  topics: FacetCount[];
  states: FacetCount[];
  forms: FacetCount[];
  licences: FacetCount[];
  endorsed: FacetCount[];
}

/** A statement with its values. */
export interface Statement {
  sql: string;
  parameters: unknown[];
}

type FilterName = 'principle' | 'topic' | 'state' | 'form' | 'licence' | 'endorsed';

/**
 * The one statement of a page of results: items, total and facets, all under the reader's own keys. Only what is asked
 * for stands in it, so that there are few texts and each has the plan that fits it.
 */
export function searchStatement(asked: SearchQuestion): Statement {
  const parameters: unknown[] = [];
  const give = (value: unknown, type: string): string => `$${parameters.push(value)}::${type}`;
  const text = asked.text === '' ? null : give(asked.text, 'text');
  const keys = give(asked.keys, 'text[]');
  const readable = `e.audience = any(${keys})`;
  const kinds = asked.kinds ? give(asked.kinds, 'text[]') : null;
  const organization = asked.organizationId ? ` and e.organization_id = ${give(asked.organizationId, 'uuid')}` : '';
  const filters = filtersOf(asked, give);
  const others = (left: FilterName | null): string => [...filters].filter(([name]) => name !== left).map(([, sql]) => ` and ${sql}`).join('');
  const inKinds = kinds ? ` and e.kind = any(${kinds})` : '';
  const match = text ? `e.tsv @@ c.q and ${readable}` : readable;
  const within = `from search_entry e, chosen c where ${match}${organization}`;
  // Without words the newest come first, whoever they are from.
  const view = text ? asked.view : null;
  const pool = (found: string, where: string): string => {
    const matched = text ? ranked(found, text) : newest(`${within}${inKinds}${where}`);
    const scored = view ? `, scored as materialized (${lifted(view, (value) => `$${parameters.push(value)}`)})` : '';
    return `with matched as materialized (${matched})${scored} ${afterTheirSuccessors(view ? 'scored' : 'matched', keys)}`;
  };

  const ctes = [text ? triesOf(asked, text, readable, kinds, give) : `chosen as (select null::tsquery as q, null::text as did_you_mean, false as loosened)`];
  const add = (name: string, where: string): void => {
    if (text) ctes.push(`found_${name} as materialized (${matching(`${within}${inKinds}${where}`)})`);
    ctes.push(`${name} as materialized (${pool(`found_${name}`, where)})`);
  };
  add('picked', others(null));
  // A facet counts what would be found if another of its values were chosen, so its own filter is left out.
  if (asked.countFacets && filters.size > 0) add('pool', '');
  const facet = (name: FilterName, column: string, isList: boolean): string => {
    if (!asked.countFacets) return `'[]'::jsonb`;
    const from = filters.has(name) ? `from pool e where true${others(name)}` : `from picked e where true`;
    const each = `select ${column} as value, count(*) as count ${from} and ${column} is not null group by 1`;
    // Lists that are alike are taken apart once.
    const all = isList ? `select v.one::text as value, sum(count)::int as count from (${each}) each, unnest(each.value) v (one) group by 1` : each;
    return counted(`${all} order by 2 desc, 1 limit ${FACETS}`);
  };
  const after = asked.after ? afterPlace(asked.after, give) : 'true';
  const sql = `
    with ${ctes.join(', ')},
    page as (select * from picked where ${after} order by score desc, at desc, id desc limit ${give(asked.first + 1, 'int')})
    select (select did_you_mean from chosen) as "didYouMean", coalesce((select loosened from chosen), false) as loosened, (select count(*)::int from picked) as total,
      (${items(text !== null, view, keys, asked.beside?.('p.id', give))}) as items,
      ${asked.countKinds ? kindsCounted(`${within}${others(null)}`, kinds !== null ? 'none' : text ? 'all' : 'some') : `'[]'::jsonb`} as kinds,
      ${facet('principle', 'e.principles', true)} as principles,
      ${facet('topic', 'e.topics', true)} as topics,
      ${facet('state', 'e.state', false)} as states,
      ${facet('form', 'e.form', false)} as forms,
      ${facet('licence', 'e.licence', false)} as licences,
      ${facet('endorsed', 'e.endorsed', true)} as endorsed`;
  return { sql, parameters };
}

export function filtersOf(asked: Pick<SearchQuestion, FilterName>, give: Give): Map<FilterName, string> {
  const filters = new Map<FilterName, string>();
  if (asked.principle !== null) filters.set('principle', `e.principles @> array[${give(asked.principle, 'smallint')}]`);
  if (asked.topic !== null) filters.set('topic', `e.topics @> array[${give(asked.topic, 'text')}]`);
  if (asked.state !== null) filters.set('state', `e.state = ${give(asked.state, 'text')}`);
  if (asked.form !== null) filters.set('form', `e.form = ${give(asked.form, 'text')}`);
  if (asked.licence !== null) filters.set('licence', `e.licence = ${give(asked.licence, 'text')}`);
  if (asked.endorsed !== null) filters.set('endorsed', `e.endorsed @> array[${give(asked.endorsed, 'text')}]`);
  return filters;
}

function afterPlace([score, moment, id]: readonly unknown[], give: Give): string {
  return `(score, extract(epoch from at), id) < (${give(score, 'bigint')}, ${give(moment, 'numeric')}, ${give(id, 'uuid')})`;
}

const practisedBy = ({ practised }: View, organizationId: string): string => `array(select distinct done.principle from (${practised}) done where done.organization_id = ${organizationId} order by 1)`;

/**
 * The matches, those lifted that a district like the reader's has shared. Nothing is added that was not matched and
 * readable, and each district is measured once. Districts themselves stay where their names put them.
 */
function lifted(view: View, give: (value: unknown) => string): string {
  const others = { organization: 'o', principles: 'practising.principles' };
  const practising = needsPrinciples(view.plan) ? `cross join lateral (select ${practisedBy(view, 'o.id')} as principles) practising` : '';
  return `select m.kind, m.id, m.principles, m.topics, m.state, m.form, m.licence, m.endorsed, m.superseded_by, m.organization_id, m.at, l.likeness,
        case when l.likeness >= ${LIKE_OURS} then round(m.given * (1 + ${LIFT} * l.likeness))::bigint else m.given end as given
      from matched m left join (
        select o.id, ${scoreSql(view.plan, others, give)} as likeness
        from (select distinct organization_id from (select * from matched where kind <> 'district' order by given desc limit ${MEASURED}) best) shared join organization o on o.id = shared.organization_id ${practising}
        where o.kind = 'district' and o.id <> ${give(view.ours.id)}::uuid
      ) l on l.id = m.organization_id and m.kind <> 'district'`;
}

function triesOf({ words, meant, names, meantNames, text: typed }: SearchQuestion, text: string, readable: string, kinds: string | null, give: Give): string {
  const inKinds = (row: string): string => (kinds ? ` and ${row}.kind = any(${kinds})` : '');
  // Loosening an exclusion or a quotation would find the opposite of what was asked.
  return tries({ text, words, meant, names, meantNames, mayLoosen: !/"|(^|\s)-\S/.test(typed) }, `${readable}${inKinds('e')}`, `${readable.replace('e.audience', 's.audience')}${inKinds('s')}`, give);
}

const counted = (sql: string): string => `(select coalesce(jsonb_agg(f order by f.count desc, f.value), '[]') from (${sql}) f)`;

/** What every kind has. One kind was asked for: none of the others was `found`, so they are looked for anew. Without words only the newest were picked, which may be all there are. */
function kindsCounted(from: string, found: 'all' | 'some' | 'none'): string {
  const of = (entries: string): string => counted(`select e.kind as value, count(*)::int as count from ${entries} e group by 1`);
  if (found === 'all') return of('found_picked');
  const anew = of(`(select e.kind ${from} limit ${MATCHES})`);
  return found === 'some' ? `case when (select count(*) from picked) < ${CANDIDATES} then ${of('picked')} else ${anew} end` : anew;
}

const items = (hasText: boolean, view: View | null, keys: string, beside: string | undefined): string => `
  select coalesce(jsonb_agg(jsonb_build_object('kind', e.kind, 'id', e.id, 'form', e.form, 'path', ${hasText ? 'coalesce(part.path, e.path)' : 'e.path'}, 'organizationName', e.organization_name, 'state', e.state,
      'principles', e.principles, 'topics', e.topics, 'at', e.at, 'month', e.month, 'score', p.score::text, 'moment', extract(epoch from e.at)::text,${beside ? ` 'beside', (${beside}),` : ''}
      'supersededBy', case when e.superseded_by is not null then (select jsonb_build_object('id', n.id, 'title', n.title, 'path', n.path) from search_entry n where n.kind = e.kind and n.id = e.superseded_by and n.audience = any(${keys})) end,
      'traits', ${view ? `case when p.likeness >= ${LIKE_OURS} then (select ${traitsJson('o', practisedBy(view, 'o.id'))} from organization o where o.id = e.organization_id) end` : 'null'},
      'title', ${hasText ? `ts_headline('english', e.title, c.q, 'HighlightAll=true, ${MARKS}')` : 'e.title'},
      'part', ${hasText ? 'part.label' : 'null'},
      'excerpt', ${hasText ? excerpt('coalesce(part.text, e.body)') : `left(e.body, 220)`}
    ) order by p.score desc, p.at desc, p.id desc), '[]')
  from page p join search_entry e on e.kind = p.kind and e.id = p.id cross join chosen c ${hasText ? bestPart : ''}`;

/** What an excerpt leaves off at the end of a text. */
const ENDINGS = ' .!?:;)”';

/** The stretches of a text that say what was looked for; one that begins or ends in its midst says so. */
const excerpt = (text: string): string => `(
  select case when starts_with(${text}, left(translate(found.words, '${HIT_START}${HIT_END}', ''), 12)) then '' else '… ' end || found.words
    || case when right(rtrim(${text}, '${ENDINGS}'), 12) = right(rtrim(translate(found.words, '${HIT_START}${HIT_END}', ''), '${ENDINGS}'), 12) then '' else ' …' end
  from (select ts_headline('english', ${text}, c.q, 'MaxFragments=2, MaxWords=28, MinWords=14, ShortWord=0, FragmentDelimiter=" … ", ${MARKS}') as words offset 0) found)`;

/** Of a thing whose own words do not say it, the page, slide, sheet or letter that says most of it. */
const bestPart = `
  left join lateral (
    select s.label, s.text, s.path from search_part s, replace(c.q::text, ' & ', ' | ') as loose
    where s.kind = e.kind and s.id = e.id and s.tsv @@ loose::tsquery and not ts_filter(e.tsv, '{a,b,c}') @@ c.q
    order by s.tsv @@ c.q desc, ts_rank(s.tsv, c.q) desc, s.number limit 1
  ) part on true`;
