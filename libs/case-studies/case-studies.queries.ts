import { type Database, isId } from '@app/platform/database';
import { Invalid, keysOf, type Page, pageOf } from '@app/platform/graphql';
import { audiencesOf, type DigestReaders, LOOKED_AT } from '@app/digests';
import { keysOfViewer, type Viewer } from '@app/people';
import type { CaseStudyState } from './case-study.entity.js';
import type { LeftOut } from './template.js';
import { type Ruled, sponsorSeats } from './case-studies.policy.js';

export interface NamedOrganization {
  id: string;
  slug: string;
  name: string;
  state: string | null;
  kind: string;
}

/** A case study with everything its page shows. Instants come as text, because rows travel as JSON. */
export interface CaseStudyRow {
  id: string;
  slug: string;
  audience: string;
  title: string;
  principles: number[];
  state: CaseStudyState;
  context: string;
  process: string;
  tools: string;
  outcomes: string;
  how: string;
  leftOut: LeftOut[];
  revision: number;
  districtId: string;
  district: NamedOrganization;
  writerId: string | null;
  writer: { id: string; name: string } | null;
  assignedFor: string;
  assigner: NamedOrganization;
  conference: { slug: string; title: string } | null;
  actId: string | null;
  createdAt: Date;
  changedAt: Date;
  confirmedAt: Date | null;
  publishedAt: Date | null;
  retiredAt: Date | null;
  retireReason: string | null;
  returnedWords: string | null;
  hiddenAt: Date | null;
  hiddenReason: string | null;
  approvals: { organizationId: string; organizationName: string; organizationSlug: string; at: Date }[];
  /** Which co-sponsors have taken their approval back and not given it again, each with its latest reason. */
  unapprovals: { organizationId: string; organizationName: string; organizationSlug: string; at: Date; reason: string }[];
  version: number;
  /** The one that this is to be the next version of. */
  revises: { id: string; slug: string; title: string } | null;
  /** The next version, while it is under way: with what decides who may know of it. */
  next: ({ slug: string; hiddenAt: null } & Pick<Ruled, 'state' | 'audience' | 'districtId' | 'writerId' | 'assignedFor' | 'publishedAt'>) | null;
  /** What was out before, the latest first; what the seats signed of each is its record. */
  former: { number: number; title: string; actId: string; publishedAt: Date; replacedAt: Date }[];
  /** Under whose id the standing text was signed: its own, or that of the version that was taken up. */
  signedAs: string;
}

const named = (alias: string): string => `jsonb_build_object('id', ${alias}.id, 'slug', ${alias}.slug, 'name', ${alias}.name, 'state', ${alias}.state, 'kind', ${alias}.kind)`;

const ROW = `select s.id, s.slug, s.audience, s.title, s.principles, s.state, s.context, s.process, s.tools, s.outcomes, s.how, s.left_out as "leftOut", s.revision, s.district_id as "districtId", ${named('d')} as district,
    s.writer_id as "writerId", case when w.id is not null then jsonb_build_object('id', w.id, 'name', w.name) end as writer, s.assigned_for as "assignedFor", ${named('f')} as assigner,
    case when c.id is not null then jsonb_build_object('slug', c.slug, 'title', c.title) end as conference, s.act_id as "actId", s.created_at as "createdAt", s.changed_at as "changedAt",
    s.confirmed_at as "confirmedAt", s.published_at as "publishedAt", s.retired_at as "retiredAt", s.retire_reason as "retireReason", s.returned_words as "returnedWords", s.hidden_at as "hiddenAt", s.hidden_reason as "hiddenReason",
    (select coalesce(jsonb_agg(jsonb_build_object('organizationId', a.organization_id, 'organizationName', o.name, 'organizationSlug', o.slug, 'at', a.at) order by a.at, o.name), '[]')
     from case_study_approval a join organization o on o.id = a.organization_id where a.case_study_id = s.id) as approvals,
    (select coalesce(jsonb_agg(u.row order by u.at), '[]') from (
       select distinct on (u.organization_id) u.at, jsonb_build_object('organizationId', u.organization_id, 'organizationName', o.name, 'organizationSlug', o.slug, 'at', u.at, 'reason', u.reason) as row
       from case_study_unapproval u join organization o on o.id = u.organization_id
       where u.case_study_id = s.id and not exists (select from case_study_approval a where a.case_study_id = s.id and a.organization_id = u.organization_id)
       order by u.organization_id, u.at desc) u) as unapprovals,
    s.version, (select jsonb_build_object('id', b.id, 'slug', b.slug, 'title', b.title) from case_study b where b.id = s.revises) as revises,
    (select jsonb_build_object('slug', n.slug, 'state', n.state, 'audience', n.audience, 'districtId', n.district_id, 'writerId', n.writer_id, 'assignedFor', n.assigned_for, 'publishedAt', null, 'hiddenAt', null)
     from case_study n where n.revises = s.id and n.state in ('draft', 'confirming', 'confirmed') and n.hidden_at is null) as next,
    (select coalesce(jsonb_agg(jsonb_build_object('number', v.number, 'title', v.title, 'actId', v.act_id, 'publishedAt', v.published_at, 'replacedAt', v.replaced_at) order by v.number desc), '[]') from case_study_version v where v.case_study_id = s.id) as former,
    coalesce((select t.id from case_study t where t.revises = s.id and t.state = 'taken_up' and t.act_id = s.act_id), s.id) as "signedAs"
  from case_study s join organization d on d.id = s.district_id join organization f on f.id = s.assigned_for left join account w on w.id = s.writer_id left join conference c on c.id = s.conference_id`;

