import { LEADERS, READERS_ONLY } from '@app/organizations';
import type { Conference } from './conference.entity.js';

export interface SponsorRow {
  organizationId: string;
  slug: string;
  name: string;
  abbreviation: string | null;
  part: 'lead' | 'co_sponsor' | 'supporter';
  inferred: boolean;
}

export interface TeamRow {
  organizationId: string;
  slug: string;
  kind: string;
  name: string;
  state: string | null;
  status: 'invited' | 'attending' | 'declined';
  presenting: boolean;
  latitude: number | null;
  longitude: number | null;
  here: boolean;
}

export interface MaterialRow {
  id: string;
  title: string;
  link: string;
  note: string | null;
  audience: string;
  by: string | null;
  at: Date;
}

/** A conference with everything its page shows, as one reader may see it. */
export interface ConferenceRow extends Omit<Conference, 'createdAt' | 'audience'> {
  sponsors: SponsorRow[];
  teams: TeamRow[];
  materials: MaterialRow[];
  attendingCount: number;
  absentCount: number;
  peopleCount: number | null;
}

/** $1 the reader's keys, $2 whether they read what members read. */
const ROW = `
  select c.id, c.slug, c.title, c.city, c.state, c.zone, c.starts_at as "startsAt", c.ends_at as "endsAt", c.closed_at as "closedAt",
    coalesce(c.first_day, (c.starts_at at time zone c.zone)::date)::text as "firstDay", coalesce(c.last_day, (c.ends_at at time zone c.zone)::date)::text as "lastDay",
    c.summary, c.theme, c.facts, c.history, c.invented,
    (select coalesce(jsonb_agg(jsonb_build_object('organizationId', o.id, 'slug', o.slug, 'name', o.name, 'abbreviation', o.abbreviation, 'part', cs.part, 'inferred', cs.inferred)
       order by array_position(array['lead', 'co_sponsor', 'supporter'], cs.part), cs.inferred, o.name), '[]')
     from conference_sponsor cs join organization o on o.id = cs.organization_id where cs.conference_id = c.id) as sponsors,
    case when $2::boolean then (select coalesce(jsonb_agg(jsonb_build_object('organizationId', o.id, 'slug', o.slug, 'kind', o.kind, 'name', o.name, 'state', o.state, 'status', ct.status, 'presenting', ct.presenting,
         'latitude', o.latitude, 'longitude', o.longitude, 'here', o.member_since is not null)
       order by ct.presenting desc, o.name), '[]')
     from conference_team ct join organization o on o.id = ct.organization_id where ct.conference_id = c.id) else '[]' end as teams,
    (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'title', m.title, 'link', m.link, 'note', m.note, 'audience', m.audience, 'by', o.name, 'at', m.at) order by m.at, m.id), '[]')
     from conference_material m left join organization o on o.id = m.organization_id where m.conference_id = c.id and m.audience = any($1)) as materials,
    (select count(*)::int from conference_team ct where ct.conference_id = c.id and ct.status = 'attending') as "attendingCount",
    (select count(*)::int from conference_team ct where ct.conference_id = c.id and ct.status <> 'attending') as "absentCount",
    case when c.closed_at is not null then (select count(distinct ca.account_id)::int from conference_attendee ca where ca.conference_id = c.id) end as "peopleCount"
  from conference c where c.audience = any($1)`;

export const CONFERENCE_BY_SLUG = `${ROW} and c.slug = $3`;
export const CONFERENCES_BY_ID = `${ROW} and c.id = any($3::uuid[])`;

/** The latest first; what has no known day comes last. $3 the page's size, $4 and $5 the day and id it follows. */
export const CONFERENCES_PAGE = `select * from (${ROW}) page
  where $5::uuid is null or (coalesce("firstDay", '0001-01-01'), id) < ($4::text, $5::uuid)
  order by coalesce("firstDay", '0001-01-01') desc, id desc limit $3`;

/**
 * The people a conference's follow-up is for: whoever came and still sits in that team, and whoever sits in its
 * chairs now, since a successor inherits them. One row a person; $1 is the conference.
 */
export const PEOPLE_WHO_CAME = `
  select distinct on (came.account_id) came.account_id, account.email as address, came.organization_id from (
    select ca.account_id, ca.organization_id from conference_attendee ca
      where ca.conference_id = $1 and exists (select 1 from seat st where st.account_id = ca.account_id and st.organization_id = ca.organization_id and st.role not in (${READERS_ONLY}))
    union
    select st.account_id, st.organization_id from conference_team ct join seat st on st.organization_id = ct.organization_id
      where ct.conference_id = $1 and ct.status = 'attending' and st.account_id is not null
        and st.role in (${LEADERS})
  ) came join account on account.id = came.account_id
  order by came.account_id, came.organization_id`;

/** The people in the seats of teams that were invited and did not come; nobody who came with another team. $1 is the conference. */
export const PEOPLE_WHO_STAYED_AWAY = `
  select distinct on (st.account_id) st.account_id, account.email as address, st.organization_id
  from conference_team ct join seat st on st.organization_id = ct.organization_id join account on account.id = st.account_id
  where ct.conference_id = $1 and ct.status <> 'attending' and st.role not in (${READERS_ONLY})
    and not exists (select 1 from (${PEOPLE_WHO_CAME}) present where present.account_id = st.account_id)
  order by st.account_id, st.organization_id`;
