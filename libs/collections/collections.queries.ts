import { Injectable } from '@nestjs/common';
import { Database, isId } from '@app/platform/database';
import { keysOf, type Page, type PageArgs, pageOf } from '@app/platform/graphql';
import { keysOfViewer, type Viewer } from '@app/people';
import type { ConferenceRow } from '@app/conferences';
import { OWNER, type OwnerRow, ResourceReads, type ResourceView, TEAMS_SAID } from '@app/resources';
import { canKeep, type CollectionFacts } from './collections.policy.js';

interface ConferenceFacts extends Pick<ConferenceRow, 'history' | 'sponsors'> {
  id: string;
  slug: string;
  title: string;
}

interface Row {
  id: string;
  slug: string;
  title: string;
  summary: string;
  audience: string;
  hidden: boolean;
  hiddenReason: string | null;
  createdAt: string;
  updatedAt: string;
  authorId: string | null;
  owner: OwnerRow;
  conference: ConferenceFacts | null;
  itemCount: number;
}

interface ItemRow {
  id: string;
  note: string;
  addedAt: string;
  resource: unknown;
}

export interface CollectionItemView {
  id: string;
  note: string;
  addedAt: string;
  resource: ResourceView;
}

/** A collection as a list shows it to one viewer. */
export interface CollectionLine extends Omit<Row, 'authorId'> {
  viewerCan: { keep: boolean };
}

/** A collection with what stands in it, as far as its reader may read that. */
export interface CollectionView extends CollectionLine {
  authorId: string | null;
  items: CollectionItemView[];
  months: { month: string; teams: number }[];
}

export interface CollectionsWish {
  organizationId?: string | null;
  resourceId?: string | null;
  /** Only those that the reader may change. */
  kept?: boolean | null;
}

/** What a reader may read of an item: the same rule as for the resource itself, so that a collection tells no more than the library. `$1` the keys. */
const READABLE = `r.audience = any($1::text[]) and r.hidden_at is null`;

const MONTHS = 24;

/** $1 the reader's keys, $2 who they are. */
const COLLECTION = `
  c.id, c.slug, c.title, c.summary, c.audience, c.hidden_at is not null as hidden, c.hidden_reason as "hiddenReason", c.created_at as "createdAt", c.updated_at as "updatedAt", c.author_id as "authorId", ${OWNER('o')} as owner,
  (select jsonb_build_object('id', k.id, 'slug', k.slug, 'title', k.title, 'history', k.history,
      'sponsors', (select coalesce(jsonb_agg(jsonb_build_object('organizationId', s.organization_id, 'part', s.part)), '[]') from conference_sponsor s where s.conference_id = k.id))
    from conference k where k.id = c.conference_id and k.audience = any($1::text[])) as conference,
  (select count(*)::int from collection_item i join resource r on r.id = i.resource_id where i.collection_id = c.id and ${READABLE}) as "itemCount"`;
const VISIBLE = `c.audience = any($1::text[]) and (c.hidden_at is null or c.author_id = $2::uuid)`;

const ONE = (where: string): string => `select ${COLLECTION} from collection c join organization o on o.id = c.organization_id where ${VISIBLE} and ${where}`;

/** How many teams use something in it, by the ends of months. `$3` the collection. */
const MONTHS_OF = `
  with said as (select said.organization_id, min(said.at) as at from collection_item i join resource r on r.id = i.resource_id join (${TEAMS_SAID}) said on said.resource_id = r.id
    where i.collection_id = $3::uuid and ${READABLE} group by said.organization_id)
  select to_char(months.month, 'YYYY-MM') as month, (select count(*)::int from said where said.at at time zone 'UTC' < months.month + interval '1 month') as teams
  from collection c, generate_series(date_trunc('month', greatest((select min(at) from said), now() - interval '${MONTHS - 1} months') at time zone 'UTC'), date_trunc('month', now() at time zone 'UTC'), interval '1 month') as months (month)
  where c.id = $3::uuid and ${VISIBLE} order by months.month`;

/** Reads collections as one viewer may see them. */
@Injectable()
export class CollectionReads {
  constructor(
    private readonly db: Database,
    private readonly resources: ResourceReads,
  ) {}

  async bySlug(viewer: Viewer | null, slug: string): Promise<CollectionView | null> {
    const row = await this.db.readOne<Row>(ONE(`c.slug = $3`), [...reader(viewer), slug]);
    return row && this.whole(viewer, row);
  }

