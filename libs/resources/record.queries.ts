import { Injectable } from '@nestjs/common';
import { Database, isId } from '@app/platform/database';
import { Scanner } from '@app/platform/files';
import { keysOfViewer, type Viewer } from '@app/people';
import { seatsOf, speaks } from '@app/organizations';
import { hostOf } from './link.js';
import { BROKEN } from './links.service.js';
import { FILE, type FileRow, type FileView, fileView } from './resource-file.queries.js';
import { canEdit, type EndorsingRole, seatToPraise, seatsToEndorse } from './resources.policy.js';
import { OWNER, type OwnerRow, SUPERSEDED_BY } from './resources.queries.js';

interface VersionRow {
  number: number;
  note: string | null;
  body: string | null;
  url: string | null;
  file: FileRow | null;
  fileWas: { name: string; ending: string; size: number } | null;
  madeAt: string;
  replacedAt: string;
}

export interface CoAuthorView {
  id: string;
  team: OwnerRow | null;
  person: { id: string; name: string } | null;
  agreed: boolean;
  isMine: boolean;
}

export interface UseView {
  id: string;
  team: OwnerRow;
  year: number;
  context: string;
  result: string;
  updatedAt: string;
  isOurs: boolean;
}

export interface EndorsementView {
  team: OwnerRow;
  role: EndorsingRole;
  side: 'labor' | 'management';
  /** Who gave the seat's word; null when they have left Accord. */
  by: string | null;
  /** Whether whoever gave it still sits there. */
  sitsThere: boolean;
  version: number;
  at: string;
}

interface Row {
  audience: string;
  organizationId: string;
  authorId: string | null;
  hidden: boolean;
  coAuthors: CoAuthorView[];
  link: { title: string | null; description: string | null; askedAt: string | null; silentSince: string | null } | null;
  versions: VersionRow[];
  supersededBy: { id: string; title: string } | null;
  supersedes: { id: string; title: string }[];
  uses: UseView[];
  endorsements: EndorsementView[];
  months: { month: string; teams: number }[];
}

/** What stands beside a resource on its own page: its history, its makers, and what others say of it. */
export interface ResourceRecordView extends Omit<Row, 'versions' | 'audience' | 'organizationId' | 'authorId' | 'hidden'> {
  versions: (Omit<VersionRow, 'file'> & { host: string | null; file: FileView | null })[];
  /** The reader's own seats that may endorse, and whether they do. */
  mySeats: { seatId: string; role: EndorsingRole; endorses: number | null }[];
  ourUse: UseView | null;
  mayAttest: boolean;
}

const MOST_USES = 100;
const MOST_ENDORSEMENTS = 300;
const MONTHS = 24;

