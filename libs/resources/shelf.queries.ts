import { Injectable } from '@nestjs/common';
import type { GraphQLResolveInfo } from 'graphql';
import { Database, isId } from '@app/platform/database';
import { cursorOf, fieldsAsked, Invalid, keysOf, type Page } from '@app/platform/graphql';
import { keysOfViewer, type Viewer } from '@app/people';
import { hostOf } from './link.js';
import { BROKEN } from './links.service.js';
import type { ResourceForm } from './resource.entity.js';
import { BOTH_SIDES, SUPERSEDED_BY } from './resources.queries.js';

/** What a line says of a resource; whoever asks for more has it read as a whole. */
export interface ResourceLine {
  id: string;
  form: ResourceForm;
  title: string;
  summary: string;
  host: string | null;
  file: { ending: string; size: number } | null;
  owner: { id: string; name: string; state: string | null; path: string };
  audience: string;
  principles: number[];
  topics: string[];
  usefulCount: number;
  useCount: number;
  bothSidesCount: number;
  silentSince: string | null;
  supersededBy: { id: string; title: string } | null;
  createdAt: string;
  updatedAt: string;
}

const LINE = new Set(['__typename', 'id', 'form', 'title', 'summary', 'host', 'file', 'owner', 'audience', 'principles', 'topics', 'usefulCount', 'useCount', 'bothSidesCount', 'silentSince', 'supersededBy', 'createdAt', 'updatedAt']);
const FILE = new Set(['__typename', 'ending', 'size']);
const NAME = new Set(['__typename', 'id', 'title']);
const PAGE = new Set(['__typename', 'nodes', 'pageInfo']);
const NODE = new Set(['__typename', 'resource']);

/** Whether a question for a page of the library asks for nothing but lines. */
export function asksForLines(info: GraphQLResolveInfo): boolean {
  const within = (known: ReadonlySet<string>, ...path: string[]): boolean => [...fieldsAsked(info, ...path)].every((field) => known.has(field));
  return within(PAGE) && within(NODE, 'nodes') && within(LINE, 'nodes', 'resource') && within(FILE, 'nodes', 'resource', 'file') && within(NAME, 'nodes', 'resource', 'supersededBy');
}

interface Row extends Omit<ResourceLine, 'host'> {
  url: string | null;
  moment: string;
}

// One text each, so that it is known again without being looked at.
const shelf = (more: string): string => `
  select r.id, r.form, r.title, r.summary, r.url, r.audience, r.principles, r.topics, r.created_at as "createdAt", r.updated_at as "updatedAt", r.created_at::text as moment,
    json_build_object('id', o.id, 'name', o.name, 'state', o.state, 'path', case when o.kind = 'district' then '/districts/' else '/organizations/' end || o.slug) as owner,
    (select json_build_object('ending', f.ending, 'size', f.size) from file f where f.id = r.file_id) as file,
    (select count(*)::int from resource_useful u where u.resource_id = r.id) as "usefulCount",
    (select count(*)::int from resource_use w where w.resource_id = r.id and w.hidden_at is null) as "useCount",
    ${BOTH_SIDES('r')} as "bothSidesCount",
    ${SUPERSEDED_BY('r', '$2::text[]')},
    (select l.silent_since from resource_link l where l.resource_id = r.id and ${BROKEN('l')}) as "silentSince"
  from resource r join organization o on o.id = r.organization_id
  where r.organization_id = $1 and r.audience = any($2::text[]) and r.hidden_at is null${more} order by r.created_at desc, r.id desc limit $3`;
const FIRST = shelf('');
const NEXT = shelf(' and (r.created_at, r.id) < ($4::timestamptz, $5::uuid)');

/** What one organization shares, the newest first: a shelf, where nothing is looked for. */
@Injectable()
export class Shelf {
  constructor(private readonly db: Database) {}

  async of(viewer: Viewer | null, organizationId: string, first: number, after: string | null): Promise<Pick<Page<{ resource: ResourceLine }>, 'nodes' | 'pageInfo'>> {
    const keys = keysOf(after, 2);
    if (keys && !(typeof keys[0] === 'string' && !Number.isNaN(Date.parse(keys[0])) && isId(keys[1]))) throw new Invalid({ after: 'This place in the list is not known. Start again from the first page.' });
    const rows = await this.db.read<Row>(keys ? NEXT : FIRST, [organizationId, keysOfViewer(viewer), first + 1, ...(keys ?? [])]);
    const shown = rows.slice(0, first);
    const last = shown.at(-1);
    return {
      nodes: shown.map((row) => ({ resource: { ...row, host: row.url ? hostOf(row.url) : null } })),
      pageInfo: { endCursor: last ? cursorOf([last.moment, last.id]) : null, hasNextPage: rows.length > first },
    };
  }
}
