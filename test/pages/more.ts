import type { Database } from '@app/platform/database';

/** More of everything that stands in a list, numbered, for whoever of the demo looks at it. */
export async function fillLists(db: Database, from: number, to: number): Promise<void> {
  const dana = `(select id from account where name = 'Dana Whitfield')`;
  const team = `(select organization_id from seat where account_id = ${dana} limit 1)`;
  const conference = `(select id from conference where invented limit 1)`;
  const many = `generate_series(${from}, ${to}) as n`;
  const statements = [
    `insert into organization (id, kind, slug, name, state, enrollment, presenting, member_since)
     select gen_random_uuid(), case when n % 2 = 0 then 'district' else 'co_sponsor' end, 'more-' || n, 'More district ' || n, 'OH', 1000 + n, n % 2 = 0, now() from ${many}`,
    `insert into account (id, email, name) select gen_random_uuid(), 'more-' || n || '@more.example', 'More ' || n from ${many}`,
    `insert into seat (id, organization_id, role, account_id)
     select gen_random_uuid(), o.id, 'staff', a.id from ${many} join organization o on o.slug = 'more-' || n join account a on a.email = 'more-' || n || '@more.example'`,
    `insert into seat (id, organization_id, role, account_id) select gen_random_uuid(), ${team}, 'staff', a.id from account a where a.email like 'more-%'`,
    `insert into session (id, account_id, token_hash, browser, expires_at) select gen_random_uuid(), ${dana}, 'more ' || n, 'a browser', now() + interval '1 day' from ${many}`,
    `insert into seat_claim (id, organization_id, role, account_id, words) select gen_random_uuid(), o.id, 'superintendent', a.id, 'It is mine.'
     from (select id from account where email like 'more-%' union select id from account where name like 'Hal %') a cross join (select id from organization where slug like 'more-_') o`,
    `insert into seat_invitation (id, organization_id, role, email, invited_by, expires_at) select gen_random_uuid(), ${team}, 'staff', 'invited-' || n || '@more.example', ${dana}, now() + interval '5 days' from ${many}`,
    `insert into thread (id, title, audience, organization_id, author_id, last_post_author) select gen_random_uuid(), 'More of evaluation ' || n, 'members', ${team}, ${dana}, ${dana} from ${many}`,
    `insert into post (id, thread_id, number, author_id, organization_id, body)
     select gen_random_uuid(), t.id, (select coalesce(max(number), 0) from post p where p.thread_id = t.id) + n, a.id, ${team}, 'A letter'
     from thread t cross join lateral (select a.id, row_number() over (order by a.id) as n from account a where a.email like 'more-%') a`,
    `insert into resource (id, form, title, summary, url, organization_id, author_id, audience, principles)
     select gen_random_uuid(), 'link', 'More on evaluation ' || n, '', 'https://example.org/' || n, o.id, ${dana}, 'members', '{5}' from ${many} join organization o on o.slug = 'more-' || n`,
    `insert into resource_useful (resource_id, organization_id) select r.id, o.id from resource r cross join organization o where r.title like 'More on%' and o.slug like 'more-1%'`,
    `insert into resource_use (id, resource_id, organization_id, year, context, result) select gen_random_uuid(), r.id, o.id, 2020, 'Here', 'Good' from resource r cross join organization o where r.audience <> 'public' and o.slug like 'more-_'`,
    `insert into resource_endorsement (id, resource_id, organization_id, role, version) select gen_random_uuid(), r.id, o.id, 'superintendent', 1 from resource r cross join organization o where o.slug like 'more-_'`,
    `insert into resource_version (resource_id, number, body, made_at) select r.id, 1000 + n, 'Before', now() from ${many}, resource r where r.title not like 'More%'`,
    `insert into collection (id, slug, organization_id, title, summary, audience) select gen_random_uuid(), 'more-' || n, ${team}, 'More shelf ' || n, '', 'members' from ${many}`,
    `insert into collection_item (id, collection_id, resource_id, place) select gen_random_uuid(), c.id, r.id, 1000 + n from ${many} join resource r on r.title = 'More on evaluation ' || n cross join collection c where c.slug like 'more-_' or c.conference_id is not null`,
    `insert into practice (id, slug, organization_id, principle, title, summary, story, status, shared_at, author_id, stage, affirmed_at, thresholds)
     select gen_random_uuid(), 'more-' || n, o.id, 1 + n % 10, 'More practice ' || n, 'What it is', 'How it went', 'shared', now(), ${dana}, 'in_force', now(),
       '[{"label": "Staff vote", "comparison": ">=", "value": 80, "unit": "%"}]' from ${many} join organization o on o.slug = 'more-' || n`,
    `insert into practice_approval (practice_id, organization_id) select p.id, o.id from (select id from practice where stage = 'in_force' and slug not like 'more-%' limit 1) p cross join organization o where o.slug like 'more-1%'`,
    `insert into practice_moment (id, practice_id, what, reason) select gen_random_uuid(), p.id, 'changed', 'More ' || n from (select id from practice where stage = 'in_force' and slug not like 'more-%' limit 1) p cross join ${many} where true`,
    `insert into case_study (id, slug, audience, district_id, title, state, writer_id, assigned_for, how, confirmed_at, published_at)
     select gen_random_uuid(), 'more-' || n, 'public', o.id, 'More case study ' || n, 'published', ${dana}, o.id, 'How it went', now(), now() from ${many} join organization o on o.slug = 'more-' || n`,
    `insert into case_study (id, slug, audience, district_id, title, state, writer_id, assigned_for)
     select gen_random_uuid(), 'more-draft-' || n, 'team:' || o.id, o.id, 'More draft ' || n, 'draft', ${dana}, o.id from ${many} join organization o on o.slug = 'more-' || n`,
    `insert into case_study_approval (case_study_id, organization_id) select s.id, o.id from (select id from case_study where state = 'published' and slug not like 'more-%' limit 1) s cross join organization o where o.slug like 'more-1%'`,
    `insert into conference (id, slug, title, city, zone, starts_at, ends_at) select gen_random_uuid(), 'more-' || n, 'More conference ' || n, 'Springfield', 'America/Chicago', now(), now() + interval '1 day' from ${many}`,
    `insert into conference_sponsor (conference_id, organization_id, part) select c.id, o.id, 'co_sponsor' from conference c join organization o on o.slug in ('more-1', 'more-3') where c.slug like 'more-%'`,
    `insert into conference_team (conference_id, organization_id, status) select ${conference}, o.id, 'attending' from organization o where o.slug like 'more-%'`,
    `insert into conference_material (id, conference_id, title, link, audience, organization_id) select gen_random_uuid(), ${conference}, 'Slides ' || n, 'https://example.org/slides/' || n, 'public', o.id from ${many} join organization o on o.slug = 'more-' || n`,
    `insert into ladder_step (id, conference_id, kind, audience, after_end) select gen_random_uuid(), ${conference}, 'digest', 'attended', make_interval(days => 100 + n) from ${many}`,
    `insert into ladder_step (id, conference_id, kind, audience, after_end, from_organization_id, from_name, from_title, subject, body)
     select gen_random_uuid(), c.id, 'message', 'attended', make_interval(days => 200 + n), s.organization_id, 'Somebody', 'President', 'More', 'Words' from ${many}, conference c join conference_sponsor s on s.conference_id = c.id and s.part = 'lead' where c.invented`,
    `insert into mentoring_link (id, mentor_organization_id, mentee_organization_id, words, asked_by)
     select gen_random_uuid(), o.id, ${team}, 'Please help us.', ${dana} from organization o where o.slug like 'more-%' and o.presenting`,
    `insert into digest_edition (id, conference_id, title, path, since) select gen_random_uuid(), ${conference}, 'More digest ' || n, '/', now() from ${many}`,
    `insert into digest_body (id, edition_id, organization_id, audience, sections) select gen_random_uuid(), e.id, ${team}, 'team:' || ${team}, '[{"name": "x", "title": "X", "items": []}]' from digest_edition e where e.title like 'More%'`,
    `insert into report (id, kind, subject_id, reporter_id, reason, title, text, path, author_id, state, created_at)
     select gen_random_uuid(), r.kind, r.subject_id, a.id, r.reason, r.title, r.text, r.path, r.author_id, 'open', now() from (select * from report limit 1) r cross join account a where a.email like 'more-%'`,
    `insert into report (id, kind, subject_id, reporter_id, reason, title, text, path, author_id, state, decision_id, decided_by, decision_words, decided_at)
     select gen_random_uuid(), r.kind, r.subject_id, a.id, r.reason, r.title, r.text, r.path, r.author_id, 'dismissed', gen_random_uuid(), ${dana}, 'No', now() from (select * from report limit 1) r cross join account a where a.email like 'more-%'`,
    `insert into decision (id, verb, kind, subject_id, report_id, by_id, words) select r.decision_id, 'dismissed', r.kind, r.subject_id, r.id, ${dana}, 'No' from report r where r.decision_words = 'No'`,
    `insert into mail_ledger (id, person_id, address, recipient_key, kind, edition, category, state, message_id, priority)
     select gen_random_uuid(), ${dana}, 'dana@maple.example', 'more', 'x', n::text, 'notice', case when n % 2 = 0 then 'failed' else 'uncertain' end, 'more-' || n, 1 from ${many}`,
    `insert into mailbox_message (id, message_id, "to", subject, html, text) select gen_random_uuid(), 'more-' || n, 'more-' || n || '@more.example', 'More', '', '' from ${many}`,
  ];
  for (const sql of statements) await db.query(`${sql} on conflict do nothing`);
}