const INSTANTS = ['createdAt', 'changedAt', 'confirmedAt', 'publishedAt', 'retiredAt', 'hiddenAt'];

function rowFrom(row: Record<string, unknown>): CaseStudyRow {
  const told = Object.entries(row).map(([name, value]) => [name, INSTANTS.includes(name) && typeof value === 'string' ? new Date(value) : value]);
  const study = Object.fromEntries(told) as CaseStudyRow;
  return {
    ...study,
    approvals: study.approvals.map((approval) => ({ ...approval, at: new Date(approval.at) })),
    unapprovals: study.unapprovals.map((unapproval) => ({ ...unapproval, at: new Date(unapproval.at) })),
    former: study.former.map((version) => ({ ...version, publishedAt: new Date(version.publishedAt), replacedAt: new Date(version.replacedAt) })),
  };
}

export async function caseStudyBySlug(db: Database, slug: string): Promise<CaseStudyRow | null> {
  const row = await db.readOne(`${ROW} where s.slug = $1`, [slug]);
  return row && rowFrom(row);
}

export async function caseStudyById(db: Database, id: string): Promise<CaseStudyRow | null> {
  const row = await db.readOne(`${ROW} where s.id = $1`, [id]);
  return row && rowFrom(row);
}

export interface CaseStudyFilter {
  /** A district's slug. */
  district?: string | null;
  principle?: number | null;
}

/** A page of what is out, the latest first. What was retired stays in it, marked as such. */
export async function publishedPage(db: Database, viewer: Viewer | null, filter: CaseStudyFilter, first: number, after?: string | null): Promise<Page<CaseStudyRow>> {
  const from = keysOf(after, 2);
  if (from && !(typeof from[0] === 'string' && !Number.isNaN(Date.parse(from[0])) && isId(from[1]))) throw new Invalid({ after: 'This place in the list is not known. Start again from the first page.' });
  const rows = await db.read<Record<string, unknown>>(
    `${ROW} where s.published_at is not null and s.audience = any($1) and s.hidden_at is null
       and ($2::text is null or d.slug = $2) and ($3::smallint is null or s.principles @> array[$3::smallint])
       and ($4::timestamptz is null or (s.published_at, s.id) < ($4::timestamptz, $5::uuid))
     order by s.published_at desc, s.id desc limit $6`,
    [keysOfViewer(viewer), filter.district || null, filter.principle ?? null, from?.[0] ?? null, from?.[1] ?? null, first + 1],
  );
  // The cursor takes the instant as it came, to the microsecond.
  const page = pageOf(rows, first, (row) => [typeof row['publishedAt'] === 'string' ? row['publishedAt'] : (row['publishedAt'] as Date).toISOString(), row['id'] as string], null);
  return { ...page, nodes: page.nodes.map(rowFrom) };
}

const UNDER_WAY_SHOWN = 50;

/** What is under way and somebody has a part in: to write, to confirm, to approve. Those that wait longest come first. */
export async function underWay(db: Database, viewer: Viewer): Promise<CaseStudyRow[]> {
  const rows = await db.read<Record<string, unknown>>(
    `${ROW} where s.state in ('draft', 'confirming', 'confirmed') and s.hidden_at is null
       and (s.audience = any($1) or s.writer_id = $2 or ('team:' || s.assigned_for::text) = any($1) or ($3::boolean and s.state = 'confirmed'))
     order by s.changed_at, s.id limit ${UNDER_WAY_SHOWN}`,
    [viewer.keys, viewer.accountId, sponsorSeats(viewer).length > 0],
  );
  return rows.map(rowFrom);
}

const WRITERS_SHOWN = 100;

/** Who could write about a district: those who speak for it or for one of these organizations. */
export function possibleWriters(db: Database, organizationIds: readonly string[], readersOnly: string): Promise<{ id: string; name: string; organizationName: string }[]> {
  return db.read(
    `select distinct on (lower(a.name), a.id) a.id, a.name, o.name as "organizationName" from seat st join account a on a.id = st.account_id join organization o on o.id = st.organization_id
     where st.organization_id = any($1::uuid[]) and st.role not in (${readersOnly}) order by lower(a.name), a.id, o.name limit ${WRITERS_SHOWN}`,
    [organizationIds],
  );
}

export interface FreshCaseStudy {
  audience: string;
  districtId: string;
  slug: string;
  title: string;
  district: string;
}

/** What has come out since, the best of each audience, newest first, in one statement. */
export function freshCaseStudies(db: Database, readers: DigestReaders): Promise<FreshCaseStudy[]> {
  return db.read<FreshCaseStudy>(
    `select fresh.audience, fresh.district_id as "districtId", fresh.slug, fresh.title, o.name as district
     from unnest($1::text[]) as asked (audience)
     cross join lateral (
       select s.audience, s.id, s.slug, s.title, s.district_id, s.published_at from case_study s
       where s.audience = asked.audience and s.state = 'published' and s.hidden_at is null and s.published_at > $2::timestamptz
       order by s.published_at desc, s.id limit ${LOOKED_AT}) fresh
     join organization o on o.id = fresh.district_id order by fresh.published_at desc, fresh.id`,
    [audiencesOf(readers), readers.since],
  );
}
