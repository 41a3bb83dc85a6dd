import { Injectable } from '@nestjs/common';
import { Database, isId } from '@app/platform/database';
import { Scanner } from '@app/platform/files';
import { keysOfViewer, type Viewer } from '@app/people';
import { seatsOf, speaks } from '@app/organizations';
import type { ENDORSED as SIDES, Give } from '@app/search';
import type { Licence } from './contract/licences.js';
import { hostOf } from './link.js';
import { FILE, type FileRow, type FileView, fileView } from './resource-file.queries.js';
import { BROKEN } from './links.service.js';
import type { ResourceForm } from './resource.entity.js';
import { canEdit, canOwn, type CoAuthorFacts, type ResourceFacts, seatToPraise } from './resources.policy.js';

export interface OwnerRow {
  id: string;
  name: string;
  path: string;
  state: string | null;
}

interface Row {
  id: string;
  form: ResourceForm;
  title: string;
  summary: string;
  body: string | null;
  url: string | null;
  audience: string;
  principles: number[];
  topics: string[];
  hidden: boolean;
  hiddenReason: string | null;
  createdAt: string;
  updatedAt: string;
  owner: OwnerRow;
  author: { id: string; name: string } | null;
  file: FileRow | null;
  licence: Licence;
  version: number;
  versionNote: string | null;
  versionedAt: string;
  reviewOn: string | null;
  silentSince: string | null;
  usefulCount: number;
  usefulTo: OwnerRow[];
  usefulToUs: boolean;
  useCount: number;
  bothSidesCount: number;
  supersededBy: { id: string; title: string } | null;
  coAuthors: CoAuthorFacts[];
}

/** A resource as a page shows it to one viewer. */
export interface ResourceView extends Omit<Row, 'file'> {
  host: string | null;
  file: FileView | null;
  viewerCan: { edit: boolean; own: boolean; praise: boolean };
}

/** For SQL: an organization as a resource names it. */
export const OWNER = (o: string): string =>
  `jsonb_build_object('id', ${o}.id, 'name', ${o}.name, 'state', ${o}.state, 'path', case when ${o}.kind = 'district' then '/districts/' else '/organizations/' end || ${o}.slug)`;

const SHOWN_TEAMS = 12;

/** For SQL: the endorsements `e` of a resource `r` as it is now. What was said of a former version says nothing of this one. */
export const ENDORSED = (r: string): string => `resource_endorsement e where e.resource_id = ${r}.id and e.version = ${r}.version and e.withdrawn_at is null`;

/** For SQL: in how many districts both sides of the table endorse a resource as it is now. */
export const BOTH_SIDES = (r: string): string =>
  `(select count(*)::int from (select from ${ENDORSED(r)} group by e.organization_id having count(distinct e.side) = 2) both_sides)`;

/** For SQL: what has taken the place of a resource, as far as `keys` may read it. */
export const SUPERSEDED_BY = (r: string, keys: string): string =>
  `(select jsonb_build_object('id', n.id, 'title', n.title) from resource n where n.id = ${r}.superseded_by and n.audience = any(${keys}) and n.hidden_at is null) as "supersededBy"`;

/** A resource `r` as `keys` may read it: by somebody, who speaks for some organizations. */
const select = (keys: string, reader: string, speaksFor: string): string => `
  select r.id, r.form, r.title, r.summary, r.body, r.url, r.audience, r.principles, r.topics, r.hidden_at is not null as hidden, r.hidden_reason as "hiddenReason",
    r.created_at as "createdAt", r.updated_at as "updatedAt", ${OWNER('o')} as owner,
    case when a.id is not null then jsonb_build_object('id', a.id, 'name', a.name) end as author,
    ${FILE('f')} as file,
    r.licence, r.version, r.version_note as "versionNote", r.versioned_at as "versionedAt", r.review_on::text as "reviewOn",
    (select l.silent_since from resource_link l where l.resource_id = r.id and ${BROKEN('l')}) as "silentSince",
    (select coalesce(jsonb_agg(jsonb_build_object('organizationId', c.organization_id, 'accountId', c.account_id)), '[]') from resource_co_author c where c.resource_id = r.id and c.agreed_at is not null) as "coAuthors",
    (select count(*)::int from resource_use w where w.resource_id = r.id and w.hidden_at is null) as "useCount",
    ${BOTH_SIDES('r')} as "bothSidesCount",
    ${SUPERSEDED_BY('r', keys)},
    (select count(*)::int from resource_useful u where u.resource_id = r.id) as "usefulCount",
    (select coalesce(jsonb_agg(u.team order by u.at desc), '[]') from (
      select ${OWNER('t')} as team, u.at from resource_useful u join organization t on t.id = u.organization_id where u.resource_id = r.id order by u.at desc limit ${SHOWN_TEAMS}) u) as "usefulTo",
    exists (select from resource_useful u where u.resource_id = r.id and u.organization_id = any(${speaksFor})) as "usefulToUs"
  from resource r join organization o on o.id = r.organization_id
  left join account a on a.id = r.author_id left join file f on f.id = r.file_id
  where r.audience = any(${keys}) and (r.hidden_at is null or r.author_id = ${reader})`;

