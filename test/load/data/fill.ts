import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { randomFrom } from '../../faults/mail/random.js';
import { audienceOf, conferenceOf, CONFERENCES, districtOfPerson, idOf, lettersOf, openerOf, ROLES, SESSIONS, type Size, STATES, tokenOf } from './community.js';
import { sentence, wordFrom } from './words.js';

type Value = string | number | boolean | null | readonly (string | number)[];
type Rows = Iterable<readonly Value[]>;

const START = Date.UTC(2026, 0, 5);
const MINUTE = 60_000;
const at = (minute: number): string => new Date(START + minute * MINUTE).toISOString();

/** As COPY's text format writes it; the words here hold nothing that would need escaping. */
function written(value: Value): string {
  if (value === null) return '\\N';
  return Array.isArray(value) ? `{${value.join(',')}}` : String(value);
}

function* lines(rows: Rows, tell: () => void): Iterable<string> {
  let block = '';
  for (const row of rows) {
    block += `${row.map(written).join('\t')}\n`;
    tell();
    if (block.length > 1 << 18) {
      yield block;
      block = '';
    }
  }
  yield block;
}

function* organizations({ districts }: Size): Rows {
  for (let n = 0; n < districts; n++) {
    const state = STATES[n % STATES.length] ?? 'MT';
    yield [idOf('organization', n), 'district', `district-${n}`, `District ${n} of ${wordFrom(randomFrom(n))}`, state, `City ${n % 4000}`, ['city', 'suburb', 'town', 'rural'][n % 4] ?? 'town', 200 + ((n * 37) % 40_000), ['nea', 'aft', 'both', null][n % 4] ?? null, n % 2 ? 'union' : 'association', n % 300 === 0, at(n % 1000)];
  }
}

function* accounts({ people }: Size): Rows {
  for (let n = 0; n < people; n++) yield [idOf('account', n), `person-${n}@bench.example`, `Person ${n} ${wordFrom(randomFrom(n + 1))}`];
}

function* seats(size: Size): Rows {
  for (let n = 0; n < size.people; n++) yield [idOf('seat', n), idOf('organization', districtOfPerson(size, n)), n < size.districts * ROLES.length ? (ROLES[n % ROLES.length] ?? 'staff') : 'staff', idOf('account', n), at(n % 5000)];
}

/** Spread over all people, so that no district is read by its own team alone. */
export const personOfSession = (size: Size, session: number): number => Math.floor((session * size.people) / SESSIONS);

function* sessions(size: Size): Rows {
  for (let n = 0; n < SESSIONS; n++) yield [idOf('session', n), idOf('account', personOfSession(size, n)), createHash('sha256').update(tokenOf(n)).digest('hex'), 'a bench', '2099-01-01'];
}

function* conferences(): Rows {
  for (let n = 0; n < CONFERENCES; n++) yield [idOf('conference', n), `conference-${n}`, `Conference ${n}`, 'Springfield', 'IL', 'America/Chicago', at(0), at(2880), 'public'];
}

function* teams({ districts }: Size): Rows {
  for (let n = 0; n < districts; n++) yield [idOf('conference', conferenceOf(n)), idOf('organization', n), 'attending'];
}

const MINUTES = 400_000;

function* threads(size: Size, letters: readonly number[]): Rows {
  for (let n = 0; n < size.threads; n++) {
    const [random, opener] = [randomFrom(n + 11), openerOf(size, 'thread', n)];
    const [count, opened, district] = [letters[n] ?? 1, openedAt(size, n), districtOfPerson(size, opener)];
    yield [idOf('thread', n), sentence(random, 7), audienceOf('thread', n, district), idOf('organization', district), idOf('account', opener), ROLES[opener % 3] ?? null, at(opened), count - 1, count, at(opened + (count - 1) * 3), idOf('account', writerOf(size, n, count, opener)), [1 + (n % 10)], ['evaluation']];
  }
}

// Neighbours in time are not neighbours in the table's order of ids alone.
const openedAt = (size: Size, thread: number): number => Math.floor((thread / size.threads) * MINUTES);

function writerOf(size: Size, thread: number, number: number, opener: number): number {
  return number === 1 ? opener : (thread * 31 + number * 7919) % size.people;
}

function* posts(size: Size, letters: readonly number[]): Rows {
  const random = randomFrom(13);
  let id = 0;
  for (let thread = 0; thread < size.threads; thread++) {
    const opener = openerOf(size, 'thread', thread);
    for (let number = 1; number <= (letters[thread] ?? 1); number++) {
      const writer = writerOf(size, thread, number, opener);
      yield [idOf('post', id++), idOf('thread', thread), number, idOf('account', writer), idOf('organization', districtOfPerson(size, writer)), ROLES[writer % 3] ?? null, sentence(random, 12 + Math.floor(random() * 30)), at(openedAt(size, thread) + (number - 1) * 3)];
    }
  }
}

