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
  resourceId: string | null;
  /** The team that showed it; null for readers who do not see which teams came. */
  team: { organizationId: string; slug: string; kind: string; name: string } | null;
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

/**
 * What stands in the library is handed out as long as it stands there for everybody who sees the material `m`: for the audience it was
 * handed out to, or for all members.
 */
export const STILL_SHARED = `(m.resource_id is null or exists (select from resource r where r.id = m.resource_id and r.hidden_at is null and (r.audience in ('public', m.audience) or (r.audience = 'members' and m.audience <> 'public'))))`;

/** $1 the reader's keys, $2 whether they read what members read. */
const ROW = `
  select c.id, c.slug, c.title, c.city, c.state, c.zone, c.starts_at as "startsAt", c.ends_at as "endsAt", c.closed_at as "closedAt",
    coalesce(c.first_day, (c.starts_at at time zone c.zone)::date)::text as "firstDay", coalesce(c.last_day, (c.ends_at at time zone c.zone)::date)::text as "lastDay",
    c.summary, c.theme, c.principles, c.topics, c.facts, c.history, c.invented,
    (select coalesce(jsonb_agg(jsonb_build_object('organizationId', o.id, 'slug', o.slug, 'name', o.name, 'abbreviation', o.abbreviation, 'part', cs.part, 'inferred', cs.inferred)
       order by array_position(array['lead', 'co_sponsor', 'supporter'], cs.part), cs.inferred, o.name), '[]')
     from conference_sponsor cs join organization o on o.id = cs.organization_id where cs.conference_id = c.id) as sponsors,
    case when $2::boolean then (select coalesce(jsonb_agg(jsonb_build_object('organizationId', o.id, 'slug', o.slug, 'kind', o.kind, 'name', o.name, 'state', o.state, 'status', ct.status, 'presenting', ct.presenting,
         'latitude', o.latitude, 'longitude', o.longitude, 'here', o.member_since is not null)
       order by ct.presenting desc, o.name), '[]')
     from conference_team ct join organization o on o.id = ct.organization_id where ct.conference_id = c.id) else '[]' end as teams,
    (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'title', m.title, 'link', m.link, 'note', m.note, 'audience', m.audience, 'resourceId', m.resource_id, 'by', o.name, 'at', m.at,
       'team', case when $2::boolean and t.id is not null then jsonb_build_object('organizationId', t.id, 'slug', t.slug, 'kind', t.kind, 'name', t.name) end) order by m.at, m.id), '[]')
     from conference_material m left join organization o on o.id = m.organization_id left join organization t on t.id = m.team_id
     where m.conference_id = c.id and m.audience = any($1) and ${STILL_SHARED}) as materials,
    (select count(*)::int from conference_team ct where ct.conference_id = c.id and ct.status = 'attending') as "attendingCount",
    (select count(*)::int from conference_team ct where ct.conference_id = c.id and ct.status <> 'attending') as "absentCount",
    case when c.closed_at is not null then (select count(distinct ca.account_id)::int from conference_attendee ca where ca.conference_id = c.id) end as "peopleCount"
  from conference c where c.audience = any($1)`;

export const CONFERENCE_BY_SLUG = `${ROW} and c.slug = $3`;
export const CONFERENCES_BY_ID = `${ROW} and c.id = any($3::uuid[])`;

/** The latest first; what has no known day comes last. $3 the page's size, $4 and $5 the day and id it follows, $6 and $7 the principle and topic asked for. */
export const CONFERENCES_PAGE = `select * from (${ROW}) page
  where ($5::uuid is null or (coalesce("firstDay", '0001-01-01'), id) < ($4::text, $5::uuid))
    and ($6::smallint is null or principles @> array[$6::smallint]) and ($7::text is null or topics @> array[$7::text])
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
