/** Where so many districts hold the very words, those that only resemble them are not looked for. */
const ENOUGH = 500;
/** Of those that only resemble the words so many are measured, the nearest; and whoever can be met here, however many. */
const NEAREST = 300;
/** What is less like the words than this has nothing to do with them. */
const LEAST = 0.4;

/**
 * The districts `o` within `where` whose name or place holds `words` or is like them, as a table `(id, likeness)`. To
 * measure costs much more than to find: the very words are found by the index `organization_search` and need no
 * measuring, and for the rest `organization_near` leads to the nearest.
 */
export function namesLike(words: string, where: string, give: (value: unknown) => string): string {
  const asked = `${give(words)}::text`;
  const [within, whole] = [give(`%${likeOf(words)}%`), give(`% ${likeOf(words)} %`)];
  const few = `(select count(*) from literal) < ${ENOUGH}`;
  return `(
    with literal as materialized (
      select o.id, o.name, case when ' ' || o.search_text || ' ' like ${whole} then 1 else word_similarity(${asked}, o.search_text) end as fit
      from organization o where ${where} and o.search_text like ${within}
    ), near as (
      (select o.id, o.name, word_similarity(${asked}, o.search_text) as fit from organization o where ${where} and ${few} order by o.search_text <->> ${asked} limit ${NEAREST})
      union
      select o.id, o.name, word_similarity(${asked}, o.search_text) from organization o where ${where} and o.directory_rank = 0 and ${few}
    ), found as (
      select * from literal union all select * from near n where not exists (select from literal l where l.id = n.id)
    )
    select id, fit + 0.3 * similarity(${asked}, lower(name)) as likeness from found where fit >= ${LEAST}
  )`;
}

/** Words as they stand in a pattern of `like`. */
export function likeOf(words: string): string {
  return words.replace(/[\\%_]/g, (sign) => `\\${sign}`);
}