/** What to narrow the library to; null does not narrow. */
export interface Narrow {
  principle: number | null;
  topic: string | null;
  state: string | null;
  form: ResourceForm | null;
  licence: Licence | null;
  endorsed: (typeof SIDES)[number] | null;
  organizationId: string | null;
}

const WALK = `${select('$1::text[]', '$2::uuid', '$3::uuid[]')} and r.hidden_at is null and ($4::uuid is null or r.id < $4::uuid)
  and ($5::smallint is null or r.principles @> array[$5::smallint]) and ($6::text is null or r.topics @> array[$6::text]) and ($7::text is null or o.state = $7::text) and ($8::text is null or r.form = $8::text)
  and ($9::text is null or r.licence = $9::text) and ($10::uuid is null or r.organization_id = $10::uuid)
  and case $11::text when 'both_sides' then ${BOTH_SIDES('r')} > 0 else $11::text is null or exists (select from ${ENDORSED('r')} and e.side = $11::text) end
  order by r.id desc limit $12`;

const ONE = `${select('$1::text[]', '$2::uuid', '$3::uuid[]')} and r.id = $4::uuid`;

const AMONG = `${select('$1::text[]', '$2::uuid', '$3::uuid[]')} and r.hidden_at is null and r.id = any($4::uuid[])`;

/** Reads resources as one viewer may see them, each in one statement. */
@Injectable()
export class ResourceReads {
  constructor(
    private readonly db: Database,
    private readonly scanner: Scanner,
  ) {}

  async find(viewer: Viewer | null, id: string): Promise<ResourceView | null> {
    if (!isId(id)) return null;
    const row = await this.db.readOne<Row>(ONE, [keysOfViewer(viewer), viewer?.accountId ?? null, speaksFor(viewer), id]);
    return row && viewOf(viewer, row, this.scanner.isThere);
  }

  /** All that somebody may read, as far as it is wanted, the newest first, some at a time: nothing bounds it. */
  async *walk(viewer: Viewer | null, { principle, topic, state, form, licence, endorsed, organizationId }: Narrow, step: number): AsyncGenerator<ResourceView[]> {
    for (let after: string | null = null, more = true; more; ) {
      const rows: Row[] = await this.db.read<Row>(WALK, [keysOfViewer(viewer), viewer?.accountId ?? null, speaksFor(viewer), after, principle, topic, state, form, licence, organizationId, endorsed, step]);
      yield rows.map((row) => viewOf(viewer, row, this.scanner.isThere));
      after = rows.at(-1)?.id ?? null;
      more = rows.length === step;
    }
  }

  /** Those of several that somebody may read, in no order. */
  async among(viewer: Viewer | null, ids: readonly string[]): Promise<ResourceView[]> {
    if (ids.length === 0) return [];
    const rows = await this.db.read<Row>(AMONG, [keysOfViewer(viewer), viewer?.accountId ?? null, speaksFor(viewer), ids.filter(isId)]);
    return rows.map((row) => viewOf(viewer, row, this.scanner.isThere));
  }

  /** A resource as part of another statement: JSON, null where the viewer may not read it. {@link viewOf} takes it from there. */
  beside(viewer: Viewer | null, id: string, give: Give): string {
    return `select to_jsonb(one) from (${select(give(keysOfViewer(viewer), 'text[]'), give(viewer?.accountId ?? null, 'uuid'), give(speaksFor(viewer), 'uuid[]'))} and r.id = ${id}) one`;
  }

  viewOf(viewer: Viewer | null, row: unknown): ResourceView {
    return viewOf(viewer, row as Row, this.scanner.isThere);
  }

  /** The same rule as every list, for the files of a resource. */
  async mayRead(viewer: Viewer | null, id: string): Promise<boolean> {
    const row = await this.db.one(`select from resource where id = $3 and audience = any($1::text[]) and (hidden_at is null or author_id = $2::uuid)`, [keysOfViewer(viewer), viewer?.accountId ?? null, id]);
    return row !== null;
  }
}

const speaksFor = (viewer: Viewer | null): string[] => seatsOf(viewer).filter((seat) => speaks(seat.role)).map((seat) => seat.organizationId);

export function factsOf(view: Pick<ResourceView, 'audience' | 'hidden' | 'owner' | 'author' | 'coAuthors'>): ResourceFacts {
  return { audience: view.audience, organizationId: view.owner.id, authorId: view.author?.id ?? null, hidden: view.hidden, coAuthors: view.coAuthors };
}

function viewOf(viewer: Viewer | null, row: Row, scanned: boolean): ResourceView {
  const facts = factsOf(row);
  return {
    ...row,
    host: row.url ? hostOf(row.url) : null,
    file: row.file && fileView(row.file, { scanned, judges: canEdit(viewer, facts) || (viewer !== null && viewer.accountId === row.file.uploadedBy) }),
    viewerCan: { edit: canEdit(viewer, facts), own: canOwn(viewer, facts), praise: seatToPraise(viewer, facts) !== null },
  };
}
