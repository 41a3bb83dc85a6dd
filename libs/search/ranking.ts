/** How many of the best matches are ordered and counted; nobody pages further. */
export const CANDIDATES = 2000;
/** How many matches are looked at to choose those; a word that nearly everything holds says little. */
export const MATCHES = 20_000;
/** Of how many of those the text is weighed, which costs most: of the others their titles and their day. */
const WEIGHED = 400;

/**
 * What counts how much. A title that says what was typed counts most, then one that says it by another name, then one
 * that has the words apart; the same, lower, for the text. These numbers were tuned on half of the judged questions of
 * `test/relevance`.
 */
export const RANK = {
  title: { phrase: 1, name: 0.9, words: 0.45, apart: 0.25, capitals: 0.25 },
  text: { phrase: 0.25, name: 0.2 },
  often: { typed: 0.5, names: 0.35 },
  exact: 1,
  beginning: 0.3,
} as const;

const POOLED = `e.kind, e.id, e.principles, e.topics, e.state, e.form, e.licence, e.endorsed, e.superseded_by, e.organization_id, e.at`;

/** Scores are whole millionths: PostgreSQL compares and sorts them in a fraction of the time that `numeric` takes. */
const ONE = 1_000_000;
const millionths = (score: string): string => `round((${score}) * ${ONE})::bigint`;

/**
 * The matches in `scored`, of which none stands before its successor: each counts half, and never as much as what has taken its
 * place. A successor that the reader may not read lowers nothing: for them this one is all there is.
 */
export const afterTheirSuccessors = (scored: string, keys: string): string => `
  select m.*, case when m.superseded_by is null then m.given when n.id is not null then least(m.given / 2, n.given - 1)
      when exists (select from search_entry s where s.kind = m.kind and s.id = m.superseded_by and s.audience = any(${keys})) then m.given / 2 else m.given end as score
  from ${scored} m left join ${scored} n on n.kind = m.kind and n.id = m.superseded_by`;

/** Nothing was typed: everything is a match, content before the long lists, the newest first. */
export const newest = (from: string): string => `select ${POOLED}, ${millionths('e.weight')} as given ${from} order by e.weight desc, e.at desc, e.id desc limit ${CANDIDATES}`;

/** Whether the title of an entry `e` says what was chosen to look for, `c`, as one number; acronyms count where they are written in capitals. */
const TITLE = `(case
    when e.title_tsv @@ c.phrase then case when c.only_acronym and e.title !~ c.capitals then ${RANK.title.capitals} else ${RANK.title.phrase} end
    when e.title_tsv @@ c.names or (e.title_tsv @@ c.wide and e.title ~ c.capitals) then ${RANK.title.name}
    when e.title_tsv @@ c.typed then case when c.names is null then ${RANK.title.words} else ${RANK.title.apart} end else 0 end)`;

/** What the text of an entry says of it. The words of a long text lie apart from its row: `|| ''` fetches them once instead of once for each question. */
const TEXT = `(
    select case when t.tsv @@ c.phrase then ${RANK.text.phrase} when t.tsv @@ c.names then ${RANK.text.name} else 0 end
      + ${RANK.often.typed} * ts_rank('{0.05, 0.2, 0.3, 0.5}', t.tsv, c.typed, 1) + ${RANK.often.names} * coalesce(ts_rank('{0.05, 0.2, 0.3, 0.5}', t.tsv, c.wide, 1), 0)
    from search_entry t, chosen c where t.kind = e.kind and t.id = e.id)`;

/** The first sieve: all matches that are looked at, with what their titles say and without their texts, which are long. `from` names the entries `e` and what was chosen to look for, `c`. */
export const matching = (from: string): string => `select ${POOLED}, e.weight, e.title, ${TITLE} as in_title ${from} limit ${MATCHES}`;

/** The best of the matches in `found`: first those whose titles say `text`, and of the best of these the text is weighed. */
export const ranked = (found: string, text: string): string => `
  select ${POOLED}, ${millionths(`(e.in_title + case when e.place <= ${WEIGHED} then ${TEXT} else 0 end) * e.weight
    + case when starts_with(lower(e.title), lower(${text})) then case when length(e.title) = length(${text}) then ${RANK.exact} else ${RANK.beginning} end else 0 end`)} as given
  from (
    select *, row_number() over () as place
    from (select * from ${found} f order by f.in_title * f.weight desc, f.weight desc, f.at desc, f.id desc limit ${CANDIDATES}) f) e
  order by given desc, e.at desc, e.id desc`;