  async byId(viewer: Viewer | null, id: string): Promise<CollectionView | null> {
    if (!isId(id)) return null;
    const row = await this.db.readOne<Row>(ONE(`c.id = $3::uuid`), [...reader(viewer), id]);
    return row && this.whole(viewer, row);
  }

  async ofConference(viewer: Viewer | null, conferenceId: string): Promise<CollectionView | null> {
    if (!isId(conferenceId)) return null;
    const row = await this.db.readOne<Row>(ONE(`c.conference_id = $3::uuid`), [...reader(viewer), conferenceId]);
    return row && this.whole(viewer, row);
  }

  /** The newest first; without counting, since nobody asks how many there are. */
  async page(viewer: Viewer | null, { organizationId, resourceId, kept }: CollectionsWish, { first, after }: PageArgs, voices: readonly string[]): Promise<Page<CollectionLine>> {
    const [at, id] = keysOf(after, 2) ?? [null, null];
    const rows = await this.db.read<Row>(
      `select ${COLLECTION} from collection c join organization o on o.id = c.organization_id
       where ${VISIBLE} and ($3::uuid is null or c.organization_id = $3::uuid)
         and ($4::uuid is null or exists (select from collection_item i join resource r on r.id = i.resource_id where i.collection_id = c.id and i.resource_id = $4::uuid and ${READABLE}))
         and ($5::uuid[] is null or c.organization_id = any($5::uuid[]) or exists (select from conference_sponsor s where s.conference_id = c.conference_id and s.part <> 'supporter' and s.organization_id = any($5::uuid[])))
         and ($6::timestamptz is null or (c.created_at, c.id) < ($6::timestamptz, $7::uuid))
       order by c.created_at desc, c.id desc limit $8::int`,
      [...reader(viewer), organizationId ?? null, resourceId ?? null, kept ? voices : null, at, id, first + 1],
    );
    return pageOf(rows.map((row) => lineOf(viewer, row)), first, (row) => [row.createdAt, row.id]);
  }

  /** Of several collections the ids of the resources in them, in their order, as far as somebody may read them. */
  async things(viewer: Viewer | null, ids: readonly string[]): Promise<Map<string, string[]>> {
    const rows = await this.db.read<{ id: string; things: string[] }>(
      `select i.collection_id as id, array_agg(r.id::text order by i.place, i.id) as things from collection_item i join resource r on r.id = i.resource_id join collection c on c.id = i.collection_id
       where i.collection_id = any($3::uuid[]) and ${VISIBLE} and ${READABLE} group by i.collection_id`,
      [...reader(viewer), ids],
    );
    return new Map(rows.map(({ id, things }) => [id, things]));
  }

  private async whole(viewer: Viewer | null, row: Row): Promise<CollectionView> {
    const parameters: unknown[] = [...reader(viewer), row.id];
    const beside = this.resources.beside(viewer, 'i.resource_id', (value, type) => `$${parameters.push(value)}::${type}`);
    const [items, months] = await Promise.all([
      this.db.read<ItemRow>(
        `select * from (select i.id, i.note, i.added_at as "addedAt", (${beside}) as resource, i.place from collection_item i join collection c on c.id = i.collection_id where c.id = $3::uuid and ${VISIBLE}) item
         where item.resource is not null order by item.place, item.id`,
        parameters,
      ),
      this.db.read<{ month: string; teams: number }>(MONTHS_OF, [...reader(viewer), row.id]),
    ]);
    return {
      ...lineOf(viewer, row),
      authorId: row.authorId,
      items: items.map(({ id, note, addedAt, resource }) => ({ id, note, addedAt, resource: this.resources.viewOf(viewer, resource) })),
      months,
    };
  }
}

const reader = (viewer: Viewer | null): [readonly string[], string | null] => [keysOfViewer(viewer), viewer?.accountId ?? null];

export function factsOf({ audience, owner, authorId, hidden, conference }: Pick<Row, 'audience' | 'owner' | 'authorId' | 'hidden' | 'conference'>): CollectionFacts {
  return { audience, organizationId: owner.id, authorId, hidden, conference };
}

function lineOf(viewer: Viewer | null, { authorId, ...row }: Row): CollectionLine {
  return { ...row, viewerCan: { keep: canKeep(viewer, factsOf({ authorId, ...row })) } };
}
