import { askedFor, searchStatement } from '@app/search/testing';

/**
 * What the bare server asks PostgreSQL: for each operation one statement that answers the finished JSON text, under
 * the same rules of who may read what as the product. It is what somebody would write who wanted nothing but speed.
 */

/** An instant as the product writes it. */
const instant = (value: string): string => `to_char(${value} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const person = (a: string): string => `case when ${a}.id is not null then json_build_object('id', ${a}.id, 'name', ${a}.name) end`;

const voice = (x: string): string => `(
  select json_build_object('person', ${person('a')}, 'role', ${x}.seat_role, 'title', ${x}.seat_title, 'organization', json_build_object('id', o.id, 'name', o.name,
    'path', case when o.kind = 'district' then '/districts/' else '/organizations/' end || o.slug, 'state', o.state, 'laborWord', o.labor_word))
  from organization o left join account a on a.id = ${x}.author_id where o.id = ${x}.organization_id)`;

/** $1 the hash of the session's token. */
export const SESSION = `
  select a.id as account, a.is_steward as steward,
    array(select st.organization_id from seat st where st.account_id = a.id order by st.since, st.id) as seats,
    array(select st.organization_id from seat st where st.account_id = a.id and st.role <> 'observer' order by st.since, st.id) as speaks,
    exists (select from seat st where st.account_id = a.id and st.role in ('superintendent', 'board_president', 'labor_leader')) as leads,
    array(select ct.conference_id from seat st join conference_team ct on ct.organization_id = st.organization_id and ct.status = 'attending' where st.account_id = a.id and st.role <> 'observer'
      union select cs.conference_id from seat st join conference_sponsor cs on cs.organization_id = st.organization_id and cs.part <> 'supporter' where st.account_id = a.id and st.role <> 'observer') as conferences,
    array(select ml.id from seat ms join mentoring_link ml on ml.mentor_organization_id = ms.organization_id or ml.mentee_organization_id = ms.organization_id
      where ms.account_id = a.id and ms.role <> 'observer') as links
  from session s join account a on a.id = s.account_id where s.token_hash = $1 and s.ended_at is null and s.expires_at > now()`;

/** A line of a list of threads; $1 is the reader. */
const THREAD_LINE = `json_build_object('id', t.id, 'title', t.title, 'audience', t.audience,
  'subject', case when t.subject_kind is not null then json_build_object('title', t.subject_title, 'path', t.subject_path) end, 'opener', ${voice('t')},
  'replyCount', t.reply_count, 'lastPostNumber', t.last_post_number, 'lastPostAt', ${instant('t.last_post_at')},
  'lastWriter', (select json_build_object('id', w.id, 'name', w.name) from account w where w.id = t.last_post_author), 'closedAt', ${instant('t.closed_at')},
  'readTo', (select r.number from thread_read r where r.account_id = $1 and r.thread_id = t.id))`;

/** A page of `size` threads where `more` holds, with the cursor as the product makes it. */
const threadsPage = (more: string, size: number): string => `(
  select json_build_object('nodes', coalesce(json_agg(x.line order by x.n) filter (where x.n <= ${size}), '[]'), 'pageInfo', json_build_object(
    'endCursor', (array_agg(x.place order by x.n desc) filter (where x.n <= ${size}))[1], 'hasNextPage', count(*) > ${size}))
  from (select ${THREAD_LINE} as line, translate(encode(convert_to('["' || t.last_post_at::text || '","' || t.id || '"]', 'UTF8'), 'base64'), E'+/=\\n', '-_') as place,
      row_number() over (order by t.last_post_at desc, t.id desc) as n
    from (select * from thread t where t.audience = any($2) and t.hidden_at is null ${more} order by t.last_post_at desc, t.id desc limit ${size + 1}) t) x)`;

/** The page of a district, with ten threads and ten resources; $3 its place in addresses, $4 its id, $5 for whom the reader speaks, $6 the organizations whose team they lead, $7 whether they are a steward. */
export const DISTRICT = `
  select json_build_object('data', json_build_object('district', (
      select json_build_object(
        'id', o.id, 'slug', o.slug, 'name', o.name, 'officialName', o.official_name, 'state', o.state, 'city', o.city, 'placeSource', o.place_source, 'county', o.county,
        'locale', o.locale, 'localeSource', o.locale_source, 'agencyType', o.agency_type, 'agencySource', o.agency_source, 'enrollment', o.enrollment, 'enrollmentSource', o.enrollment_source,
        'schools', o.schools, 'schoolsSource', o.schools_source, 'gradeLow', o.grade_low, 'gradeHigh', o.grade_high, 'gradeSource', o.grade_source, 'website', o.website,
        'websiteSource', o.website_source, 'povertyPercent', o.poverty_percent, 'povertySource', o.poverty_source, 'phone', o.phone, 'phoneSource', o.phone_source, 'affiliation', o.affiliation, 'affiliationOther', o.affiliation_other, 'laborWord', o.labor_word,
        'laborName', o.labor_name, 'summary', o.summary, 'note', o.note, 'presenting', o.presenting, 'invented', o.invented, 'memberSince', ${instant('o.member_since')}, 'profileAt', ${instant('o.profile_at')},
        'ncesIds', (select coalesce(json_agg(n.nces_id order by n.nces_id), '[]') from organization_nces_id n where n.organization_id = o.id),
        'grants', (select coalesce(json_agg(json_build_object('program', g.program, 'otherName', g.other_name, 'year', g.year, 'source', g.source) order by g.program, g.other_name), '[]') from organization_grant g where g.organization_id = o.id),
        'seats', (select json_agg(json_build_object('id', s.id, 'role', role.name, 'title', s.title, 'signs', role.place <= 3, 'need', case when role.place <= 3 then 'required' end, 'deputyFor', s.deputy_for, 'until', ${instant('s.valid_until')}, 'since', case when a.id is not null then ${instant('s.since')} end, 'holder', ${person('a')}) order by role.place, s.since, s.id)
          from unnest(array['superintendent', 'board_president', 'labor_leader', 'representative', 'staff', 'observer']) with ordinality as role (name, place)
            left join seat s on s.organization_id = o.id and s.role = role.name and (s.valid_until is null or s.valid_until > now()) left join account a on a.id = s.account_id
          where role.place <= 3 or (a.id is not null and 'members' = any($2))),
        'viewerCan', json_build_object('claimSeat', not o.id = any($6), 'editProfile', o.id = any($5), 'vouch', $7 or o.id = any($6), 'invite', $7 or o.id = any($6)))
      from organization o where o.slug = $3 and o.kind = 'district'),
    'threads', ${threadsPage('and t.organization_id = $4', 10)},
    'resources', json_build_object('nodes', (select coalesce(json_agg(json_build_object('resource', x.line)), '[]') from (
      select json_build_object('id', r.id, 'form', r.form, 'title', r.title, 'summary', r.summary, 'host', substring(r.url from '^https?://([^/]+)'),
        'file', (select json_build_object('ending', f.ending, 'size', f.size) from file f where f.id = r.file_id),
        'owner', json_build_object('name', o.name, 'path', case when o.kind = 'district' then '/districts/' else '/organizations/' end || o.slug, 'state', o.state), 'principles', r.principles,
        'usefulCount', (select count(*) from resource_useful u where u.resource_id = r.id),
        'useCount', (select count(*) from resource_use w where w.resource_id = r.id and w.hidden_at is null),
        'bothSidesCount', (select count(*) from (select from resource_endorsement e where e.resource_id = r.id and e.version = r.version and e.withdrawn_at is null group by e.organization_id having count(distinct e.side) = 2) both_sides),
        'silentSince', (select ${instant('l.silent_since')} from resource_link l where l.resource_id = r.id and l.failures >= 3),
        'supersededBy', (select json_build_object('id', n.id, 'title', n.title) from resource n where n.id = r.superseded_by and n.audience = any($2) and n.hidden_at is null), 'createdAt', ${instant('r.created_at')}) as line
      from resource r join organization o on o.id = r.organization_id
      where r.organization_id = $4 and r.audience = any($2) and r.hidden_at is null order by r.created_at desc, r.id desc limit 10) x))))::text as answer`;

/** The newest threads. */
export const THREADS = `select json_build_object('data', json_build_object('threads', ${threadsPage('', 20)}))::text as answer`;

/** What a reader may do with a letter: $5 for whom they speak. */
const letter = (open: string, named = ''): string => `json_build_object(${named}'id', p.id, 'number', p.number, 'voice', ${voice('p')},
  'body', case when p.hidden_at is null or p.author_id = $1 then p.body else '' end, 'at', ${instant('p.at')}, 'editedAt', ${instant('p.edited_at')},
  'state', case when p.deleted_at is not null then 'removed' when p.hidden_at is not null then 'taken_down' else 'here' end,
  'viewerCan', json_build_object('edit', p.author_id is not distinct from $1 and p.deleted_at is null and p.hidden_at is null and ${open} and p.organization_id = any($5),
    'delete', p.author_id is not distinct from $1 and p.deleted_at is null and p.hidden_at is null))`;

/** A thread with twenty letters; $3 its id, $4 the number after which to begin, $5 for whom the reader speaks. */
export const THREAD = `
  select json_build_object('data', json_build_object('thread', json_build_object('id', t.id, 'title', t.title, 'audience', t.audience, 'openedAt', ${instant('t.opened_at')}, 'closedAt', ${instant('t.closed_at')},
    'lastPostNumber', t.last_post_number, 'readTo', (select r.number from thread_read r where r.account_id = $1 and r.thread_id = t.id), 'principles', t.principles, 'opener', ${voice('t')},
    'subject', case when t.subject_kind is not null then json_build_object('kind', t.subject_kind, 'id', t.subject_id, 'title', t.subject_title, 'path', t.subject_path) end,
    'viewerCan', json_build_object('reply', t.closed_at is null and t.hidden_at is null and case when t.audience like 'team:%' then substr(t.audience, 6)::uuid = any($5) else cardinality($5) > 0 end,
      'close', t.hidden_at is null and t.organization_id = any($5)),
    'posts', (select json_build_object('nodes', coalesce(json_agg(x.line order by x.number) filter (where x.n <= 20), '[]'), 'pageInfo', json_build_object('hasNextPage', count(*) > 20)) from (
      select ${letter('t.closed_at is null')} as line, p.number, row_number() over (order by p.number) as n from (select * from post where thread_id = t.id and number > $4 order by number limit 21) p) x))))::text as answer
  from thread t where t.id = $3 and t.audience = any($2) and (t.hidden_at is null or t.author_id = $1)`;

/**
 * Adds a letter, bumps its thread, notes how far its writer has read, tells the outbox and remembers the key: all that
 * the product does, in one statement. $3 the thread, $4 the words, $5 for whom the writer speaks, $6 and $7 new ids, $8 the key, $9 its request's hash.
 */
export const REPLY = `
  with bumped as (
    update thread t set last_post_number = last_post_number + 1, reply_count = reply_count + (last_post_number > 0)::int, last_post_at = greatest(last_post_at, clock_timestamp()), last_post_author = $1
    where t.id = $3 and t.audience = any($2) and t.hidden_at is null and t.closed_at is null and cardinality($5::uuid[]) > 0
    returning t.id, t.last_post_number as number, t.last_post_at as at, case when t.organization_id = any($5) then t.organization_id else ($5::uuid[])[1] end as speaks_for
  ), written as (
    insert into post (id, thread_id, number, author_id, organization_id, body, at, seat_role, seat_title)
    select $6, b.id, b.number, $1, b.speaks_for, $4, b.at, s.role, s.title from bumped b
      left join lateral (select role, title from seat where organization_id = b.speaks_for and account_id = $1 and role <> 'observer' order by since, id limit 1) s on true
    returning *
  ), seen as (
    insert into thread_read (account_id, thread_id, number, wrote) select $1, thread_id, number, true from written
    on conflict (account_id, thread_id) do update set number = greatest(thread_read.number, excluded.number), wrote = true, at = now()
  ), told as (
    insert into outbox (id, name, payload) select $7, 'discussions.post-replied', jsonb_build_object('threadId', thread_id, 'postId', id, 'number', number, 'authorId', author_id) from written
  ), answered as (
    select ${letter('true', `'__typename', 'Post', `)} as line from written p
  ), remembered as (
    insert into idempotency_key (caller_id, key, request_hash, result) select $1, $8, $9, line::jsonb from answered
  )
  select json_build_object('data', json_build_object('reply', line))::text as answer from answered`;

/**
 * Search asks what the product asks, without the lift for districts like the reader's, and passes on what comes: to rank,
 * count and mark is PostgreSQL's work whoever asks, and here only what stands around it is compared.
 */
export function search(typed: string, keys: readonly string[]): { text: string; values: unknown[] } {
  const { sql, parameters } = searchStatement({
    ...askedFor(typed), keys, kinds: null, principle: null, topic: null, state: null, form: null, licence: null, endorsed: null, organizationId: null, first: 20, after: null, countKinds: true, countFacets: true, beside: null, view: null,
  });
  return { text: `select json_build_object('data', json_build_object('search', found))::text as answer from (${sql}) found`, values: parameters };
}