function* resources(size: Size): Rows {
  const random = randomFrom(17);
  for (let n = 0; n < size.resources; n++) {
    const opener = openerOf(size, 'resource', n);
    const district = districtOfPerson(size, opener);
    const text = n % 3 === 0;
    yield [idOf('resource', n), text ? 'text' : 'link', sentence(random, 6), sentence(random, 30), text ? sentence(random, 30) : null, text ? null : `https://example.org/${n}`, idOf('organization', district), idOf('account', opener), audienceOf('resource', n, district), [1 + (n % 10)], ['evaluation'], at(Math.floor((n / size.resources) * MINUTES))];
  }
}

/** What the product's own index would hold, in the order in which it would have come: its sources say the same in `*.search.ts`. */
const INDEX = `
  insert into search_entry (kind, id, title, body, audience, path, organization_id, organization_name, state, principles, topics, form, weight, at, parts)
  select 'resource', r.id, r.title, concat_ws(' ', r.summary, r.body), r.audience, '/library/' || r.id, r.organization_id, o.name, o.state, r.principles, r.topics, r.form, 1, r.created_at, ''::tsvector
  from resource r join organization o on o.id = r.organization_id
  union all
  select 'thread', t.id, t.title, (select p.body from post p where p.thread_id = t.id and p.number = 1), t.audience, '/threads/' || t.id, t.organization_id, o.name, o.state, t.principles::smallint[], t.topics, null, 1, t.last_post_at,
    (select coalesce(setweight(to_tsvector('english', string_agg(p.body, E'\\n' order by p.number)), 'D'), '') from post p where p.thread_id = t.id and p.number > greatest(1, t.last_post_number - 1000))
  from thread t join organization o on o.id = t.organization_id
  union all
  select 'district', o.id, o.name, concat_ws(' ', o.city, o.summary), 'public', '/districts/' || o.slug, o.id, o.name, o.state, '{}', '{}', o.agency_kind, 0.5, o.created_at, ''
  from organization o where o.kind = 'district' and o.slug like 'district-%'
  order by 14`;

const LETTERS_OF_THREADS = `
  insert into search_part (kind, id, number, label, text, path)
  select 'thread', t.id, p.number, 'letter ' || p.number, p.body, '/threads/' || t.id || '?from=' || p.number
  from thread t join post p on p.thread_id = t.id and p.number > greatest(1, t.last_post_number - 1000)`;

const WORDS_OF_TITLES = `
  insert into search_word (word, kind, id, audience, weight, length)
  select distinct w.word, e.kind, e.id, e.audience, e.weight, length(e.title)::smallint from search_entry e, regexp_split_to_table(lower(e.title), '[^a-z0-9]+') as w (word) where length(w.word) > 2
  on conflict do nothing`;

/** Whoever wrote in a thread has been there. */
const READS = `
  insert into thread_read (account_id, thread_id, number, wrote)
  select author_id, thread_id, max(number), true from post group by author_id, thread_id`;

/** Fills a migrated, empty database with an invented community of this size. `tell` hears what is being done and how much of all is done. */
export async function fill(client: pg.Client, size: Size, tell: (what: string, share: number) => void): Promise<void> {
  const letters = lettersOf(size);
  const tables: [string, string, Rows, number][] = [
    ['organization', 'id, kind, slug, name, state, city, locale, enrollment, affiliation, labor_word, presenting, member_since', organizations(size), size.districts],
    ['account', 'id, email, name', accounts(size), size.people],
    ['seat', 'id, organization_id, role, account_id, since', seats(size), size.people],
    ['session', 'id, account_id, token_hash, browser, expires_at', sessions(size), SESSIONS],
    ['conference', 'id, slug, title, city, state, zone, starts_at, ends_at, audience', conferences(), CONFERENCES],
    ['conference_team', 'conference_id, organization_id, status', teams(size), size.districts],
    ['thread', 'id, title, audience, organization_id, author_id, seat_role, opened_at, reply_count, last_post_number, last_post_at, last_post_author, principles, topics', threads(size, letters), size.threads],
    ['post', 'id, thread_id, number, author_id, organization_id, seat_role, body, at', posts(size, letters), size.posts],
    ['resource', 'id, form, title, summary, body, url, organization_id, author_id, audience, principles, topics, created_at', resources(size), size.resources],
  ];
  const rows = tables.reduce((sum, [, , , count]) => sum + count, 0);
  // Copying is about half of the work; the other half are the indexes of search.
  const [whole, spread] = [rows * 2, rows / 4];
  let done = 0;
  // Every row is made to fit the others, so the foreign keys need no checking.
  await client.query(`set session_replication_role = replica`);
  for (const [table, columns, each] of tables) {
    const into = client.query(copyFrom(`copy ${table} (${columns}) from stdin`));
    const source = Readable.from(
      lines(each, () => {
        done += 1;
        if (done % 5000 === 0) tell(table, done / whole);
      }),
    );
    await pipeline(source, into);
  }
  for (const [what, sql] of [['what was read', READS], ['search', INDEX], ['the letters of threads', LETTERS_OF_THREADS], ['the words of titles', WORDS_OF_TITLES]] as const) {
    tell(what, done / whole);
    await client.query(sql);
    done += spread;
  }
  tell('statistics', 0.99);
  await client.query(`vacuum analyze`);
  tell('done', 1);
}
