import type pg from 'pg';
import { type Size, sizeOf } from './community.js';

/** The community as search reads it: all resources and districts, and enough conversations beside them. */
export function searchSize(scale: number): Size {
  return { ...sizeOf(scale), threads: Math.round(10_000 * scale), posts: Math.round(100_000 * scale) };
}

// Three in ten resources are files of four pages; a page is what four others say of themselves, some 150 words.
const PAGES = `
  insert into search_part (kind, id, number, label, text)
  select f.kind, f.id, page.n, 'page ' || page.n, (
    select string_agg(o.body, ' ') from numbered o where o.n = any(array[(f.n * 7 + page.n * 31) % c.n, (f.n * 11 + page.n * 37) % c.n, (f.n * 13 + page.n * 41) % c.n, (f.n * 17 + page.n * 43) % c.n]))
  from numbered f, generate_series(1, 4) as page (n), (select count(*) as n from numbered) c where f.n % 10 < 3`;

/** Gives resources the text of files, as an extractor would have brought it. */
export async function addFiles(client: pg.Client): Promise<void> {
  await client.query(`create temporary table numbered as select kind, id, body, row_number() over (order by id) - 1 as n from search_entry where kind = 'resource'`);
  await client.query(`create index on numbered (n)`);
  await client.query(`analyze numbered`);
  await client.query(PAGES);
  await client.query(`update search_entry e set parts = p.words from (
    select kind, id, setweight(to_tsvector('english', string_agg(text, E'\\n' order by number)), 'D') as words from search_part where kind = 'resource' group by 1, 2) p where e.kind = p.kind and e.id = p.id`);
  await client.query(`vacuum analyze search_entry`);
  await client.query(`vacuum analyze search_part`);
}