/** $1 the reader's keys, $2 who they are, $3 for whom they speak, $4 the resource. */
const RECORD = `
  select r.audience, r.organization_id as "organizationId", r.author_id as "authorId", r.hidden_at is not null as hidden,
    (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'team', case when t.id is not null then ${OWNER('t')} end,
        'person', case when p.id is not null then jsonb_build_object('id', p.id, 'name', p.name) end, 'agreed', c.agreed_at is not null,
        'isMine', coalesce(c.account_id = $2::uuid, c.organization_id = any($3::uuid[]), false)) order by c.asked_at, c.id), '[]')
      from resource_co_author c left join organization t on t.id = c.organization_id left join account p on p.id = c.account_id
      where c.resource_id = r.id and (c.agreed_at is not null or c.account_id = $2::uuid or c.organization_id = any($3::uuid[]) or r.organization_id = any($3::uuid[]))) as "coAuthors",
    (select jsonb_build_object('title', l.title, 'description', l.description, 'askedAt', l.asked_at, 'silentSince', case when ${BROKEN('l')} then l.silent_since end) from resource_link l where l.resource_id = r.id) as link,
    (select coalesce(jsonb_agg(jsonb_build_object('number', v.number, 'note', v.note, 'body', v.body, 'url', v.url, 'file', ${FILE('f')}, 'fileWas', v.file_was, 'madeAt', v.made_at, 'replacedAt', v.replaced_at) order by v.number desc), '[]')
      from (select * from resource_version v where v.resource_id = r.id order by v.number desc limit 100) v left join file f on f.id = v.file_id) as versions,
    ${SUPERSEDED_BY('r', '$1::text[]')},
    (select coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'title', b.title) order by b.created_at desc), '[]')
      from (select * from resource b where b.superseded_by = r.id and b.audience = any($1::text[]) and b.hidden_at is null order by b.created_at desc limit 10) b) as supersedes,
    (select coalesce(jsonb_agg(jsonb_build_object('id', w.id, 'team', ${OWNER('t')}, 'year', w.year, 'context', w.context, 'result', w.result, 'updatedAt', w.updated_at, 'isOurs', w.organization_id = any($3::uuid[])) order by w.year desc, w.created_at desc), '[]')
      from (select * from resource_use w where w.resource_id = r.id and (w.hidden_at is null or w.account_id = $2::uuid) order by w.year desc, w.created_at desc limit ${MOST_USES}) w join organization t on t.id = w.organization_id) as uses,
    (select coalesce(jsonb_agg(jsonb_build_object('team', ${OWNER('t')}, 'role', e.role, 'side', e.side, 'by', a.name, 'version', e.version, 'at', e.at,
        'sitsThere', exists (select from seat st where st.organization_id = e.organization_id and st.role = e.role and st.account_id = e.account_id)) order by t.name, t.id, e.side, e.role desc), '[]')
      from (select * from resource_endorsement e where e.resource_id = r.id and e.withdrawn_at is null order by e.version desc, e.at desc limit ${MOST_ENDORSEMENTS}) e
        join organization t on t.id = e.organization_id left join account a on a.id = e.account_id) as endorsements,
    (select coalesce(jsonb_agg(jsonb_build_object('month', to_char(m.month, 'YYYY-MM'), 'teams', m.teams) order by m.month), '[]') from (
      select months.month, (select count(*)::int from said where said.at < months.month + interval '1 month') as teams
      from generate_series(date_trunc('month', greatest(r.created_at, now() - interval '${MONTHS - 1} months') at time zone 'UTC'), date_trunc('month', now() at time zone 'UTC'), interval '1 month') as months (month)) m) as months
  from resource r
  where r.id = $4::uuid and r.audience = any($1::text[]) and (r.hidden_at is null or r.author_id = $2::uuid)`;

/** For SQL: which team says since when that it uses which resource, in one way or another; a team may stand there several times. */
export const TEAMS_SAID = `
  select resource_id, organization_id, at from resource_useful
  union all select resource_id, organization_id, created_at from resource_use where hidden_at is null
  union all select resource_id, organization_id, at from resource_endorsement where withdrawn_at is null`;

const SAID = `with said as (select organization_id, min(at) at time zone 'UTC' as at from (${TEAMS_SAID}) x where x.resource_id = $4::uuid group by organization_id)`;

/** Reads what stands beside a resource, in one statement. */
@Injectable()
export class RecordReads {
  constructor(
    private readonly db: Database,
    private readonly scanner: Scanner,
  ) {}

  async find(viewer: Viewer | null, id: string): Promise<ResourceRecordView | null> {
    if (!isId(id)) return null;
    const voices = seatsOf(viewer).filter((seat) => speaks(seat.role)).map((seat) => seat.organizationId);
    const row = await this.db.readOne<Row>(`${SAID} ${RECORD}`, [keysOfViewer(viewer), viewer?.accountId ?? null, voices, id]);
    return row && viewOf(viewer, row, this.scanner.isThere);
  }
}

function viewOf(viewer: Viewer | null, { audience, organizationId, authorId, hidden, versions, ...row }: Row, scanned: boolean): ResourceRecordView {
  const agreed = row.coAuthors.filter((one) => one.agreed);
  const facts = { audience, organizationId, authorId, hidden, coAuthors: agreed.map(({ team, person }) => ({ organizationId: team?.id ?? null, accountId: person?.id ?? null })) };
  const given = new Map(row.endorsements.map((one) => [`${one.team.id} ${one.role}`, one.version]));
  return {
    ...row,
    versions: versions.map(({ file, ...version }) => ({
      ...version,
      host: version.url ? hostOf(version.url) : null,
      file: file && fileView(file, { scanned, judges: canEdit(viewer, facts) || (viewer !== null && viewer.accountId === file.uploadedBy) }),
    })),
    mySeats: seatsToEndorse(viewer, facts).map(({ seatId, role, organizationId: team }) => ({ seatId, role, endorses: given.get(`${team} ${role}`) ?? null })),
    ourUse: row.uses.find((one) => one.isOurs) ?? null,
    mayAttest: seatToPraise(viewer, facts) !== null,
  };
}

